package org.ladera.store.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.proof.RandomConvolutions;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;
import org.ladera.explain.comparison.GivenArray;
import org.ladera.explain.comparison.ProgramComparison;

/** The programs do the very run: what Python prints is what the engine computes. */
final class PythonProgramTest {
  private static final long EPOCHS = 30;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(?:e[-+]?\\d+)?");

  private static final List<ScheduleSpec> SCHEDULES =
      List.of(
          new ScheduleSpec.Constant(),
          new ScheduleSpec.Step(7, 0.5),
          new ScheduleSpec.WarmUp(5, new ScheduleSpec.Cosine(20, 0.1)),
          new ScheduleSpec.Exponential(0.9),
          new ScheduleSpec.Cyclical(4, 0.2, ScheduleSpec.Cyclical.Mode.TRIANGULAR2, 1),
          new ScheduleSpec.Cyclical(3, 0.1, ScheduleSpec.Cyclical.Mode.EXPONENTIAL_RANGE, 0.95),
          new ScheduleSpec.Cyclical(6, 0.3, ScheduleSpec.Cyclical.Mode.TRIANGULAR, 1),
          new ScheduleSpec.Constant());

  @TempDir Path folder;

  private static Experiment experiment(
      int number, ActivationSpec last, LossSpec loss, OptimizerSpec optimizer) {
    Random random = new Random(number);
    int outputs = last.kind() == ActivationSpec.Kind.SOFTMAX ? 3 : 1 + number % 2;
    double[][] x = new double[7][3];
    double[][] y = new double[7][outputs];
    for (int i = 0; i < x.length; i++) {
      for (int c = 0; c < 3; c++) {
        x[i][c] = random.nextGaussian();
      }
      for (int c = 0; c < outputs; c++) {
        y[i][c] =
            last.kind() == ActivationSpec.Kind.SOFTMAX
                ? c == i % 3 ? 1 : 0
                : 0.1 + 0.8 * random.nextDouble();
      }
    }
    List<ActivationSpec> hidden =
        List.of(
            ActivationSpec.TANH,
            ActivationSpec.SIGMOID,
            ActivationSpec.RELU,
            ActivationSpec.leakyRelu(0.1),
            ActivationSpec.elu(0.7),
            ActivationSpec.SOFTPLUS);
    BatchSpec batch =
        switch (number % 3) {
          case 0 -> BatchSpec.FULL;
          case 1 -> BatchSpec.mini(3);
          default ->
              new BatchSpec(
                  4,
                  new BatchSpec.Order.Given(
                      List.of(List.of(6, 5, 4, 3, 2, 1, 0), List.of(0, 2, 4, 6, 1, 3, 5))));
        };
    return new Experiment(
        Dataset.of(x, y),
        NetworkSpec.of(
            3,
            new LayerSpec(
                4,
                hidden.get(number % 6),
                // A bias before a normalisation has no effect: its gradient is rounding noise.
                number % 4 != 0 && number % 5 > 1,
                number % 5 < 2,
                number % 5 == 0 ? 0.3 : 0),
            layer(number, hidden.get((number + 1) % 6)),
            LayerSpec.dense(outputs, last)),
        loss,
        number % 4 == 1 ? new RegularisationSpec(0.01, 0.02) : RegularisationSpec.NONE,
        optimizer,
        SCHEDULES.get(number % SCHEDULES.size()),
        batch,
        new InitSpec.Normal(0, 0.6),
        number);
  }

  /** Every sixth is frozen. */
  private static LayerSpec layer(int number, ActivationSpec activation) {
    LayerSpec layer = LayerSpec.dense(3, activation);
    return number % 6 == 2 ? layer.frozen() : layer;
  }

  private static List<Experiment> experiments() {
    List<Experiment> all = new ArrayList<>();
    List<OptimizerSpec> rules =
        List.of(
            new OptimizerSpec.Sgd(0.05, 0.1),
            new OptimizerSpec.Momentum(0.02, 0.9),
            new OptimizerSpec.AveragedMomentum(0.05, 0.8),
            new OptimizerSpec.Nesterov(0.02, 0.9),
            new OptimizerSpec.AdaGrad(0.05, 1e-8),
            new OptimizerSpec.AdaDelta(1, 0.95, 1e-6),
            new OptimizerSpec.RmsProp(0.01, 0.9, 1e-8),
            new OptimizerSpec.Adam(0.01, 0.9, 0.999, 1e-8, 0.1),
            new OptimizerSpec.AdamW(0.01, 0.9, 0.999, 1e-8, 0.01));
    List<Factor> factors =
        List.of(
            Factor.ONE,
            Factor.HALF,
            Factor.PER_SAMPLE,
            Factor.HALF_PER_SAMPLE,
            Factor.PER_ELEMENT,
            Factor.fixed(0.3));
    int number = 0;
    for (LossSpec.Kind kind : LossSpec.Kind.values()) {
      if (kind == LossSpec.Kind.OUTPUT || kind == LossSpec.Kind.NEGATIVE_LOG_LIKELIHOOD) {
        continue;
      }
      for (ActivationSpec last :
          List.of(ActivationSpec.SIGMOID, ActivationSpec.SOFTMAX, ActivationSpec.SOFTPLUS)) {
        boolean fits =
            last != ActivationSpec.SOFTPLUS || kind != LossSpec.Kind.BINARY_CROSS_ENTROPY;
        if (fits) {
          LossSpec loss = new LossSpec(kind, factors.get(number % 6));
          all.add(experiment(number, last, loss, rules.get(number % 9)));
          number++;
        }
      }
    }
    all.addAll(RandomConvolutions.all(8));
    return all;
  }

  @Test
  void numpyPrintsTheNumbersOfTheEngine() throws Exception {
    compare("numpy", "import numpy", 1e-12);
  }

  @Test
  void pytorchPrintsTheNumbersOfTheEngine() throws Exception {
    compare("pytorch", "import torch", 1e-9);
  }

  private void compare(String form, String needs, double allowed) throws Exception {
    assumeTrue(python(needs).isPresent(), "no Python with it");
    List<Experiment> experiments = experiments();
    StringBuilder driver = new StringBuilder("import runpy\n");
    for (int i = 0; i < experiments.size(); i++) {
      Path file = folder.resolve("run" + i + ".py");
      Experiment e = experiments.get(i);
      Files.writeString(
          file,
          form.equals("numpy")
              ? NumpyProgram.of(e, EPOCHS, "run")
              : TorchProgram.of(e, EPOCHS, "run"));
      driver.append("print('run ").append(i).append("')\n");
      driver.append("runpy.run_path(r'").append(file).append("')\n");
    }
    String[] outputs = python(driver.toString()).orElseThrow().split("run \\d+\\n");
    for (int i = 0; i < experiments.size(); i++) {
      List<Double> printed = new ArrayList<>();
      Matcher numbers = NUMBER.matcher(outputs[i + 1]);
      while (numbers.find()) {
        printed.add(Double.parseDouble(numbers.group()));
      }
      List<Double> expected = expected(experiments.get(i));
      assertEquals(expected.size(), printed.size(), form + " " + i + " " + outputs[i + 1]);
      for (int n = 0; n < expected.size(); n++) {
        double size = Math.max(1, Math.abs(expected.get(n)));
        assertEquals(expected.get(n), printed.get(n), allowed * size, form + " run " + i);
      }
    }
  }

  /** J before epochs 0, 1, 10 and after the last, then the parameters block by block. */
  private static List<Double> expected(Experiment e) {
    Trainer trainer = new Trainer(e);
    List<Double> numbers = new ArrayList<>();
    int updates = e.batch().updatesPerEpoch(e.data().size());
    for (long epoch = 0; epoch < EPOCHS; epoch++) {
      if (epoch == 0 || epoch == 1 || epoch == 10) {
        numbers.add(trainer.loss());
      }
      for (int i = 0; i < updates; i++) {
        assertTrue(trainer.step());
      }
    }
    numbers.add(trainer.loss());
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    for (double value : theta) {
      numbers.add(value);
    }
    return numbers;
  }

  /** A student fills in the functions of the workshops: what is printed is the update. */
  @Test
  void the_program_to_fill_in_prints_what_is_compared() throws Exception {
    assumeTrue(python("import numpy").isPresent(), "no Python with it");
    StepTrace update = new Trainer(workshop()).preview();
    String empty = WorkshopProgram.of(update, name -> name);
    String[] bodies = {
      "    s = lambda z: 1 / (1 + np.exp(-z))\n    z1 = X @ w1 + b1\n    a1 = s(z1)\n"
          + "    z2 = a1 @ w2 + b2\n    a2 = s(z2)",
      "    J = 0.5 * ((y_est - y) ** 2).sum()",
      "    d2 = (a2 - y) * a2 * (1 - a2)\n    dw2 = a1.T @ d2\n    db2 = d2.sum(0)\n"
          + "    d1 = (d2 @ w2.T) * a1 * (1 - a1)\n    dw1 = X.T @ d1\n    db1 = d1.sum(0)",
      "    for _ in range(epocas):\n        z1, a1, z2, a2 = feedForward(X, w1, w2, b1, b2)\n"
          + "        d2, dw2, db2, d1, dw1, db1 = backProp(X, y, w1, w2, b1, b2, a2, a1)\n"
          + "        w1, w2 = w1 - lr * dw1, w2 - lr * dw2\n"
          + "        b1, b2 = b1 - lr * db1, b2 - lr * db2"
    };
    String filled = empty;
    for (String body : bodies) {
      filled = filled.replaceFirst("    raise NotImplementedError", body);
    }
    List<GivenArray> printed = GivenArrays.pasted(python(filled).orElseThrow());
    ProgramComparison found = ProgramComparison.of(update, printed);
    assertEquals(List.of(), found.unknown());
    assertEquals(15, found.lines().size());
    assertTrue(found.parting().isEmpty(), () -> found.parting().toString());
  }

  /** Three inputs of which the third is 1, four hidden units, one output. */
  private static Experiment workshop() {
    return new Experiment(
        Dataset.of(
            new double[][] {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}},
            new double[][] {{0}, {1}, {1}, {0}}),
        new NetworkSpec(
            3,
            List.of(
                LayerSpec.dense(4, ActivationSpec.SIGMOID),
                LayerSpec.dense(1, ActivationSpec.SIGMOID))),
        LossSpec.HALF_SSE,
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(1, 0),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Normal(0, 1),
        7);
  }

  /** What a program prints; empty where there is no Python that can run it. */
  private java.util.Optional<String> python(String program) throws Exception {
    try {
      Path file = Files.writeString(folder.resolve("driver.py"), program);
      Path out = folder.resolve("out.txt");
      Process process =
          new ProcessBuilder("python3", file.toString())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      int code = process.waitFor();
      return code == 0
          ? java.util.Optional.of(Files.readString(out))
          : java.util.Optional.<String>empty()
              .or(
                  () ->
                      program.startsWith("import runpy") ? fail(out) : java.util.Optional.empty());
    } catch (IOException noPython) {
      return java.util.Optional.empty();
    }
  }

  private static java.util.Optional<String> fail(Path out) {
    try {
      throw new AssertionError(Files.readString(out));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** As text: the numbers stand there with all their digits and the rule is that of the run. */
  @Test
  void theProgramsSayTheRun() throws Exception {
    Experiment e =
        experiment(
            7,
            ActivationSpec.SIGMOID,
            new LossSpec(LossSpec.Kind.BINARY_CROSS_ENTROPY, Factor.PER_SAMPLE),
            new OptimizerSpec.Momentum(0.125, 0.75));
    double[] theta = new double[new Trainer(e).layout().count()];
    new Trainer(e).copyParameters(theta);
    for (String text : List.of(NumpyProgram.of(e, 12, "a\nb"), TorchProgram.of(e, 12, "a\nb"))) {
      assertTrue(text.startsWith("# a b\n"), text);
      for (double value : theta) {
        assertTrue(text.contains(Double.toString(value)), text);
      }
      for (int i = 0; i < e.data().x().size(); i++) {
        assertTrue(text.contains(Double.toString(e.data().x().get(i))), text);
      }
      assertTrue(text.contains("v[i] = 0.75 * v[i] + eta * g\n            w[i] -= v[i]"), text);
      assertTrue(text.contains("eta = 0.125\nEPOCHS = 12\n"), text);
      assertTrue(text.contains("stream = Stream(7, 2, epoch)"), text);
    }
  }

  @Test
  void whatCannotBeSaidIsRefusedByName() {
    Experiment e =
        experiment(0, ActivationSpec.SIGMOID, LossSpec.SSE, new OptimizerSpec.SequentialSgd(0.1));
    assertEquals(
        "sequential", assertThrows(Unexportable.class, () -> NumpyProgram.of(e, 1, "a")).part());
    assertThrows(Unexportable.class, () -> TorchProgram.of(e, 1, "a"));
  }

  /** The bytes of NEP 1, and NumPy itself where it is there. */
  @Test
  void arraysAreNumpysOwn() throws Exception {
    Map<String, MatrixView> arrays = new LinkedHashMap<>();
    arrays.put("W1", MatrixView.of(2, 3, 0.1, -2, 3e100, 4, 5, 6));
    arrays.put("b1", MatrixView.of(1, 1, 1.0 / 3));
    byte[] one = NpyFile.array(arrays.get("W1"));
    String head = new String(one, 0, 128, StandardCharsets.ISO_8859_1);
    assertEquals("\u0093NUMPY\u0001\u0000", head.substring(0, 8));
    assertTrue(head.contains("'shape': (2, 3), }"), head);
    assertEquals('\n', one[127]);
    assertEquals(128 + 48, one.length);
    Path file = Files.write(folder.resolve("a.npz"), NpyFile.archive(arrays));
    var printed =
        python(
            "import numpy as np\na = np.load(r'"
                + file
                + "')\nprint(a['W1'].tolist(), a['b1'].tolist())\n");
    assumeTrue(printed.isPresent(), "no Python with NumPy");
    assertEquals(
        "[[0.1, -2.0, 3e+100], [4.0, 5.0, 6.0]] [[0.3333333333333333]]", printed.get().strip());
  }
}
