package org.ladera.session.field;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.trace.Evaluation;
import org.ladera.engine.train.Trainer;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Curvature;
import org.ladera.landscape.DecisionGrid;
import org.ladera.landscape.ExampleSample;
import org.ladera.landscape.Field;
import org.ladera.landscape.ForwardPass;
import org.ladera.landscape.LeastSquares;
import org.ladera.landscape.LogisticOptimum;
import org.ladera.landscape.LossFunction;
import org.ladera.landscape.LossLine;
import org.ladera.landscape.LossPlane;
import org.ladera.landscape.QuadraticMinimum;
import org.ladera.session.FieldRequest;
import org.ladera.session.Landmark;

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
      FieldRequest request, FieldWork.Input input, Detail detail, BooleanSupplier cancelled) {
    return switch (request) {
      case FieldRequest.PlaneSurface r -> throw new IllegalArgumentException("has a way: " + r);
      case FieldRequest.LossSurface r -> loss(r, input, detail, cancelled).map(f -> one(r, f));
      case FieldRequest.LossSlice r -> loss(r, input, cancelled).map(f -> one(r, f));
      case FieldRequest.OutputMap r ->
          outputs(input, r.x(), r.y(), detail, cancelled)
              .map(all -> one(r, all.get(r.output() - 1)));
      case FieldRequest.OutputMaps r ->
          outputs(input, r.x(), r.y(), detail, cancelled).map(all -> parts(r, all));
      case FieldRequest.UnitMap r ->
          units(input, r.x(), r.y(), detail, cancelled)
              .map(all -> one(r, all.get(r.layer() - 1).get(r.unit() - 1)));
      case FieldRequest.UnitMaps r ->
          units(input, r.x(), r.y(), detail, cancelled).map(all -> parts(r, all));
      case FieldRequest.OutputCurves r -> Optional.of(one(r, outputs(r, input)));
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
      FieldWork.Input input, Axis x, Axis y, Detail detail, BooleanSupplier cancelled) {
    NetworkSpec network = input.experiment().network();
    return grid(input)
        .outputs(plane(input), detail.of(x, network), detail.of(y, network), cancelled);
  }

  private static Optional<List<List<Field>>> units(
      FieldWork.Input input, Axis x, Axis y, Detail detail, BooleanSupplier cancelled) {
    NetworkSpec network = input.experiment().network();
    return grid(input).units(plane(input), detail.of(x, network), detail.of(y, network), cancelled);
  }

  static MatrixView parameters(FieldRequest.LossSlice r, FieldWork.Input input) {
    return r.atStart() ? input.start() : input.parameters();
  }

  /** With which parameters the curves are drawn. */
  static MatrixView parameters(FieldRequest.OutputCurves r, FieldWork.Input input) {
    return r.atStart() ? input.start() : input.parameters();
  }

  private static Field outputs(FieldRequest.OutputCurves r, FieldWork.Input input) {
    Axis x = r.x();
    double[] inputs = new double[x.count()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = x.at(i);
    }
    MatrixView outputs =
        new ForwardPass(LossFunction.of(input.experiment()), parameters(r, input))
            .outputs(MatrixView.of(inputs.length, 1, inputs));
    int rows = Math.max(2, outputs.columns());
    double[] values = new double[rows * inputs.length];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < inputs.length; i++) {
        values[row * inputs.length + i] = outputs.get(i, Math.min(row, outputs.columns() - 1));
      }
    }
    return new Field(x, new Axis(1, rows, rows), MatrixView.of(rows, inputs.length, values));
  }

  private static DecisionGrid grid(FieldWork.Input input) {
    return new DecisionGrid(LossFunction.of(input.experiment()), input.parameters());
  }

  private static DecisionGrid.InputPlane plane(FieldWork.Input input) {
    return DecisionGrid.InputPlane.first(input.experiment().data());
  }

  private static Optional<Field> loss(
      FieldRequest.LossSurface r, FieldWork.Input input, Detail detail, BooleanSupplier cancelled) {
    MatrixView theta = input.parameters();
    int points = Math.max(r.uAxis().count(), r.vAxis().count());
    int fewer = detail.points(points, input);
    Axis u = Detail.atMost(fewer, r.uAxis());
    Axis v = Detail.atMost(fewer, r.vAxis());
    int all = input.experiment().data().size();
    int examples = detail.examples(fewer, input);
    return LossPlane.of(loss(input, examples), theta, r.u(), r.v(), u, v, cancelled)
        .map(field -> Detail.marked(field, examples, all));
  }

  /** By all examples or a sample of them. */
  static LossFunction loss(FieldWork.Input input, int examples) {
    LossFunction all = LossFunction.of(input.experiment());
    return examples == input.experiment().data().size() ? all : ExampleSample.of(all, examples);
  }

  /** A field has two rows at least, so the line is there twice. */
  private static Optional<Field> loss(
      FieldRequest.LossSlice r, FieldWork.Input input, BooleanSupplier cancelled) {
    LossFunction loss = LossFunction.of(input.experiment());
    int count = r.axis().count();
    return LossLine.of(loss, parameters(r, input), r.u(), r.axis(), cancelled)
        .map(
            line -> {
              double[] values = new double[2 * count];
              line.copyTo(values, 0);
              line.copyTo(values, count);
              return new Field(r.axis(), new Axis(0, 1, 2), MatrixView.of(2, count, values));
            });
  }

  static FieldWork.Facts facts(FieldWork.Input input) {
    LossFunction loss = LossFunction.of(input.experiment());
    if (input.experiment().function().isPresent()) {
      return facts(input, loss, QuadraticMinimum.of(loss));
    }
    if (loss.isLogistic()) {
      return facts(input, loss, LogisticOptimum.of(loss));
    }
    return loss.isOneLinearLayer()
        ? facts(input, loss, LeastSquares.solve(loss))
        : new FieldWork.Facts(Optional.empty(), Optional.empty());
  }

  private static FieldWork.Facts facts(
      FieldWork.Input input, LossFunction loss, Optional<MatrixView> optimum) {
    return new FieldWork.Facts(
        Optional.of(Curvature.at(loss, input.parameters(), () -> false)),
        optimum.map(o -> Landmark.of(o, evaluate(input.experiment(), o.toArray()))));
  }
}
