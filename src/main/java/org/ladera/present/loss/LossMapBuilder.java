package org.ladera.present.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.present.loss.LossMap.Spot;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.OtherRuns;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.present.time.BranchTree;
import org.ladera.session.Frame;
import org.ladera.session.Landmark;
import org.ladera.session.RunFrame;
import org.ladera.session.reading.ParameterReading;
import org.ladera.text.Messages;
import org.ladera.timeline.Trajectory;

/** Works out a {@link LossMap}. */
final class LossMapBuilder {
  /** So many updates are drawn in full. */
  private static final int LEAPS = 24;

  /** Ghosts further back would only be clutter. */
  private static final int GHOSTS = 3;

  private final Frame frame;
  private final Messages messages;
  private final Labels labels;
  private final RunFrame run;
  private final ParameterPlane plane;
  private final List<RunFrame> others;
  private final ParameterLayout layout;
  private final int iu;
  private final int iv;
  private final boolean draped;

  LossMapBuilder(
      Frame frame,
      RunFrame run,
      ParameterPlane plane,
      List<RunFrame> others,
      Messages messages,
      Labels labels) {
    this.frame = frame;
    this.run = run;
    this.plane = plane;
    this.others = others;
    this.messages = messages;
    this.labels = labels;
    layout = new ParameterLayout(run.experiment().network());
    iu = layout.indexOf(plane.u());
    iv = layout.indexOf(plane.v());
    draped = layout.count() == 2;
  }

  LossMap map() {
    Field field = plane.field(frame);
    Axis x = field == null ? plane.uAxis() : field.x();
    Axis y = field == null ? plane.vAxis() : field.y();
    MatrixView gradient = run.now().gradient();
    return new LossMap(
        layout,
        org.ladera.landscape.Plane.of(layout, run.parameters(), plane.u(), plane.v()),
        "",
        new LossMap.Direction(
            axis("contour.name.", plane.u(), x),
            ParameterSymbols.of(plane.u(), run.experiment().network(), messages.letters()),
            -gradient.get(iu)),
        new LossMap.Direction(
            axis("contour.name.", plane.v(), y),
            ParameterSymbols.of(plane.v(), run.experiment().network(), messages.letters()),
            -gradient.get(iv)),
        Optional.ofNullable(field),
        draped,
        trails(),
        spot(run.start()),
        spot(run.parameters(), run.now().totalLoss()),
        run.optimum().map(this::spot),
        Optional.empty(),
        LossMap.next(run));
  }

  private Spot spot(Landmark landmark) {
    return spot(landmark.parameters(), landmark.loss());
  }

  private Spot spot(MatrixView parameters, double loss) {
    return new Spot(parameters.get(iu), parameters.get(iv), loss);
  }

  /** "sesgo b" where the unit has one bias and one weight, else the symbol alone. */
  private PlotAxis axis(String key, ParameterRef parameter, Axis axis) {
    NetworkSpec network = run.experiment().network();
    String symbol = ParameterSymbols.of(parameter, network, messages.letters());
    boolean bias = parameter.kind() == ParameterRef.Kind.BIAS && ParameterSymbols.isUnit(network);
    boolean slope =
        parameter.kind() == ParameterRef.Kind.WEIGHT && ParameterSymbols.isLine(network);
    String word = bias ? "bias" : "slope";
    String name = bias || slope ? messages.text(key + word, Map.of("symbol", symbol)) : symbol;
    return PlotAxis.of(name, Scale.linear(axis.min(), axis.max()), messages.numbers());
  }

  private List<Trail> trails() {
    List<Trail> trails = new ArrayList<>();
    List<RunFrame.Ghost> earlier = run.ghosts().stream().filter(g -> !g.compared()).toList();
    for (RunFrame.Ghost ghost :
        earlier.subList(Math.max(0, earlier.size() - GHOSTS), earlier.size())) {
      trails.add(whole(ghost.path(), Trail.Role.GHOST, "", 0));
    }
    run.ghosts().stream()
        .filter(RunFrame.Ghost::compared)
        .map(g -> whole(g.path(), Trail.Role.COMPARED, BranchTree.label(g, run, messages), 0))
        .forEach(trails::add);
    for (RunFrame other : others) {
      if (new ParameterLayout(other.experiment().network()).count() == run.parameters().columns()) {
        trails.add(
            upToNow(
                other,
                Trail.Role.OTHER,
                labels.run(other.id(), other.id()),
                OtherRuns.look(frame, other)));
      }
    }
    trails.add(upToNow(run, Trail.Role.OWN, "", 0));
    return trails;
  }

  /**
   * A path that leaps from wall to wall would soon paint its valley over. After its first updates
   * only every second point is drawn: those on the same wall.
   */
  private static boolean drawn(long update) {
    return update <= LEAPS || update % 2 == 0;
  }

  private Trail whole(Trajectory path, Trail.Role role, String label, int look) {
    Points points = new Points(path.count());
    for (int i = 0; i < path.count(); i++) {
      if (drawn(path.update(i))) {
        points.add(path.get(i, iu), path.get(i, iv), path.loss(i), path.update(i));
      }
    }
    return points.trail(role, label, look, points.count, Optional.empty());
  }

  /** The path with the present point in its place, which thinning may have left out. */
  private Trail upToNow(RunFrame of, Trail.Role role, String label, int look) {
    Trajectory path = of.path();
    Points points =
        new Points(path.count() + 1 + of.plan().map(plan -> plan.path().count()).orElse(0));
    int i = 0;
    for (; i < path.count() && path.update(i) < of.update(); i++) {
      if (drawn(path.update(i))) {
        points.add(path.get(i, iu), path.get(i, iv), path.loss(i), path.update(i));
      }
    }
    points.add(of.parameters().get(iu), of.parameters().get(iv), of.now().totalLoss(), of.update());
    int reached = points.count;
    for (; i < path.count(); i++) {
      if (path.update(i) > of.update() && drawn(path.update(i))) {
        points.add(path.get(i, iu), path.get(i, iv), path.loss(i), path.update(i));
      }
    }
    if (role == Trail.Role.OWN) {
      of.plan().ifPresent(plan -> ahead(plan.path(), of, points));
    }
    return points.trail(role, label, look, reached, Optional.of(runner(of)));
  }

  private Trail.Runner runner(RunFrame of) {
    double u = of.parameters().get(iu);
    double v = of.parameters().get(iv);
    return new Trail.Runner(
        of.id(),
        u,
        v,
        ParameterReading.newValue(of.next(), plane.u()) - u,
        ParameterReading.newValue(of.next(), plane.v()) - v,
        StepParts.of(of.next(), plane.u(), plane.v()));
  }

  /** What the run will do from where it has been. */
  private void ahead(Trajectory plan, RunFrame of, Points points) {
    double reached = of.reachedEpoch() * of.updatesPerEpoch();
    for (int i = 0; i < plan.count(); i++) {
      if (plan.update(i) > reached && drawn(plan.update(i))) {
        points.add(plan.get(i, iu), plan.get(i, iv), plan.loss(i), plan.update(i));
      }
    }
  }

  private static final class Points {
    private final double[] u;
    private final double[] v;
    private final double[] loss;
    private final long[] updates;
    private int count;

    Points(int most) {
      u = new double[most];
      v = new double[most];
      loss = new double[most];
      updates = new long[most];
    }

    void add(double atU, double atV, double atLoss, long update) {
      if (Double.isFinite(atU) && Double.isFinite(atV)) {
        u[count] = atU;
        v[count] = atV;
        updates[count] = update;
        loss[count++] = atLoss;
      }
    }

    Trail trail(
        Trail.Role role, String label, int look, int reached, Optional<Trail.Runner> runner) {
      return new Trail(
          role,
          label,
          look,
          java.util.Arrays.copyOf(u, count),
          java.util.Arrays.copyOf(v, count),
          java.util.Arrays.copyOf(loss, count),
          new double[count],
          java.util.Arrays.copyOf(updates, count),
          Math.min(reached, count),
          runner);
    }
  }
}
