package org.ladera.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.gradient.GradientReport;
import org.ladera.landscape.gradient.Inspection;
import org.ladera.session.run.InlineSession;

/** Gradient checks asked of a session. */
class ChecksTest {
  private static final ParameterRef W = ParameterRef.weight(2, 1, 1);
  private static final Optional<LossSpec> PRINTED = Optional.of(LossSpec.SSE);

  private static InlineSession session(Experiment experiment, Optional<LossSpec> claimed) {
    InlineSession session = new InlineSession();
    session.send(
        new Command.Load(new Scene(List.of(new Scene.Run(Scene.MAIN, experiment)), 4000, claimed)));
    return session;
  }

  private static Command watch(FieldRequest... requests) {
    return new Command.Watch(Set.of(requests));
  }

  @Test
  void aDerivativeIsThatOfTheMomentOnStage() {
    InlineSession session = session(Xor.thesis(), PRINTED);
    session.send(watch(new FieldRequest.Derivative(Scene.MAIN, W, PRINTED)));
    for (long update : new long[] {0, 7, 600, 3}) {
      session.send(new Command.Seek(update));
      Frame frame = session.newest();
      Inspection found = frame.checks().derivative(Scene.MAIN, W, PRINTED).orElseThrow();
      assertEquals(update, found.update());
      assertEquals(
          frame.main().next().layers().getLast().w().gradient().get(0, 0),
          found.comparison().backprop());
      assertEquals(2, found.comparison().ratio(), 1e-9);
    }
  }

  @Test
  void anEditAtTheSameMomentIsCheckedAnew() {
    InlineSession session = session(Xor.thesis(), Optional.empty());
    session.send(watch(new FieldRequest.Derivative(Scene.MAIN, W, Optional.empty())));
    double before = found(session);
    double[] theta = session.newest().main().parameters().toArray();
    theta[0] += 1;
    session.send(
        new Command.Apply(
            new Edit.SetParameters(org.ladera.engine.matrix.MatrixView.of(1, 9, theta)), false));
    double after = found(session);
    assertTrue(before != after);
    assertEquals(session.newest().main().next().layers().getLast().w().gradient().get(0, 0), after);
    session.send(new Command.Undo());
    assertEquals(before, found(session));
  }

  private static double found(InlineSession session) {
    return session
        .newest()
        .checks()
        .derivative(Scene.MAIN, W, Optional.empty())
        .orElseThrow()
        .comparison()
        .backprop();
  }

  @Test
  void whatIsClaimedDecidesWhetherTheSameRunPasses() {
    InlineSession session = session(Xor.thesis(), PRINTED);
    session.send(
        watch(
            new FieldRequest.Gradient(Scene.MAIN, PRINTED, false),
            new FieldRequest.Gradient(Scene.MAIN, Optional.empty(), false)));
    Frame frame = session.newest();
    assertEquals(PRINTED, frame.claimed());
    GradientReport printed = frame.checks().gradient(Scene.MAIN, PRINTED, 0).orElseThrow();
    GradientReport own = frame.checks().gradient(Scene.MAIN, Optional.empty(), 0).orElseThrow();
    assertFalse(printed.passes());
    assertTrue(own.passes());
    assertEquals(9, own.checked());
  }

  @Test
  void whatIsNoLongerWatchedIsNoLongerAnswered() {
    InlineSession session = session(Xor.thesis(), Optional.empty());
    FieldRequest request = new FieldRequest.Gradient(Scene.MAIN, Optional.empty(), true);
    session.send(watch(request));
    assertEquals(1, session.newest().checks().gradients().size());
    session.send(watch());
    assertTrue(session.newest().checks().gradients().isEmpty());
  }

  @Test
  void aParameterThatIsNotThereIsNotAnswered() {
    InlineSession session = session(Xor.thesis(), Optional.empty());
    ParameterRef missing = ParameterRef.bias(1, 1);
    session.send(watch(new FieldRequest.Derivative(Scene.MAIN, missing, Optional.empty())));
    assertTrue(session.newest().checks().derivatives().isEmpty());
  }

  @Test
  void aLargeNetworkIsCheckedInPartsAndTheThoroughCheckDoesMore() {
    double[][] x = new double[32][100];
    double[][] y = new double[32][1];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        x[i][j] = Math.sin(i + 3 * j);
      }
      y[i][0] = i % 2;
    }
    Experiment large =
        Xor.oneInput().withBatch(BatchSpec.FULL).withInit(new InitSpec.GlorotUniform(1));
    large =
        new Experiment(
            Dataset.of(x, y),
            NetworkSpec.of(
                100,
                LayerSpec.dense(60, ActivationSpec.SIGMOID),
                LayerSpec.dense(1, ActivationSpec.SIGMOID)),
            large.loss(),
            large.regularisation(),
            large.optimizer(),
            large.schedule(),
            large.batch(),
            large.init(),
            1);
    InlineSession session = session(large, Optional.empty());
    session.send(
        watch(
            new FieldRequest.Gradient(Scene.MAIN, Optional.empty(), false),
            new FieldRequest.Gradient(Scene.MAIN, Optional.empty(), true)));
    Checks checks = session.newest().checks();
    GradientReport quick =
        checks.gradients().get(new FieldRequest.Gradient(Scene.MAIN, Optional.empty(), false));
    GradientReport thorough =
        checks.gradients().get(new FieldRequest.Gradient(Scene.MAIN, Optional.empty(), true));
    assertEquals(100 * 60 + 60 + 60 + 1, quick.parameters());
    assertTrue(quick.checked() > 0 && quick.checked() < 100, "quick " + quick.checked());
    assertTrue(thorough.checked() > 10 * quick.checked(), "thorough " + thorough.checked());
    assertTrue(quick.passes() && thorough.passes());
  }
}
