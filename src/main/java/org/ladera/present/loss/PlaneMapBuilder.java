package org.ladera.present.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Objective;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Plane;
import org.ladera.landscape.ProjectionError;
import org.ladera.present.loss.LossMap.Gauge;
import org.ladera.present.loss.LossMap.Spot;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.OtherRuns;
import org.ladera.present.time.BranchTree;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.PlaneSlice;
import org.ladera.session.RunFrame;
import org.ladera.session.Status;
import org.ladera.text.Messages;
import org.ladera.timeline.Trajectory;

/** Works out a {@link LossMap} over a plane through all parameters. */
final class PlaneMapBuilder {
  /** Grid points along each edge; each costs an evaluation of the whole network. */
  private static final int POINTS = 120;

  private static final int FEWEST = 36;

  /** While a run is running its picture costs no more than so many products. */
  private static final double BUDGET = 2e7;

  /** A smaller rise is not seen. */
  private static final double SEEN = 1.02;

  /** Of the length of the parameters. */
  private static final double ROUNDING = 1e-9;

  /** Places of the way of another run; only the first and the last are sure to be among them. */
  private static final int PLACES = 129;

  private final Frame frame;
  private final List<RunFrame> others;
  private final Labels labels;
  private final RunFrame run;
  private final ParameterLayout layout;
  private final FieldRequest.Cut cut;
  private final Optional<PlaneSlice> slice;
  private final Messages messages;

  /** Distances below are rounding. */
  private final double rounding;

  private PlaneMapBuilder(
      Frame frame,
      RunFrame run,
      FieldRequest.Cut cut,
      List<RunFrame> others,
      Messages messages,
      Labels labels) {
    this.frame = frame;
    this.run = run;
    this.others = others;
    this.labels = labels;
    layout = new ParameterLayout(run.experiment().network());
    this.cut = cut;
    this.messages = messages;
    slice = slice();
    rounding = ROUNDING * Math.max(1, Objective.norm(run.parameters().toArray()));
  }

  /** While a run is running whose future is not known, as fine as its picture can keep up. */
  static FieldRequest.PlaneSurface request(RunFrame run, FieldRequest.Cut cut) {
    double each = (double) run.experiment().data().size() * run.parameters().size();
    int keepsUp = (int) Math.clamp(Math.sqrt(BUDGET / each), FEWEST, POINTS);
    boolean running = run.status() instanceof Status.Running;
    return new FieldRequest.PlaneSurface(
        run.id(), cut, running && run.plan().isEmpty() ? keepsUp : POINTS);
  }

  /** The picture that was asked for, or until it is there a finer or coarser one. */
  private Optional<PlaneSlice> slice() {
    PlaneSlice exact = frame.slices().get(request(run, cut));
    return exact != null
        ? Optional.of(exact)
        : frame.slices().entrySet().stream()
            .filter(e -> e.getKey().run().equals(run.id()) && e.getKey().cut().equals(cut))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  static LossMap map(
      Frame frame,
      RunFrame run,
      FieldRequest.Cut cut,
      List<RunFrame> others,
      Messages messages,
      Labels labels) {
    return new PlaneMapBuilder(frame, run, cut, others, messages, labels).map();
  }

  private LossMap map() {
    Plane plane = slice.map(PlaneSlice::plane).orElseGet(this::nowhere);
    Axis whole = new Axis(-1, 1, POINTS);
    Spot now = spot(plane, run.parameters(), run.now().totalLoss());
    double[] slope = ProjectionError.components(plane, run.now().gradient());
    return new LossMap(
        layout,
        plane,
        variant(),
        new LossMap.Direction(
            axis(1, slice.map(s -> s.field().x()).orElse(whole)), name(1), -slope[0]),
        new LossMap.Direction(
            axis(2, slice.map(s -> s.field().y()).orElse(whole)), name(2), -slope[1]),
        slice.map(PlaneSlice::field),
        false,
        trails(plane, now),
        spot(
            plane,
            run.start().parameters(),
            run.path().count() > 0 ? run.path().loss(0) : Double.NaN),
        now,
        Optional.empty(),
        slice.map(this::gauge),
        LossMap.next(run));
  }

  private String variant() {
    return switch (cut) {
      case FieldRequest.Cut.Random random -> "random";
      case FieldRequest.Cut.Path path -> "path";
    };
  }

  /** A plane in which every place is the present one, while there is none. */
  private Plane nowhere() {
    MatrixView zero = MatrixView.of(1, layout.count(), new double[layout.count()]);
    return new Plane(run.parameters(), zero, zero);
  }

  private static Spot spot(Plane plane, MatrixView parameters, double loss) {
    double[] at = ProjectionError.coordinates(plane, parameters);
    return new Spot(at[0], at[1], loss);
  }

  private String name(int direction) {
    return messages.text("surface.direction", Map.of("number", String.valueOf(direction)));
  }

  private PlotAxis axis(int direction, Axis axis) {
    double share =
        slice.map(s -> direction == 1 ? s.firstShare() : s.secondShare()).orElse(Double.NaN);
    String name =
        cut instanceof FieldRequest.Cut.Path && !Double.isNaN(share)
            ? messages.text(
                "surface.direction.share",
                Map.of(
                    "number",
                    String.valueOf(direction),
                    "share",
                    messages.numbers().shown(100 * share, 3)))
            : name(direction);
    return PlotAxis.of(name, Scale.linear(axis.min(), axis.max()), messages.numbers());
  }

  private List<Trail> trails(Plane plane, Spot now) {
    List<Trail> trails = new ArrayList<>();
    for (RunFrame.Ghost ghost : run.ghosts()) {
      slice.stream()
          .flatMap(s -> s.others().stream())
          .filter(other -> other.branch() == ghost.branch())
          .map(other -> trail(ghost, other))
          .forEach(trails::add);
    }
    for (RunFrame other : others) {
      if (slice.isPresent() && other.parameters().size() == run.parameters().size()) {
        trails.add(trail(plane, other));
      }
    }
    trails.add(trail(now));
    return trails;
  }

  /** The way of another run as it is seen from straight above the plane. */
  private Trail trail(Plane plane, RunFrame other) {
    Trajectory path = other.path();
    int kept = path.count() == 0 ? 0 : Math.min(PLACES - 1, path.count());
    double[] u = new double[kept + 1];
    double[] v = new double[kept + 1];
    double[] losses = new double[kept + 1];
    long[] updates = new long[kept + 1];
    for (int i = 0; i < kept; i++) {
      int point = kept == 1 ? 0 : (int) ((long) i * (path.count() - 1) / (kept - 1));
      double[] theta = path.parameters()[point];
      double[] at = ProjectionError.coordinates(plane, MatrixView.of(1, theta.length, theta));
      u[i] = at[0];
      v[i] = at[1];
      losses[i] = path.loss(point);
      updates[i] = path.update(point);
    }
    Spot here = spot(plane, other.parameters(), other.now().totalLoss());
    u[kept] = here.u();
    v[kept] = here.v();
    losses[kept] = here.loss();
    updates[kept] = other.update();
    return new Trail(
        Trail.Role.OTHER,
        labels.run(other.id(), other.id()),
        OtherRuns.look(frame, other),
        u,
        v,
        losses,
        new double[kept + 1],
        updates,
        kept + 1,
        Optional.empty());
  }

  private Trail trail(RunFrame.Ghost ghost, PlaneSlice.Other way) {
    int count = way.u().length;
    double[] unknown = new double[count];
    Arrays.fill(unknown, Double.NaN);
    return new Trail(
        ghost.compared() ? Trail.Role.COMPARED : Trail.Role.GHOST,
        ghost.compared() ? BranchTree.label(ghost, run, messages) : "",
        0,
        way.u(),
        way.v(),
        unknown,
        new double[count],
        new long[count],
        count,
        Optional.empty());
  }

  /** The way of the picture's moment and, where training went on since, the present point. */
  private Trail trail(Spot now) {
    List<double[]> points = new ArrayList<>();
    List<Long> updates = new ArrayList<>();
    int reached = -1;
    if (slice.isPresent() && !climbs(slice.get())) {
      PlaneSlice s = slice.get();
      for (int i = 0; i < s.way().size(); i++) {
        if (reached < 0 && s.updates().get(i) >= run.update()) {
          reached = add(points, updates, now);
        }
        ProjectionError.Reading r = s.way().get(i);
        if (s.updates().get(i) != run.update()) {
          points.add(new double[] {r.u(), r.v(), r.loss(), distance(r)});
          updates.add(s.updates().get(i));
        }
      }
    }
    if (reached < 0) {
      reached = add(points, updates, now);
    }
    double[][] columns = new double[4][points.size()];
    for (int i = 0; i < points.size(); i++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][i] = points.get(i)[c];
      }
    }
    return new Trail(
        Trail.Role.OWN,
        "",
        0,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        updates.stream().mapToLong(Long::longValue).toArray(),
        reached,
        Optional.empty());
  }

  private int add(List<double[]> points, List<Long> updates, Spot now) {
    updates.add(run.update());
    double distance = slice.map(s -> distance(s.here())).orElse(0.0);
    points.add(new double[] {now.u(), now.v(), now.loss(), distance});
    return points.size();
  }

  /** 0 where it is only rounding. */
  private double distance(ProjectionError.Reading reading) {
    return reading.distance() <= rounding ? 0 : reading.distance();
  }

  /** Whether the hillside is higher below the present place than below the start of the way. */
  private static boolean climbs(PlaneSlice s) {
    if (s.way().isEmpty()) {
      return false;
    }
    ProjectionError.Reading first = s.way().getFirst();
    return s.here().loss() < first.loss() && s.here().drawn() > SEEN * first.drawn();
  }

  /** The place of the way that lies furthest from the plane. */
  private Gauge gauge(PlaneSlice s) {
    ProjectionError.Reading worst =
        Stream.concat(s.way().stream(), Stream.of(s.here()))
            .max(Comparator.comparingDouble(ProjectionError.Reading::distance))
            .orElseThrow();
    return new Gauge(
        new Spot(worst.u(), worst.v(), worst.loss()), distance(worst), worst.drawn(), climbs(s));
  }
}
