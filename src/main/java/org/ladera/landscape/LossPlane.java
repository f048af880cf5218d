package org.ladera.landscape;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Objective;
import org.ladera.engine.net.Penalty;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.RegularisationSpec;

/** The loss with its penalty over a plane of the parameters. */
public final class LossPlane {
  private LossPlane() {}

  /**
   * Over two parameters, the others as in {@code theta}. Exact for a linear network with a squared
   * loss; otherwise whatever does not depend on the two is computed once, where that pays. The
   * values are those of the plain evaluation to about 1e-12 of themselves (see
   * docs/decisions/loss-surface.md).
   *
   * @param theta (1 × parameters)
   * @param cancelled polled for every row
   * @return x = u, y = v; empty when cancelled
   * @throws IllegalArgumentException when the network has no such parameter
   */
  public static Optional<Field> of(
      LossFunction subject,
      MatrixView theta,
      ParameterRef u,
      ParameterRef v,
      Axis uAxis,
      Axis vAxis,
      BooleanSupplier cancelled) {
    if (u.equals(v)) {
      throw new IllegalArgumentException("two different parameters expected, found twice " + u);
    }
    ParameterLayout layout = new ParameterLayout(subject.network());
    // The parameter of the later layer is swept inside, since less of the network follows it.
    boolean turned = v.layer() > u.layer();
    if (subject.isLinear() || !ParameterSweep.pays(subject.network(), turned ? v : u)) {
      return of(subject, Plane.of(layout, theta, u, v), uAxis, vAxis, cancelled);
    }
    Optional<double[]> swept =
        turned
            ? new ParameterSweep(subject, theta, v, vAxis).over(u, uAxis, cancelled)
            : new ParameterSweep(subject, theta, u, uAxis).over(v, vAxis, cancelled);
    return swept.map(
        values -> field(uAxis, vAxis, turned ? transposed(values, vAxis.count()) : values));
  }

  /**
   * Over any plane.
   *
   * @param cancelled polled for every row
   * @return x = u along the first direction, y = v along the second; empty when cancelled
   */
  public static Optional<Field> of(
      LossFunction subject, Plane plane, Axis uAxis, Axis vAxis, BooleanSupplier cancelled) {
    if (subject.isLinear()) {
      return quadratic(subject, plane, uAxis, vAxis, cancelled);
    }
    Objective objective = subject.objective();
    double[] theta = new double[plane.origin().size()];
    double[] values = new double[uAxis.count() * vAxis.count()];
    for (int iy = 0, i = 0; iy < vAxis.count(); iy++) {
      if (cancelled.getAsBoolean()) {
        return Optional.empty();
      }
      for (int ix = 0; ix < uAxis.count(); ix++, i++) {
        plane.at(uAxis.at(ix), vAxis.at(iy), theta);
        values[i] = objective.loss(theta);
      }
    }
    return Optional.of(field(uAxis, vAxis, values));
  }

  private static Optional<Field> quadratic(
      LossFunction subject, Plane plane, Axis uAxis, Axis vAxis, BooleanSupplier cancelled) {
    LossParaboloid paraboloid = new LossParaboloid(subject, plane);
    RegularisationSpec spec = subject.experiment().regularisation();
    boolean hasPenalty = !spec.isNone();
    Penalty penalty = new Penalty(spec, subject.network());
    double[] theta = new double[plane.origin().size()];
    double[] u = uAxis.values();
    double[] values = new double[u.length * vAxis.count()];
    for (int iy = 0; iy < vAxis.count(); iy++) {
      if (cancelled.getAsBoolean()) {
        return Optional.empty();
      }
      double v = vAxis.at(iy);
      paraboloid.row(u, v, values, iy * u.length);
      for (int ix = 0; ix < u.length && hasPenalty; ix++) {
        plane.at(u[ix], v, theta);
        values[iy * u.length + ix] += penalty.value(theta);
      }
    }
    return Optional.of(field(uAxis, vAxis, values));
  }

  private static Field field(Axis uAxis, Axis vAxis, double[] values) {
    return new Field(uAxis, vAxis, MatrixView.of(vAxis.count(), uAxis.count(), values));
  }

  /** Of values in rows of {@code columns}. */
  private static double[] transposed(double[] values, int columns) {
    int rows = values.length / columns;
    double[] out = new double[values.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        out[c * rows + r] = values[r * columns + c];
      }
    }
    return out;
  }
}
