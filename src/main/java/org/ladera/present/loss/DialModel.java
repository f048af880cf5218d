package org.ladera.present.loss;

import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.RaceView;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * The slope at the present point over the direction in which one goes: D_v f = ∇f · v = ‖∇f‖ cos θ.
 *
 * @param reading the slope in the chosen direction, for the header
 * @param spoken the whole state in words
 * @param angles from −180 to 180 degrees from the first parameter
 * @param angle the chosen one, in degrees
 * @param steepest the angle of the gradient, in degrees; NaN where it is 0
 * @param norm its length
 */
public record DialModel(
    String title,
    String reading,
    String spoken,
    PlotAxis angles,
    PlotAxis slopes,
    double angle,
    double steepest,
    double norm,
    Words words)
    implements CardModel {
  private static final double ROOM = 1.2;

  /** What stands beside the marks. */
  public record Words(String gradient, String descent, String flat) {}

  /** The slope in a direction given in degrees. */
  public double slope(double degrees) {
    return norm == 0 ? 0 : norm * StrictMath.cos(Math.toRadians(degrees - steepest));
  }

  /** The gradient over two parameters of a run. */
  static double[] gradient(RunFrame run, ParameterRef u, ParameterRef v) {
    ParameterLayout layout = new ParameterLayout(run.experiment().network());
    return new double[] {
      run.now().gradient().get(layout.indexOf(u)), run.now().gradient().get(layout.indexOf(v))
    };
  }

  /** The view of {@code spec} of this frame. */
  public static DialModel of(
      Frame frame, RaceView.Dial spec, Highlight highlight, Messages messages, Labels labels) {
    RunFrame run = frame.run(spec.run());
    double[] gradient = gradient(run, spec.u(), spec.v());
    double norm = Math.hypot(gradient[0], gradient[1]);
    double steepest = Math.toDegrees(StrictMath.atan2(gradient[1], gradient[0]));
    double angle =
        highlight.direction().isPresent()
            ? Math.toDegrees(highlight.direction().getAsDouble())
            : steepest;
    double most = norm > 0 && Double.isFinite(norm) ? ROOM * norm : 1;
    Numbers numbers = messages.numbers();
    double slope = norm == 0 ? 0 : norm * StrictMath.cos(Math.toRadians(angle - steepest));
    Map<String, String> values =
        Map.of(
            "slope", numbers.shown(slope),
            "norm", numbers.shown(norm),
            "angle", numbers.fixed(angle, 0),
            "between", numbers.fixed(between(angle, steepest), 0),
            "u", ParameterSymbols.of(spec.u(), run.experiment().network(), messages.letters()),
            "v", ParameterSymbols.of(spec.v(), run.experiment().network(), messages.letters()));
    return new DialModel(
        labels.title(messages.text("dial.title"), spec, messages),
        messages.text("dial.reading", values),
        messages.text("dial.spoken", values),
        PlotAxis.of(messages.text("dial.angle", values), Scale.linear(-180, 180), numbers),
        PlotAxis.of(messages.text("dial.slope"), Scale.linear(-most, most), numbers),
        angle,
        norm > 0 ? steepest : Double.NaN,
        norm,
        new Words(
            messages.text("dial.gradient", values),
            messages.text("dial.descent"),
            messages.text("dial.flat")));
  }

  /** The angle between two directions, 0 to 180 degrees. */
  private static double between(double a, double b) {
    double d = Math.abs(a - b) % 360;
    return d > 180 ? 360 - d : d;
  }

  /** The words beside a direction on the map. */
  static Optional<String> label(LossMap map, double angle, Messages messages) {
    double gu = -map.descentU();
    double gv = -map.descentV();
    double slope = gu * StrictMath.cos(angle) + gv * StrictMath.sin(angle);
    return Double.isFinite(slope)
        ? Optional.of(
            messages.text("dial.tag", Map.of("slope", messages.numbers().shown(slope, 3))))
        : Optional.empty();
  }
}
