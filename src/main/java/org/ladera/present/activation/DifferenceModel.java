package org.ladera.present.activation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.landscape.gradient.SlopeDifference;
import org.ladera.landscape.gradient.SlopeDifference.ErrorAt;
import org.ladera.lesson.model.Range;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.activation.ActivationModel.Stretch;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.session.Frame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/**
 * The slope of an activation function by differences: the secant through z − h and z + h, and the
 * error of the slope against h.
 *
 * <p>The run has one unit with one input, and among its examples the inputs −1, 0 and 1: its weight
 * is h and its bias z, so that the unit itself computes f(z − h), f(z) and f(z + h). Option {@code
 * range} spans z.
 *
 * @param missing what to say when the run is not of that kind; else empty
 * @param spoken the whole state in words
 * @param left f(z − h)
 * @param middle f(z)
 * @param right f(z + h)
 */
public record DifferenceModel(
    String title,
    String reading,
    String spoken,
    String missing,
    PlotAxis z,
    PlotAxis values,
    Stretch curve,
    Point left,
    Point middle,
    Point right,
    Slope secant,
    Slope tangent,
    Errors errors)
    implements CardModel {
  private static final double FAR = 5;

  /** Errors below this are not shown: less than a rounding. */
  private static final double LEAST = 1e-13;

  private static final double SMALLEST_STEP = 1e-15;

  /** Room for the mark of the largest step, 1. */
  private static final double END = 2;

  public record Point(double z, double a) {}

  /** A slope with its words. */
  public record Slope(double slope, String label) {}

  /**
   * The errors of both differences over h.
   *
   * @param now of the central difference at the present h; it may be 0
   * @param step h
   */
  public record Errors(
      PlotAxis steps,
      PlotAxis sizes,
      Stretch central,
      Stretch forward,
      String centralName,
      String forwardName,
      double step,
      double now) {}

  /** The view of {@code spec} of this frame. It shows nothing of the highlight. */
  public static DifferenceModel of(
      Frame frame, ViewSpec.Difference spec, Highlight highlight, Messages messages) {
    StepTrace next = frame.run(spec.run()).next();
    LayerTrace unit = next.layers().getFirst();
    Optional<Point> left = point(next, unit, -1);
    Optional<Point> middle = point(next, unit, 0);
    Optional<Point> right = point(next, unit, 1);
    boolean fits =
        unit.w().before().size() == 1
            && unit.spec().bias()
            && left.isPresent()
            && middle.isPresent()
            && right.isPresent();
    double h = fits ? Math.abs(unit.w().before().get(0)) : 1;
    return new Builder(unit.spec().activation(), messages, spec)
        .build(
            fits ? left.get() : new Point(-1, 0),
            fits ? middle.get() : new Point(0, 0),
            fits ? right.get() : new Point(1, 0),
            h,
            fits ? "" : messages.text("difference.missing"));
  }

  /** The unit's value for the example with this input. */
  private static Optional<Point> point(StepTrace next, LayerTrace unit, double x) {
    for (int row = 0; row < next.x().rows(); row++) {
      if (next.x().get(row, 0) == x) {
        return Optional.of(new Point(unit.z().get(row, 0), unit.a().get(row, 0)));
      }
    }
    return Optional.empty();
  }

  /** What makes the step {@code h}, within what is shown. */
  public Move toStep(double h) {
    double step = Math.clamp(h, SMALLEST_STEP, 1);
    return new Move.ToParameter(ParameterRef.weight(1, 1, 1), step);
  }

  /** What moves the point to {@code to}. */
  public Move toPoint(double to) {
    return new Move.ToParameter(ParameterRef.bias(1, 1), to);
  }

  private record Builder(ActivationSpec function, Messages messages, ViewSpec.Difference spec) {
    DifferenceModel build(Point left, Point middle, Point right, double h, String missing) {
      Numbers numbers = messages.numbers();
      SlopeDifference difference = new SlopeDifference(function, middle.z());
      double secant = (right.a() - left.a()) / (right.z() - left.z());
      double exact = difference.derivative();
      double error = difference.relative(secant);
      Map<String, String> words =
          Map.of(
              "h", numbers.shown(h),
              "z", numbers.shown(middle.z()),
              "secant", numbers.shown(secant, 6),
              "slope", numbers.shown(exact, 6),
              "error", numbers.shown(error, 2));
      String spoken =
          RichText.parse(messages.text("difference.spoken", words)).plain()
              + " "
              + messages.text("difference.keys");
      double min = spec.range().map(Range::low).orElse(-FAR);
      double max = spec.range().map(Range::high).orElse(FAR);
      Stretch curve = new FunctionCurve(function, min, max).values();
      return new DifferenceModel(
          messages.text("difference.title"),
          missing.isEmpty() ? messages.text("difference.reading", words) : "",
          missing.isEmpty() ? spoken : missing,
          missing,
          PlotAxis.of("$z$", Scale.linear(min, max), numbers),
          PlotAxis.of(messages.text("difference.values"), height(curve), numbers),
          curve,
          left,
          middle,
          right,
          new Slope(secant, messages.text("difference.secant", words)),
          new Slope(exact, messages.text("difference.tangent", words)),
          errors(difference, h, error));
    }

    private static Scale height(Stretch curve) {
      double low = 0;
      double high = 0;
      for (double height : curve.heights()) {
        low = Math.min(low, height);
        high = Math.max(high, height);
      }
      return Scale.linear(low, high + (high - low) * 0.08);
    }

    private Errors errors(SlopeDifference difference, double h, double error) {
      List<ErrorAt> all = difference.errors();
      double[] steps = all.stream().mapToDouble(ErrorAt::step).toArray();
      double[] central = all.stream().mapToDouble(ErrorAt::central).toArray();
      double[] forward = all.stream().mapToDouble(ErrorAt::forward).toArray();
      Numbers numbers = messages.numbers();
      return new Errors(
          PlotAxis.of(messages.text("difference.step"), Scale.log(SMALLEST_STEP, END), numbers),
          PlotAxis.of(messages.text("difference.error"), Scale.log(LEAST, 10), numbers),
          new Stretch(steps, central),
          new Stretch(steps, forward),
          messages.text("difference.central"),
          messages.text("difference.forward"),
          h,
          error);
    }
  }
}
