package org.ladera.present.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Explainer;
import org.ladera.explain.Quantity;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class DeltasModelTest {
  private final Messages english = Messages.load(Language.EN);

  private DeltasModel model(Frame frame, Highlight highlight) {
    return DeltasModel.of(frame, Xor.view(ViewSpec.Deltas.class), highlight, english, Labels.NONE);
  }

  /** Layers of one sigmoid after another. */
  private static Experiment chain(int depth) {
    List<LayerSpec> layers = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      layers.add(LayerSpec.dense(2, ActivationSpec.SIGMOID));
    }
    layers.add(LayerSpec.dense(1, ActivationSpec.SIGMOID));
    return Xor.thesis()
        .withNetwork(new NetworkSpec(2, layers))
        .withInit(new InitSpec.GlorotUniform(1));
  }

  @Test
  void theDeltasOfTheThesisAtEpoch680() {
    DeltasModel model = model(Xor.after(Xor.thesis(), 680), Highlight.ofSample(1));
    assertEquals(1, model.chosen());
    assertEquals("(0, 1)", model.samples().get(1).name());
    assertArrayEquals(
        new String[] {"\u22120.050", "+0.006", "+0.028", "\u22120.019"},
        model.rows().getFirst().shown());
    assertArrayEquals(
        new String[] {"+0.050", "\u22120.045", "\u22120.044", "+0.045"},
        model.rows().getLast().shown());
    assertEquals("output", model.rows().getLast().name());
  }

  @Test
  void aDeltaTooSmallForItsDecimalsStillHasItsSign() {
    Frame frame = Xor.after(Xor.thesis(), 680);
    for (DeltasModel.Row row : model(frame, Highlight.NONE).rows()) {
      for (int i = 0; i < row.deltas().length; i++) {
        assertEquals(row.deltas()[i] < 0 ? '\u2212' : '+', row.shown()[i].charAt(0));
      }
    }
  }

  @Test
  void normsReachAsFarAsTheRunAndTheCursorStandsAtThePresent() {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(Scene.of(Xor.thesis(), 4000)));
    session.send(new Command.RunTo(300));
    session.send(new Command.RunTo(120));
    DeltasModel model = model(session.newest(), Highlight.NONE);
    assertEquals(120, model.now());
    assertEquals(300, model.reached());
    assertEquals(4000, model.time().scale().max(), "the planned length, from the first frame on");
    StepTrace next = session.newest().main().next();
    int point = model.pointAt(120);
    assertEquals(120, model.updates()[point]);
    for (int l = 0; l < 2; l++) {
      double sum = 0;
      for (double d : next.layers().get(l).delta().toArray()) {
        sum += d * d;
      }
      assertEquals(Math.sqrt(sum), model.layers().get(l).deltas()[point], 1e-15);
    }
  }

  @Test
  void vanishingIsSeenInTheNormsOfAChainOfSigmoids() {
    DeltasModel model = model(Xor.after(chain(14), 60), Highlight.NONE);
    assertEquals(15, model.layers().size());
    double last = 0;
    for (DeltasModel.LayerNorms layer : model.layers()) {
      double share = model.delta().share(layer.deltas()[50]);
      assertTrue(share > last || layer.layer() == 1, "layer " + layer.layer());
      last = share;
    }
    assertTrue(model.delta().lowest() <= -8 && model.delta().highest() <= 1);
    assertTrue(model.rows().getFirst().shown()[0].contains("\u00b710"), "no row of zeros");
  }

  @Test
  void aLayerWhoseDeltasVanishHasColoursOfItsOwnAndTheHeaderSaysSo() {
    DeltasModel model = model(Xor.after(chain(14), 60), Highlight.NONE);
    assertEquals("units \u00d7 examples \u00b7 colour by layer", model.reading());
    double[] greatest = new double[15];
    for (DeltasModel.Row row : model.rows()) {
      for (double d : row.deltas()) {
        greatest[row.layer() - 1] = Math.max(greatest[row.layer() - 1], Math.abs(d));
      }
    }
    assertArrayEquals(greatest, model.sizes());
    DeltasModel thesis = model(Xor.after(Xor.thesis(), 680), Highlight.NONE);
    assertEquals("units \u00d7 examples", thesis.reading());
    assertEquals(thesis.sizes()[0], thesis.sizes()[1], "one scale where all can be seen");
  }

  @Test
  void deltasAloneInTheirLayersHaveTheirPowerOfTenAsColour() {
    List<LayerSpec> layers = Collections.nCopies(15, LayerSpec.dense(1, ActivationSpec.SIGMOID));
    Experiment line =
        Xor.thesis()
            .withNetwork(new NetworkSpec(2, layers))
            .withInit(new InitSpec.GlorotUniform(1))
            .withBatch(new BatchSpec(1, new BatchSpec.Order.Fixed()));
    DeltasModel model = model(Xor.after(line, 3), Highlight.NONE);
    assertEquals("units \u00d7 examples \u00b7 colour by power of ten", model.reading());
    double[] strengths = new double[15];
    for (DeltasModel.Row row : model.rows()) {
      strengths[row.layer() - 1] = Math.abs(row.deltas()[0]) / model.sizes()[row.layer() - 1];
    }
    double[] sorted = strengths.clone();
    Arrays.sort(sorted);
    assertArrayEquals(sorted, strengths, "towards the input they fade");
    assertTrue(strengths[0] > 0 && strengths[14] <= 1 && strengths[14] > 3 * strengths[0]);
  }

  @Test
  void aDeltaComesApartIntoWhatComesInAndTheSlope() {
    Frame frame = Xor.after(Xor.thesis(), 680);
    StepTrace step = frame.main().next();
    DeltasModel model = model(frame, Highlight.NONE);
    double a = step.layers().get(0).a().get(2, 0);
    double incoming =
        step.layers().get(1).delta().get(2, 0) * step.layers().get(1).w().before().get(0, 0);
    String words =
        String.join("\n", model.split(0, 2).lines().stream().map(l -> l.text()).toList());
    assertTrue(words.contains("= +" + english.numbers().shown(incoming, 3)), words);
    assertTrue(words.contains("= " + english.numbers().shown(a * (1 - a), 3)), words);
    assertTrue(
        words.contains(english.numbers().exact(step.layers().get(0).delta().get(2, 0))), words);
    String output =
        String.join("\n", model.split(3, 0).lines().stream().map(l -> l.text()).toList());
    assertTrue(output.contains("from the loss: 1 / 2 \u00b7 2"), output);
  }

  @Test
  void theArithmeticOfEveryDeltaComesToTheEnginesNumber() {
    for (Experiment e : List.of(Xor.thesis(), Xor.deep(), Xor.threeClasses(), chain(4))) {
      StepTrace step = Xor.after(e, 7).main().next();
      Explainer explainer = Explainer.of(step);
      for (int l = 1; l <= step.layers().size(); l++) {
        for (int u = 1; u <= step.layers().get(l - 1).spec().units(); u++) {
          Quantity q = new Quantity(Quantity.Kind.DELTA, step.update(), l, 2, u);
          double delta = step.layers().get(l - 1).delta().get(1, u - 1);
          assertEquals(
              delta,
              explainer.explain(q).expression().value(),
              1e-12 * Math.max(1e-3, Math.abs(delta)));
        }
      }
    }
  }

  @Test
  void aBatchShowsItsOwnSamplesAndChoosesAmongThem() {
    Experiment pairs = Xor.thesis().withBatch(new BatchSpec(2, new BatchSpec.Order.Fixed()));
    DeltasModel model = model(Xor.after(pairs, 10), Highlight.ofSample(3));
    assertEquals(2, model.samples().size());
    assertEquals(-1, model.chosen(), "the brushed sample comes later");
    assertEquals(1, model(Xor.after(pairs, 10), Highlight.ofSample(1)).chosen());
  }

  @Test
  void aBatchTooLargeToBeReadHasColoursButNoNumbers() {
    Experiment many =
        Xor.classes(
            10,
            NetworkSpec.of(
                2,
                LayerSpec.dense(8, ActivationSpec.TANH),
                LayerSpec.dense(10, ActivationSpec.SOFTMAX)));
    DeltasModel model = model(Xor.after(many, 3), Highlight.NONE);
    assertEquals(140, model.rows().getFirst().deltas().length);
    assertEquals(0, model.rows().getFirst().shown().length);
    assertTrue(model.split(0, 139).lines().size() > 3, "each can still be taken apart");
  }
}
