package org.ladera.present.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.landscape.LayerSpread;
import org.ladera.landscape.Spread;
import org.ladera.lesson.model.SpreadView;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.LayerHistory;
import org.ladera.session.Scene;
import org.ladera.session.reading.LayerReading;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class LayersModelTest {
  private static final FieldRequest.Layers WANTED = new FieldRequest.Layers(Scene.MAIN);
  private static final SpreadView.Layers ALL = new SpreadView.Layers(Scene.MAIN, List.of(), false);
  private final Messages english = Messages.load(Language.EN);

  private LayersModel model(Frame frame, SpreadView.Layers spec, Highlight highlight) {
    return LayersModel.of(frame, spec, highlight, english, Labels.NONE);
  }

  private static LayerHistory history(Frame frame) {
    return frame.checks().layers().get(WANTED);
  }

  @Test
  void everyNumberIsCountedOnceAndTheSpreadIsThatOfTheUpdate() {
    Frame frame = Xor.after(Xor.deep(), 50, WANTED);
    for (LayerSpread layer : history(frame).now()) {
      double[] a = frame.main().next().layers().get(layer.layer() - 1).a().toArray();
      double mean = Arrays.stream(a).average().orElseThrow();
      double variance = Arrays.stream(a).map(v -> (v - mean) * (v - mean)).sum() / a.length;
      assertEquals(mean, layer.a().mean(), 1e-12);
      assertEquals(Math.sqrt(variance), layer.a().deviation(), 1e-12);
      assertEquals(a.length, Arrays.stream(layer.a().bins()).sum());
      assertTrue(layer.a().low() >= Arrays.stream(a).min().orElseThrow());
      assertTrue(layer.a().high() <= Arrays.stream(a).max().orElseThrow());
    }
    LayersModel model = model(frame, ALL, Highlight.NONE);
    assertEquals(
        List.of("hidden 1", "hidden 2", "output"),
        model.rows().stream().map(LayersModel.Row::name).toList());
    assertEquals(4, model.columns().size());
    assertFalse(model.mortal());
    assertEquals("epoch 50", model.reading());
  }

  @Test
  void aMomentOfTheWayIsWhatWasShownThen() {
    LayerHistory later = history(Xor.after(Xor.deep(), 90, WANTED));
    assertEquals(0, later.past().getFirst().update());
    assertTrue(later.past().size() >= 4, later.past().size() + " moments");
    for (LayerHistory.Past past : later.past()) {
      List<LayerSpread> then = history(Xor.after(Xor.deep(), past.update(), WANTED)).now();
      for (int i = 0; i < then.size(); i++) {
        same(then.get(i).z(), past.layers().get(i).z());
        same(then.get(i).delta(), past.layers().get(i).delta());
        same(then.get(i).gradient(), past.layers().get(i).gradient());
      }
    }
  }

  private static void same(Spread expected, Spread found) {
    assertEquals(expected.deviation(), found.deviation());
    assertArrayEquals(expected.bins(), found.bins());
  }

  @Test
  void aColumnHasOneAxisForAllItsPicturesAndOnlyWhatWasAskedForHasAColumn() {
    Frame frame = Xor.after(Xor.deep(), 50, WANTED);
    SpreadView.Layers spec =
        new SpreadView.Layers(Scene.MAIN, List.of(LayerReading.Of.DELTA), true);
    LayersModel model = model(frame, spec, new Highlight(-1, 2, 0, Optional.empty(), -1));
    assertEquals(1, model.columns().size());
    assertTrue(model.own());
    assertEquals(1, model.lit());
    LayersModel.Column axis = model.columns().getFirst();
    for (LayersModel.Row row : model.rows()) {
      LayersModel.Cell cell = row.cells().getFirst();
      assertTrue(cell.now().low() >= axis.low() && cell.now().high() <= axis.high());
      cell.past().forEach(p -> assertTrue(p.low() >= axis.low() && p.high() <= axis.high()));
    }
    assertTrue(model.tip(0, 0).plain().contains("hidden 1"), model.tip(0, 0).plain());
  }

  @Test
  void unitsThatCanDieHaveTheirShareAndNothingIsShownBeforeThereAreNumbers() {
    Experiment relu =
        Xor.deep()
            .withNetwork(
                NetworkSpec.of(
                    2,
                    LayerSpec.dense(3, ActivationSpec.RELU),
                    LayerSpec.dense(1, ActivationSpec.SIGMOID)))
            .withInit(new InitSpec.Constant(-1));
    LayersModel model = model(Xor.after(relu, 0, WANTED), ALL, Highlight.NONE);
    assertTrue(model.mortal());
    assertEquals("100 %", model.rows().getFirst().dead());
    assertEquals("", model.rows().getLast().dead());
    LayersModel empty = model(Xor.after(relu, 0), ALL, Highlight.NONE);
    assertEquals(List.of(), empty.rows());
    assertFalse(empty.spoken().isEmpty());
  }
}
