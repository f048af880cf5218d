package org.ladera.engine.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Objective;
import org.ladera.engine.oracle.Case.Tolerance;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;

/** Lines fitted by descent: the thesis' ice creams, the notes' J, the slides' SGD table. */
class RegressionOracleTest {
  private static final NetworkSpec LINE =
      NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY));

  private static Experiment line(
      double[][] x, double[][] y, LossSpec loss, double rate, double w, double b) {
    return Mlp.experiment(
        Dataset.of(x, y),
        LINE,
        loss,
        new OptimizerSpec.Sgd(rate),
        new InitSpec.Given(MatrixView.of(1, 2, w, b)));
  }

  private static Experiment iceCream(LossSpec loss, double rate) {
    Case data = Case.load("a-icecream-annex").at("data");
    double[] t = data.at("temperature").numbers();
    double[] sold = data.at("icecreams").numbers();
    double[][] x = new double[t.length][1];
    double[][] y = new double[t.length][1];
    for (int i = 0; i < t.length; i++) {
      x[i][0] = t[i] / 10;
      y[i][0] = sold[i] / 10;
    }
    return line(x, y, loss, rate, 1.0151747625338823, 1.5511928819147724);
  }

  private static LayerTrace only(StepTrace step) {
    return step.layers().getFirst();
  }

  @Test
  void annexRunOfTheIceCreams() {
    Case oracle = Case.load("a-icecream-annex");
    Tolerance within = oracle.tolerance();
    Case steps = oracle.at("steps");
    Trainer trainer = new Trainer(iceCream(LossSpec.HALF_SSE, 0.01));
    for (int e = 0; e < 1500; e++) {
      StepTrace step = trainer.preview();
      steps.at("loss").at(e).matches(step.lossSum(), within);
      steps.at("b").at(e).matches(only(step).b().before(), within);
      steps.at("w").at(e).matches(only(step).w().before().get(0), within);
      steps.at("grad_b").at(e).matches(only(step).b().gradient().get(0), within);
      steps.at("grad_w").at(e).matches(only(step).w().gradient().get(0), within);
      assertTrue(trainer.step());
      assertEquals(step.dataLoss(), trainer.batchLoss());
    }
    Case end = oracle.at("final");
    StepTrace step = trainer.preview();
    end.at("sse").matches(step.lossSum(), within);
    end.at("b").matches(only(step).b().before().get(0), within);
    end.at("w").matches(only(step).w().before().get(0), within);
  }

  @Test
  void surfaceOfTheIceCreams() {
    Case oracle = Case.load("a-icecream-surface");
    double[] b = oracle.at("b").numbers();
    double[] w = oracle.at("w").numbers();
    Objective objective = new Objective(iceCream(LossSpec.SSE, 0.01));
    for (int row = 0; row < w.length; row++) {
      for (int column = 0; column < b.length; column++) {
        double sse = objective.loss(new double[] {w[row], b[column]});
        oracle.at("sse").at(row).at(column).matches(sse, oracle.tolerance());
      }
    }
  }

  @Test
  void trueGradientOfTheSumOfSquaresDivergesAtTheSameRate() {
    Case oracle = Case.load("a-icecream-true-sse-gradient");
    Case diverges = oracle.at("diverges");
    Trainer trainer = new Trainer(iceCream(LossSpec.SSE, 0.01));
    for (int e = 0; e < 30; e++) {
      StepTrace step = trainer.preview();
      diverges.at("loss").at(e).matches(step.dataLoss(), oracle.tolerance());
      diverges.at("w").at(e).matches(only(step).w().before().get(0), oracle.tolerance());
      diverges.at("b").at(e).matches(only(step).b().before().get(0), oracle.tolerance());
      trainer.step();
    }
    Trainer half = new Trainer(iceCream(LossSpec.SSE, 0.005));
    for (int e = 0; e < 20; e++) {
      half.step();
      oracle
          .at("equals_annex", "loss_first_20")
          .at(e)
          .matches(half.batchLoss(), oracle.tolerance());
    }
  }

  @Test
  void tableOfStochasticDescent() {
    Case oracle = Case.load("c-sgd-table");
    Tolerance within = oracle.tolerance();
    Trainer trainer =
        new Trainer(
            line(
                    new double[][] {{50}, {80}, {120}},
                    new double[][] {{150}, {200}, {280}},
                    LossSpec.HALF_SSE,
                    1e-4,
                    0,
                    0)
                .withBatch(new BatchSpec(1, new BatchSpec.Order.Fixed())));
    for (int i = 0; i < 30; i++) {
      Case expected = oracle.at("steps").at(i);
      StepTrace step = trainer.preview();
      assertEquals(expected.at("epoch").integer(), step.epoch() + 1);
      assertEquals(expected.at("x").number(), step.x().get(0));
      expected.at("error").matches(only(step).delta(), within);
      expected.at("grad_w").matches(only(step).w().gradient().get(0), within);
      expected.at("grad_b").matches(only(step).b().gradient().get(0), within);
      trainer.step();
      expected.at("w").matches(Mlp.blocks(trainer, weight())[0], within);
      expected.at("b").matches(Mlp.blocks(trainer, bias())[0], within);
    }
  }

  private static ParameterRef.Kind weight() {
    return ParameterRef.Kind.WEIGHT;
  }

  private static ParameterRef.Kind bias() {
    return ParameterRef.Kind.BIAS;
  }

  @Test
  void costOfTheNotesAndItsDerivatives() {
    Case oracle = Case.load("d-cost-J");
    double[][] points = {{1}, {2}, {3}};
    Objective objective =
        new Objective(
            line(points, points, LossSpec.SSE.withFactor(Factor.HALF_PER_SAMPLE), 1, 0, 0));
    for (Case row : oracle.at("rows").list()) {
      double[] gradient = new double[2];
      double[] theta = {row.at("theta1").number(), 0};
      row.at("J").matches(objective.gradient(theta, gradient), oracle.tolerance());
      row.at("dJ_dtheta1").matches(gradient[0], oracle.tolerance());
      row.at("dJ_dtheta0").matches(gradient[1], oracle.tolerance());
    }
  }

  @Test
  void descentOnTheCostOfTheNotesWithSixRates() {
    Case oracle = Case.load("d-gd-on-J");
    double[][] points = {{1}, {2}, {3}};
    List<Case> runs = oracle.at("runs").list();
    assertEquals(6, runs.size());
    for (Case run : runs) {
      double rate = run.at("lr").number();
      LossSpec loss = LossSpec.SSE.withFactor(Factor.HALF_PER_SAMPLE);
      Trainer trainer = new Trainer(line(points, points, loss, rate, 2.5, 0.5));
      for (Case expected : run.at("steps").list()) {
        StepTrace step = trainer.preview();
        LayerTrace layer = only(step);
        expected.at("J").matches(step.dataLoss(), oracle.tolerance());
        expected
            .at("theta")
            .matches(pair(layer.b().before(), layer.w().before()), oracle.tolerance());
        expected
            .at("grad")
            .matches(pair(layer.b().gradient(), layer.w().gradient()), oracle.tolerance());
        expected
            .at("theta_after")
            .matches(pair(layer.b().after(), layer.w().after()), oracle.tolerance());
        trainer.step();
      }
    }
  }

  private static double[] pair(MatrixView first, MatrixView second) {
    return new double[] {first.get(0), second.get(0)};
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void stochasticDescentAtThreeScales(int index) {
    Case oracle = Case.load("k-sgd-scaling");
    Case run = oracle.at("runs").at(index);
    String name = run.at("name").text();
    double scale = name.startsWith("raw") ? 1 : 100;
    double[] x = {50 / scale, 80 / scale, 120 / scale};
    if (name.startsWith("standardised")) {
      double mean = (50 + 80 + 120) / 3.0;
      double deviation =
          Math.sqrt(
              (Math.pow(50 - mean, 2) + Math.pow(80 - mean, 2) + Math.pow(120 - mean, 2)) / 3);
      x = new double[] {(50 - mean) / deviation, (80 - mean) / deviation, (120 - mean) / deviation};
    }
    Trainer trainer =
        new Trainer(
            line(
                    new double[][] {{x[0]}, {x[1]}, {x[2]}},
                    new double[][] {{150 / scale}, {200 / scale}, {280 / scale}},
                    LossSpec.HALF_SSE,
                    run.at("eta").number(),
                    0,
                    0)
                .withBatch(new BatchSpec(1, new BatchSpec.Order.Fixed())));
    for (Case point : run.at("trace").list()) {
      while (trainer.update() < 3L * point.at("epoch").integer()) {
        trainer.step();
      }
      point.at("w").matches(Mlp.blocks(trainer, weight())[0], oracle.tolerance());
      point.at("b").matches(Mlp.blocks(trainer, bias())[0], oracle.tolerance());
      point
          .at("sse_in_units_of_y")
          .matches(scale * scale * trainer.evaluate().lossSum(), oracle.tolerance());
    }
  }
}
