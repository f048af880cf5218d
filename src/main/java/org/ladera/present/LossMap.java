package org.ladera.present;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.Field;
import org.ladera.lesson.ViewRef;
import org.ladera.present.relief.Terrain;
import org.ladera.present.scale.PlotAxis;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * The loss over two parameters with everything that lies on it: what surface and contour share.
 *
 * @param field the loss; empty until it was computed
 * @param draped whether the two parameters are all there are, so that the way between two updates
 *     lies on the hillside
 * @param trails the view's own run last, so that it is drawn on top
 * @param minimum where it is known
 * @param descentU −∂J/∂u at the present point
 * @param descentV −∂J/∂v at the present point
 */
public record LossMap(
    ParameterRef u,
    ParameterRef v,
    PlotAxis uAxis,
    PlotAxis vAxis,
    String uSymbol,
    String vSymbol,
    Optional<Field> field,
    boolean draped,
    List<Trail> trails,
    Spot start,
    Spot now,
    Optional<Spot> minimum,
    double descentU,
    double descentV) {
  /** A point of the plane and the true loss there. */
  public record Spot(double u, double v, double loss) {}

  public LossMap {
    trails = List.copyOf(trails);
  }

  /** The pictures that a view of this kind needs. */
  public static java.util.Set<FieldRequest> fieldRequests(ViewRef ref, RunFrame run) {
    return Plane.requests(ref, run);
  }

  static LossMap of(Frame frame, ViewRef ref, Messages messages, Labels labels) {
    return new LossMapPlot(frame, ref, messages, labels).map();
  }

  /** The way of the view's own run. */
  public Trail own() {
    return trails.getLast();
  }

  /** The plane's values as an intent needs them. */
  public Map<ParameterRef, Double> values(double atU, double atV) {
    return Map.of(u, atU, v, atV);
  }

  /** What is read off the hillside at a place; the numbers are read from the picture. */
  public Tip tip(Terrain terrain, double atU, double atV, Messages messages) {
    Numbers numbers = messages.numbers();
    Map<String, String> values =
        Map.of(
            "loss", numbers.shown(terrain.loss(atU, atV), 3),
            "du", numbers.shown(terrain.slopeU(atU, atV), 3),
            "dv", numbers.shown(terrain.slopeV(atU, atV), 3),
            "u", uSymbol,
            "v", vSymbol,
            "uValue", numbers.shown(atU, 3),
            "vValue", numbers.shown(atV, 3));
    return new Tip(
        List.of(
            new Tip.Line(messages.text("surface.tip.loss", values), Tip.Tone.LOSS),
            new Tip.Line(messages.text("surface.tip.gradient", values), Tip.Tone.TEXT),
            new Tip.Line(messages.text("surface.tip.place", values), Tip.Tone.TEXT),
            new Tip.Line(messages.text("surface.tip.keys"), Tip.Tone.KEYS)));
  }
}
