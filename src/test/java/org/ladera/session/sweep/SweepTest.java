package org.ladera.session.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ladera.Read;
import org.ladera.Xor;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.reading.Reading;
import org.ladera.session.run.InlineSession;
import org.ladera.session.setting.Setting;
import org.ladera.session.setting.SettingFault;

class SweepTest {
  private static final List<Reading> READINGS =
      List.of(Reading.parse("J").orElseThrow(), Reading.parse("std[1]").orElseThrow());

  private static Scene scene(long epochs) {
    return Scene.of(Xor.deep(), epochs);
  }

  private static Varied varied(String name, String... values) {
    return new Varied(new Setting(name), List.of(values));
  }

  private static Sweep sweep(long epochs) {
    return Sweep.of(
        scene(epochs),
        Scene.MAIN,
        List.of(varied("units", "1", "3"), varied("learningRate", "0.1", "1")),
        List.of(4L, 7L, 9L),
        READINGS);
  }

  private static SweepState finished(Sweep sweep, int threads) throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    SweepRun[] run = new SweepRun[1];
    synchronized (run) {
      run[0] =
          SweepRun.begin(
              SweepState.none(sweep),
              threads,
              System::nanoTime,
              () -> {
                synchronized (run) {
                  if (run[0].state().stage() != SweepState.Stage.RUNNING) {
                    end.countDown();
                  }
                }
              });
    }
    assertTrue(end.await(60, TimeUnit.SECONDS));
    return run[0].state();
  }

  private static Map<Sweep.Case, List<Double>> values(SweepState state) {
    Map<Sweep.Case, List<Double>> values = new HashMap<>();
    state.results().forEach(r -> values.put(r.of(), List.of(r.values()[0], r.values()[1])));
    return values;
  }

  @Test
  void eachRunIsThatOfASessionWithTheseSettingsHoweverManyThreadsThereAre() throws Exception {
    SweepState one = finished(sweep(40), 1);
    SweepState three = finished(sweep(40), 3);
    assertEquals(SweepState.Stage.DONE, one.stage());
    assertEquals(12, one.done());
    assertEquals(values(one), values(three));
    assertEquals(one.inOrder().stream().map(SweepResult::of).toList(), sweep(40).cases());

    Experiment e = Xor.deep();
    Experiment wide =
        e.withNetwork(
                NetworkSpec.of(
                    2,
                    LayerSpec.dense(3, ActivationSpec.TANH),
                    LayerSpec.dense(3, ActivationSpec.TANH),
                    LayerSpec.dense(1, ActivationSpec.SIGMOID)))
            .withOptimizer(e.optimizer().withRate(1))
            .withSeed(7);
    InlineSession session = new InlineSession();
    session.send(new Command.Load(Scene.of(wide, 40)));
    session.send(new Command.RunTo(40));
    Frame alone = session.newest();
    assertEquals(
        List.of(Read.value(alone, "J").orElseThrow(), Read.value(alone, "std[1]").orElseThrow()),
        values(one).get(new Sweep.Case(List.of(1, 1), 7)));
    assertEquals(alone.main().experiment(), experiment(new Sweep.Case(List.of(1, 1), 7)));
  }

  private static Experiment experiment(Sweep.Case of) {
    return sweep(40).scene(of).runs().getFirst().experiment();
  }

  @Test
  void openingOneOfItsRunsMakesNoOtherSweepOfIt() {
    Scene opened = sweep(40).scene(new Sweep.Case(List.of(1, 1), 9));
    Sweep again = Sweep.of(opened, Scene.MAIN, sweep(40).varied(), sweep(40).seeds(), READINGS);
    assertEquals(sweep(40), again);
    assertEquals(sweep(40).hashCode(), again.hashCode());
    assertEquals(1, new HashSet<>(List.of(sweep(40), sweep(40))).size());
    assertTrue(!sweep(40).equals(sweep(41)));
  }

  @Test
  void whatWasStoppedGoesOnWithWhatIsLeft() throws Exception {
    Sweep endless =
        Sweep.of(
            scene(Long.MAX_VALUE / 8),
            Scene.MAIN,
            List.of(varied("units", "1", "2")),
            List.of(1L),
            READINGS);
    CountDownLatch end = new CountDownLatch(1);
    SweepRun run = SweepRun.begin(SweepState.none(endless), 2, System::nanoTime, end::countDown);
    run.stop();
    assertTrue(end.await(20, TimeUnit.SECONDS));
    assertEquals(SweepState.Stage.STOPPED, run.state().stage());
    assertEquals(0, run.state().done());

    SweepState all = finished(sweep(5), 1);
    SweepState half =
        new SweepState(sweep(5), all.results().subList(0, 5), SweepState.Stage.STOPPED, Double.NaN);
    SweepState whole = SweepRun.carryOut(half);
    assertEquals(SweepState.Stage.DONE, whole.stage());
    assertEquals(all.results().subList(0, 5), whole.results().subList(0, 5));
    assertEquals(values(all), values(whole));
  }

  @Test
  void theSummaryIsOverTheFiniteValuesOfOnePlace() {
    Sweep sweep =
        Sweep.of(
            scene(1),
            Scene.MAIN,
            List.of(varied("units", "1", "2")),
            List.of(1L, 2L, 3L, 4L, 5L),
            READINGS);
    List<SweepResult> results = new ArrayList<>();
    double[] values = {3, 1, Double.NaN, 10, 2};
    for (int i = 0; i < values.length; i++) {
      Sweep.Case of = new Sweep.Case(List.of(1), i + 1);
      results.add(new SweepResult(of, new double[] {values[i], 0}, 1, false));
    }
    SweepState state = new SweepState(sweep, results, SweepState.Stage.RUNNING, 0);
    // numpy.quantile([1, 2, 3, 10], [0, .25, .5, .75, 1])
    assertEquals(
        new SweepState.Summary(1, 1.75, 2.5, 4.75, 10, 4),
        state.summary(List.of(1), 0).orElseThrow());
    assertTrue(state.summary(List.of(0), 0).isEmpty());
  }

  @Test
  void settingsThatCannotBeAreNamedBeforeAnythingRuns() {
    Scene scene = scene(10);
    assertEquals(SettingFault.Kind.NAME, fault(scene, varied("unit", "1")));
    assertEquals(SettingFault.Kind.RANGE, fault(scene, varied("units", "1", "0")));
    assertEquals(SettingFault.Kind.NUMBER, fault(scene, varied("learningRate", "1", "fast")));
    assertEquals(SettingFault.Kind.START, fault(scene, varied("start", "constant")));
    Scene given = Scene.of(Xor.deep().withInit(new InitSpec.NumpyRandom(3, 2, -1)).withSeed(5), 10);
    Experiment seeded = new Setting("seed").in(given.runs().getFirst().experiment(), "8");
    assertEquals(new InitSpec.NumpyRandom(8, 2, -1), seeded.init());
    assertEquals(OptionalLong.empty(), scene.lasting(3).patience());
  }

  private static SettingFault.Kind fault(Scene scene, Varied varied) {
    return assertThrows(
            SettingFault.class,
            () -> Sweep.of(scene, Scene.MAIN, List.of(varied), List.of(1L), READINGS))
        .kind();
  }

  @Test
  void aDeeperNetworkRepeatsItsLastHiddenLayer() {
    Experiment deep = new Setting("depth").in(Xor.deep(), "4");
    assertEquals("2-2-2-2-2-1", deep.network().shape());
    assertEquals("2-2-1", new Setting("depth").in(deep, "1").network().shape());
    double[] rates = {new Setting("learningRate").in(deep, "0,25").optimizer().rate()};
    assertArrayEquals(new double[] {0.25}, rates);
  }
}
