package org.ladera.landscape.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;

/**
 * Holds the derivatives that backpropagation gave for one update against derivatives found in three
 * other ways: by dual numbers, by the central difference (J(w+h) − J(w−h))/2h, and by its
 * sixth-order Richardson extrapolation. All of them use a second, plain implementation of the loss.
 */
public final class GradientCheck {
  /** Step of the Richardson value; smaller steps lose more digits than they gain. */
  private static final double RICHARDSON_STEP = 4e-3;

  private final StepTrace trace;
  private final BatchLoss batchLoss;

  /** Checks against the loss that the run descends. */
  public GradientCheck(StepTrace trace) {
    this(trace, trace.experiment().loss());
  }

  /**
   * @param loss the loss whose derivative is claimed; another one than the run descends shows the
   *     factor that a program has lost (S1.X: the ratio is 2 for every weight)
   */
  public GradientCheck(StepTrace trace, LossSpec loss) {
    this.trace = trace;
    batchLoss = new BatchLoss(trace, loss);
  }

  /**
   * One derivative in four ways.
   *
   * @param backprop what the run uses
   * @param dual exact but for rounding
   * @param central with the step asked for
   * @param richardson sixth order
   */
  public record Derivative(
      ParameterRef parameter, double backprop, double dual, double central, double richardson) {
    /** Reference over backprop: 1 when all is well; NaN when both are 0. */
    public double ratio() {
      return dual / backprop;
    }
  }

  /**
   * The whole gradient.
   *
   * @param checked how many parameters were compared
   * @param worst the parameter that is furthest off
   * @param error |backprop − dual| / max(1, |dual|) there
   */
  public record Summary(
      int checked, int parameters, ParameterRef worst, double backprop, double dual, double error) {
    /** Far above rounding, far below any mistake. */
    private static final double ALLOWED = 1e-10;

    public boolean passes() {
      return error <= ALLOWED;
    }
  }

  /** A point of the curve of errors: V-shaped, rounding on the left, truncation on the right. */
  public record ErrorAt(double step, double relativeError) {}

  public Derivative of(ParameterRef parameter, double step) {
    double[] theta = batchLoss.parameters();
    int index = batchLoss.layout().indexOf(parameter);
    return new Derivative(
        parameter,
        backprop(parameter),
        batchLoss.at(theta, index).slope(),
        central(theta, index, step),
        richardson(theta, index));
  }

  /** The error of the central difference for steps 1, 10^−½, 10^−1 … 10^−12. */
  public List<ErrorAt> errors(ParameterRef parameter) {
    double[] theta = batchLoss.parameters();
    int index = batchLoss.layout().indexOf(parameter);
    double exact = batchLoss.at(theta, index).slope();
    List<ErrorAt> errors = new ArrayList<>();
    for (int half = 0; half <= 24; half++) {
      double step = StrictMath.pow(10, -half / 2.0);
      double error = Math.abs(central(theta, index, step) - exact);
      errors.add(new ErrorAt(step, exact == 0 ? error : error / Math.abs(exact)));
    }
    return errors;
  }

  /**
   * All parameters, or evenly chosen ones where there are more than {@code most}.
   *
   * @param cancelled polled for every parameter
   */
  public Summary all(int most, BooleanSupplier cancelled) {
    double[] theta = batchLoss.parameters();
    int count = theta.length;
    int stride = Math.max(1, (count + most - 1) / most);
    Summary worst = null;
    int checked = 0;
    for (int i = 0; i < count && !cancelled.getAsBoolean(); i += stride) {
      ParameterRef parameter = batchLoss.layout().refAt(i);
      double dual = batchLoss.at(theta, i).slope();
      double backprop = backprop(parameter);
      double error = Math.abs(backprop - dual) / Math.max(1, Math.abs(dual));
      checked++;
      if (worst == null || error > worst.error() || Double.isNaN(error)) {
        worst = new Summary(checked, count, parameter, backprop, dual, error);
      }
    }
    return worst == null
        ? new Summary(0, count, batchLoss.layout().refAt(0), 0, 0, 0)
        : new Summary(checked, count, worst.worst(), worst.backprop(), worst.dual(), worst.error());
  }

  private double backprop(ParameterRef p) {
    LayerTrace layer = trace.layers().get(p.layer() - 1);
    return switch (p.kind()) {
      case WEIGHT -> layer.gradientW().get(p.row() - 1, p.column() - 1);
      case BIAS -> layer.gradientB().get(0, p.column() - 1);
      case GAMMA -> layer.batchNorm().orElseThrow().gradientGamma().get(0, p.column() - 1);
      case BETA -> layer.batchNorm().orElseThrow().gradientBeta().get(0, p.column() - 1);
    };
  }

  private double central(double[] theta, int index, double step) {
    double w = theta[index];
    theta[index] = w + step;
    double above = batchLoss.at(theta, -1).value();
    theta[index] = w - step;
    double below = batchLoss.at(theta, -1).value();
    theta[index] = w;
    return (above - below) / (2 * step);
  }

  /** D(h), D(h/2), D(h/4) combined so that the terms in h² and h⁴ cancel. */
  private double richardson(double[] theta, int index) {
    double h = RICHARDSON_STEP;
    double one = central(theta, index, h);
    double two = central(theta, index, h / 2);
    double four = central(theta, index, h / 4);
    double first = (4 * two - one) / 3;
    double second = (4 * four - two) / 3;
    return (16 * second - first) / 15;
  }

  /** The parameters there are, for a list to choose from. */
  public ParameterLayout layout() {
    return batchLoss.layout();
  }
}
