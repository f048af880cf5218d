package org.ladera.lesson.grading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;

/** What a reading would be if it were worked out with a known mistake. */
final class WrongWays {
  private static final Pattern PARAMETER =
      Pattern.compile("(d)?(W|b|gamma|beta)(')?(\\[\\d+]\\[\\d+(?:,\\d+)?])");
  private static final Pattern UNIT = Pattern.compile("(z|a|delta)\\[(\\d+)]\\[(\\d+),(\\d+)]");
  private static final Pattern LOSS = Pattern.compile("J|sse|start:J|start:sse|optimum:(?:J|sse)");

  private final RunFrame run;
  private final String name;
  private final double right;

  /**
   * @param reading may begin with a run id
   * @param right its value
   */
  WrongWays(Frame frame, String reading, double right) {
    int slash = reading.indexOf('/');
    run = slash < 0 ? frame.main() : frame.run(reading.substring(0, slash));
    name = reading.substring(slash + 1);
    this.right = right;
  }

  /** The numbers that {@code mistake} leads to; empty where it cannot be made. */
  List<Double> values(Mistake mistake) {
    Matcher m = PARAMETER.matcher(name);
    if (m.matches() && (m.group(1) == null) != (m.group(3) == null)) {
      ParameterRef ref = ParameterRef.parse(m.group(2) + m.group(4));
      return m.group(1) == null ? ofUpdate(ref, mistake) : ofGradient(ref, mistake);
    }
    Matcher unit = UNIT.matcher(name);
    if (unit.matches()) {
      return ofUnit(unit, mistake);
    }
    return LOSS.matcher(name).matches() ? ofLoss(mistake) : ofAnything(mistake);
  }

  private List<Double> ofUnit(Matcher m, Mistake mistake) {
    int layer = Integer.parseInt(m.group(2));
    int row = run.next().rows().indexOf(Integer.parseInt(m.group(3)) - 1);
    int index = Integer.parseInt(m.group(4)) - 1;
    if (m.group(1).equals("delta")) {
      return ofDelta(new WrongDelta(run, layer, row, index), mistake);
    }
    WrongForward wrong = new WrongForward(run.next(), layer, row, index);
    boolean activated = m.group(1).equals("a");
    return switch (mistake) {
      case TRANSPOSED -> wrong.transposed(activated);
      case NO_ACTIVATION -> activated ? List.of(wrong.netInput()) : List.of();
      case WRONG_PARAMETER -> wrong.others(activated);
      case FACTOR_TWO,
          HALF,
          WRONG_SIGN,
          SUM_FOR_MEAN,
          MEAN_FOR_SUM,
          SEQUENTIAL,
          FORGOT_RATE,
          OLD_VALUE,
          STEP_ONLY,
          NO_DERIVATIVE,
          ONE_SAMPLE,
          NOT_SQUARED,
          ROUNDED_EARLY ->
          ofAnything(mistake);
    };
  }

  private List<Double> ofDelta(WrongDelta wrong, Mistake mistake) {
    return switch (mistake) {
      case FACTOR_TWO -> List.of(wrong.scaled(2));
      case HALF -> List.of(wrong.scaled(0.5));
      case WRONG_SIGN -> List.of(wrong.scaled(-1));
      case SUM_FOR_MEAN -> averages() ? List.of(wrong.scaled(samples())) : List.of();
      case MEAN_FOR_SUM -> averages() ? List.of() : List.of(wrong.scaled(1 / samples()));
      case TRANSPOSED -> wrong.transposed();
      case WRONG_PARAMETER -> wrong.others();
      case NO_DERIVATIVE -> wrong.withoutDerivative();
      case SEQUENTIAL -> wrong.sequential();
      case ROUNDED_EARLY -> wrong.rounded();
      case STEP_ONLY -> List.of(right * run.next().rate());
      case ONE_SAMPLE, FORGOT_RATE, OLD_VALUE, NO_ACTIVATION, NOT_SQUARED -> List.of();
    };
  }

  private List<Double> ofGradient(ParameterRef ref, Mistake mistake) {
    WrongUpdate wrong = new WrongUpdate(run, ref);
    return switch (mistake) {
      case FACTOR_TWO -> List.of(wrong.gradient(2));
      case HALF -> List.of(wrong.gradient(0.5));
      case WRONG_SIGN -> List.of(wrong.gradient(-1));
      case SUM_FOR_MEAN -> averages() ? List.of(wrong.gradient(samples())) : List.of();
      case MEAN_FOR_SUM -> averages() ? List.of() : List.of(wrong.gradient(1 / samples()));
      case STEP_ONLY -> List.of(right * run.next().rate());
      case ONE_SAMPLE -> wrong.shares();
      case TRANSPOSED -> wrong.transposedGradients();
      case WRONG_PARAMETER -> wrong.others(false);
      case NO_DERIVATIVE -> wrong.gradientsWithoutDerivative();
      case ROUNDED_EARLY -> wrong.roundedGradients();
      case SEQUENTIAL -> wrong.sequentialGradients();
      case FORGOT_RATE, OLD_VALUE, NO_ACTIVATION, NOT_SQUARED -> List.of();
    };
  }

  private List<Double> ofUpdate(ParameterRef ref, Mistake mistake) {
    WrongUpdate wrong = new WrongUpdate(run, ref);
    double rate = run.next().rate();
    double old = wrong.old();
    return switch (mistake) {
      case FACTOR_TWO -> wrong.updated(2);
      case HALF -> wrong.updated(0.5);
      case WRONG_SIGN -> wrong.updated(-1);
      case SUM_FOR_MEAN -> averages() ? wrong.updated(samples()) : List.of();
      case MEAN_FOR_SUM -> averages() ? List.of() : wrong.updated(1 / samples());
      case FORGOT_RATE -> List.of(old - wrong.gradient(1));
      case OLD_VALUE -> List.of(old);
      case STEP_ONLY -> List.of(wrong.gradient(1), rate * wrong.gradient(1), right - old);
      case WRONG_PARAMETER -> wrong.others(true);
      case ONE_SAMPLE -> steps(old, rate, wrong.shares());
      case TRANSPOSED -> steps(old, rate, wrong.transposedGradients());
      case NO_DERIVATIVE -> steps(old, rate, wrong.gradientsWithoutDerivative());
      case SEQUENTIAL -> steps(old, rate, wrong.sequentialGradients());
      case ROUNDED_EARLY -> steps(old, rate, wrong.roundedGradients());
      case NO_ACTIVATION, NOT_SQUARED -> List.of();
    };
  }

  /** Plain descent with other gradients. */
  private static List<Double> steps(double old, double rate, List<Double> gradients) {
    return gradients.stream().map(g -> old - rate * g).toList();
  }

  private List<Double> ofLoss(Mistake mistake) {
    double m = run.experiment().data().size();
    boolean averaged = averages() && !name.endsWith("sse");
    return switch (mistake) {
      case FACTOR_TWO -> List.of(2 * right);
      case HALF -> List.of(right / 2);
      case WRONG_SIGN -> List.of(-right);
      case SUM_FOR_MEAN -> averaged ? List.of(right * m) : List.of();
      case MEAN_FOR_SUM -> averaged ? List.of() : List.of(right / m);
      case NOT_SQUARED -> notSquared();
      case SEQUENTIAL,
          FORGOT_RATE,
          OLD_VALUE,
          STEP_ONLY,
          WRONG_PARAMETER,
          TRANSPOSED,
          ONE_SAMPLE,
          NO_ACTIVATION,
          NO_DERIVATIVE,
          ROUNDED_EARLY ->
          List.of();
    };
  }

  /** Residuals summed as they are, or without their signs; present losses only. */
  private List<Double> notSquared() {
    if (run.experiment().loss().kind() != LossSpec.Kind.SQUARED || name.contains(":")) {
      return List.of();
    }
    MatrixView y = run.experiment().data().y();
    MatrixView outputs = run.now().outputs();
    double factor =
        name.equals("sse") ? 1 : run.experiment().loss().factor().value(y.rows(), y.columns());
    double[] residuals =
        IntStream.range(0, y.size()).mapToDouble(i -> outputs.get(i) - y.get(i)).toArray();
    double plain = DoubleStream.of(residuals).sum();
    double absolute = DoubleStream.of(residuals).map(Math::abs).sum();
    return List.of(factor * plain, factor * absolute);
  }

  private List<Double> ofAnything(Mistake mistake) {
    return switch (mistake) {
      case FACTOR_TWO -> List.of(2 * right);
      case HALF -> List.of(right / 2);
      case WRONG_SIGN -> List.of(-right);
      case SUM_FOR_MEAN,
          MEAN_FOR_SUM,
          SEQUENTIAL,
          FORGOT_RATE,
          OLD_VALUE,
          STEP_ONLY,
          WRONG_PARAMETER,
          TRANSPOSED,
          ONE_SAMPLE,
          NO_ACTIVATION,
          NO_DERIVATIVE,
          NOT_SQUARED,
          ROUNDED_EARLY ->
          List.of();
    };
  }

  private boolean averages() {
    return run.experiment().loss().factor().averages();
  }

  private double samples() {
    return run.next().rows().size();
  }
}
