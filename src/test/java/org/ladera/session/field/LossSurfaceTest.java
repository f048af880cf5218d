package org.ladera.session.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.train.Trainer;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.landscape.LossFunction;
import org.ladera.landscape.RandomSubject;
import org.ladera.session.FieldRequest;

/** The window's loss surfaces and slices against a trainer that is put to every point. */
class LossSurfaceTest {
  private static final Axis U = new Axis(-2, 3, 7);
  private static final Axis V = new Axis(-4, 1, 5);

  private static Field answer(FieldRequest request, Experiment experiment, MatrixView theta) {
    FieldWork.Input input =
        new FieldWork.Input(
            "run", experiment, theta, theta, PathSample.NONE, Optional.empty(), Optional.empty());
    return new FieldWork(FieldWork.Part.LOSSES)
        .compute(List.of(input), Set.of(request), () -> false)
        .fields()
        .get(request);
  }

  /** Every point of the surface within {@code tolerance} of the loop's, relative above 1e-3. */
  private static void compare(
      Experiment experiment, MatrixView theta, ParameterRef u, ParameterRef v, double tolerance) {
    Field field = answer(new FieldRequest.LossSurface("run", u, v, U, V), experiment, theta);
    Field slice = answer(new FieldRequest.LossSlice("run", u, U, false), experiment, theta);
    ParameterLayout layout = new ParameterLayout(experiment.network());
    Trainer trainer = new Trainer(experiment);
    double[] point = theta.toArray();
    double own = point[layout.indexOf(v)];
    String what = u + " " + v + " of " + experiment.network();
    for (int ix = 0; ix < U.count(); ix++) {
      point[layout.indexOf(u)] = U.at(ix);
      for (int iy = 0; iy < V.count(); iy++) {
        point[layout.indexOf(v)] = V.at(iy);
        compare(loss(trainer, point), field.get(ix, iy), tolerance, what);
      }
      point[layout.indexOf(v)] = own;
      compare(loss(trainer, point), slice.get(ix, 0), 1e-12, what);
      assertEquals(slice.get(ix, 0), slice.get(ix, 1));
    }
  }

  private static double loss(Trainer trainer, double[] point) {
    trainer.apply(new Edit.SetParameters(MatrixView.of(1, point.length, point)));
    return trainer.loss();
  }

  private static void compare(double expected, double found, double tolerance, String what) {
    if (tolerance == 0) {
      assertEquals(expected, found, what);
    } else {
      assertEquals(expected, found, tolerance * Math.max(Math.abs(expected), 1e-3), what);
    }
  }

  @Test
  void surfacesOfRandomNetworksAreThoseOfTheLoop() {
    RandomSubject random = new RandomSubject(2025);
    int compared = 0;
    while (compared < 200) {
      LossFunction loss = random.network();
      ParameterLayout layout = new ParameterLayout(loss.experiment().network());
      ParameterRef u = layout.refAt(random.below(layout.count()));
      ParameterRef v = layout.refAt(random.below(layout.count()));
      if (!u.equals(v)) {
        compare(loss.experiment(), random.theta(loss), u, v, 1e-12);
        compared++;
      }
    }
  }

  /** One layer whose values are nearly all of the work: a sweep would only copy them. */
  @Test
  void whereASweepDoesNotPayTheBitsAreThoseOfTheLoop() {
    RandomSubject random = new RandomSubject(5);
    NetworkSpec unit = NetworkSpec.of(2, LayerSpec.dense(1, ActivationSpec.SIGMOID));
    LossFunction loss = random.subject(unit, random.network().experiment().loss(), 20);
    compare(
        loss.experiment(),
        random.theta(loss),
        ParameterRef.weight(1, 1, 1),
        ParameterRef.weight(1, 2, 1),
        0);
  }

  /** A weight of a convolution moves many units, which no sweep knows. */
  @Test
  void otherThanDenseLayersAreEvaluatedAtEveryPoint() {
    RandomSubject random = new RandomSubject(6);
    LayerKind window = new LayerKind.Convolution(new Shape(1, 3, 3), 2, 2, 2, 1, 0);
    NetworkSpec network =
        NetworkSpec.of(
            9,
            new LayerSpec(window, ActivationSpec.TANH, true, false, 0, LayerSpec.USUAL_EPSILON),
            LayerSpec.dense(1, ActivationSpec.IDENTITY));
    LossFunction loss = random.subject(network, LossSpec.HALF_SSE, 12);
    for (ParameterRef v : List.of(ParameterRef.weight(1, 4, 2), ParameterRef.weight(2, 3, 1))) {
      compare(loss.experiment(), random.theta(loss), ParameterRef.weight(1, 1, 1), v, 0);
    }
  }
}
