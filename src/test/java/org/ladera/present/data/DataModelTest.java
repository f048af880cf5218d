package org.ladera.present.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ladera.Read;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.IceCreamFrames;
import org.ladera.present.data.DataModel.Role;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Tip;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class DataModelTest {
  private static final Messages SPANISH = Messages.load(Language.ES);
  private static final Messages ENGLISH = Messages.load(Language.EN);
  private final Frame frame = IceCreamFrames.after(240);

  private DataModel model(Highlight highlight, String... options) {
    return DataModel.of(
        frame,
        IceCreamFrames.view(ViewSpec.Data.class, options),
        highlight,
        SPANISH,
        IceCreamFrames.LABELS);
  }

  @Test
  void pointsAndAxesAreInTheUnitsOfTheSource() {
    DataModel model = model(Highlight.NONE);
    assertEquals(32, model.marks().get(8).x(), 1e-12);
    assertEquals(32, model.marks().get(8).y(), 1e-12);
    assertEquals("temperatura / °C", model.x().name());
    assertEquals("helados vendidos", model.y().name());
    assertTrue(model.y().scale().min() == 0 && model.y().scale().max() > 41);
  }

  @Test
  void onTheNetworksScaleTheNamesSaySo() {
    DataModel model = model(Highlight.NONE, "raw", "false");
    assertEquals(3.2, model.marks().get(8).x(), 1e-12);
    assertEquals("temperatura / °C, en la escala de la red", model.x().name());
  }

  @Test
  void theLinePassesThroughThePredictions() {
    for (String raw : List.of("true", "false")) {
      DataModel model = model(Highlight.NONE, "raw", raw);
      StraightLine line = model.lines().getFirst().line();
      for (DataModel.Mark mark : model.marks()) {
        assertEquals(mark.foot(), line.at(mark.x()), 1e-9);
      }
    }
  }

  @Test
  void aModelThatBendsIsACurveForEachRunThroughItsPredictions() {
    NetworkSpec bent =
        NetworkSpec.of(
            1,
            LayerSpec.dense(1, ActivationSpec.TANH),
            LayerSpec.dense(1, ActivationSpec.IDENTITY));
    InlineSession session =
        IceCreamFrames.played(
            0,
            10,
            IceCreamFrames.experiment(0.001)
                .withNetwork(bent)
                .withInit(new InitSpec.Uniform(-0.5, 0.5)),
            IceCreamFrames.experiment(0.002)
                .withNetwork(bent)
                .withInit(new InitSpec.Uniform(-0.5, 0.5)));
    session.send(new Command.RunTo(3));
    Frame unseen = session.newest();
    String other = unseen.runs().get(1).id();
    ViewSpec.Data view = IceCreamFrames.view(ViewSpec.Data.class, "runs", other, "raw", "true");
    // Whoever draws a frame computes nothing: without an answer there is no curve.
    assertTrue(DataModel.of(unseen, view, Highlight.NONE, SPANISH).curves().isEmpty());
    session.send(new Command.Watch(DataModel.wanted(view, unseen)));
    Frame both = session.newest();
    DataModel model = DataModel.of(both, view, Highlight.NONE, SPANISH, IceCreamFrames.LABELS);
    assertTrue(model.lines().isEmpty());
    assertEquals(
        List.of(Role.PRESENT, Role.START, Role.OTHER),
        model.curves().stream().map(DataModel.Curve::role).toList());
    for (int run = 0; run < 2; run++) {
      // By hand: both sides are divided by ten; parameters stand layer by layer, weight and bias.
      through(both.runs().get(run).parameters(), model.curves().get(2 * run));
    }
    through(both.main().start().parameters(), model.curves().get(1));
  }

  private static void through(MatrixView p, DataModel.Curve curve) {
    for (int i = 0; i < curve.x().length; i += 20) {
      double a = Math.tanh(p.get(0) * curve.x()[i] / 10 + p.get(1));
      assertEquals(10 * (p.get(2) * a + p.get(3)), curve.y()[i], 1e-9);
    }
  }

  /** Two outputs, one of them far above the other: each has its own curve. */
  @Test
  void everyOutputHasItsCurve() {
    NetworkSpec two = NetworkSpec.of(1, LayerSpec.dense(2, ActivationSpec.SIGMOID));
    Dataset data = Dataset.of(new double[][] {{-1}, {0}, {2}}, new double[3][2]);
    Experiment line = IceCreamFrames.experiment(0.1);
    Experiment experiment =
        new Experiment(
            data,
            two,
            line.loss(),
            line.regularisation(),
            line.optimizer(),
            line.schedule(),
            line.batch(),
            new InitSpec.Given(MatrixView.of(1, 4, 1.0, -3.0, 0.5, 2.0)),
            line.seed());
    InlineSession session = IceCreamFrames.played(0, 10, experiment);
    ViewSpec.Data view = IceCreamFrames.view(ViewSpec.Data.class);
    session.send(new Command.Watch(DataModel.wanted(view, session.newest())));
    DataModel model = DataModel.of(session.newest(), view, Highlight.NONE, SPANISH);
    assertEquals(List.of(0, 1), model.curves().stream().map(DataModel.Curve::output).toList());
    double[] w = {1, -3};
    double[] b = {0.5, 2};
    for (DataModel.Curve curve : model.curves()) {
      int j = curve.output();
      for (int i = 0; i < curve.x().length; i += 10) {
        double z = w[j] * curve.x()[i] + b[j];
        assertEquals(1 / (1 + Math.exp(-z)), curve.y()[i], 1e-12);
      }
    }
  }

  @Test
  void aLineNeedsNoPicture() {
    assertTrue(DataModel.wanted(IceCreamFrames.view(ViewSpec.Data.class), frame).isEmpty());
  }

  @Test
  void aDeepNetworkOfIdentitiesIsALineToo() {
    NetworkSpec deep =
        NetworkSpec.of(
            1,
            LayerSpec.dense(3, ActivationSpec.IDENTITY),
            LayerSpec.dense(2, ActivationSpec.IDENTITY),
            LayerSpec.dense(1, ActivationSpec.IDENTITY));
    Frame deepFrame =
        IceCreamFrames.played(
                3,
                10,
                IceCreamFrames.experiment(0.001)
                    .withNetwork(deep)
                    .withInit(new InitSpec.Uniform(-0.5, 0.5)))
            .newest();
    DataModel model =
        DataModel.of(deepFrame, IceCreamFrames.view(ViewSpec.Data.class), Highlight.NONE, SPANISH);
    StraightLine line = model.lines().getFirst().line();
    for (DataModel.Mark mark : model.marks()) {
      assertEquals(mark.foot(), line.at(mark.x()), 1e-9);
    }
  }

  @Test
  void aNetworkThatBendsHasNoLineNoEquationAndNoHandles() {
    NetworkSpec bent = NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.SIGMOID));
    Frame bentFrame =
        IceCreamFrames.played(1, 10, IceCreamFrames.experiment(0.001).withNetwork(bent)).newest();
    DataModel model =
        DataModel.of(
            bentFrame,
            IceCreamFrames.view(ViewSpec.Data.class, "drag", "true"),
            Highlight.NONE,
            SPANISH);
    assertTrue(model.lines().isEmpty());
    assertEquals("", model.equation());
    assertTrue(model.handles().isEmpty());
  }

  @Test
  void theStartLineAppearsOnceTheRunHasLeftIt() {
    DataModel before =
        DataModel.of(
            IceCreamFrames.after(0),
            IceCreamFrames.view(ViewSpec.Data.class),
            Highlight.NONE,
            SPANISH);
    assertTrue(before.lines().stream().noneMatch(line -> line.role() == Role.START));
    DataModel.Line start =
        model(Highlight.NONE).lines().stream()
            .filter(line -> line.role() == Role.START)
            .findFirst()
            .orElseThrow();
    assertEquals("época 0", start.label());
    // ŷ/10 = b + w·x/10, so ŷ = 10·b + w·x.
    assertEquals(15.511928819147724, start.line().intercept(), 1e-9);
    assertEquals(1.0151747625338823, start.line().slope(), 1e-12);
  }

  @Test
  void furtherRunsAreLinesWithTheirRates() {
    Frame two =
        IceCreamFrames.played(
                20, 20, IceCreamFrames.experiment(0.01), IceCreamFrames.experiment(0.001))
            .newest();
    DataModel model =
        DataModel.of(
            two, IceCreamFrames.view(ViewSpec.Data.class, "runs", "run2"), Highlight.NONE, SPANISH);
    DataModel.Line other =
        model.lines().stream().filter(l -> l.role() == Role.OTHER).findFirst().orElseThrow();
    assertEquals("$η$ = 0,001", other.label());
  }

  @Test
  void theLitPointIsReadWithItsResidualAndItsShareOfTheLoss() {
    DataModel model = model(Highlight.ofSample(8));
    double r = Read.value(frame, "r[9]").orElseThrow();
    double sse = Read.value(frame, "sse").orElseThrow();
    assertEquals(5.2, 100 * r * r / sse, 0.05);
    List<Tip.Line> lines = model.lit().orElseThrow().tip().lines();
    assertEquals("Punto 9 · 32 °C, 32 helados vendidos", lines.get(0).text());
    String residual = SPANISH.numbers().shown(r);
    assertEquals("residuo " + residual + " · pesa el 5,2 % de $J$", lines.get(1).text());
    assertEquals("$r_(9)$ = " + residual, model.lit().get().tag());
    assertTrue(model.spoken().contains("Punto 9 · 32 °C"), model.spoken());
  }

  @Test
  void aBrushWithoutAPointHereLightsNothing() {
    assertTrue(model(Highlight.NONE).lit().isEmpty());
    assertTrue(model(Highlight.ofSample(99)).lit().isEmpty());
  }

  @Test
  void wordsAndNumbersFollowTheLanguage() {
    assertEquals("16 puntos", model(Highlight.NONE).reading());
    DataModel english =
        DataModel.of(
            frame, IceCreamFrames.view(ViewSpec.Data.class), Highlight.NONE, ENGLISH, Labels.NONE);
    assertEquals("16 points", english.reading());
    assertEquals("temperature", english.x().name());
    assertTrue(english.values().contains("1.256"), english.values());
    assertTrue(model(Highlight.NONE).values().contains("1,256"));
    // Both axes were divided by 10: the slope is the same number, the height ten times as large.
    assertTrue(english.values().contains("in the file"), english.values());
    String bias = english.elsewhere().replaceAll(".*\\$b\\$ (\\S+) .*", "$1");
    String raw = english.values().replaceAll(".*\\$b\\$ (\\S+) .*", "$1");
    assertEquals(
        10 * Double.parseDouble(bias.replace('\u2212', '-')),
        Double.parseDouble(raw.replace('\u2212', '-')),
        1e-9);
  }

  @Test
  void handlesExistOnlyWhereTheLessonAllowsThem() {
    assertTrue(model(Highlight.NONE).handles().isEmpty());
    assertTrue(model(Highlight.NONE, "drag", "true").handles().isPresent());
  }

  @Test
  void movingOneHandleKeepsTheOtherEnd() {
    for (String raw : List.of("true", "false")) {
      DataModel model = model(Highlight.NONE, "drag", "true", "raw", raw);
      LineHandles handles = model.handles().orElseThrow();
      double kept = handles.y(0);
      double wanted = handles.y(1) + 0.1 * model.y().scale().max();
      Map<ParameterRef, Double> moved = handles.moved(1, wanted);
      DataModel after =
          DataModel.of(
              IceCreamFrames.played(
                      0,
                      10,
                      IceCreamFrames.experiment(0.01)
                          .withInit(
                              new InitSpec.Given(
                                  MatrixView.of(
                                      1,
                                      2,
                                      moved.get(ParameterRef.weight(1, 1, 1)),
                                      moved.get(ParameterRef.bias(1, 1))))))
                  .newest(),
              IceCreamFrames.view(ViewSpec.Data.class, "raw", raw),
              Highlight.NONE,
              SPANISH);
      StraightLine line = after.lines().getFirst().line();
      assertEquals(kept, line.at(handles.left()), 1e-9);
      assertEquals(wanted, line.at(handles.right()), 1e-9);
    }
  }

  @Test
  void handlesLieWhereTheLineIsInSight() {
    Frame steep =
        IceCreamFrames.played(
                0,
                10,
                IceCreamFrames.experiment(0.01)
                    .withInit(new InitSpec.Given(MatrixView.of(1, 2, 10.0, -30.0))))
            .newest();
    DataModel model =
        DataModel.of(
            steep,
            IceCreamFrames.view(ViewSpec.Data.class, "drag", "true"),
            Highlight.NONE,
            SPANISH);
    LineHandles handles = model.handles().orElseThrow();
    for (int i = 0; i < 2; i++) {
      assertTrue(model.y().scale().holds(handles.y(i)), "height " + handles.y(i));
    }
  }

  @Test
  void betweenTwoUpdatesStandsTheLineOfTheParametersBetweenTheirs() {
    Frame next = IceCreamFrames.after(241);
    ViewSpec.Data view = IceCreamFrames.view(ViewSpec.Data.class, "drag", "true", "raw", "false");
    DataModel before = DataModel.of(frame, view, Highlight.NONE, SPANISH);
    DataModel now = DataModel.of(next, view, Highlight.NONE, SPANISH);
    DataModel way = now.after(before, 0.25);
    double w = 0.75 * frame.main().parameters().get(0) + 0.25 * next.main().parameters().get(0);
    double b = 0.75 * frame.main().parameters().get(1) + 0.25 * next.main().parameters().get(1);
    StraightLine line = way.lines().getFirst().line();
    for (DataModel.Mark mark : way.marks()) {
      assertEquals(w * mark.x() + b, line.at(mark.x()), 1e-12);
      assertEquals(w * mark.x() + b, mark.foot(), 1e-12);
    }
    LineHandles handles = way.handles().orElseThrow();
    assertEquals(w * handles.right() + b, handles.y(1), 1e-12);
    // What is written is of the update that is there.
    assertEquals(now.values(), way.values());
  }

  @Test
  void theAxesStandStillWhileTheLineMoves() {
    DataModel early =
        DataModel.of(
            IceCreamFrames.after(0),
            IceCreamFrames.view(ViewSpec.Data.class),
            Highlight.NONE,
            SPANISH);
    DataModel late =
        DataModel.of(frame, IceCreamFrames.view(ViewSpec.Data.class), Highlight.NONE, SPANISH);
    assertEquals(early.x(), late.x());
    assertEquals(early.y(), late.y());
  }

  @Test
  void aDivergedRunIsStillAModel() {
    Frame far = IceCreamFrames.played(3000, 3000, IceCreamFrames.experiment(0.1)).newest();
    DataModel model =
        DataModel.of(
            far,
            IceCreamFrames.view(ViewSpec.Data.class, "drag", "true"),
            Highlight.ofSample(3),
            SPANISH);
    assertEquals(16, model.marks().size());
    assertFalse(model.spoken().isEmpty());
  }

  @Test
  void withoutDataItInvites() {
    DataModel empty = DataModel.empty(SPANISH);
    assertEquals("Aún no hay puntos", empty.empty().getFirst());
    assertFalse(empty.x().ticks().isEmpty());
  }
}
