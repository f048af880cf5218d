package org.ladera.session;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.trace.MatrixView;
import org.ladera.engine.train.Trainer;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Curvature;
import org.ladera.landscape.Field;
import org.ladera.landscape.LeastSquares;
import org.ladera.landscape.Subject;

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
    if (!linear(e)) {
      return new FieldWork.Facts(Optional.empty(), Optional.empty());
    }
    Subject subject = Subject.of(e);
    Curvature curvature = Curvature.at(subject, input.parameters(), () -> false);
    return new FieldWork.Facts(
        Optional.of(new Stability(curvature.largest(), curvature.smallest())),
        LeastSquares.solve(subject));
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
