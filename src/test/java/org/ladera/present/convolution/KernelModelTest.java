package org.ladera.present.convolution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.proof.RandomConvolutions;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.lesson.model.PictureView;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** A window over the zero of 7 × 7, forwards and back. */
class KernelModelTest {
  private static final double[] ZERO =
      "0011100 0100010 0100010 0100010 0100010 0100010 0011100"
          .replace(" ", "")
          .chars()
          .mapToDouble(c -> c - '0')
          .toArray();

  private static final LayerKind.Convolution WINDOW =
      new LayerKind.Convolution(new Shape(1, 7, 7), 1, 3, 3, 1, 0);

  private static Frame frame(Experiment e) {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(Scene.of(e, 10)));
    return session.newest();
  }

  private static KernelModel model(Experiment e) {
    return KernelModel.of(
        frame(e),
        new PictureView.Kernel(
            Scene.MAIN, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()),
        Highlight.NONE,
        Messages.load(Language.EN),
        Labels.NONE);
  }

  private static Experiment experiment(LossSpec loss, double[] theta, LayerSpec... layers) {
    return new Experiment(
        Dataset.of(new double[][] {ZERO}, new double[][] {{1}}),
        NetworkSpec.of(49, layers),
        loss,
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(0.02),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Given(MatrixView.of(1, theta.length, theta)),
        0);
  }

  private static LayerSpec window(ActivationSpec f) {
    return new LayerSpec(WINDOW, f, false, false, 0, LayerSpec.USUAL_EPSILON);
  }

  private static KernelModel zero() {
    LayerKind.Pool pool = new LayerKind.Pool(WINDOW.output(), LayerKind.Pool.Reduction.MAX, 2, 2);
    return model(
        experiment(
            new LossSpec(LossSpec.Kind.BINARY_CROSS_ENTROPY, Factor.ONE),
            new double[] {1, 0, -1, 1, 0, -1, 1, 0, -1, -0.24, -0.4, -0.07, 0.12},
            window(ActivationSpec.RELU),
            LayerSpec.plain(pool),
            LayerSpec.plain(new LayerKind.Flatten(pool.output())),
            LayerSpec.dense(1, ActivationSpec.SIGMOID).withoutBias()));
  }

  @Test
  void theWindowLeavesTheMapOfThePlanAndItsWinners() {
    KernelModel model = zero();
    KernelMaps maps = model.maps(model.kernels().getFirst());
    assertArrayEquals(
        new double[] {
          -1, 1, 0, -1, 1, 0, 3, 0, -3, 0, 0, 3, 0, -3, 0, 0, 3, 0, -3, 0, -1, 1, 0, -1, 1
        },
        maps.z().values());
    assertArrayEquals(new double[] {3, 0, 3, 0}, maps.pooled().orElseThrow().values());
    // Of equal ones the first; where all are 0 too.
    assertArrayEquals(new int[] {6, 2, 11, 12}, maps.winners());
    assertArrayEquals(
        new double[] {1, 0, 0, 1, 0, 0, 1, 0, 0}, maps.products(model, 6, 0).values());
    assertEquals(3, maps.sum(model, 6, 0));
  }

  @Test
  void theTurnedKernelFindsTheOtherEdges() {
    KernelModel model = zero();
    KernelMaps maps = model.maps(model.kernels().getFirst().turned("turned"));
    assertArrayEquals(new double[] {1, 3, 0, 0}, maps.pooled().orElseThrow().values());
  }

  @Test
  void theWayBackIsThatOfTheRun() {
    KernelModel model = zero();
    KernelMaps maps = model.maps(model.kernels().getFirst());
    double[] gradient = maps.gradient(model, 0).orElseThrow().values();
    double back = 0.22229334;
    double[] expected = {back, 0, 0, back, 0, 0, back, 0, 0};
    assertArrayEquals(expected, gradient, 1e-8);
    assertEquals(
        2,
        java.util.Arrays.stream(maps.delta(model).orElseThrow().values())
            .filter(d -> d != 0)
            .count());
    assertTrue(model.maps(model.kernels().getLast()).delta(model).isEmpty());
  }

  /** For the plain sum of the map every δ is 1: a cell's gradient counts the ink that it saw. */
  @Test
  void aKernelCellAddsUpAllItsPlaces() {
    double[] theta = new double[9 + 25];
    java.util.Arrays.fill(theta, 9, theta.length, 1);
    KernelModel model =
        model(
            experiment(
                new LossSpec(LossSpec.Kind.OUTPUT, Factor.ONE),
                theta,
                window(ActivationSpec.IDENTITY),
                LayerSpec.dense(1, ActivationSpec.IDENTITY).withoutBias()));
    KernelMaps maps = model.maps(model.kernels().getFirst());
    assertArrayEquals(
        new double[] {7, 11, 7, 5, 10, 5, 7, 11, 7},
        maps.gradient(model, 0).orElseThrow().values());
  }

  @Test
  void theMapsOfEveryFilterAreThoseOfTheNetwork() {
    for (Experiment e : RandomConvolutions.all(20)) {
      KernelModel model = model(e);
      var z = frame(e).run(Scene.MAIN).next().layers().getFirst().z();
      int places = model.window().places();
      for (int f = 0; f < model.window().filters(); f++) {
        double[] map = model.maps(model.kernels().get(f)).z().values();
        for (int i = 0; i < places; i++) {
          assertEquals(z.get(0, f * places + i), map[i], 1e-12);
        }
      }
    }
  }

  /** Two windows of 3 × 3 with maxima of 2 × 2 between them see 8 × 8 pixels. */
  @Test
  void aDeepUnitSeesMore() {
    LayerKind.Convolution first = new LayerKind.Convolution(new Shape(1, 12, 12), 1, 3, 3, 1, 0);
    LayerKind.Pool pool = new LayerKind.Pool(first.output(), LayerKind.Pool.Reduction.MAX, 2, 2);
    LayerKind.Convolution second = new LayerKind.Convolution(pool.output(), 1, 3, 3, 1, 1);
    NetworkSpec network =
        new NetworkSpec(
            144, List.of(LayerSpec.plain(first), LayerSpec.plain(pool), LayerSpec.plain(second)));
    Area one = new Area(1, 1, 1, 1);
    assertEquals(new Area(1, 1, 3, 3), ReceptiveField.of(network, 1, one));
    assertEquals(new Area(2, 2, 4, 4), ReceptiveField.of(network, 2, one));
    assertEquals(new Area(0, 0, 8, 8), ReceptiveField.of(network, 3, one));
    assertEquals(new Area(0, 0, 6, 6), ReceptiveField.of(network, 3, new Area(0, 0, 1, 1)));
  }
}
