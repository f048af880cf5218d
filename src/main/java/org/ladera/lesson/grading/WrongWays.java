package org.ladera.lesson.grading;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.field.Fields;
import org.ladera.session.reading.HeldOutReading;
import org.ladera.session.reading.JacobianReading;
import org.ladera.session.reading.LayerReading;
import org.ladera.session.reading.LossReading;
import org.ladera.session.reading.MemoryReading;
import org.ladera.session.reading.ParameterReading;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.RunReading;
import org.ladera.session.reading.SampleLoss;
import org.ladera.session.reading.SampleReading;
import org.ladera.session.reading.Scalar;
import org.ladera.session.reading.SecantReading;
import org.ladera.session.reading.UnitReading;

/** What a reading would be if it were worked out with a known mistake. */
final class WrongWays {
  private final Frame frame;
  private final RunFrame run;
  private final Reading reading;
  private final double right;

  /**
   * @param right its value
   */
  WrongWays(Frame frame, RunReading reading, double right) {
    this.frame = frame;
    run = reading.in(frame).orElseThrow();
    this.reading = reading.reading();
    this.right = right;
  }

  /** The numbers that {@code mistake} leads to; empty where it cannot be made. */
  List<Double> values(Mistake mistake) {
    return switch (reading) {
      case ParameterReading(ParameterReading.Form form, ParameterRef of) ->
          switch (form) {
            case GRADIENT -> ofGradient(of, mistake);
            case NEXT -> ofUpdate(of, mistake);
            case NOW, START, OPTIMUM, SOURCE, SEQUENTIAL -> ofAnything(mistake);
          };
      case UnitReading unit -> ofUnit(unit, mistake);
      case LossReading loss -> ofLoss(loss, mistake);
      case Scalar _,
          SampleReading _,
          SampleLoss _,
          JacobianReading _,
          SecantReading _,
          LayerReading _,
          HeldOutReading _,
          MemoryReading _ ->
          ofAnything(mistake);
    };
  }

  private List<Double> ofUnit(UnitReading of, Mistake mistake) {
    int row = run.next().rows().indexOf(of.example() - 1);
    return switch (of.what()) {
      case DELTA -> ofDelta(new WrongDelta(run, of.layer(), row, of.unit() - 1), mistake);
      case Z, A -> {
        boolean activated = of.what() == UnitReading.What.A;
        yield ofSignal(
            new WrongForward(run.next(), of.layer(), row, of.unit() - 1), activated, mistake);
      }
      case SLOPE, NORMALISED, EXPONENTIAL, THROUGH -> ofAnything(mistake);
    };
  }

  private List<Double> ofSignal(WrongForward wrong, boolean activated, Mistake mistake) {
    return switch (mistake) {
      case TRANSPOSED -> wrong.transposed(activated);
      case NO_ACTIVATION -> activated ? List.of(wrong.netInput()) : List.of();
      case WRONG_PARAMETER -> wrong.others(activated);
      case NO_BIAS -> wrong.withoutBias(activated);
      case FACTOR_TWO,
          HALF,
          WRONG_SIGN,
          SUM_FOR_MEAN,
          MEAN_FOR_SUM,
          SEQUENTIAL,
          FORGOT_RATE,
          OLD_VALUE,
          STEP_ONLY,
          ONE_SAMPLE,
          NO_DERIVATIVE,
          NOT_SQUARED,
          ROUNDED_EARLY,
          SIGN_AND_FACTOR,
          LOG_TEN,
          OFF_BY_ONE ->
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
      case SIGN_AND_FACTOR -> List.of(wrong.scaled(-2));
      case OFF_BY_ONE -> neighbours();
      case ONE_SAMPLE, FORGOT_RATE, OLD_VALUE, NO_ACTIVATION, NOT_SQUARED, NO_BIAS, LOG_TEN ->
          List.of();
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
      case SIGN_AND_FACTOR -> List.of(wrong.gradient(-2));
      case FORGOT_RATE, OLD_VALUE, NO_ACTIVATION, NOT_SQUARED, NO_BIAS, LOG_TEN, OFF_BY_ONE ->
          List.of();
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
      case SIGN_AND_FACTOR -> wrong.updated(-2);
      case NO_ACTIVATION, NOT_SQUARED, NO_BIAS, LOG_TEN, OFF_BY_ONE -> List.of();
    };
  }

  /** Plain descent with other gradients. */
  private static List<Double> steps(double old, double rate, List<Double> gradients) {
    return gradients.stream().map(g -> old - rate * g).toList();
  }

  private List<Double> ofLoss(LossReading loss, Mistake mistake) {
    double m = run.experiment().data().size();
    boolean averaged = averages() && !loss.squares();
    return switch (mistake) {
      case FACTOR_TWO -> List.of(2 * right);
      case HALF -> List.of(right / 2);
      case WRONG_SIGN -> List.of(-right);
      case SUM_FOR_MEAN -> averaged ? List.of(right * m) : List.of();
      case MEAN_FOR_SUM -> averaged ? List.of() : List.of(right / m);
      case NOT_SQUARED -> notSquared(loss);
      case LOG_TEN -> logTen();
      case SEQUENTIAL,
          FORGOT_RATE,
          OLD_VALUE,
          STEP_ONLY,
          WRONG_PARAMETER,
          TRANSPOSED,
          ONE_SAMPLE,
          NO_ACTIVATION,
          NO_DERIVATIVE,
          ROUNDED_EARLY,
          SIGN_AND_FACTOR,
          NO_BIAS,
          OFF_BY_ONE ->
          List.of();
    };
  }

  /** Residuals summed as they are, or without their signs. */
  private List<Double> notSquared(LossReading loss) {
    if (run.experiment().loss().kind() != LossSpec.Kind.SQUARED
        || loss.at() == LossReading.At.OPTIMUM) {
      return List.of();
    }
    MatrixView y = run.experiment().data().y();
    MatrixView outputs =
        loss.at() == LossReading.At.NOW
            ? run.now().outputs()
            : Fields.evaluate(run.experiment(), run.start().parameters().toArray()).outputs();
    double factor =
        loss.squares() ? 1 : run.experiment().loss().factor().value(y.rows(), y.columns());
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
      case OFF_BY_ONE -> neighbours();
      case LOG_TEN -> reading instanceof SampleLoss ? logTen() : List.of();
      case WRONG_PARAMETER -> otherParameters();
      case SUM_FOR_MEAN,
          MEAN_FOR_SUM,
          SEQUENTIAL,
          FORGOT_RATE,
          OLD_VALUE,
          STEP_ONLY,
          TRANSPOSED,
          ONE_SAMPLE,
          NO_ACTIVATION,
          NO_DERIVATIVE,
          NOT_SQUARED,
          ROUNDED_EARLY,
          SIGN_AND_FACTOR,
          NO_BIAS ->
          List.of();
    };
  }

  /** Cross-entropies with log₁₀. */
  private List<Double> logTen() {
    return run.experiment().loss().kind() == LossSpec.Kind.SQUARED
        ? List.of()
        : List.of(right / StrictMath.log(10));
  }

  /** The same number of the examples before and after; of a product back through layers, these. */
  private List<Double> neighbours() {
    return IntStream.of(-1, 1)
        .mapToObj(this::beside)
        .flatMap(Optional::stream)
        .filter(r -> r.exists(run.experiment()))
        .flatMap(r -> r.value(frame, run).stream().boxed())
        .toList();
  }

  private Optional<Reading> beside(int by) {
    return switch (reading) {
      case SampleReading(SampleReading.What what, int example, int column) ->
          Optional.of(new SampleReading(what, example + by, column));
      case SampleLoss(int example) -> Optional.of(new SampleLoss(example + by));
      case UnitReading(UnitReading.What what, int layer, int example, int unit) ->
          Optional.of(
              what == UnitReading.What.THROUGH
                  ? new UnitReading(what, layer + by, example, unit)
                  : new UnitReading(what, layer, example + by, unit));
      case ParameterReading _,
          LossReading _,
          Scalar _,
          JacobianReading _,
          SecantReading _,
          LayerReading _,
          HeldOutReading _,
          MemoryReading _ ->
          Optional.empty();
    };
  }

  /** The number of the other parameters of the layer. */
  private List<Double> otherParameters() {
    if (!(reading instanceof ParameterReading(ParameterReading.Form form, ParameterRef ref))) {
      return List.of();
    }
    return WrongUpdate.others(run.next(), ref).stream()
        .flatMap(other -> new ParameterReading(form, other).value(frame, run).stream().boxed())
        .toList();
  }

  private boolean averages() {
    return run.experiment().loss().factor().averages();
  }

  private double samples() {
    return run.next().rows().size();
  }
}
