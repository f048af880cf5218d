package org.ladera.session.field;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.train.Trainer;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Curvature;
import org.ladera.landscape.DecisionGrid;
import org.ladera.landscape.Field;
import org.ladera.landscape.LeastSquares;
import org.ladera.landscape.LossFunction;
import org.ladera.session.FieldRequest;
import org.ladera.session.Stability;

/** Answers one request with the landscape's computations. */
public final class Fields {
  private Fields() {}

  public static Evaluation evaluate(Experiment e, double[] theta) {
    Trainer trainer = new Trainer(e);
    trainer.apply(new Edit.SetParameters(MatrixView.of(1, theta.length, theta)));
    return trainer.evaluate();
  }

  /**
   * The pictures that answer a request: one under the request itself, or one for each of its parts.
   *
   * @return empty when it was cancelled
   */
  static Optional<FieldWork.Pictures> compute(
      FieldRequest request, FieldWork.Input input, BooleanSupplier cancelled) {
    return switch (request) {
      case FieldRequest.PlaneSurface r ->
          PlaneSlices.compute(r, input, cancelled)
              .map(slice -> new FieldWork.Pictures(Map.of(), Map.of(r, slice)));
      case FieldRequest.LossSurface r -> loss(r, input, cancelled).map(f -> one(r, f));
      case FieldRequest.LossSlice r -> loss(r, input, cancelled).map(f -> one(r, f));
      case FieldRequest.OutputMap r ->
          outputs(input, r.x(), r.y(), cancelled).map(all -> one(r, all.get(r.output() - 1)));
      case FieldRequest.OutputMaps r ->
          outputs(input, r.x(), r.y(), cancelled).map(all -> parts(r, all));
      case FieldRequest.UnitMap r ->
          units(input, r.x(), r.y(), cancelled)
              .map(all -> one(r, all.get(r.layer() - 1).get(r.unit() - 1)));
      case FieldRequest.UnitMaps r ->
          units(input, r.x(), r.y(), cancelled).map(all -> parts(r, all));
      case FieldRequest.Check r -> throw new IllegalArgumentException("not a picture: " + r);
    };
  }

  private static FieldWork.Pictures one(FieldRequest request, Field field) {
    return FieldWork.Pictures.of(Map.of(request, field));
  }

  private static FieldWork.Pictures parts(FieldRequest.OutputMaps r, List<Field> all) {
    Map<FieldRequest, Field> parts = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      parts.put(new FieldRequest.OutputMap(r.run(), i + 1, r.x(), r.y()), all.get(i));
    }
    return FieldWork.Pictures.of(parts);
  }

  private static FieldWork.Pictures parts(FieldRequest.UnitMaps r, List<List<Field>> all) {
    Map<FieldRequest, Field> parts = new HashMap<>();
    for (int l = 0; l < all.size(); l++) {
      for (int u = 0; u < all.get(l).size(); u++) {
        parts.put(new FieldRequest.UnitMap(r.run(), l + 1, u + 1, r.x(), r.y()), all.get(l).get(u));
      }
    }
    return FieldWork.Pictures.of(parts);
  }

  private static Optional<List<Field>> outputs(
      FieldWork.Input input, Axis x, Axis y, BooleanSupplier cancelled) {
    return grid(input).outputs(plane(input), x, y, cancelled);
  }

  private static Optional<List<List<Field>>> units(
      FieldWork.Input input, Axis x, Axis y, BooleanSupplier cancelled) {
    return grid(input).units(plane(input), x, y, cancelled);
  }

  private static DecisionGrid grid(FieldWork.Input input) {
    return new DecisionGrid(LossFunction.of(input.experiment()), input.parameters());
  }

  private static DecisionGrid.InputPlane plane(FieldWork.Input input) {
    return DecisionGrid.InputPlane.first(input.experiment().network().inputs());
  }

  private static Optional<Field> loss(
      FieldRequest.LossSurface r, FieldWork.Input input, BooleanSupplier cancelled) {
    ParameterLayout layout = new ParameterLayout(input.experiment().network());
    double[] theta = input.parameters().toArray();
    double[] values = new double[r.uAxis().count() * r.vAxis().count()];
    Trainer trainer = new Trainer(input.experiment());
    for (int iy = 0, i = 0; iy < r.vAxis().count(); iy++) {
      if (cancelled.getAsBoolean()) {
        return Optional.empty();
      }
      for (int ix = 0; ix < r.uAxis().count(); ix++, i++) {
        theta[layout.indexOf(r.u())] = r.uAxis().at(ix);
        theta[layout.indexOf(r.v())] = r.vAxis().at(iy);
        trainer.apply(new Edit.SetParameters(MatrixView.of(1, theta.length, theta)));
        values[i] = trainer.loss();
      }
    }
    return Optional.of(
        new Field(
            r.uAxis(), r.vAxis(), MatrixView.of(r.vAxis().count(), r.uAxis().count(), values)));
  }

  private static Optional<Field> loss(
      FieldRequest.LossSlice r, FieldWork.Input input, BooleanSupplier cancelled) {
    ParameterLayout layout = new ParameterLayout(input.experiment().network());
    double[] theta = input.parameters().toArray();
    double[] values = new double[2 * r.axis().count()];
    for (int ix = 0; ix < r.axis().count(); ix++) {
      if (cancelled.getAsBoolean()) {
        return Optional.empty();
      }
      theta[layout.indexOf(r.u())] = r.axis().at(ix);
      values[ix] = evaluate(input.experiment(), theta).totalLoss();
      values[r.axis().count() + ix] = values[ix];
    }
    return Optional.of(
        new Field(r.axis(), new Axis(0, 1, 2), MatrixView.of(2, r.axis().count(), values)));
  }

  static FieldWork.Facts facts(FieldWork.Input input) {
    Experiment e = input.experiment();
    if (!linear(e)) {
      return new FieldWork.Facts(Optional.empty(), Optional.empty());
    }
    LossFunction subject = LossFunction.of(e);
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
