package org.ladera.engine.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.engine.data.Accuracy;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Activation;
import org.ladera.engine.net.Initialiser;
import org.ladera.engine.oracle.Case.Tolerance;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.LossSpec.Kind;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.BatchNormTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Perceptron;
import org.ladera.engine.train.Schedule;
import org.ladera.engine.train.Trainer;
import org.ladera.engine.train.TrainerState;

/** Activations, losses, batch normalisation, schedules, initialisers and the perceptron. */
class FunctionOracleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "linear",
        "sigmoid",
        "tanh",
        "relu",
        "leaky_relu_0.01",
        "leaky_relu_0.2",
        "elu_1",
        "elu_0.5",
        "softplus"
      })
  void activationsAndDerivativesOnTheGrid(String name) {
    Case oracle = Case.load("e-activations");
    ActivationSpec spec = Mlp.activation(name);
    double[] grid = oracle.at("grid").numbers();
    Case expected = oracle.at("activations", name);
    for (int i = 0; i < grid.length; i++) {
      double value = Activation.value(spec, grid[i]);
      expected.at("exact_value").at(i).matches(value, new Tolerance(1e-14, 1e-300));
      double slope = Activation.derivative(spec, grid[i]);
      expected.at("exact_derivative").at(i).matches(slope, new Tolerance(0, 1e-15));
    }
  }

  @Test
  void softmaxAndItsJacobian() {
    Case oracle = Case.load("e-softmax");
    for (Case row : oracle.at("rows").list()) {
      double[] z = row.at("z").numbers();
      int n = z.length;
      double[] a = new double[n];
      Activation.apply(ActivationSpec.SOFTMAX, z, a, 1, n);
      row.at("softmax").matches(a, oracle.tolerance());
      double[] jacobian = new double[n * n];
      for (int i = 0; i < n; i++) {
        double[] delta = new double[n];
        delta[i] = 1;
        Activation.multiplyDerivative(ActivationSpec.SOFTMAX, z, a, delta, 1, n);
        System.arraycopy(delta, 0, jacobian, i * n, n);
      }
      row.at("jacobian").matches(jacobian, oracle.tolerance());
    }
  }

  /** One update of a layer whose z is exactly {@code z}: unit matrix, no bias. */
  private static StepTrace on(double[][] z, double[][] y, ActivationSpec last, LossSpec loss) {
    int n = z[0].length;
    NetworkSpec network = NetworkSpec.of(n, LayerSpec.dense(n, last).withoutBias());
    double[] unit = new double[n * n];
    for (int i = 0; i < n; i++) {
      unit[i * n + i] = 1;
    }
    return new Trainer(
            Mlp.experiment(
                Dataset.of(z, y),
                network,
                loss,
                new OptimizerSpec.Sgd(0.1),
                new InitSpec.Given(MatrixView.of(1, n * n, unit))))
        .preview();
  }

  private static MatrixView delta(StepTrace step) {
    return step.layers().getFirst().delta();
  }

  @ParameterizedTest
  @CsvSource({
    "mse,SQUARED,PER_ELEMENT",
    "mse_per_sample_sum,SQUARED,PER_SAMPLE",
    "half_mse,SQUARED,HALF_PER_SAMPLE",
    "sse,SQUARED,ONE",
    "rmse,ROOT_SQUARED,PER_ELEMENT",
    "mae,ABSOLUTE,PER_ELEMENT",
    "huber,HUBER,PER_ELEMENT",
    "msle,SQUARED_LOG,PER_ELEMENT"
  })
  void lossesOfPredictions(String name, Kind kind, Factor.Rule factor) {
    Case oracle = Case.load("d-losses");
    boolean positive = kind == Kind.SQUARED_LOG;
    double[][] p = oracle.at(positive ? "positive_predictions" : "predictions").matrix();
    double[][] y = oracle.at(positive ? "positive_targets" : "targets").matrix();
    StepTrace step = on(p, y, ActivationSpec.IDENTITY, new LossSpec(kind, new Factor(factor, 0)));
    Case expected = oracle.at("losses", name);
    expected.at("value").matches(step.dataLoss(), oracle.tolerance());
    expected.at("dL_dprediction").matches(delta(step), oracle.tolerance());
  }

  @Test
  void crossEntropiesOfProbabilitiesAndOfNetInputs() {
    Case oracle = Case.load("d-losses");
    Tolerance within = oracle.tolerance();
    Case bce = oracle.at("losses", "bce");
    LossSpec binary = new LossSpec(Kind.BINARY_CROSS_ENTROPY, Factor.PER_SAMPLE);
    double[][] p = bce.at("p").matrix();
    double[][] y = bce.at("y").matrix();
    StepTrace plain = on(p, y, ActivationSpec.IDENTITY, binary);
    bce.at("value").matches(plain.dataLoss(), within);
    bce.at("dL_dprediction").matches(delta(plain), within);
    double[][] logits = new double[p.length][1];
    for (int i = 0; i < p.length; i++) {
      logits[i][0] = Math.log(p[i][0] / (1 - p[i][0]));
    }
    StepTrace stable = on(logits, y, ActivationSpec.SIGMOID, binary);
    oracle.at("losses", "bce_with_logits", "value").matches(stable.dataLoss(), within);
    oracle.at("losses", "bce_with_logits", "dL_dz").matches(delta(stable), within);
    double[][] z = oracle.at("logits").matrix();
    Case cce = oracle.at("losses", "cce");
    LossSpec categorical = new LossSpec(Kind.CATEGORICAL_CROSS_ENTROPY, Factor.PER_SAMPLE);
    double[][] onehot = cce.at("onehot").matrix();
    StepTrace mean = on(z, onehot, ActivationSpec.SOFTMAX, categorical);
    cce.at("value").matches(mean.dataLoss(), within);
    cce.at("dL_dz").matches(delta(mean), within);
    cce.at("softmax").matches(mean.layers().getFirst().a(), within);
    StepTrace sum = on(z, onehot, ActivationSpec.SOFTMAX, categorical.withFactor(Factor.ONE));
    oracle.at("losses", "cce_sum", "value").matches(sum.dataLoss(), within);
    oracle.at("losses", "cce_sum", "dL_dz").matches(delta(sum), within);
    StepTrace ofProbabilities =
        on(cce.at("softmax").matrix(), onehot, ActivationSpec.IDENTITY, categorical);
    Case expected = oracle.at("losses", "cce_of_probabilities");
    expected.at("value").matches(ofProbabilities.dataLoss(), within);
    expected.at("dL_dprediction").matches(delta(ofProbabilities), within);
  }

  @Test
  void crossEntropiesStayFiniteAtExtremes() {
    Case oracle = Case.load("d-losses-extreme");
    Tolerance within = oracle.tolerance();
    for (Case row : oracle.at("bce").list()) {
      double[][] z = {{row.at("z").number()}};
      double[][] y = {{row.at("y").number()}};
      StepTrace step =
          on(z, y, ActivationSpec.SIGMOID, new LossSpec(Kind.BINARY_CROSS_ENTROPY, Factor.ONE));
      row.at("loss_from_logits").matches(step.dataLoss(), within);
      row.at("dL_dz").matches(delta(step).get(0), within);
      row.at("sigmoid").matches(step.layers().getFirst().a().get(0), within);
    }
    for (Case row : oracle.at("cce").list()) {
      double[][] z = {row.at("z").numbers()};
      double[][] y = new double[1][z[0].length];
      y[0][row.at("label").integer()] = 1;
      StepTrace step =
          on(
              z,
              y,
              ActivationSpec.SOFTMAX,
              new LossSpec(Kind.CATEGORICAL_CROSS_ENTROPY, Factor.ONE));
      row.at("loss").matches(step.dataLoss(), within);
      row.at("dL_dz").matches(delta(step), within);
      row.at("softmax").matches(step.layers().getFirst().a(), within);
    }
  }

  @Test
  void slideOfSoftmaxAndCrossEntropy() {
    Case oracle = Case.load("c-softmax-crossentropy");
    Tolerance within = oracle.tolerance();
    double[][] y = oracle.at("Y").matrix();
    LossSpec sum = new LossSpec(Kind.CATEGORICAL_CROSS_ENTROPY, Factor.ONE);
    StepTrace printed = on(oracle.at("A").matrix(), y, ActivationSpec.IDENTITY, sum);
    oracle.at("sum").matches(printed.dataLoss(), within);
    LossSpec mean = sum.withFactor(Factor.PER_SAMPLE);
    StepTrace averaged = on(oracle.at("A").matrix(), y, ActivationSpec.IDENTITY, mean);
    oracle.at("mean").matches(averaged.dataLoss(), within);
    oracle.at("dL_dA").matches(delta(averaged), within);
    StepTrace logits = on(oracle.at("logits_used").matrix(), y, ActivationSpec.SOFTMAX, mean);
    oracle.at("cross_entropy_of_logits").matches(logits.dataLoss(), within);
    oracle.at("softmax_of_logits").matches(logits.layers().getFirst().a(), within);
    oracle.at("dL_dz").matches(delta(logits), within);
    MatrixView a = MatrixView.of(oracle.at("A").matrix());
    assertEquals(oracle.at("accuracy").number(), Accuracy.of(a, MatrixView.of(y)));
    for (int row = 0; row < 4; row++) {
      assertEquals(oracle.at("predicted").at(row).integer(), Accuracy.classOf(a, row));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"h-batchnorm-0", "h-batchnorm-1"})
  void batchNormalisationForwardsBackwardsAndInInference(String name) {
    Case oracle = Case.load(name);
    Tolerance within = oracle.tolerance();
    double[][] x = oracle.at("x").matrix();
    int n = x[0].length;
    double[][] y = oracle.at("upstream_dL_dy").matrix();
    for (double[] row : y) {
      for (int j = 0; j < n; j++) {
        row[j] = -row[j];
      }
    }
    NetworkSpec network =
        NetworkSpec.of(n, new LayerSpec(n, ActivationSpec.IDENTITY, false, true, 0));
    double[] theta = new double[n * n + 2 * n];
    for (int j = 0; j < n; j++) {
      theta[j * n + j] = 1;
      theta[n * n + j] = oracle.at("gamma").at(j).number();
      theta[n * n + n + j] = oracle.at("beta").at(j).number();
    }
    // J = -sum of y a has exactly the gradient that stands in the file as "upstream".
    Trainer trainer =
        new Trainer(
            Mlp.experiment(
                Dataset.of(x, y),
                network,
                new LossSpec(Kind.NEGATIVE_LOG_LIKELIHOOD, Factor.ONE),
                new OptimizerSpec.Sgd(0),
                new InitSpec.Given(MatrixView.of(1, theta.length, theta))));
    BatchNormTrace bn = trainer.preview().layers().getFirst().batchNorm().orElseThrow();
    oracle.at("batch_mean").matches(bn.mean(), within);
    oracle.at("batch_var_biased").matches(bn.variance(), within);
    oracle.at("xhat").matches(bn.normalised(), within);
    oracle.at("y").matches(bn.output(), within);
    oracle.at("dL_dx").matches(delta(trainer.preview()), within);
    oracle.at("dL_dgamma").matches(bn.gamma().gradient(), within);
    oracle.at("dL_dbeta").matches(bn.beta().gradient(), within);
    var start = trainer.capture();
    double[] memory = start.memory().toArray();
    int figures = memory.length - 2 * n;
    System.arraycopy(oracle.at("running_mean_before").numbers(), 0, memory, figures, n);
    System.arraycopy(oracle.at("running_var_before").numbers(), 0, memory, figures + n, n);
    trainer.restore(
        new TrainerState(
            start.experiment(),
            start.update(),
            start.parameters(),
            MatrixView.of(1, memory.length, memory)));
    trainer.step();
    double[] after = trainer.capture().memory().toArray();
    for (int j = 0; j < n; j++) {
      oracle.at("running_mean_after").at(j).matches(after[figures + j], within);
      oracle.at("running_var_after").at(j).matches(after[figures + n + j], within);
    }
    oracle.at("y_inference_after").matches(trainer.evaluate().outputs(), within);
  }

  private static ScheduleSpec schedule(Case s) {
    return switch (s.at("name").text()) {
      case "step" -> new ScheduleSpec.Step(s.at("step").integer(), s.at("gamma").number());
      case "exponential" -> new ScheduleSpec.Exponential(s.at("gamma").number());
      case "cosine" ->
          new ScheduleSpec.Cosine(
              s.at("T").integer(), s.at("eta_min").number() / s.at("lr0").number());
      case "cyclic_triangular" -> cyclical(s, ScheduleSpec.Cyclical.Mode.TRIANGULAR);
      case "cyclic_triangular2" -> cyclical(s, ScheduleSpec.Cyclical.Mode.TRIANGULAR2);
      case "linear_warmup" ->
          new ScheduleSpec.WarmUp(s.at("warm").integer(), new ScheduleSpec.Constant());
      default -> throw new IllegalArgumentException(s.at("name").text());
    };
  }

  private static ScheduleSpec cyclical(Case s, ScheduleSpec.Cyclical.Mode mode) {
    double floor = s.at("base").number() / s.at("max").number();
    return new ScheduleSpec.Cyclical(s.at("up").integer(), floor, mode, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "step",
        "exponential",
        "cosine",
        "cyclic_triangular",
        "cyclic_triangular2",
        "linear_warmup"
      })
  void schedules(String name) {
    Case oracle = Case.load("i-schedules");
    Case series =
        oracle.at("series").list().stream()
            .filter(s -> s.at("name").text().equals(name))
            .findFirst()
            .orElseThrow();
    double top = series.at(series.has("lr0") ? "lr0" : "max").number();
    ScheduleSpec spec = schedule(series);
    for (int t = 0; t < series.at("values").size(); t++) {
      series.at("values").at(t).matches(top * Schedule.factor(spec, t), oracle.tolerance());
    }
  }

  @Test
  void initialisersHaveTheVarianceOfTheirFormula() {
    for (Case shape : Case.load("i-initialisers").at("shapes").list()) {
      int in = shape.at("n_in").integer();
      int out = shape.at("n_out").integer();
      for (Case rule : shape.at("initialisers").list()) {
        InitSpec init =
            switch (rule.at("name").text()) {
              case "xavier_uniform" -> new InitSpec.GlorotUniform(1);
              case "xavier_normal" -> new InitSpec.GlorotNormal(1);
              case "he_uniform" -> new InitSpec.HeUniform();
              case "he_normal" -> new InitSpec.HeNormal();
              case "xavier_uniform_torch_tanh_gain_5/3" -> new InitSpec.GlorotUniform(5.0 / 3);
              case "seed_001_annex random() = uniform [0,1)" -> new InitSpec.NumpyRandom(714, 1, 0);
              default -> null;
            };
        if (init != null) {
          assertVariance(rule, draws(in, out, init));
        }
      }
    }
  }

  /** Many networks of one layer, so that even small shapes give a large sample. */
  private static List<Double> draws(int in, int out, InitSpec init) {
    List<Double> all = new ArrayList<>();
    NetworkSpec network =
        NetworkSpec.of(in, LayerSpec.dense(out, ActivationSpec.IDENTITY).withoutBias());
    for (int seed = 0; all.size() < 40_000; seed++) {
      InitSpec drawn =
          init instanceof InitSpec.NumpyRandom ? new InitSpec.NumpyRandom(seed, 1, 0) : init;
      for (double w : Initialiser.draw(network, drawn, seed)) {
        all.add(w);
      }
    }
    return all;
  }

  private static void assertVariance(Case rule, List<Double> sample) {
    double mean = sample.stream().mapToDouble(d -> d).average().orElseThrow();
    double variance =
        sample.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum() / (sample.size() - 1);
    double expected = rule.at("variance").number();
    assertEquals(expected, variance, 4 * Math.sqrt(2.0 / sample.size()) * expected, rule.path());
    if (rule.has("bound")) {
      double bound = rule.at("bound").number();
      assertTrue(sample.stream().allMatch(d -> Math.abs(d) <= bound), rule.path());
      double largest = sample.stream().mapToDouble(Math::abs).max().orElseThrow();
      assertTrue(largest > 0.99 * bound, rule.path());
    }
  }

  @Test
  void perceptronOfTheSlides() {
    Case oracle = Case.load("c-perceptron-xor");
    for (String gate : oracle.at("online_runs").keys()) {
      Case run = oracle.at("online_runs", gate);
      List<Case> presentations = run.at("presentations").list();
      double[][] x = new double[4][];
      double[][] y = new double[4][1];
      for (int i = 0; i < 4; i++) {
        x[i] = presentations.get(i).at("x").numbers();
        y[i][0] = presentations.get(i).at("target").number();
      }
      Perceptron unit =
          new Perceptron(
              Perceptron.Rule.PERCEPTRON,
              oracle.at("gamma").number(),
              1,
              Dataset.of(x, y),
              run.at("start").numbers());
      for (Case expected : presentations) {
        Perceptron.Presentation shown = unit.present();
        assertEquals(expected.at("epoch").integer(), shown.epoch() + 1);
        assertEquals(expected.at("z").number(), shown.z());
        assertEquals(expected.at("output").integer(), shown.output());
        expected
            .at("weights_after")
            .matches(
                shown.weightsAfter().stream().mapToDouble(d -> d).toArray(), new Tolerance(0, 0));
      }
      run.at("final").matches(unit.weights(), new Tolerance(0, 0));
      assertEquals(0, unit.mistakes());
    }
  }
}
