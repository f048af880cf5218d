package org.ladera.session.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Directions;
import org.ladera.landscape.LossFunction;
import org.ladera.landscape.LossPlane;
import org.ladera.landscape.Plane;
import org.ladera.landscape.ProjectionError;
import org.ladera.session.FieldRequest;
import org.ladera.session.Plan;
import org.ladera.session.PlaneSlice;

/**
 * Computes slices through the space of all parameters with their ways. A run whose future is known
 * keeps one slice from its start to its end: its plane and its range are laid by all of the way.
 */
final class PlaneSlices {
  /** Room around the way, in shares of its spread. */
  private static final double ROOM = 0.3;

  /** A plane must not be narrower than this, in units of its directions. */
  private static final double LEAST = 0.5;

  /** A way along random directions may stretch their range by this factor, no further. */
  private static final double STRETCH = 3;

  /** A direction that carries less of the way than this is not stretched to half of the picture. */
  private static final double SLIGHT = 0.05;

  /** What it gets then, as a share of the other. */
  private static final double NARROW = 0.4;

  /** A slice that stays, and what it belongs to. */
  private record Known(Plan plan, List<PathSample.Other> others, PlaneSlice slice) {}

  private final Map<FieldRequest.PlaneSurface, Known> known = new HashMap<>();

  /** Forgets the others. */
  void keep(Set<FieldRequest> watched) {
    known.keySet().retainAll(watched);
  }

  /** Empty when cancelled. */
  Optional<PlaneSlice> compute(
      FieldRequest.PlaneSurface request,
      FieldWork.Input input,
      Optional<Plan> plan,
      Detail detail,
      BooleanSupplier cancelled) {
    List<PathSample.Other> others = input.path().others();
    if (plan.isEmpty()) {
      return slice(request, input, input.path(), input.parameters(), detail, cancelled);
    }
    Known old = known.get(request);
    if (old == null || old.plan() != plan.get() || !old.others().equals(others)) {
      PathSample way = PathSample.of(plan.get().path(), List.of(), new KnownPlaces());
      MatrixView end = way.places().isEmpty() ? input.parameters() : way.places().getLast();
      Optional<PlaneSlice> slice = slice(request, input, way, end, detail, cancelled);
      if (slice.isEmpty() || !detail.isAll()) {
        return slice;
      }
      old = new Known(plan.get(), others, slice.get());
      known.put(request, old);
    }
    return Optional.of(old.slice().at(here(old.slice().plane(), input)));
  }

  private static ProjectionError.Reading here(Plane plane, FieldWork.Input input) {
    LossFunction subject = LossFunction.of(input.experiment());
    return ProjectionError.of(subject, plane, List.of(input.parameters())).getFirst();
  }

  /**
   * @param way by which it is laid
   * @param origin where random directions begin
   */
  private static Optional<PlaneSlice> slice(
      FieldRequest.PlaneSurface request,
      FieldWork.Input input,
      PathSample way,
      MatrixView origin,
      Detail detail,
      BooleanSupplier cancelled) {
    Experiment experiment = input.experiment();
    int points = detail.points(request.points(), input);
    int examples = detail.examples(points, input);
    LossFunction subject = Fields.loss(input, examples);
    Directions.Principal chosen =
        switch (request.cut()) {
          case FieldRequest.Cut.Random(long seed) ->
              new Directions.Principal(Directions.random(experiment.network(), origin, seed), 0, 0);
          case FieldRequest.Cut.Path path ->
              Directions.principal(way.places().isEmpty() ? List.of(origin) : way.places());
        };
    Plane plane = chosen.plane();
    List<ProjectionError.Reading> readings = ProjectionError.of(subject, plane, way.places());
    ProjectionError.Reading here = here(plane, input);
    List<PlaneSlice.Other> others =
        input.path().others().stream().map(other -> seen(other, plane)).toList();
    List<ProjectionError.Reading> all = new ArrayList<>(readings);
    all.add(here);
    boolean random = request.cut() instanceof FieldRequest.Cut.Random;
    Axis u = axis(all, ProjectionError.Reading::u, random, points);
    Axis v = axis(all, ProjectionError.Reading::v, random, points);
    Axis up = !random && chosen.secondShare() < SLIGHT ? atLeast(v, u) : v;
    return LossPlane.of(subject, plane, u, up, cancelled)
        .map(
            f ->
                new PlaneSlice(
                    Detail.marked(f, examples, experiment.data().size()),
                    plane,
                    chosen.firstShare(),
                    chosen.secondShare(),
                    way.updates(),
                    readings,
                    here,
                    others));
  }

  private static PlaneSlice.Other seen(PathSample.Other other, Plane plane) {
    double[] u = new double[other.places().size()];
    double[] v = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      double[] at = ProjectionError.coordinates(plane, other.places().get(i));
      u[i] = at[0];
      v[i] = at[1];
    }
    return new PlaneSlice.Other(other.branch(), u, v);
  }

  private static Axis atLeast(Axis narrow, Axis wide) {
    double lacks = NARROW * (wide.max() - wide.min()) - (narrow.max() - narrow.min());
    return lacks <= 0
        ? narrow
        : new Axis(narrow.min() - lacks / 2, narrow.max() + lacks / 2, narrow.count());
  }

  /** Around the way with round ends; along random directions from −1 to 1 at least. */
  private static Axis axis(
      List<ProjectionError.Reading> way,
      ToDoubleFunction<ProjectionError.Reading> coordinate,
      boolean random,
      int points) {
    double min = random ? -1 : Double.POSITIVE_INFINITY;
    double max = random ? 1 : Double.NEGATIVE_INFINITY;
    for (ProjectionError.Reading reading : way) {
      double at = coordinate.applyAsDouble(reading);
      if (!random || Math.abs(at) <= STRETCH) {
        min = Math.min(min, at);
        max = Math.max(max, at);
      }
    }
    double room = ROOM * Math.max(LEAST, max - min);
    // Round ends keep still while the way grows a little.
    double step = StrictMath.pow(2, StrictMath.floor(StrictMath.log(room) / StrictMath.log(2)));
    return new Axis(
        StrictMath.floor((min - room / 2) / step) * step,
        StrictMath.ceil((max + room / 2) / step) * step,
        points);
  }
}
