package org.ladera.present.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.Field;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.network.NetworkModel.Column;
import org.ladera.present.network.NetworkModel.Edge;
import org.ladera.present.network.NetworkModel.Target;
import org.ladera.present.network.NetworkModel.Unit;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class NetworkModelTest {
  private static final ViewSpec.Network VIEW = Xor.view(ViewSpec.Network.class);
  private final Messages english = Messages.load(Language.EN);
  private final Messages spanish = Messages.load(Language.ES);

  private static Frame frame(Experiment experiment, long epoch) {
    Frame first = Xor.after(experiment, 0);
    FieldRequest[] wanted = NetworkModel.wanted(VIEW, first).toArray(FieldRequest[]::new);
    return Xor.after(experiment, epoch, wanted);
  }

  private NetworkModel model(Frame frame, Highlight highlight, Messages messages) {
    return NetworkModel.of(frame, VIEW, highlight, messages, Labels.NONE);
  }

  @Test
  void theThesisNetworkAtEpoch680ReadsAsInItsPicture() {
    NetworkModel model = model(frame(Xor.thesis(), 680), Highlight.ofSample(1), english);
    assertEquals("example (0, 1)", model.reading());
    assertEquals("$x_(2)$ = 1", model.columns().get(0).units().get(1).label());
    assertEquals("$a_(1)$ = 0.966", model.columns().get(1).units().get(0).label());
    assertEquals("$a_(3)$ = 0.195", model.columns().get(1).units().get(2).label());
    Unit output = model.columns().get(2).units().getFirst();
    assertEquals("$\u0177$ = 0.757", output.label());
    assertEquals("$\u03b4$ = \u22120.045", output.deltaLabel());
    assertEquals(1, output.classOf());
    assertEquals(
        java.util.List.of(
            "\u22121.38",
            "+4.11",
            "+3.40",
            "+3.35",
            "+4.14",
            "\u22121.42",
            "\u22124.02",
            "+5.88",
            "\u22123.97"),
        model.edges().stream().map(Edge::shown).toList());
  }

  @Test
  void spanishWritesCommasAndItsOwnNames() {
    NetworkModel model = model(frame(Xor.thesis(), 680), Highlight.ofSample(1), spanish);
    assertEquals("ejemplo (0; 1)", model.reading());
    assertEquals("salida, sigmoide", model.columns().get(2).caption());
    assertEquals("\u22121,38", model.edges().getFirst().shown());
  }

  @Test
  void aUnitsPictureIsTheFunctionItComputesOverThePlane() {
    Frame frame = frame(Xor.thesis(), 680);
    NetworkModel model = model(frame, Highlight.NONE, english);
    double w1 = frame.main().parameters().get(0);
    double w2 = frame.main().parameters().get(3);
    Field map = model.columns().get(1).units().getFirst().map().orElseThrow();
    for (int ix : new int[] {0, 9, 27}) {
      for (int iy : new int[] {0, 20, 27}) {
        double z = w1 * map.x().at(ix) + w2 * map.y().at(iy);
        assertEquals(1 / (1 + Math.exp(-z)), map.get(ix, iy), 1e-12);
      }
    }
    Field input = model.columns().getFirst().units().get(1).map().orElseThrow();
    assertEquals(input.y().at(5), input.get(17, 5), "the second input grows upwards");
  }

  @Test
  void aSampleOutsideTheBatchHasActivationsButNoDelta() {
    Experiment stochastic = Xor.thesis().withBatch(new BatchSpec(1, new BatchSpec.Order.Fixed()));
    Frame frame = frame(stochastic, 100);
    int inside = frame.main().next().rows().getFirst();
    int outside = (inside + 1) % 4;
    NetworkModel model = model(frame, Highlight.ofSample(outside), english);
    Unit output = model.columns().get(2).units().getFirst();
    assertEquals(frame.main().now().outputs().get(outside, 0), output.value(), 1e-15);
    assertTrue(output.deltaLabel().isEmpty());
    assertFalse(
        model(frame, Highlight.ofSample(inside), english)
            .columns()
            .get(2)
            .units()
            .getFirst()
            .deltaLabel()
            .isEmpty());
  }

  @Test
  void unitsThatDropoutKeepsOutOfTheNextUpdateAreOffForTheSampleThatIsShown() {
    Experiment thinned =
        Xor.thesis()
            .withNetwork(
                NetworkSpec.of(
                    2,
                    new LayerSpec(8, ActivationSpec.TANH, true, false, 0.5),
                    LayerSpec.dense(1, ActivationSpec.SIGMOID)))
            .withInit(new InitSpec.GlorotUniform(1));
    Frame frame = frame(thinned, 3);
    MatrixView mask = frame.main().next().layers().getFirst().mask().orElseThrow();
    for (int sample = 0; sample < 4; sample++) {
      NetworkModel model = model(frame, Highlight.ofSample(sample), english);
      int row = frame.main().next().rows().indexOf(sample);
      for (Unit unit : model.columns().get(1).units()) {
        assertEquals(mask.get(row, unit.number() - 1) == 0, unit.off());
      }
    }
    NetworkModel plain = model(frame, Highlight.NONE, english);
    long off = plain.columns().get(1).units().stream().filter(Unit::off).count();
    // Two weights lead to each unit and one from it.
    assertEquals(3 * off, plain.edges().stream().filter(plain::isFaded).count());
  }

  @Test
  void wideLayersShowTheirFirstAndLastUnitsAndSayHowManyAreLeftOut() {
    Experiment wide =
        Xor.thesis()
            .withNetwork(
                NetworkSpec.of(
                    2,
                    LayerSpec.dense(20, ActivationSpec.TANH),
                    LayerSpec.dense(1, ActivationSpec.SIGMOID)))
            .withInit(new InitSpec.GlorotUniform(1));
    Column column = model(frame(wide, 3), Highlight.NONE, english).columns().get(1);
    assertEquals(6, column.gapAfter());
    assertEquals(6, column.units().get(5).number());
    assertEquals(16, column.units().get(6).number());
    assertEquals(20, column.units().getLast().number());
    assertEquals("9 more", column.more());
    assertTrue(column.units().getFirst().bias().isPresent());
  }

  @Test
  void pointingAtAWeightReadsItAndItsGradient() {
    Frame frame = frame(Xor.thesis(), 680);
    ParameterRef ref = ParameterRef.weight(2, 2, 1);
    Highlight highlight = new Highlight(-1, 0, 0, Optional.of(ref), -1);
    NetworkModel model = model(frame, highlight, english);
    assertEquals(Optional.of(new Target.Parameter(ref)), model.lit());
    String words =
        model.tip(model.lit().get()).orElseThrow().lines().stream()
            .map(line -> line.text() + "\n")
            .reduce("", String::concat);
    double gradient = frame.main().next().layers().get(1).w().gradient().get(1, 0);
    assertTrue(words.contains("weight from hidden 2 to output"), words);
    assertTrue(words.contains(english.numbers().exact(gradient)), words);
    assertTrue(words.contains(english.numbers().exact(model.tips().value(ref).getAsDouble())));
  }

  @Test
  void aBrushOnAUnitThatIsNotThereLightsNothing() {
    Frame frame = frame(Xor.thesis(), 1);
    assertTrue(
        model(frame, new Highlight(-1, 2, 3, Optional.empty(), -1), english).lit().isEmpty());
    assertTrue(
        model(frame, new Highlight(-1, 7, 1, Optional.empty(), -1), english).lit().isEmpty());
    assertTrue(
        model(frame, new Highlight(-1, 1, 3, Optional.empty(), -1), english).lit().isPresent());
  }

  @Test
  void networksWithoutAPlaneHaveNoPicturesAndAskForNone() {
    Frame frame = frame(Xor.oneInput(), 5);
    assertTrue(NetworkModel.wanted(VIEW, frame).isEmpty());
    NetworkModel model = model(frame, Highlight.NONE, english);
    assertTrue(
        model.columns().stream().flatMap(c -> c.units().stream()).allMatch(u -> u.map().isEmpty()));
  }
}
