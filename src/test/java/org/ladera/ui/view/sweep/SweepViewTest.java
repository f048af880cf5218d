package org.ladera.ui.view.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.lesson.model.SpreadView;
import org.ladera.present.shared.Labels;
import org.ladera.present.sweep.SweepModel;
import org.ladera.session.Frame;
import org.ladera.session.reading.Reading;
import org.ladera.session.setting.Setting;
import org.ladera.session.sweep.Sweep;
import org.ladera.session.sweep.SweepRun;
import org.ladera.session.sweep.SweepState;
import org.ladera.session.sweep.Varied;
import org.ladera.ui.Fx;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewBench;

class SweepViewTest {
  private static final SpreadView.Sweep SPEC =
      new SpreadView.Sweep(
          "main",
          List.of(
              new Varied(new Setting("units"), List.of("1", "2", "4")),
              new Varied(new Setting("learningRate"), List.of("0.1", "1"))),
          3,
          List.of(Reading.parse("J").orElseThrow(), Reading.parse("accuracy").orElseThrow()),
          false);

  private static Frame frame;
  private static SweepState done;

  @BeforeAll
  static void run() {
    Fx.start();
    frame = Xor.after(Xor.deep(), 0);
    Sweep sweep = Sweep.of(frame.scene(), "main", SPEC.vary(), SPEC.numbers(), SPEC.readings());
    done = SweepRun.carryOut(SweepState.none(sweep));
  }

  private static SweepModel model(ViewBench bench, SweepState state) {
    return SweepModel.of(frame, SPEC, sweep -> state, bench.messages.get(), Labels.NONE);
  }

  @Test
  void medianAndQuartilesStandWhereTheRunsOfTheirValueStand() {
    ViewBench bench = new ViewBench();
    SweepModel model = model(bench, done);
    assertTrue(model.isDone());
    SweepModel.Chart chart = model.charts().getFirst();
    assertEquals(18, chart.dots().size());
    assertEquals(2, chart.lines().size());
    SweepModel.Line fast = chart.lines().get(1);
    assertEquals(List.of(1.0, 2.0, 4.0), java.util.Arrays.stream(fast.x()).boxed().toList());
    double[] ofFour =
        chart.dots().stream()
            .filter(d -> d.line() == 1 && d.x() == 4)
            .mapToDouble(SweepModel.Dot::y)
            .sorted()
            .toArray();
    assertEquals(ofFour[1], fast.median()[2]);
    assertEquals((ofFour[0] + ofFour[1]) / 2, fast.lower()[2], 1e-12);
    assertTrue(model.spoken().contains("unidades 4, tasa de aprendizaje 0,1"), model.spoken());
  }

  @Test
  void theButtonBeginsTheSweepAndStopsItWhileItRuns() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          SweepView view = new SweepView(bench.context);
          Scene scene = Fx.scene(view.node(), 520, 392);
          view.render(model(bench, SweepState.none(done.sweep())));
          PushButton button = ViewBench.all(scene, PushButton.class).getFirst();
          button.fire();
          assertEquals(done.sweep(), bench.last(Intent.StartSweep.class).sweep());
          view.render(
              model(
                  bench,
                  new SweepState(
                      done.sweep(), done.results().subList(0, 4), SweepState.Stage.RUNNING, 7.2)));
          assertTrue(model(bench, done).action().isEmpty());
          button.fire();
          assertTrue(bench.intents.getLast() instanceof Intent.StopSweep);
          return null;
        });
  }

  @Test
  void aRunIsOpenedByKeyAndByClick() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          SweepView view = new SweepView(bench.context);
          Fx.scene(view.node(), 520, 392);
          SweepModel model = model(bench, done);
          view.render(model);
          ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
          ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
          ViewBench.press(view.node(), KeyCode.ENTER, false, false);
          var opened = opened(bench);
          assertEquals("2-2-2-1", opened.runs().getFirst().experiment().network().shape());
          int before = bench.intents.size();
          for (double y = 60; y < 380 && bench.intents.size() == before; y += 3) {
            for (double x = 60; x < 510 && bench.intents.size() == before; x += 3) {
              ViewBench.mouse(view.node(), MouseEvent.MOUSE_CLICKED, x, y, 1);
            }
          }
          var clicked = opened(bench);
          assertFalse(clicked.equals(opened));
          assertTrue(
              done.results().stream().anyMatch(r -> done.sweep().scene(r.of()).equals(clicked)));
          return null;
        });
  }

  private static org.ladera.session.Scene opened(ViewBench bench) {
    Intent.OpenRun asked = bench.last(Intent.OpenRun.class);
    return asked.sweep().scene(asked.of());
  }
}
