package org.ladera.session.reading;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ladera.engine.kernel.Exponential;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Activation;
import org.ladera.engine.net.Loss;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.landscape.Curvature;
import org.ladera.landscape.gradient.OutputSlope;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.field.Fields;

/**
 * Named numbers of a frame, as texts, checks and tables ask for them. A name may begin with a run
 * id and a slash. Rows, layers and samples count from 1.
 *
 * <ul>
 *   <li>{@code J}, {@code sse} (the sum before the factor of a squared loss), {@code gradientNorm},
 *       {@code accuracy}: over the whole data set, now
 *   <li>{@code epoch}, {@code update}, {@code epochs}, {@code samples}, {@code rate}
 *   <li>{@code lambdaMax}, {@code lambdaMin}, {@code limit} (2/λmax), {@code condition}, {@code
 *       etaLambda} (η·λmax)
 *   <li>{@code W[1][1,1]}, {@code b[1][1]}: parameters now; with {@code start:}, {@code optimum:}
 *       in front: at update 0 and at the least-squares solution; {@code optimum:J}, {@code
 *       optimum:sse}, {@code start:J}
 *   <li>{@code dW[1][1,1]}, {@code db[1][1]}, {@code W'[1][1,1]}, {@code b'[1][1]}: gradient and
 *       new value of the next update; {@code Wseq[1][1,1]}, {@code bseq[1][1]}: the new value if
 *       parameters changed one after another, biases first
 *   <li>{@code x[1]}, {@code y[1]}, {@code yhat[1]}, {@code r[1]} (ŷ − y): first input, target,
 *       prediction and residual of an example; with {@code [1,2]} of its second column
 *   <li>{@code loss[1]}: the loss of an example before the factor
 *   <li>{@code z[1][4,2]}, {@code a[1][4,2]}, {@code slope[1][4,2]} (f′(z)), {@code delta[1][4,2]}
 *       (∂J/∂z), {@code exp[1][4,2]} (e^z): layer 1, example 4, unit 2 in the next update; not
 *       there when the example is not in its batch
 *   <li>{@code through[1][4,2]}: ∂(first output)/∂z of layer 1, example 4, unit 2
 *   <li>{@code jacobian[1][4,2,3]}: ∂a₂/∂z₃ of layer 1 for example 4 in the next update
 *   <li>{@code secant[1][4,5,2]}: (a − a)/(z − z) of unit 2 of layer 1 between examples 4 and 5;
 *       {@code secantError[1][4,5,2]}: how far it is off the slope half-way, relative to it
 *   <li>{@code saturated[1]}: in layer 1, the share of units and examples of the next update with
 *       |f′(z)| below 0.01
 * </ul>
 */
public final class Readings {
  private static final Set<String> SCALARS =
      Set.of(
          "J",
          "sse",
          "gradientNorm",
          "accuracy",
          "correct",
          "epoch",
          "update",
          "epochs",
          "samples",
          "rate",
          "lambdaMax",
          "lambdaMin",
          "limit",
          "condition",
          "etaLambda",
          "optimum:J",
          "optimum:sse",
          "start:J",
          "start:sse");

  private static final Pattern PARAMETER =
      Pattern.compile("(start:|optimum:|d)?(W|b|gamma|beta)('|seq)?(\\[\\d+]\\[\\d+(?:,\\d+)?])");

  private static final Pattern SAMPLE =
      Pattern.compile("(x|y|yhat|r|loss)\\[(\\d{1,7})(?:,(\\d{1,4}))?]");

  private static final Pattern UNIT =
      Pattern.compile("(z|a|slope|delta|exp|through)\\[(\\d{1,2})]\\[(\\d{1,7}),(\\d{1,4})]");

  private static final Pattern JACOBIAN =
      Pattern.compile("jacobian\\[(\\d{1,2})]\\[(\\d{1,7}),(\\d{1,4}),(\\d{1,4})]");

  private static final Pattern SECANT =
      Pattern.compile("secant(Error)?\\[(\\d{1,2})]\\[(\\d{1,7}),(\\d{1,7}),(\\d{1,4})]");

  private static final Pattern SATURATED = Pattern.compile("saturated\\[(\\d{1,2})]");

  /** A unit with a smaller slope hardly learns (S1.18). */
  private static final double FLAT = 0.01;

  private Readings() {}

  /** Whether {@code name} has the form of a reading; whether it exists depends on the run. */
  public static boolean isName(String name) {
    String bare = name.substring(name.indexOf('/') + 1);
    if (SCALARS.contains(bare)
        || SAMPLE.matcher(bare).matches()
        || UNIT.matcher(bare).matches()
        || JACOBIAN.matcher(bare).matches()
        || SECANT.matcher(bare).matches()
        || SATURATED.matcher(bare).matches()) {
      return true;
    }
    Matcher m = PARAMETER.matcher(bare);
    return m.matches() && (m.group(1) == null || m.group(3) == null);
  }

  /** The reading, or empty when this frame does not have it. */
  public static OptionalDouble value(Frame frame, String name) {
    int slash = name.indexOf('/');
    if (slash < 0) {
      return value(frame, frame.main(), name);
    }
    String id = name.substring(0, slash);
    return frame.runs().stream()
        .filter(run -> run.id().equals(id))
        .findFirst()
        .map(run -> value(frame, run, name.substring(slash + 1)))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble value(Frame frame, RunFrame run, String name) {
    if (SCALARS.contains(name)) {
      return scalar(frame, run, name);
    }
    Matcher sample = SAMPLE.matcher(name);
    if (sample.matches()) {
      int column = sample.group(3) == null ? 0 : Integer.parseInt(sample.group(3)) - 1;
      return ofSample(run, sample.group(1), Integer.parseInt(sample.group(2)) - 1, column);
    }
    Matcher unit = UNIT.matcher(name);
    if (unit.matches()) {
      return ofUnit(run, unit);
    }
    Matcher jacobian = JACOBIAN.matcher(name);
    if (jacobian.matches()) {
      return ofJacobian(run, jacobian);
    }
    Matcher secant = SECANT.matcher(name);
    if (secant.matches()) {
      return ofSecant(run, secant);
    }
    Matcher saturated = SATURATED.matcher(name);
    if (saturated.matches()) {
      return saturated(run, Integer.parseInt(saturated.group(1)));
    }
    Matcher parameter = PARAMETER.matcher(name);
    return parameter.matches() ? ofParameter(run, parameter) : OptionalDouble.empty();
  }

  private static OptionalDouble scalar(Frame frame, RunFrame run, String name) {
    Experiment e = run.experiment();
    return switch (name) {
      case "J" -> OptionalDouble.of(run.now().totalLoss());
      case "sse" -> squares(e, run.now().lossSum());
      case "gradientNorm" -> OptionalDouble.of(run.now().gradientNorm());
      case "accuracy" -> present(run.now().accuracy());
      case "correct" -> {
        OptionalDouble share = present(run.now().accuracy());
        yield share.isPresent()
            ? OptionalDouble.of(Math.rint(share.getAsDouble() * e.data().size()))
            : share;
      }
      case "epoch" -> OptionalDouble.of(run.epoch());
      case "update" -> OptionalDouble.of(run.update());
      case "epochs" -> OptionalDouble.of(frame.epochs());
      case "samples" -> OptionalDouble.of(e.data().size());
      case "rate" -> OptionalDouble.of(run.next().rate());
      case "lambdaMax" -> curvature(run, Curvature::largest);
      case "lambdaMin" -> curvature(run, Curvature::smallest);
      case "limit" -> curvature(run, Curvature::limit);
      case "condition" -> curvature(run, Curvature::condition);
      case "etaLambda" -> curvature(run, c -> c.largest() * run.next().rate());
      case "start:J" -> OptionalDouble.of(Fields.evaluate(e, run.start().toArray()).totalLoss());
      case "start:sse" -> squares(e, Fields.evaluate(e, run.start().toArray()).lossSum());
      case "optimum:J" ->
          run.optimum()
              .map(o -> OptionalDouble.of(Fields.evaluate(e, o.toArray()).totalLoss()))
              .orElse(OptionalDouble.empty());
      case "optimum:sse" ->
          run.optimum()
              .map(o -> squares(e, Fields.evaluate(e, o.toArray()).lossSum()))
              .orElse(OptionalDouble.empty());
      default -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble squares(Experiment e, double sum) {
    return e.loss().kind() == LossSpec.Kind.SQUARED
        ? OptionalDouble.of(sum)
        : OptionalDouble.empty();
  }

  private static OptionalDouble curvature(
      RunFrame run, java.util.function.ToDoubleFunction<Curvature> part) {
    return run.curvature().map(s -> present(part.applyAsDouble(s))).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble present(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static OptionalDouble ofSample(RunFrame run, String what, int row, int column) {
    Experiment e = run.experiment();
    MatrixView values = what.equals("x") ? e.data().x() : e.data().y();
    if (row < 0 || row >= e.data().size() || column < 0 || column >= values.columns()) {
      return OptionalDouble.empty();
    }
    if (what.equals("loss")) {
      return lossOf(run, row);
    }
    double value = values.get(row, column);
    return OptionalDouble.of(
        switch (what) {
          case "x", "y" -> value;
          case "yhat" -> run.now().outputs().get(row, column);
          default -> run.now().outputs().get(row, column) - value;
        });
  }

  /** The loss of one example in the next update, as the engine sums it. */
  private static OptionalDouble lossOf(RunFrame run, int row) {
    int at = run.next().rows().indexOf(row);
    LayerTrace last = run.next().layers().getLast();
    if (at < 0 || last.spec().batchNorm()) {
      return OptionalDouble.empty();
    }
    int outputs = last.a().columns();
    double[] z = new double[outputs];
    double[] a = new double[outputs];
    double[] y = new double[outputs];
    for (int o = 0; o < outputs; o++) {
      z[o] = last.z().get(at, o);
      a[o] = last.a().get(at, o);
      y[o] = run.next().y().get(at, o);
    }
    return OptionalDouble.of(
        Loss.sum(run.experiment().loss(), last.spec().activation(), z, a, y, 1, outputs));
  }

  /** Row i of the Jacobian is what the engine makes of ∂J/∂a = eᵢ. */
  private static OptionalDouble ofJacobian(RunFrame run, Matcher m) {
    int layer = Integer.parseInt(m.group(1));
    int row = run.next().rows().indexOf(Integer.parseInt(m.group(2)) - 1);
    int i = Integer.parseInt(m.group(3)) - 1;
    int j = Integer.parseInt(m.group(4)) - 1;
    if (layer < 1 || layer > run.next().layers().size() || row < 0) {
      return OptionalDouble.empty();
    }
    LayerTrace trace = run.next().layers().get(layer - 1);
    int units = trace.spec().units();
    if (i < 0 || j < 0 || i >= units || j >= units) {
      return OptionalDouble.empty();
    }
    ActivationSpec f = trace.spec().activation();
    double[] z = new double[units];
    trace.z().copyRows(row, 1, z, 0);
    double[] a = new double[units];
    double[] delta = new double[units];
    delta[i] = 1;
    Activation.apply(f, z, a, 1, units);
    Activation.multiplyDerivative(f, z, a, delta, 1, units);
    return OptionalDouble.of(delta[j]);
  }

  private static OptionalDouble saturated(RunFrame run, int number) {
    if (number < 1 || number > run.next().layers().size()) {
      return OptionalDouble.empty();
    }
    LayerTrace layer = run.next().layers().get(number - 1);
    ActivationSpec f = layer.spec().activation();
    int flat = 0;
    for (int i = 0; i < layer.z().size(); i++) {
      flat += Math.abs(Activation.derivative(f, layer.z().get(i))) < FLAT ? 1 : 0;
    }
    return OptionalDouble.of((double) flat / layer.z().size());
  }

  private static OptionalDouble ofSecant(RunFrame run, Matcher m) {
    int layer = Integer.parseInt(m.group(2));
    int from = run.next().rows().indexOf(Integer.parseInt(m.group(3)) - 1);
    int to = run.next().rows().indexOf(Integer.parseInt(m.group(4)) - 1);
    int unit = Integer.parseInt(m.group(5)) - 1;
    if (layer < 1 || layer > run.next().layers().size() || from < 0 || to < 0) {
      return OptionalDouble.empty();
    }
    LayerTrace trace = run.next().layers().get(layer - 1);
    if (unit < 0 || unit >= trace.z().columns()) {
      return OptionalDouble.empty();
    }
    double left = trace.z().get(from, unit);
    double right = trace.z().get(to, unit);
    double secant = (trace.a().get(to, unit) - trace.a().get(from, unit)) / (right - left);
    if (m.group(1) == null) {
      return present(secant);
    }
    double slope = Activation.derivative(trace.spec().activation(), left + (right - left) / 2);
    return present(Math.abs(secant - slope) / Math.abs(slope));
  }

  private static OptionalDouble ofUnit(RunFrame run, Matcher m) {
    int layer = Integer.parseInt(m.group(2));
    int row = run.next().rows().indexOf(Integer.parseInt(m.group(3)) - 1);
    int unit = Integer.parseInt(m.group(4)) - 1;
    if (layer < 1 || layer > run.next().layers().size() || row < 0) {
      return OptionalDouble.empty();
    }
    LayerTrace trace = run.next().layers().get(layer - 1);
    if (unit < 0 || unit >= trace.z().columns()) {
      return OptionalDouble.empty();
    }
    double z = trace.z().get(row, unit);
    return OptionalDouble.of(
        switch (m.group(1)) {
          case "z" -> z;
          case "a" -> trace.a().get(row, unit);
          case "delta" -> trace.delta().get(row, unit);
          case "exp" -> Exponential.exp(z);
          case "through" -> new OutputSlope(run.next(), row).at(layer, unit + 1);
          default -> Activation.derivative(trace.spec().activation(), z);
        });
  }

  private static OptionalDouble ofParameter(RunFrame run, Matcher m) {
    ParameterLayout layout = new ParameterLayout(run.experiment().network());
    ParameterRef ref;
    try {
      ref = ParameterRef.parse(m.group(2) + m.group(4));
    } catch (IllegalArgumentException malformed) {
      return OptionalDouble.empty();
    }
    if (!layout.has(ref)) {
      return OptionalDouble.empty();
    }
    int index = layout.indexOf(ref);
    String before = m.group(1) == null ? "" : m.group(1);
    String after = m.group(3) == null ? "" : m.group(3);
    return switch (before + after) {
      case "" -> OptionalDouble.of(run.parameters().get(index));
      case "start:" -> OptionalDouble.of(run.start().get(index));
      case "optimum:" ->
          run.optimum().map(o -> OptionalDouble.of(o.get(index))).orElse(OptionalDouble.empty());
      case "d" -> gradient(run.next(), ref);
      case "'" -> newValue(run.next(), ref);
      case "seq" -> sequential(run, layout, ref);
      default -> OptionalDouble.empty();
    };
  }

  private static OptionalDouble gradient(StepTrace next, ParameterRef ref) {
    LayerTrace layer = next.layers().get(ref.layer() - 1);
    return switch (ref.kind()) {
      case WEIGHT -> at(layer.gradientW(), ref);
      case BIAS -> at(layer.gradientB(), ref);
      case GAMMA -> layer.batchNorm().map(n -> at(n.gradientGamma(), ref)).orElseThrow();
      case BETA -> layer.batchNorm().map(n -> at(n.gradientBeta(), ref)).orElseThrow();
    };
  }

  private static OptionalDouble newValue(StepTrace next, ParameterRef ref) {
    LayerTrace layer = next.layers().get(ref.layer() - 1);
    return switch (ref.kind()) {
      case WEIGHT -> at(layer.wAfter(), ref);
      case BIAS -> at(layer.bAfter(), ref);
      case GAMMA -> layer.batchNorm().map(n -> at(n.gammaAfter(), ref)).orElseThrow();
      case BETA -> layer.batchNorm().map(n -> at(n.betaAfter(), ref)).orElseThrow();
    };
  }

  private static OptionalDouble at(MatrixView matrix, ParameterRef ref) {
    return OptionalDouble.of(matrix.get(ref.row() - 1, ref.column() - 1));
  }

  /**
   * The mistake of S0.3, worked out: biases change first, and the weights' gradients already see
   * them.
   */
  private static OptionalDouble sequential(
      RunFrame run, ParameterLayout layout, ParameterRef wanted) {
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
    return OptionalDouble.of(theta[layout.indexOf(wanted)]);
  }
}
