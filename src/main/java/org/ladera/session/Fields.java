package org.ladera.session;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.MatrixView;
import org.ladera.engine.train.Trainer;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;

/** Answers one request with the landscape's computations. */
final class Fields {
  private Fields() {}

  static Evaluation evaluate(Experiment e, double[] theta) {
    Trainer trainer = new Trainer(e);
    trainer.apply(new Edit.SetParameters(MatrixView.of(1, theta.length, theta)));
    return trainer.evaluate();
  }

  /** Empty when it was cancelled. */
  static Optional<Field> compute(
      FieldRequest request, FieldWork.Input input, BooleanSupplier cancelled) {
    ParameterLayout layout = new ParameterLayout(input.experiment().network());
    double[] theta = input.parameters().toArray();
    return switch (request) {
      case FieldRequest.LossSurface r -> {
        double[] values = new double[r.uAxis().count() * r.vAxis().count()];
        Trainer trainer = new Trainer(input.experiment());
        for (int iy = 0, i = 0; iy < r.vAxis().count(); iy++) {
          if (cancelled.getAsBoolean()) {
            yield Optional.empty();
          }
          for (int ix = 0; ix < r.uAxis().count(); ix++, i++) {
            theta[layout.indexOf(r.u())] = r.uAxis().at(ix);
            theta[layout.indexOf(r.v())] = r.vAxis().at(iy);
            trainer.apply(new Edit.SetParameters(MatrixView.of(1, theta.length, theta)));
            values[i] = trainer.evaluate().totalLoss();
          }
        }
        yield Optional.of(
            new Field(
                r.uAxis(), r.vAxis(), MatrixView.of(r.vAxis().count(), r.uAxis().count(), values)));
      }
      case FieldRequest.LossSlice r -> {
        double[] values = new double[2 * r.axis().count()];
        for (int ix = 0; ix < r.axis().count(); ix++) {
          theta[layout.indexOf(r.u())] = r.axis().at(ix);
          values[ix] = evaluate(input.experiment(), theta).totalLoss();
          values[r.axis().count() + ix] = values[ix];
        }
        yield Optional.of(
            new Field(r.axis(), new Axis(0, 1, 2), MatrixView.of(2, r.axis().count(), values)));
      }
      case FieldRequest.OutputMap r -> Optional.empty();
      case FieldRequest.UnitMap r -> Optional.empty();
    };
  }

  static FieldWork.Facts facts(FieldWork.Input input) {
    Experiment e = input.experiment();
    if (!linear(e) || e.network().inputs() != 1) {
      return new FieldWork.Facts(Optional.empty(), Optional.empty());
    }
    double f = 2 * e.loss().factor().value(e.data().size(), 1);
    double n = e.data().size();
    double sx = 0;
    double sxx = 0;
    double sy = 0;
    double sxy = 0;
    for (int i = 0; i < n; i++) {
      double x = e.data().x().get(i, 0);
      double y = e.data().y().get(i, 0);
      sx += x;
      sxx += x * x;
      sy += y;
      sxy += x * y;
    }
    double mean = f * (sxx + n) / 2;
    double root = Math.sqrt(f * f * ((sxx - n) * (sxx - n) / 4 + sx * sx));
    DMatrixRMaj a = new DMatrixRMaj(2, 2, true, sxx, sx, sx, n);
    DMatrixRMaj b = new DMatrixRMaj(2, 1, true, sxy, sy);
    DMatrixRMaj solution = new DMatrixRMaj(2, 1);
    CommonOps_DDRM.solve(a, b, solution);
    return new FieldWork.Facts(
        Optional.of(new Stability(mean + root, mean - root)),
        Optional.of(MatrixView.of(1, 2, solution.data)));
  }

  /**
   * Whether the loss is a quadratic of the parameters, so that its curvature is the same
   * everywhere.
   */
  static boolean linear(Experiment e) {
    return e.network().layers().size() == 1
        && e.network().layers().getFirst().activation().kind() == ActivationSpec.Kind.IDENTITY
        && e.loss().kind() == LossSpec.Kind.SQUARED;
  }
}
