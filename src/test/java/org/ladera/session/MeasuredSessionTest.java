package org.ladera.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.session.run.InlineSession;
import org.ladera.timeline.Footprint;

class MeasuredSessionTest {
  private static final Experiment WIDE =
      IceCream.experiment(0.001)
          .withInit(new InitSpec.GlorotNormal(1))
          .withNetwork(
              NetworkSpec.of(
                  1,
                  LayerSpec.dense(60, ActivationSpec.TANH),
                  LayerSpec.dense(60, ActivationSpec.TANH),
                  LayerSpec.dense(1, ActivationSpec.IDENTITY)));

  private static Dataset rows(int count) {
    double[][] x = new double[count][1];
    double[][] y = new double[count][1];
    for (int i = 0; i < count; i++) {
      x[i][0] = i;
    }
    return Dataset.of(x, y);
  }

  /** Just enough memory for the run as it is. */
  private static MeasuredSession tight(Experiment... runs) {
    List<Scene.Run> all =
        java.util.stream.IntStream.range(0, runs.length)
            .mapToObj(i -> new Scene.Run(i == 0 ? Scene.MAIN : "r" + i, runs[i]))
            .toList();
    long bytes = all.stream().mapToLong(run -> Footprint.ofRun(run.experiment()).bytes()).sum();
    MeasuredSession session = new MeasuredSession(new InlineSession(), bytes * 4 / 3 + 1024);
    session.send(new Command.Load(new Scene(all, 100)));
    assertEquals(Optional.empty(), session.refusal());
    return session;
  }

  private static RunFrame main(MeasuredSession session) {
    Frame frame = session.newest();
    assertNotNull(frame);
    return frame.main();
  }

  @Test
  void aChangeThatMemoryCannotHoldIsRefusedWithItsFigures() {
    MeasuredSession session = tight(WIDE);
    RunFrame before = main(session);
    for (Edit edit :
        List.of(
            new Edit.SetOptimizer(new OptimizerSpec.Adam(0.001)), new Edit.SetData(rows(50_000)))) {
      session.send(new Command.Apply(edit, false));
      RefusedChange refusal = session.refusal().orElseThrow();
      assertTrue(refusal.isMemory());
      Experiment after =
          edit instanceof Edit.SetData
              ? WIDE.withData(rows(50_000))
              : WIDE.withOptimizer(new OptimizerSpec.Adam(0.001));
      assertEquals(Footprint.ofRun(after), refusal.needed());
      assertEquals(Optional.empty(), session.refusal(), "told once");
      assertEquals(before.experiment(), main(session).experiment());
    }
    session.send(new Command.Apply(new Edit.SetRate(0.002), false));
    session.send(new Command.Apply(new Edit.SetData(rows(3)), false));
    assertEquals(Optional.empty(), session.refusal());
    assertEquals(3, main(session).experiment().data().size());
  }

  @Test
  void ofSeveralRunsAllAreCounted() {
    Experiment adam = WIDE.withOptimizer(new OptimizerSpec.Adam(0.001));
    MeasuredSession room = new MeasuredSession(new InlineSession(), 1L << 40);
    MeasuredSession session = tight(WIDE, WIDE, adam);
    for (MeasuredSession each : List.of(room, session)) {
      each.send(
          new Command.Load(
              new Scene(
                  List.of(new Scene.Run(Scene.MAIN, WIDE), new Scene.Run("other", WIDE)), 100)));
      main(each);
    }
    Edit change = new Edit.SetOptimizer(adam.optimizer());
    session.send(new Command.Apply(change, false));
    assertEquals(Optional.empty(), session.refusal(), "one fits");
    assertEquals(adam.optimizer(), main(session).experiment().optimizer());
    MeasuredSession full = tight(WIDE, adam);
    main(full);
    full.send(new Command.Apply(change, true));
    assertEquals(
        Footprint.ofRun(adam).and(Footprint.ofRun(adam)), full.refusal().orElseThrow().needed());
    room.send(new Command.Apply(change, true));
    assertEquals(Optional.empty(), room.refusal());
  }

  @Test
  void anEpochThatWouldNotEndIsRefusedToo() {
    MeasuredSession session = new MeasuredSession(new InlineSession(), Long.MAX_VALUE / 2);
    NetworkSpec network =
        NetworkSpec.of(
            1,
            LayerSpec.dense(30_000, ActivationSpec.TANH),
            LayerSpec.dense(30_000, ActivationSpec.TANH),
            LayerSpec.dense(1, ActivationSpec.IDENTITY));
    session.send(new Command.Load(Scene.of(WIDE.withNetwork(network).withData(rows(1000)), 10)));
    assertFalse(session.refusal().orElseThrow().isMemory());
  }
}
