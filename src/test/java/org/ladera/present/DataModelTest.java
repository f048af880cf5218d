package org.ladera.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.MatrixView;
import org.ladera.lesson.ViewRef.Kind;
import org.ladera.present.DataModel.Role;
import org.ladera.session.Frame;
import org.ladera.session.Readings;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class DataModelTest {
  private static final Messages SPANISH = Messages.load(Language.ES);
  private static final Messages ENGLISH = Messages.load(Language.EN);
  private final Frame frame = IceCream.after(240);

  private DataModel model(Brush brush, String... options) {
    return DataModel.of(frame, IceCream.view(Kind.DATA, options), brush, SPANISH, IceCream.LABELS);
  }

  @Test
  void pointsAndAxesAreInTheUnitsOfTheSource() {
    DataModel model = model(Brush.NONE);
    assertEquals(32, model.marks().get(8).x(), 1e-12);
    assertEquals(32, model.marks().get(8).y(), 1e-12);
    assertEquals("temperatura / °C", model.x().name());
    assertEquals("helados vendidos", model.y().name());
    assertTrue(model.y().scale().min() == 0 && model.y().scale().max() > 41);
  }

  @Test
  void onTheNetworksScaleTheNamesSaySo() {
    DataModel model = model(Brush.NONE, "raw", "false");
    assertEquals(3.2, model.marks().get(8).x(), 1e-12);
    assertEquals("temperatura / °C, en la escala de la red", model.x().name());
  }

  @Test
  void theLinePassesThroughThePredictions() {
    for (String raw : List.of("true", "false")) {
      DataModel model = model(Brush.NONE, "raw", raw);
      StraightLine line = model.lines().getFirst().line();
      for (DataModel.Mark mark : model.marks()) {
        assertEquals(mark.foot(), line.at(mark.x()), 1e-9);
      }
    }
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
        IceCream.played(
                3,
                10,
                IceCream.experiment(0.001)
                    .withNetwork(deep)
                    .withInit(new InitSpec.Uniform(-0.5, 0.5)))
            .newest();
    DataModel model = DataModel.of(deepFrame, IceCream.view(Kind.DATA), Brush.NONE, SPANISH);
    StraightLine line = model.lines().getFirst().line();
    for (DataModel.Mark mark : model.marks()) {
      assertEquals(mark.foot(), line.at(mark.x()), 1e-9);
    }
  }

  @Test
  void aNetworkThatBendsHasNoLineNoEquationAndNoHandles() {
    NetworkSpec bent = NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.SIGMOID));
    Frame bentFrame = IceCream.played(1, 10, IceCream.experiment(0.001).withNetwork(bent)).newest();
    DataModel model =
        DataModel.of(bentFrame, IceCream.view(Kind.DATA, "drag", "true"), Brush.NONE, SPANISH);
    assertTrue(model.lines().isEmpty());
    assertEquals("", model.equation());
    assertTrue(model.handles().isEmpty());
  }

  @Test
  void theStartLineAppearsOnceTheRunHasLeftIt() {
    DataModel before =
        DataModel.of(IceCream.after(0), IceCream.view(Kind.DATA), Brush.NONE, SPANISH);
    assertTrue(before.lines().stream().noneMatch(line -> line.role() == Role.START));
    DataModel.Line start =
        model(Brush.NONE).lines().stream()
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
        IceCream.played(20, 20, IceCream.experiment(0.01), IceCream.experiment(0.001)).newest();
    DataModel model =
        DataModel.of(two, IceCream.view(Kind.DATA, "runs", "run2"), Brush.NONE, SPANISH);
    DataModel.Line other =
        model.lines().stream().filter(l -> l.role() == Role.OTHER).findFirst().orElseThrow();
    assertEquals("$η$ = 0,001", other.label());
  }

  @Test
  void theLitPointIsReadWithItsResidualAndItsShareOfTheLoss() {
    DataModel model = model(Brush.ofSample(8));
    double r = Readings.value(frame, "r[9]").orElseThrow();
    double sse = Readings.value(frame, "sse").orElseThrow();
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
    assertTrue(model(Brush.NONE).lit().isEmpty());
    assertTrue(model(Brush.ofSample(99)).lit().isEmpty());
  }

  @Test
  void wordsAndNumbersFollowTheLanguage() {
    assertEquals("16 puntos", model(Brush.NONE).reading());
    DataModel english =
        DataModel.of(frame, IceCream.view(Kind.DATA), Brush.NONE, ENGLISH, Labels.NONE);
    assertEquals("16 points", english.reading());
    assertEquals("temperature", english.x().name());
    assertTrue(english.values().contains("1.256"), english.values());
    assertTrue(model(Brush.NONE).values().contains("1,256"));
  }

  @Test
  void handlesExistOnlyWhereTheLessonAllowsThem() {
    assertTrue(model(Brush.NONE).handles().isEmpty());
    assertTrue(model(Brush.NONE, "drag", "true").handles().isPresent());
  }

  @Test
  void movingOneHandleKeepsTheOtherEnd() {
    for (String raw : List.of("true", "false")) {
      DataModel model = model(Brush.NONE, "drag", "true", "raw", raw);
      LineHandles handles = model.handles().orElseThrow();
      double kept = handles.y(0);
      double wanted = handles.y(1) + 0.1 * model.y().scale().max();
      Map<ParameterRef, Double> moved = handles.moved(1, wanted);
      DataModel after =
          DataModel.of(
              IceCream.played(
                      0,
                      10,
                      IceCream.experiment(0.01)
                          .withInit(
                              new InitSpec.Given(
                                  MatrixView.of(
                                      1,
                                      2,
                                      moved.get(ParameterRef.weight(1, 1, 1)),
                                      moved.get(ParameterRef.bias(1, 1))))))
                  .newest(),
              IceCream.view(Kind.DATA, "raw", raw),
              Brush.NONE,
              SPANISH);
      StraightLine line = after.lines().getFirst().line();
      assertEquals(kept, line.at(handles.left()), 1e-9);
      assertEquals(wanted, line.at(handles.right()), 1e-9);
    }
  }

  @Test
  void handlesLieWhereTheLineIsInSight() {
    Frame steep =
        IceCream.played(
                0,
                10,
                IceCream.experiment(0.01)
                    .withInit(new InitSpec.Given(MatrixView.of(1, 2, 10.0, -30.0))))
            .newest();
    DataModel model =
        DataModel.of(steep, IceCream.view(Kind.DATA, "drag", "true"), Brush.NONE, SPANISH);
    LineHandles handles = model.handles().orElseThrow();
    for (int i = 0; i < 2; i++) {
      assertTrue(model.y().scale().holds(handles.y(i)), "height " + handles.y(i));
    }
  }

  @Test
  void theAxesStandStillWhileTheLineMoves() {
    DataModel early =
        DataModel.of(IceCream.after(0), IceCream.view(Kind.DATA), Brush.NONE, SPANISH);
    DataModel late = DataModel.of(frame, IceCream.view(Kind.DATA), Brush.NONE, SPANISH);
    assertEquals(early.x(), late.x());
    assertEquals(early.y(), late.y());
  }

  @Test
  void aDivergedRunIsStillAModel() {
    Frame far = IceCream.played(3000, 3000, IceCream.experiment(0.1)).newest();
    DataModel model =
        DataModel.of(far, IceCream.view(Kind.DATA, "drag", "true"), Brush.ofSample(3), SPANISH);
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
