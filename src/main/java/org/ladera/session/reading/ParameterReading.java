package org.ladera.session.reading;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterNames;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.ParameterTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Dimension;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Role;
import org.ladera.landscape.SourceUnits;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.field.Fields;

/**
 * A number of one parameter: {@code W[1][2,3]}, {@code start:b[1][1]}, {@code raw:b[1][1]}, {@code
 * dW[1][2,3]}, {@code W'[1][2,3]}, {@code bseq[1][1]}.
 */
public record ParameterReading(Form form, ParameterRef of) implements Reading {
  /** Which number of the parameter. */
  public enum Form {
    /** Its value now. */
    NOW("", "", ""),
    /** Its value at update 0. */
    START("start", "", ""),
    /** Its value at the least-squares solution. */
    OPTIMUM("optimum", "", ""),
    /** Its value now in the units of the file, where the examples were scaled. */
    SOURCE("raw", "", ""),
    /** ∂J/∂ of it in the next update. */
    GRADIENT("", "d", ""),
    /** Its value after the next update. */
    NEXT("", "", "'"),
    /** That value if parameters changed one after another, biases first. */
    SEQUENTIAL("", "", "seq");

    private final String prefix;
    private final String before;
    private final String after;

    Form(String prefix, String before, String after) {
      this.prefix = prefix;
      this.before = before;
      this.after = after;
    }

    private String word(ParameterRef.Kind kind) {
      return before + kind.symbol() + after;
    }
  }

  /** The gradient of a parameter in the next update. */
  public static ParameterReading gradient(ParameterRef of) {
    return new ParameterReading(Form.GRADIENT, of);
  }

  /** A parameter as it is. */
  public static ParameterReading now(ParameterRef of) {
    return new ParameterReading(Form.NOW, of);
  }

  static Optional<ParameterReading> of(ReadingName name) {
    for (ParameterRef.Kind kind : ParameterRef.Kind.values()) {
      boolean weight = kind == ParameterRef.Kind.WEIGHT;
      if (!name.indexed(1, weight ? 2 : 1)) {
        continue;
      }
      Optional<Form> form =
          Stream.of(Form.values())
              .filter(f -> f.prefix.equals(name.prefix()) && f.word(kind).equals(name.word()))
              .findFirst();
      if (form.isPresent()) {
        int row = weight ? name.at(1, 0) : 1;
        int column = name.at(1, weight ? 1 : 0);
        return form.map(
            f -> new ParameterReading(f, new ParameterRef(kind, name.at(0, 0), row, column)));
      }
    }
    return Optional.empty();
  }

  /**
   * A number of a variable of a function, by the name of the variable: {@code x}, {@code start:x},
   * {@code dx}, {@code x'}, {@code xseq}.
   */
  static Optional<ParameterReading> ofVariable(ReadingName name, Experiment experiment) {
    List<String> variables = ParameterNames.of(experiment.network()).variables();
    for (Form form : Form.values()) {
      for (int i = 0; i < variables.size(); i++) {
        if (name.indexed()
            && form.prefix.equals(name.prefix())
            && (form.before + variables.get(i) + form.after).equals(name.word())) {
          return Optional.of(new ParameterReading(form, ParameterRef.weight(1, 1, i + 1)));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public String text() {
    String place = of.toString().substring(of.kind().symbol().length());
    return (form.prefix.isEmpty() ? "" : form.prefix + ":") + form.word(of.kind()) + place;
  }

  @Override
  public boolean exists(Experiment experiment) {
    return new ParameterLayout(experiment.network()).has(of);
  }

  @Override
  public OptionalDouble value(Frame frame, RunFrame run) {
    ParameterLayout layout = new ParameterLayout(run.experiment().network());
    if (!layout.has(of)) {
      return OptionalDouble.empty();
    }
    int index = layout.indexOf(of);
    return switch (form) {
      case NOW -> OptionalDouble.of(run.parameters().get(index));
      case START -> OptionalDouble.of(run.start().parameters().get(index));
      case OPTIMUM ->
          run.optimum()
              .map(o -> OptionalDouble.of(o.parameters().get(index)))
              .orElse(OptionalDouble.empty());
      case SOURCE ->
          SourceUnits.of(run.experiment(), run.parameters())
              .map(raw -> OptionalDouble.of(raw.get(index)))
              .orElse(OptionalDouble.empty());
      case GRADIENT -> OptionalDouble.of(gradient(run.next(), of));
      case NEXT -> OptionalDouble.of(newValue(run.next(), of));
      case SEQUENTIAL -> OptionalDouble.of(sequential(run, layout));
    };
  }

  @Override
  public Dimension dimension() {
    return form == Form.GRADIENT ? Dimension.Basic.BATCH_LOSS : Dimension.Basic.PLAIN;
  }

  @Override
  public Optional<Quantity> quantity(StepTrace next, long update) {
    return switch (form) {
      case NOW ->
          update == 0 ? Optional.empty() : Optional.of(Quantity.of(Role.CHANGED, of, update - 1));
      case GRADIENT -> Optional.of(Quantity.of(Role.GRADIENT, of, update));
      case NEXT -> Optional.of(Quantity.of(Role.CHANGED, of, update));
      case START, OPTIMUM, SOURCE, SEQUENTIAL -> Optional.empty();
    };
  }

  /** ∂J/∂ref in an update. */
  public static double gradient(StepTrace trace, ParameterRef ref) {
    return at(of(trace, ref).gradient(), ref);
  }

  /** The parameter after an update. */
  public static double newValue(StepTrace trace, ParameterRef ref) {
    return at(of(trace, ref).after(), ref);
  }

  private static ParameterTrace of(StepTrace trace, ParameterRef ref) {
    return trace.layers().get(ref.layer() - 1).parameters(ref.kind());
  }

  private static double at(MatrixView matrix, ParameterRef ref) {
    return matrix.get(ref.row() - 1, ref.column() - 1);
  }

  /** A usual mistake, worked out: the weights' gradients already see the new biases. */
  private double sequential(RunFrame run, ParameterLayout layout) {
    Experiment e = run.experiment();
    double[] theta = run.parameters().toArray();
    double rate = run.next().rate();
    for (ParameterRef.Kind kind :
        new ParameterRef.Kind[] {ParameterRef.Kind.BIAS, ParameterRef.Kind.WEIGHT}) {
      for (ParameterLayout.Block block : layout.blocks()) {
        if (block.kind() != kind) {
          continue;
        }
        for (int i = block.offset(); i < block.offset() + block.size(); i++) {
          theta[i] -= rate * Fields.evaluate(e, theta).gradient().get(i);
        }
      }
    }
    return theta[layout.indexOf(of)];
  }
}
