package org.ladera.engine.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.oracle.Case.Tolerance;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef.Kind;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.MaskSource;
import org.ladera.engine.train.Trainer;

/** Networks against traces made with PyTorch and plain numpy. */
class NetworkOracleTest {
  private static final LossSpec MEAN_SQUARED =
      new LossSpec(LossSpec.Kind.SQUARED, Factor.PER_ELEMENT);

  /** Every third case of sixty is published. */
  static List<String> singleSteps() {
    return IntStream.range(0, 20).mapToObj(i -> "g-mlp-%02d".formatted(3 * i)).toList();
  }

  @ParameterizedTest
  @MethodSource("singleSteps")
  void oneStepOfAnMlp(String name) {
    Case oracle = Case.load(name);
    List<String> activations = oracle.at("activations").list().stream().map(Case::text).toList();
    boolean bias = oracle.at("use_bias").truth();
    NetworkSpec network = Mlp.network(oracle.at("sizes").integers(), activations, bias);
    Case loss = oracle.at("loss");
    Case penalty = oracle.at("regularisation");
    Experiment experiment =
        Mlp.experiment(
                Dataset.of(oracle.at("X").matrix(), oracle.at("Y").matrix()),
                network,
                Mlp.loss(loss.at("name").text(), Factor.fixed(loss.at("factor").number())),
                Mlp.optimizer("sgd", oracle.at("optimizer")),
                new InitSpec.Given(Mlp.parameters(network, oracle)))
            .withRegularisation(
                new RegularisationSpec(penalty.at("l1").number(), penalty.at("l2").number()));
    StepTrace step = new Trainer(experiment).preview();
    Case expected = oracle.at("step");
    Tolerance within = oracle.tolerance();
    expected.at("loss_data").matches(step.dataLoss(), within);
    expected.at("loss_total").matches(step.totalLoss(), within);
    layersMatch(expected, step, within);
    for (LayerTrace layer : step.layers()) {
      expected.at("dW_data").at(layer.index() - 1).matches(layer.w().dataGradient(), within);
      expected.at("dW_total").at(layer.index() - 1).matches(layer.w().gradient(), within);
    }
  }

  private static void layersMatch(Case expected, StepTrace step, Tolerance within) {
    for (LayerTrace layer : step.layers()) {
      int l = layer.index() - 1;
      expected.at("z").at(l).matches(layer.z(), within);
      expected.at("a").at(l).matches(layer.a(), within);
      expected.at("delta").at(l).matches(layer.delta(), within);
      expected.at("W_after").at(l).matches(layer.w().after(), within);
      if (layer.spec().bias()) {
        expected.at("db").at(l).matches(layer.b().gradient(), within);
        expected.at("b_after").at(l).matches(layer.b().after(), within);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void fiftyStepsOfEachOptimizerOnXor(int index) {
    Case oracle = Case.load("f-xor-2-4-1");
    Case run = oracle.at("runs").at(index);
    NetworkSpec network = Mlp.network(List.of(2, 4, 1), List.of("sigmoid", "sigmoid"), true);
    Trainer trainer =
        new Trainer(
            Mlp.experiment(
                Dataset.of(oracle.at("X").matrix(), oracle.at("Y").matrix()),
                network,
                MEAN_SQUARED,
                Mlp.optimizer(run.at("optimizer").text(), run.at("hyper")),
                new InitSpec.Given(Mlp.parameters(network, oracle.at("start")))));
    Tolerance within = oracle.tolerance();
    for (Case expected : run.at("steps").list()) {
      StepTrace step = trainer.preview();
      expected.at("loss").matches(step.dataLoss(), within);
      for (LayerTrace layer : step.layers()) {
        expected.at("dW").at(layer.index() - 1).matches(layer.w().gradient(), within);
        expected.at("db").at(layer.index() - 1).matches(layer.b().gradient(), within);
      }
      trainer.step();
      expected.at("W_after").matches(Mlp.blocks(trainer, Kind.WEIGHT), within);
      expected.at("b_after").matches(Mlp.blocks(trainer, Kind.BIAS), within);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"g-symmetry-zero", "g-symmetry-constant"})
  void equalUnitsStayEqual(String name) {
    Case oracle = Case.load(name);
    double start = oracle.at("start_weight").number();
    NetworkSpec network = Mlp.network(List.of(2, 3, 1), List.of("sigmoid", "sigmoid"), true);
    ParameterLayout layout = new ParameterLayout(network);
    double[] theta = new double[layout.count()];
    layout.blocks().stream()
        .filter(b -> b.kind() == Kind.WEIGHT)
        .forEach(b -> Arrays.fill(theta, b.offset(), b.offset() + b.size(), start));
    Trainer trainer =
        new Trainer(
            Mlp.experiment(
                XOR,
                network,
                MEAN_SQUARED,
                new OptimizerSpec.Sgd(oracle.at("lr").number()),
                new InitSpec.Given(MatrixView.of(1, theta.length, theta))));
    for (Case loss : oracle.at("loss_series").list()) {
      trainer.step();
      loss.matches(trainer.batchLoss(), oracle.tolerance());
    }
    oracle.at("W_after").matches(Mlp.blocks(trainer, Kind.WEIGHT), oracle.tolerance());
    oracle.at("b_after").matches(Mlp.blocks(trainer, Kind.BIAS), oracle.tolerance());
    double[] w = Mlp.blocks(trainer, Kind.WEIGHT);
    assertEquals(w[0], w[1]);
    assertEquals(w[0], w[2]);
  }

  private static final Dataset XOR =
      Dataset.of(
          new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {1}, {1}, {0}});

  private static Trainer annexXor(int hidden, InitSpec init, BatchSpec batch) {
    NetworkSpec network = Mlp.network(List.of(2, hidden, 1), List.of("sigmoid", "sigmoid"), false);
    return new Trainer(
        Mlp.experiment(XOR, network, LossSpec.HALF_SSE, new OptimizerSpec.Sgd(1), init)
            .withBatch(batch));
  }

  private static InitSpec numpy(long seed) {
    return new InitSpec.NumpyRandom(seed, 1, 0);
  }

  @Test
  void annexProgramOfXorWithBatches() {
    Case oracle = Case.load("b-xor-annex-gd");
    Tolerance within = oracle.tolerance();
    Trainer trainer = annexXor(3, numpy(1685), BatchSpec.FULL);
    oracle.at("start", "wih").matches(weights(trainer, 0), new Tolerance(0, 0));
    for (int e = 0; e < 4000; e++) {
      String epoch = String.valueOf(e);
      if (oracle.at("weights_at_epoch_start").has(epoch)) {
        Case expected = oracle.at("weights_at_epoch_start", epoch);
        expected.at("wih").matches(weights(trainer, 0), within);
        expected.at("who").matches(weights(trainer, 1), within);
      }
      if (e < oracle.at("first_steps").size()) {
        StepTrace step = trainer.preview();
        Case expected = oracle.at("first_steps").at(e);
        expected.at("delta1").matches(step.layers().get(0).delta(), within);
        expected.at("delta2").matches(step.layers().get(1).delta(), within);
        expected.at("d_wih").matches(step.layers().get(0).w().gradient(), within);
        expected.at("d_who").matches(step.layers().get(1).w().gradient(), within);
      }
      trainer.step();
      oracle.at("loss_series").at(e).matches(2 * trainer.batchLoss(), within);
    }
    oracle.at("final", "outputs").matches(trainer.evaluate().outputs(), within);
  }

  private static double[] weights(Trainer trainer, int layer) {
    return trainer.preview().layers().get(layer).w().before().toArray();
  }

  @Test
  void annexProgramOfXorSampleBySample() {
    Case oracle = Case.load("b-xor-annex-sgd");
    Tolerance within = oracle.tolerance();
    double[] start = Arrays.copyOf(oracle.at("start", "wih").numbers(), 15);
    System.arraycopy(oracle.at("start", "who").numbers(), 0, start, 10, 5);
    List<List<Integer>> orders =
        oracle.at("row_order_per_epoch").list().stream().map(Case::integers).toList();
    Trainer trainer =
        annexXor(
            5,
            new InitSpec.Given(MatrixView.of(1, 15, start)),
            new BatchSpec(1, new BatchSpec.Order.Given(orders)));
    for (int e = 0; e < 2000; e++) {
      String epoch = String.valueOf(e);
      if (oracle.at("weights_at_epoch_start").has(epoch)) {
        oracle.at("weights_at_epoch_start", epoch, "wih").matches(weights(trainer, 0), within);
      }
      double sum = 0;
      for (int i = 0; i < 4; i++) {
        trainer.step();
        sum += 2 * trainer.batchLoss();
      }
      oracle.at("loss_series_sum_over_epoch").at(e).matches(sum, within);
      oracle.at("loss_series_last_sample").at(e).matches(2 * trainer.batchLoss(), within);
    }
    oracle.at("final", "who").matches(weights(trainer, 1), within);
  }

  @Test
  void fiveHiddenUnitsOfTheText() {
    Case oracle = Case.load("b-xor-text-gd-5hidden");
    Trainer trainer = annexXor(5, numpy(1685), BatchSpec.FULL);
    for (Case loss : oracle.at("loss_series").list()) {
      trainer.step();
      loss.matches(2 * trainer.batchLoss(), oracle.tolerance());
    }
  }

  private static List<LayerSpec> hiddenLike(Case oracle, boolean norm) {
    List<LayerSpec> layers = new ArrayList<>();
    List<String> names =
        List.of(oracle.at("architecture").text().replaceAll(".*activations ", "").split(", "));
    int[] units = {6, 5, 2};
    for (int l = 0; l < 3; l++) {
      boolean hidden = l < 2;
      double p = norm || !hidden ? 0 : oracle.at("dropout", "p").at(l).number();
      layers.add(new LayerSpec(units[l], Mlp.activation(names.get(l)), true, norm && hidden, p));
    }
    return layers;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"h-net-batchnorm-0", "h-net-batchnorm-1", "h-net-dropout-0", "h-net-dropout-1"})
  void batchNormalisationAndDropout(String name) {
    Case oracle = Case.load(name);
    boolean norm = name.contains("batchnorm");
    NetworkSpec network = new NetworkSpec(3, hiddenLike(oracle, norm));
    MaskSource masks =
        (request, mask) -> {
          double[] given =
              oracle
                  .at("steps")
                  .at((int) request.update())
                  .at("masks")
                  .at(request.layer() - 1)
                  .numbers();
          System.arraycopy(given, 0, mask.data, 0, given.length);
        };
    Trainer trainer =
        new Trainer(
            Mlp.experiment(
                Dataset.of(oracle.at("X").matrix(), oracle.at("Y").matrix()),
                network,
                MEAN_SQUARED,
                Mlp.optimizer("sgd", oracle.at("optimizer")),
                new InitSpec.Given(Mlp.parameters(network, oracle.at("start")))),
            masks,
            PairExecutor.ALONE);
    Tolerance within = oracle.tolerance();
    for (Case expected : oracle.at("steps").list()) {
      StepTrace step = trainer.preview();
      expected.at("loss").matches(step.dataLoss(), within);
      layersMatch(expected, step, within);
      for (LayerTrace layer : step.layers()) {
        int l = layer.index() - 1;
        expected.at("dW").at(l).matches(layer.w().gradient(), within);
        layer
            .batchNorm()
            .ifPresent(
                bn -> {
                  expected.at("bn_output").at(l).matches(bn.output(), within);
                  expected.at("dgamma").at(l).matches(bn.gamma().gradient(), within);
                  expected.at("dbeta").at(l).matches(bn.beta().gradient(), within);
                  expected.at("gamma_after").at(l).matches(bn.gamma().after(), within);
                  expected.at("beta_after").at(l).matches(bn.beta().after(), within);
                });
        layer.mask().ifPresent(m -> expected.at("masks").at(l).matches(m, within));
      }
      trainer.step();
      expected.at("W_after").matches(Mlp.blocks(trainer, Kind.WEIGHT), within);
    }
  }

  /** 200 seeds of numpy: how many of the annex's networks solve XOR, and their median losses. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void soManySeedsSolveXor(int hidden) {
    Case expected =
        Case.load("b-xor-annex-convergence-rates").at("by_hidden_neurons", String.valueOf(hidden));
    double[] after1000 = new double[200];
    double[] after4000 = new double[200];
    int solved = 0;
    for (int seed = 0; seed < 200; seed++) {
      Trainer trainer = annexXor(hidden, numpy(seed), BatchSpec.FULL);
      for (int step = 1; step <= 4000; step++) {
        trainer.step();
        if (step == 1000) {
          after1000[seed] = 2 * trainer.batchLoss();
        }
      }
      after4000[seed] = 2 * trainer.batchLoss();
      solved += after4000[seed] < 0.05 ? 1 : 0;
    }
    Tolerance within = new Tolerance(1e-8, 0);
    expected.at("median_loss_1000").matches(median(after1000), within);
    expected.at("median_loss_4000").matches(median(after4000), within);
    expected.at("solved_share_4000").matches(solved / 200.0, new Tolerance(0, 0));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
  }

  @ParameterizedTest
  @ValueSource(strings = {"k-vanishing-sigmoid", "k-vanishing-tanh", "k-vanishing-relu"})
  void gradientsVanishWithDepth(String name) {
    Case oracle = Case.load(name);
    String activation = name.substring(name.lastIndexOf('-') + 1);
    List<Integer> sizes = new ArrayList<>(List.of(2));
    List<String> activations = new ArrayList<>();
    for (int l = 0; l < 15; l++) {
      sizes.add(10);
      activations.add(activation);
    }
    sizes.add(1);
    activations.add("sigmoid");
    NetworkSpec network = Mlp.network(sizes, activations, true);
    StepTrace step =
        new Trainer(
                Mlp.experiment(
                    Dataset.of(oracle.at("X").matrix(), oracle.at("Y").matrix()),
                    network,
                    new LossSpec(LossSpec.Kind.BINARY_CROSS_ENTROPY, Factor.PER_SAMPLE),
                    new OptimizerSpec.Sgd(1),
                    new InitSpec.Given(Mlp.parameters(network, oracle))))
            .preview();
    Tolerance within = oracle.tolerance();
    oracle.at("loss").matches(step.dataLoss(), within);
    for (LayerTrace layer : step.layers()) {
      int l = layer.index() - 1;
      oracle.at("gradient_norm_W_per_layer").at(l).matches(norm(layer.w().gradient()), within);
      double rms = norm(layer.delta()) / Math.sqrt(layer.delta().size());
      oracle.at("gradient_rms_delta_per_layer").at(l).matches(rms, within);
    }
  }

  private static double norm(MatrixView matrix) {
    double sum = 0;
    for (double v : matrix.toArray()) {
      sum += v * v;
    }
    return Math.sqrt(sum);
  }

  @Test
  void parameterCounts() {
    for (Case net : Case.load("k-parameter-counts").at("nets").list()) {
      List<Integer> sizes = net.at("sizes").integers();
      List<String> activations = sizes.stream().skip(1).map(s -> "relu").toList();
      assertEquals(
          net.at("parameters").integer(),
          new ParameterLayout(Mlp.network(sizes, activations, true)).count());
    }
  }
}
