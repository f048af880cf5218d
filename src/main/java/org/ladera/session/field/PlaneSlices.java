package org.ladera.session.field;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Directions;
import org.ladera.landscape.Field;
import org.ladera.landscape.LossFunction;
import org.ladera.landscape.LossPlane;
import org.ladera.landscape.Plane;
import org.ladera.landscape.ProjectionError;
import org.ladera.session.FieldRequest;
import org.ladera.session.PlaneSlice;

/** Computes a slice through the space of all parameters with its way. */
final class PlaneSlices {
  /** Room around the way, in shares of its spread. */
  private static final double ROOM = 0.3;

  /** A plane must not be narrower than this, in units of its directions. */
  private static final double LEAST = 0.5;

  /** A way along random directions may stretch their range by this factor, no further. */
  private static final double STRETCH = 3;

  private PlaneSlices() {}

  /** Empty when cancelled. */
  static Optional<PlaneSlice> compute(
      FieldRequest.PlaneSurface request, FieldWork.Input input, BooleanSupplier cancelled) {
    LossFunction subject = LossFunction.of(input.experiment());
    List<MatrixView> places = input.path().places();
    Directions.Principal chosen =
        switch (request.cut()) {
          case FieldRequest.Cut.Random(long seed) ->
              new Directions.Principal(
                  Directions.random(input.experiment().network(), input.parameters(), seed), 0, 0);
          case FieldRequest.Cut.Path path ->
              Directions.principal(places.isEmpty() ? List.of(input.parameters()) : places);
        };
    Plane plane = chosen.plane();
    List<ProjectionError.Reading> way = ProjectionError.of(subject, plane, places);
    ProjectionError.Reading here =
        ProjectionError.of(subject, plane, List.of(input.parameters())).getFirst();
    boolean random = request.cut() instanceof FieldRequest.Cut.Random;
    Axis u = axis(way, here, ProjectionError.Reading::u, random, request.points());
    Axis v = axis(way, here, ProjectionError.Reading::v, random, request.points());
    Optional<Field> field = LossPlane.of(subject, plane, u, v, cancelled);
    return field.map(
        f ->
            new PlaneSlice(
                f,
                plane,
                chosen.firstShare(),
                chosen.secondShare(),
                input.path().updates(),
                way,
                here,
                input.path().others().stream().map(other -> seen(other, plane)).toList()));
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

  /** Around the way with round ends; along random directions from −1 to 1 at least. */
  private static Axis axis(
      List<ProjectionError.Reading> way,
      ProjectionError.Reading here,
      ToDoubleFunction<ProjectionError.Reading> coordinate,
      boolean random,
      int points) {
    double min = random ? -1 : coordinate.applyAsDouble(here);
    double max = random ? 1 : coordinate.applyAsDouble(here);
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
