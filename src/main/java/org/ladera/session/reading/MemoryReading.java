package org.ladera.session.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.OptimizerMemory;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Dimension;
import org.ladera.explain.Quantity;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.timeline.Trajectory;

/**
 * What the optimizer keeps or does for one parameter: {@code v:W[1][1,2]} the velocity or average,
 * {@code m:} {@code G:} {@code E:} {@code D:} likewise, {@code mhat:} and {@code vhat:} without
 * their bias towards 0, {@code step:} the change of the last update, {@code effective:} the rate
 * that the next update has for this parameter alone, its step over its gradient.
 */
public record MemoryReading(String what, ParameterRef of) implements Reading {
  private static final String STEP = "step";
  private static final String EFFECTIVE = "effective";
  private static final String HAT = "hat";
  private static final List<String> WORDS =
      List.of("v", "m", "G", "E", "D", "mhat", "vhat", STEP, EFFECTIVE);

  static Optional<MemoryReading> of(ReadingName name) {
    return WORDS.contains(name.prefix())
        ? ParameterReading.of(name.plain())
            .filter(p -> p.form() == ParameterReading.Form.NOW)
            .map(p -> new MemoryReading(name.prefix(), p.of()))
        : Optional.empty();
  }

  /** The same by the name of a variable of a function. */
  static Optional<MemoryReading> ofVariable(ReadingName name, Experiment experiment) {
    return WORDS.contains(name.prefix())
        ? ParameterReading.ofVariable(name.plain(), experiment)
            .filter(p -> p.form() == ParameterReading.Form.NOW)
            .map(p -> new MemoryReading(name.prefix(), p.of()))
        : Optional.empty();
  }

  @Override
  public String text() {
    return what + ":" + of;
  }

  @Override
  public boolean exists(Experiment experiment) {
    boolean kept =
        switch (what) {
          case STEP, EFFECTIVE -> true;
          default -> names(experiment.optimizer()).contains(what);
        };
    return kept && new ParameterLayout(experiment.network()).has(of);
  }

  /** The memories of a rule by their letters, corrected ones after those they are made of. */
  public static List<String> kept(OptimizerSpec rule) {
    return names(rule);
  }

  /** The rate that the next update has for one parameter alone. */
  public static MemoryReading effective(ParameterRef of) {
    return new MemoryReading(EFFECTIVE, of);
  }

  private static List<String> names(OptimizerSpec rule) {
    return switch (rule) {
      case OptimizerSpec.Momentum _,
          OptimizerSpec.AveragedMomentum _,
          OptimizerSpec.Nesterov _,
          OptimizerSpec.RmsProp _ ->
          List.of("v");
      case OptimizerSpec.AdaGrad _ -> List.of("G");
      case OptimizerSpec.AdaDelta _ -> List.of("E", "D");
      case OptimizerSpec.Adam _, OptimizerSpec.AdamW _ -> List.of("m", "v", "mhat", "vhat");
      case OptimizerSpec.Sgd _,
          OptimizerSpec.SequentialSgd _,
          OptimizerSpec.LocalSearch _,
          OptimizerSpec.ClosedForm _ ->
          List.of();
      case OptimizerSpec.Slipped(OptimizerSpec right, var _) -> names(right);
    };
  }

  @Override
  public OptionalDouble value(Frame frame, RunFrame run) {
    if (!exists(run.experiment())) {
      return OptionalDouble.empty();
    }
    return switch (what) {
      case STEP -> lastStep(run);
      case EFFECTIVE -> effective(run);
      default -> what.endsWith(HAT) ? corrected(run) : memory(run.next(), what);
    };
  }

  /** A memory before the next update. */
  private OptionalDouble memory(StepTrace next, String letter) {
    LayerTrace layer = next.layers().get(of.layer() - 1);
    List<OptimizerMemory> all = layer.parameters(of.kind()).memory();
    return all.stream()
        .filter(m -> m.name().equals(letter))
        .mapToDouble(m -> m.before().get(of.row() - 1, of.column() - 1))
        .findFirst();
  }

  /** m/(1 − β₁ᵗ), v/(1 − β₂ᵗ); nothing is remembered before the first update. */
  private OptionalDouble corrected(RunFrame run) {
    double[] constants = run.experiment().optimizer().constants();
    String letter = what.substring(0, what.length() - HAT.length());
    double beta = constants[letter.equals("m") ? 0 : 1];
    OptionalDouble memory = memory(run.next(), letter);
    return memory.isPresent() && run.update() > 0
        ? OptionalDouble.of(memory.getAsDouble() / (1 - StrictMath.pow(beta, run.update())))
        : OptionalDouble.empty();
  }

  private OptionalDouble lastStep(RunFrame run) {
    Trajectory path = run.path();
    int last = Arrays.binarySearch(path.updates(), 0, path.count(), run.update() - 1);
    int index = new ParameterLayout(run.experiment().network()).indexOf(of);
    return last < 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(run.parameters().get(index) - path.get(last, index));
  }

  private OptionalDouble effective(RunFrame run) {
    int index = new ParameterLayout(run.experiment().network()).indexOf(of);
    double gradient = ParameterReading.gradient(run.next(), of);
    double step = ParameterReading.newValue(run.next(), of) - run.parameters().get(index);
    return gradient == 0 ? OptionalDouble.empty() : OptionalDouble.of(-step / gradient);
  }

  @Override
  public Dimension dimension() {
    return switch (what) {
      case STEP -> Dimension.Basic.PLAIN;
      case EFFECTIVE -> Dimension.Basic.RATE;
      default -> new Dimension.Memory(what.endsWith(HAT) ? what.substring(0, 1) : what);
    };
  }

  @Override
  public Optional<Quantity> quantity(StepTrace next, long update) {
    boolean opens = !what.equals(STEP) && !what.equals(EFFECTIVE) && !what.endsWith(HAT);
    Quantity.Kind kind =
        of.kind() == ParameterRef.Kind.WEIGHT
            ? Quantity.Kind.MEMORY_W_AFTER
            : Quantity.Kind.MEMORY_B_AFTER;
    return opens && update > 0
        ? Optional.of(new Quantity(kind, update - 1, of.layer(), of.row(), of.column(), what))
        : Optional.empty();
  }
}
