package org.ladera.present.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
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
import org.ladera.engine.train.Trainer;
import org.ladera.explain.Evaluated;
import org.ladera.explain.Notation;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;
import org.ladera.present.shared.Labels;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** An update of a network of pictures, taken apart to the last pixel. */
class PictureUpdateTest {
  private static OpenUpdate update(Experiment e, int sample) {
    return new OpenUpdate(
        new Trainer(e).preview(),
        new OpenUpdate.Style(Notation.ENGINE, Messages.load(Language.EN), Labels.NONE, sample),
        Phase.Scope.UPDATE);
  }

  /** The zero of 7 × 7, one kernel, maxima of 2 × 2 and one sigmoid unit without biases. */
  private static Experiment zero() {
    String[] rows = {"0011100", "0100010", "0100010", "0100010", "0100010", "0100010", "0011100"};
    double[] x = String.join("", rows).chars().mapToDouble(c -> c - '0').toArray();
    LayerKind.Convolution window = new LayerKind.Convolution(new Shape(1, 7, 7), 1, 3, 3, 1, 0);
    LayerKind.Pool pool = new LayerKind.Pool(window.output(), LayerKind.Pool.Reduction.MAX, 2, 2);
    double[] theta = {1, 0, -1, 1, 0, -1, 1, 0, -1, -0.24, -0.4, -0.07, 0.12};
    return new Experiment(
        Dataset.of(new double[][] {x}, new double[][] {{1}}),
        NetworkSpec.of(
            49,
            new LayerSpec(window, ActivationSpec.RELU, false, false, 0, 1e-5),
            LayerSpec.plain(pool),
            LayerSpec.plain(new LayerKind.Flatten(pool.output())),
            LayerSpec.dense(1, ActivationSpec.SIGMOID).withoutBias()),
        new LossSpec(LossSpec.Kind.BINARY_CROSS_ENTROPY, Factor.ONE),
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(0.02),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Given(MatrixView.of(1, theta.length, theta)),
        0);
  }

  @Test
  void everyPixelIsWhatItsAccountGives() {
    for (Experiment e : RandomConvolutions.all(12)) {
      for (int sample : e.data().size() > 1 ? new int[] {0, 2} : new int[] {0}) {
        OpenUpdate update = update(e, sample);
        for (int p = 0; p < update.phases().size(); p++) {
          for (int o = 0; o < update.operations(p).size(); o++) {
            check(update, p, o);
          }
        }
      }
    }
  }

  private static void check(OpenUpdate update, int phase, int operation) {
    Grid grid = update.operations(phase).get(operation).grid();
    for (int r = 0; r < grid.rows(); r++) {
      for (int c = 0; c < grid.columns(); c++) {
        var place =
            new StepPosition(phase, operation, new Grid.Cell(r, c), StepPosition.Reach.PHASE);
        Evaluated worked = Evaluated.of(Breakdown.of(update, place).expression());
        double allowed = 1e-12 * Math.max(1, worked.largest());
        assertEquals(grid.value(r, c), worked.value(), allowed, grid.id());
        Optional<Quantity> q = update.quantity(place);
        if (q.isPresent()) {
          StepPosition found = update.find(q.get()).orElseThrow();
          assertEquals(grid.value(r, c), update.expression(found).value(), q.get().name());
          assertEquals(q, update.quantity(found));
        }
      }
    }
  }

  /** Two pictures of 3 × 4 for two dense units: what a matrix holds lies as the pictures do. */
  private static Experiment dense() {
    double[][] x = new double[2][12];
    double[] theta = new double[12 * 2 + 2];
    for (int p = 0; p < 12; p++) {
      x[0][p] = (p + 1) / 16.0;
      x[1][p] = (12 - p) / 8.0;
      theta[2 * p] = (p % 5 - 2) / 4.0;
      theta[2 * p + 1] = (p % 3 - 1) / 2.0;
    }
    Dataset row = Dataset.of(x, new double[][] {{1, 0}, {0, 1}});
    Dataset data =
        new Dataset(
            row.inputs(),
            row.targets(),
            row.x(),
            row.y(),
            row.inputScaling(),
            row.targetScaling(),
            Optional.of(new Shape(1, 3, 4)));
    return new Experiment(
        data,
        NetworkSpec.of(12, LayerSpec.dense(2, ActivationSpec.SIGMOID)),
        new LossSpec(LossSpec.Kind.SQUARED, Factor.ONE),
        RegularisationSpec.NONE,
        new OptimizerSpec.Adam(0.02),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Given(MatrixView.of(1, theta.length, theta)),
        0);
  }

  @Test
  void aDenseLayerOnPicturesShowsThemAndItsWeightsAsPictures() {
    for (Notation notation : List.of(Notation.ENGINE, Notation.ofWords("columns"))) {
      OpenUpdate update =
          new OpenUpdate(
              new Trainer(dense()).preview(),
              new OpenUpdate.Style(notation, Messages.load(Language.EN), Labels.NONE, 0),
              Phase.Scope.UPDATE);
      for (int p = 0; p < update.phases().size(); p++) {
        for (int o = 0; o < update.operations(p).size(); o++) {
          check(update, p, o);
        }
      }
      Grid x = grid(update, new Quantity(Kind.X, 0, 0, 1, 1));
      assertEquals(List.of(6, 4), List.of(x.rows(), x.columns()));
      // The second picture, its last row but one, third column: the 7th of 12 values.
      Grid.Cell pixel = new Grid.Cell(3 + 1, 2);
      assertEquals(Optional.of(new Quantity(Kind.X, 0, 0, 2, 7)), x.quantity(4, 2));
      assertEquals((12 - 6) / 8.0, x.value(4, 2));
      assertTrue(x.where(pixel).contains("row 2, column 3"), x.where(pixel));
      Grid gradient = grid(update, new Quantity(Kind.GRADIENT_W, 0, 1, 1, 1));
      assertEquals(List.of(6, 4), List.of(gradient.rows(), gradient.columns()));
      assertEquals(Optional.of(new Quantity(Kind.GRADIENT_W, 0, 1, 7, 2)), gradient.quantity(4, 2));
      boolean turned = notation != Notation.ENGINE;
      assertEquals(turned ? "12 \u00d7 2" : "2 \u00d7 12", x.dimensions());
      assertEquals(turned ? "2 \u00d7 12" : "12 \u00d7 2", gradient.dimensions());
    }
  }

  @Test
  void whatEachPixelAddsIsAPicture() {
    OpenUpdate update = update(dense(), 0);
    StepPosition z = update.find(new Quantity(Kind.Z, 0, 1, 2, 1)).orElseThrow();
    Breakdown breakdown = Breakdown.of(update, z);
    double[] shares = breakdown.shares(update).orElseThrow().strengths();
    double[] products = new double[12];
    double greatest = 0;
    for (int p = 0; p < 12; p++) {
      products[p] = (12 - p) / 8.0 * ((p % 5 - 2) / 4.0);
      greatest = Math.max(greatest, Math.abs(products[p]));
    }
    for (int p = 0; p < 12; p++) {
      assertEquals(products[p] / greatest, shares[p], 1e-15);
    }
    Breakdown.Part part = breakdown.partWith(new Quantity(Kind.X, 0, 0, 2, 5)).orElseThrow();
    assertEquals(products[4], part.value(), 1e-15);
    StepPosition slope = update.find(new Quantity(Kind.GRADIENT_W, 0, 1, 3, 1)).orElseThrow();
    assertTrue(Breakdown.of(update, slope).shares(update).isEmpty());
  }

  /** The map of the lesson and of lecture notes, and the way back that a second program gave. */
  @Test
  void theZeroHasTheMapAndTheGradientOfThePlan() {
    OpenUpdate update = update(zero(), 0);
    List<Phase.Kind> kinds = update.phases().stream().map(Phase::kind).toList();
    assertEquals(15, kinds.size());
    assertEquals(0, kinds.stream().filter(Phase.Kind.PENALTY::equals).count());
    double[][] map = {
      {-1, 1, 0, -1, 1}, {0, 3, 0, -3, 0}, {0, 3, 0, -3, 0}, {0, 3, 0, -3, 0}, {-1, 1, 0, -1, 1}
    };
    Grid z = grid(update, new Quantity(Kind.Z, 0, 1, 1, 1));
    assertEquals(5, z.rows());
    for (int r = 0; r < 5; r++) {
      for (int c = 0; c < 5; c++) {
        assertEquals(map[r][c], z.value(r, c));
      }
    }
    double[][] back = {{0.2223, 0, 0}, {0.2223, 0, 0}, {0.2223, 0, 0}};
    Grid gradient = grid(update, new Quantity(Kind.GRADIENT_W, 0, 1, 1, 1));
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        assertEquals(back[r][c], gradient.value(r, c), 5e-5);
      }
    }
    Grid pooled = grid(update, new Quantity(Kind.A, 0, 2, 1, 1));
    assertEquals("2 \u00d7 2", pooled.dimensions());
    assertTrue(pooled.where(new Grid.Cell(1, 0)).contains("row 2, column 1"));
  }

  private static Grid grid(OpenUpdate update, Quantity q) {
    return update.operation(update.find(q).orElseThrow()).grid();
  }
}
