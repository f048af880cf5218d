package org.ladera.present.loss;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.StepTrace;
import org.ladera.landscape.Field;
import org.ladera.landscape.Plane;
import org.ladera.lesson.model.PlaneChoice;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.relief.Terrain;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.OtherRuns;
import org.ladera.present.shared.Tip;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * The loss over a plane of the parameters with everything that lies on it: what surface and contour
 * share.
 *
 * @param layout of all parameters
 * @param plane where a place of the map lies among all parameters
 * @param variant which words are fit: none for two parameters, else random or path
 * @param field the loss; empty until it was computed
 * @param draped whether the two parameters are all there are, so that the way between two updates
 *     lies on the hillside
 * @param trails the view's own run last, so that it is drawn on top
 * @param minimum where it is known
 * @param gauge how far the way lies from the plane; empty where two parameters are shown
 * @param next the next update of the run, where its updates can be opened
 */
public record LossMap(
    ParameterLayout layout,
    Plane plane,
    String variant,
    Direction u,
    Direction v,
    Optional<Field> field,
    boolean draped,
    List<Trail> trails,
    Spot start,
    Spot now,
    Optional<Spot> minimum,
    Optional<Gauge> gauge,
    Optional<StepTrace> next) {
  /**
   * One of the two directions of the plane.
   *
   * @param descent what −∇J is along it at the present point
   */
  public record Direction(PlotAxis axis, String symbol, double descent) {}

  /** A point of the plane and the true loss there. */
  public record Spot(double u, double v, double loss) {}

  /**
   * How honestly the way is drawn, at its place furthest from the plane.
   *
   * @param at where that is drawn, and its true loss
   * @param distance from the plane in parameter space; 0 when all of the way lies in it
   * @param drawn the loss of the plane there
   * @param climbs whether the way would climb on this hillside although its true loss has fallen:
   *     then it is not drawn
   */
  public record Gauge(Spot at, double distance, double drawn, boolean climbs) {}

  /**
   * Between the update before and this one: the present point on the straight way between both.
   * Where two parameters are all there are, its loss is that of the map there.
   *
   * @param share of the way from {@code before}, 0 to 1
   */
  LossMap after(LossMap before, double share, Terrain terrain) {
    if (!draped) {
      return this;
    }
    double atU = before.now.u + share * (now.u - before.now.u);
    double atV = before.now.v + share * (now.v - before.now.v);
    if (!terrain.holds(atU, atV)) {
      return this;
    }
    Spot spot = new Spot(atU, atV, terrain.loss(atU, atV));
    return new LossMap(
        layout, plane, variant, u, v, field, draped, trails, start, spot, minimum, gauge, next);
  }

  public LossMap {
    trails = List.copyOf(trails);
  }

  /** The pictures that a view of this kind needs. */
  public static Set<FieldRequest> wanted(ViewSpec.OverParameters spec, Frame frame) {
    RunFrame run = frame.run(spec.run());
    return switch (spec.plane()) {
      case PlaneChoice.Weights weights -> Set.of(ParameterPlane.of(weights, run).request());
      case PlaneChoice.Random(long seed) ->
          Set.of(PlaneMapBuilder.request(run, new FieldRequest.Cut.Random(seed)));
      case PlaneChoice.Path() -> Set.of(PlaneMapBuilder.request(run, new FieldRequest.Cut.Path()));
    };
  }

  public static LossMap of(
      Frame frame, ViewSpec.OverParameters spec, Messages messages, Labels labels) {
    RunFrame run = frame.run(spec.run());
    List<RunFrame> others = OtherRuns.of(frame, spec.run(), spec.runs());
    return switch (spec.plane()) {
      case PlaneChoice.Weights weights ->
          new LossMapBuilder(frame, run, ParameterPlane.of(weights, run), others, messages, labels)
              .map();
      case PlaneChoice.Random(long seed) ->
          PlaneMapBuilder.map(
              frame, run, new FieldRequest.Cut.Random(seed), others, messages, labels);
      case PlaneChoice.Path() ->
          PlaneMapBuilder.map(frame, run, new FieldRequest.Cut.Path(), others, messages, labels);
    };
  }

  /** The next update of a run whose updates can be opened. */
  static Optional<StepTrace> next(RunFrame run) {
    return run.id().equals(Scene.MAIN) ? Optional.of(run.next()) : Optional.empty();
  }

  /** The run that stands at the end of one of the ways, by its id. */
  public Optional<Trail.Runner> runner(String id) {
    return trails.stream()
        .flatMap(trail -> trail.runner().stream())
        .filter(runner -> runner.run().equals(id))
        .findFirst();
  }

  /** The run whose way lies nearest to a place, within a reach, where others lie on the map too. */
  public Optional<String> runAt(double atU, double atV, double reachU, double reachV) {
    return trails.stream()
        .filter(trail -> trail.nearest(atU, atV, reachU, reachV) >= 0)
        .flatMap(trail -> trail.runner().stream())
        .map(Trail.Runner::run)
        .findFirst();
  }

  /** The way of the view's own run. */
  public Trail own() {
    return trails.getLast();
  }

  /** The parameters that the plane moves, at one of its places. */
  public Map<ParameterRef, Double> values(double atU, double atV) {
    double[] theta = new double[layout.count()];
    plane.at(atU, atV, theta);
    Map<ParameterRef, Double> values = new HashMap<>();
    for (int i = 0; i < theta.length; i++) {
      if (plane.first().get(i) != 0 || plane.second().get(i) != 0) {
        values.put(layout.refAt(i), theta[i]);
      }
    }
    return Map.copyOf(values);
  }

  /**
   * The loss of the point of the way that lies at a place, within a reach; else at the place, or
   * where no update computes the one of the way.
   */
  public Asked asked(double atU, double atV, double reachU, double reachV) {
    Trail way = own();
    int nearest = way.nearest(atU, atV, reachU, reachV);
    if (nearest < 0) {
      return new Asked.SupposedLoss(values(atU, atV));
    }
    Asked loss = new Asked.Loss(way.updates()[nearest]);
    boolean computed = next.flatMap(loss::opening).isPresent();
    return computed ? loss : new Asked.SupposedLoss(values(way.u()[nearest], way.v()[nearest]));
  }

  /** What is read at a place: the point of the way within a reach of it, else the place itself. */
  public double[] read(double atU, double atV, double reachU, double reachV) {
    Trail way = own();
    int nearest = way.nearest(atU, atV, reachU, reachV);
    return nearest < 0
        ? new double[] {atU, atV}
        : new double[] {way.u()[nearest], way.v()[nearest]};
  }

  /**
   * How honestly the nearest place of the way is drawn, where the plane is one through all
   * parameters and that place lies within {@code reachU} and {@code reachV}.
   */
  public Optional<Tip> wayTip(
      Terrain terrain, double atU, double atV, double reachU, double reachV, Messages messages) {
    Trail way = own();
    int nearest = gauge.isPresent() ? way.nearest(atU, atV, reachU, reachV) : -1;
    if (nearest < 0) {
      return Optional.empty();
    }
    Numbers numbers = messages.numbers();
    Map<String, String> values =
        Map.of(
            "loss", numbers.shown(way.loss()[nearest], 3),
            "drawn", numbers.shown(terrain.loss(way.u()[nearest], way.v()[nearest]), 3),
            "distance", numbers.shown(way.distance()[nearest], 3));
    return Optional.of(
        new Tip(
            List.of(
                new Tip.Line(messages.text("surface.tip.true", values), Tip.Tone.LOSS),
                new Tip.Line(messages.text("surface.tip.drawn", values), Tip.Tone.TEXT),
                new Tip.Line(messages.text("surface.gauge.mark", values), Tip.Tone.TEXT))));
  }

  /** What is read off the hillside at a place; the numbers are read from the picture. */
  public Tip tip(Terrain terrain, double atU, double atV, Messages messages) {
    Numbers numbers = messages.numbers();
    Map<String, String> values =
        Map.of(
            "loss", numbers.shown(terrain.loss(atU, atV), 3),
            "du", numbers.shown(terrain.slopeU(atU, atV), 3),
            "dv", numbers.shown(terrain.slopeV(atU, atV), 3),
            "u", u.symbol(),
            "v", v.symbol(),
            "uValue", numbers.shown(atU, 3),
            "vValue", numbers.shown(atV, 3));
    List<Tip.Line> lines = new ArrayList<>();
    lines.add(new Tip.Line(messages.text("surface.tip.loss", values), Tip.Tone.LOSS));
    lines.add(new Tip.Line(messages.text("surface.tip.gradient", values), Tip.Tone.TEXT));
    lines.add(new Tip.Line(messages.text("surface.tip.place", values), Tip.Tone.TEXT));
    towards(atU, atV, messages).ifPresent(lines::add);
    if (next.isPresent()) {
      // A click or a key in the map of another run does neither.
      lines.add(new Tip.Line(messages.text("surface.tip.keys"), Tip.Tone.KEYS));
    }
    return new Tip(lines);
  }

  /** The derivative at the present point in the direction of a place, ∇J·d = ‖∇J‖ cos θ. */
  private Optional<Tip.Line> towards(double atU, double atV, Messages messages) {
    double length = Math.hypot(atU - now.u(), atV - now.v());
    double steepest = Math.hypot(u.descent(), v.descent());
    double slope = -(u.descent() * (atU - now.u()) + v.descent() * (atV - now.v())) / length;
    if (!draped || !(length > 0) || !(steepest > 0)) {
      return Optional.empty();
    }
    double angle = Math.toDegrees(StrictMath.acos(Math.clamp(slope / steepest, -1, 1)));
    Numbers numbers = messages.numbers();
    return Optional.of(
        new Tip.Line(
            messages.text(
                "surface.tip.towards",
                Map.of(
                    "slope", numbers.shown(slope, 3),
                    "steepest", numbers.shown(steepest, 3),
                    "angle", numbers.shown(angle, 3))),
            Tip.Tone.TEXT));
  }

  public PlotAxis uAxis() {
    return u.axis();
  }

  public PlotAxis vAxis() {
    return v.axis();
  }

  public String uSymbol() {
    return u.symbol();
  }

  public String vSymbol() {
    return v.symbol();
  }

  public double descentU() {
    return u.descent();
  }

  public double descentV() {
    return v.descent();
  }
}
