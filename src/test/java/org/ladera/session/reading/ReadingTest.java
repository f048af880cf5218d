package org.ladera.session.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ladera.Read;
import org.ladera.Xor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Explainer;
import org.ladera.explain.Quantity;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;

/** Every reading is found by its name, and is the number that the step-through opens for it. */
final class ReadingTest {
  @Test
  void theNamesAreOfEveryKind() {
    assertEquals(
        Set.of(Reading.class.getPermittedSubclasses()),
        Stream.of(Read.NAMES, Read.HELD_OUT)
            .flatMap(List::stream)
            .map(n -> read(n).getClass())
            .collect(Collectors.toSet()));
    assertEquals(Reading.class.getPermittedSubclasses().length, RunReading.KINDS.size());
    for (Scalar scalar : Scalar.values()) {
      assertEquals(Optional.of(scalar), Reading.parse(scalar.text()));
    }
  }

  @Test
  void aReadingIsWrittenAsItIsRead() {
    Experiment experiment = Xor.deep();
    for (String name : Read.NAMES) {
      assertEquals(name, read(name).text());
      assertTrue(read(name).exists(experiment), name);
      assertEquals("other/" + name, new RunReading("other", read(name)).text());
      assertEquals(
          Optional.of(new RunReading("other", read(name))), RunReading.parse("other/" + name));
    }
    for (String name : Read.HELD_OUT) {
      assertEquals(name, read(name).text());
      assertFalse(read(name).exists(experiment), name);
    }
    assertEquals("x[3]", read("x[3,1]").text());
    assertEquals("J", RunReading.parse("main/J").orElseThrow().text());
  }

  @Test
  void whatTheNetworkDoesNotHaveDoesNotExist() {
    Experiment experiment = Xor.deep();
    for (String name :
        List.of(
            "W[4][1,1]",
            "W[1][3,1]",
            "W[1][1,3]",
            "b[1][3]",
            "W[0][1,1]",
            "gamma[1][1]",
            "x[5]",
            "x[1,3]",
            "y[1,2]",
            "x[0]",
            "loss[5]",
            "z[4][1,1]",
            "z[0][1,1]",
            "z[1][5,1]",
            "z[1][1,3]",
            "jacobian[1][1,3,1]",
            "jacobian[1][1,1,3]",
            "jacobian[4][1,1,1]",
            "secant[1][5,1,1]",
            "secant[1][1,5,1]",
            "secant[1][1,2,3]",
            "saturated[4]",
            "saturated[0]",
            "std[4]",
            "zhat[1][1,1]",
            "std:dW[0]")) {
      assertFalse(read(name).exists(experiment), name);
      assertEquals(
          OptionalDouble.empty(),
          RunReading.main(read(name)).value(Xor.after(experiment, 1)),
          name);
    }
    Scene scene = Scene.of(experiment, 10);
    assertEquals(
        Optional.of(RunReading.Fault.NO_RUN), new RunReading("other", read("J")).fault(scene));
    assertEquals(Optional.of(RunReading.Fault.MISSING), RunReading.main(read("x[5]")).fault(scene));
    assertEquals(Optional.empty(), RunReading.main(read("x[4]")).fault(scene));
  }

  @Test
  void theSpreadOfALayerIsThatOfItsNumbers() {
    LayerSpec relu = new LayerSpec(3, ActivationSpec.RELU, true, true, 0);
    Experiment experiment =
        Xor.deep()
            .withNetwork(NetworkSpec.of(2, relu, LayerSpec.dense(1, ActivationSpec.SIGMOID)))
            .withInit(new InitSpec.HeNormal());
    Frame frame = Xor.after(experiment, 0);
    StepTrace next = frame.main().next();
    double[] z = next.layers().getFirst().z().toArray();
    double mean = DoubleStream.of(z).average().orElseThrow();
    double square = DoubleStream.of(z).map(v -> v * v).average().orElseThrow();
    assertEquals(mean, value(frame, "mean:z[1]"), 1e-12);
    assertEquals(Math.sqrt(square - mean * mean), value(frame, "std:z[1]"), 1e-12);
    double[] w = next.layers().getLast().w().gradient().toArray();
    double center = (w[0] + w[1] + w[2]) / 3;
    assertEquals(
        Math.sqrt(DoubleStream.of(w).map(v -> (v - center) * (v - center)).sum() / 3),
        value(frame, "std:dW[2]"),
        1e-12);
    double column = (z[0] + z[3] + z[6] + z[9]) / 4;
    double variance = 0;
    for (int i = 0; i < 4; i++) {
      variance += (z[3 * i] - column) * (z[3 * i] - column) / 4;
    }
    assertEquals(
        (z[3] - column) / Math.sqrt(variance + LayerSpec.USUAL_EPSILON),
        value(frame, "zhat[1][2,1]"),
        1e-9);
    // What ReLU passes on of a normalised unit are the examples above its mean.
    double[] seen = next.layers().getFirst().activated().toArray();
    double flat = DoubleStream.of(seen).filter(v -> v <= 0).count() / 12.0;
    assertEquals(flat, value(frame, "saturated[1]"));
    assertEquals(0, value(frame, "dead[1]"));
  }

  @Test
  void aUnitIsDeadWhereNoExampleLetsAnythingBack() {
    double[] theta = {1, 1, 1, 1, -10, -0.5, 1, 1, 0};
    Experiment experiment =
        Xor.deep()
            .withNetwork(
                NetworkSpec.of(
                    2,
                    LayerSpec.dense(2, ActivationSpec.RELU),
                    LayerSpec.dense(1, ActivationSpec.SIGMOID)))
            .withInit(new InitSpec.Given(MatrixView.of(1, theta.length, theta)));
    Frame frame = Xor.after(experiment, 1);
    assertEquals(0.5, value(frame, "dead[1]"));
    assertEquals(0, value(frame, "dead[2]"));
    assertEquals(0, value(frame, "db[1][1]"));
  }

  private static double value(Frame frame, String name) {
    return Read.value(frame, name).orElseThrow();
  }

  @Test
  void whatIsNoNameIsNoReading() {
    for (String wrong :
        List.of(
            "",
            "j",
            "J[1]",
            "W",
            "W[1]",
            "W[1][1]",
            "b[1][1,1]",
            "dW'[1][1,1]",
            "start:dW[1][1,1]",
            "end:J",
            "start:rate",
            "z[1]",
            "z[1,2]",
            "x",
            "x[1][1]",
            "x[1,2,3]",
            "loss[1,1]",
            "r[]",
            "secant[1][1,2]",
            "saturated",
            "std",
            "std[1][1,1]",
            "std:a[1]",
            "dead:z[1]",
            "start:std[1]",
            "sqrt(J)",
            "a b",
            "Main/J",
            "a/b/J",
            "x[12345678]")) {
      assertEquals(Optional.empty(), RunReading.parse(wrong), wrong);
    }
    assertEquals(Optional.empty(), Reading.parse("other/J"));
  }

  @Test
  void theStepThroughOpensTheSameNumber() {
    Frame frame = Xor.after(Xor.deep(), 3);
    RunFrame run = frame.main();
    StepTrace next = run.next();
    Explainer explainer = Explainer.of(next);
    int opened = 0;
    for (String name : Read.NAMES) {
      Optional<Quantity> quantity =
          read(name).quantity(next, next.update()).filter(q -> q.update() == next.update());
      if (quantity.isPresent()) {
        double value = read(name).value(frame, run).orElseThrow();
        double relative = 1e-12 * Math.abs(value);
        assertEquals(value, explainer.value(quantity.get()), relative, name);
        opened++;
      }
    }
    assertTrue(opened >= 14, "only " + opened);
    assertEquals(Optional.empty(), read("W[1][1,1]").quantity(next, 0));
  }

  @Test
  void theElementsOfAMatrixAreReadings() {
    for (String matrix :
        List.of("z[1]", "a[2]", "slope[1]", "delta[2]", "W[2]", "dW[1]", "W'[1]")) {
      assertEquals(
          matrix + "[2,1]", ReadingMatrix.parse(matrix).orElseThrow().element(2, 1).text());
    }
    for (String row : List.of("b[1]", "db[2]", "b'[1]")) {
      assertEquals(row + "[2]", ReadingMatrix.parse(row).orElseThrow().element(1, 2).text());
    }
    assertEquals(
        "other/delta[2][4,1]",
        ReadingMatrix.parse("other/delta[2]").orElseThrow().element(4, 1).text());
    for (String wrong : List.of("J", "exp[1]", "z", "z[1][1,1]", "start:W[1]", "z[1,2]")) {
      assertEquals(Optional.empty(), ReadingMatrix.parse(wrong), wrong);
    }
  }

  private static Reading read(String name) {
    return Reading.parse(name).orElseThrow(() -> new AssertionError(name));
  }
}
