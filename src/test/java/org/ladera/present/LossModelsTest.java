package org.ladera.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.lesson.model.PlaneChoice;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.loss.ContourModel;
import org.ladera.present.loss.LossMap;
import org.ladera.present.loss.SliceModel;
import org.ladera.present.loss.SurfaceModel;
import org.ladera.present.loss.Trail;
import org.ladera.present.relief.Terrain;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Tip;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** Surface, contour and slice on the data of the thesis and of the slides. */
public class LossModelsTest {
  private static final Messages SPANISH = Messages.load(Language.ES);
  private static final Messages ENGLISH = Messages.load(Language.EN);

  /** The view of the thesis: bias −5 to 3, weight −1 to 4. */
  public static final ViewSpec.Surface SURFACE =
      IceCreamFrames.view(
          ViewSpec.Surface.class,
          "u",
          "b[1][1]",
          "v",
          "W[1][1,1]",
          "uRange",
          "-5,3",
          "vRange",
          "-1,4");

  /** S0.2: one weight on y = x, at the losses of the slide. */
  public static final ViewSpec.Slice SLICE =
      IceCreamFrames.view(
          ViewSpec.Slice.class, "u", "W[1][1,1]", "range", "-0.5,2.5", "marks", "0,0.5,1,1.5,2");

  /** The thesis run, played to {@code reached} and looked at after {@code at} updates. */
  public static Frame surface(double rate, long reached, long at) {
    InlineSession session = IceCreamFrames.played(0, 1500, IceCreamFrames.experiment(rate));
    session.send(new Command.Watch(SurfaceModel.wanted(SURFACE, session.newest())));
    session.send(new Command.RunTo(reached));
    session.send(new Command.Seek(at));
    return session.newest();
  }

  /** The slide's three points with the weight {@code w} and no bias. */
  public static Frame slice(double w) {
    Experiment e =
        new Experiment(
            Dataset.of(new double[][] {{1}, {2}, {3}}, new double[][] {{1}, {2}, {3}}),
            NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY)),
            LossSpec.SSE.withFactor(Factor.HALF_PER_SAMPLE),
            RegularisationSpec.NONE,
            new OptimizerSpec.Sgd(0.1),
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.Given(MatrixView.of(1, 2, w, 0)),
            1);
    InlineSession session = IceCreamFrames.played(0, 10, e);
    session.send(new Command.Watch(SliceModel.wanted(SLICE, session.newest())));
    return session.newest();
  }

  private static SurfaceModel model(Frame frame) {
    return SurfaceModel.of(frame, SURFACE, Highlight.NONE, SPANISH);
  }

  @Test
  void startPresentAndMinimumHaveTheirTrueLosses() {
    SurfaceModel model = model(surface(0.01, 240, 240));
    assertEquals(1.5511928819147724, model.map().start().u());
    assertEquals(1.0151747625338823, model.map().start().v());
    assertEquals(74.24158937553847 / 2, model.map().start().loss(), 1e-9);
    assertEquals(-3.84277801, model.map().minimum().orElseThrow().u(), 1e-6);
    assertEquals(1.5533527212297455 / 2, model.map().minimum().get().loss(), 1e-9);
    assertEquals("inicio · $J$ 37,12", model.startTag());
    assertEquals("época 240 · $J$ 1,845", model.nowTag());
  }

  @Test
  void theHillsideGivesTheLossOfThePathPoints() {
    SurfaceModel model = model(surface(0.01, 240, 240));
    Terrain terrain = model.hill(true).orElseThrow().terrain();
    Trail path = model.map().own();
    for (int i = 0; i < path.count(); i += 13) {
      if (terrain.holds(path.u()[i], path.v()[i]) && !Double.isNaN(path.loss()[i])) {
        assertEquals(path.loss()[i], terrain.loss(path.u()[i], path.v()[i]), 1e-6 * path.loss()[i]);
      }
    }
  }

  @Test
  void theArrowIsMinusTheGradient() {
    // The mockup prints ∇J at epoch 240 as (0.7563, −0.2304).
    LossMap map = model(surface(0.01, 240, 240)).map();
    assertEquals(-0.7563, map.descentU(), 5e-5);
    assertEquals(0.2304, map.descentV(), 5e-5);
  }

  @Test
  void afterARewindTheRestOfThePathLiesAhead() {
    Trail path = model(surface(0.01, 600, 240)).map().own();
    assertTrue(path.reached() < path.count());
    assertEquals(-1.257, path.u()[path.reached() - 1], 5e-4, "the present point");
  }

  @Test
  void theStateIsSaidInWords() {
    Frame frame = surface(0.01, 240, 240);
    String spanish = model(frame).spoken();
    assertTrue(spanish.contains("Época 240: costo 1,845, bajando"), spanish);
    String english = SurfaceModel.of(frame, SURFACE, Highlight.NONE, ENGLISH).spoken();
    assertTrue(english.contains("Epoch 240: loss 1.845, falling"), english);
    assertFalse(english.contains("$"), english);
    String diverged = model(surface(0.012, 40, 40)).spoken();
    assertTrue(diverged.contains("subiendo") || diverged.contains("sin límite"), diverged);
  }

  @Test
  void readingThePlaneGivesLossAndGradient() {
    SurfaceModel model = model(surface(0.01, 240, 240));
    Terrain terrain = model.hill(true).orElseThrow().terrain();
    LossMap.Spot start = model.map().start();
    List<Tip.Line> lines = model.map().tip(terrain, start.u(), start.v(), SPANISH).lines();
    assertEquals("$J$ ≈ 37,1", lines.get(0).text());
    // 103.648 is the derivative that the mockup of the question card shows.
    assertTrue(lines.get(1).text().contains("∂$J$/∂$w$ ≈ 104"), lines.get(1).text());
  }

  @Test
  void withoutRangesTheViewHoldsStartPathAndMinimum() {
    ViewSpec.Contour free =
        new ViewSpec.Contour(
            "main",
            new PlaneChoice.Weights(
                ParameterRef.bias(1, 1),
                ParameterRef.weight(1, 1, 1),
                Optional.empty(),
                Optional.empty()),
            true,
            List.of());
    Frame frame = surface(0.01, 300, 300);
    FieldRequest.LossSurface request =
        (FieldRequest.LossSurface) ContourModel.wanted(free, frame).iterator().next();
    assertEquals(ParameterRef.bias(1, 1), request.u());
    assertTrue(request.uAxis().min() < -3.85 && request.uAxis().max() > 1.56);
    assertTrue(request.vAxis().min() < 0 && request.vAxis().max() > 2.05);
    Frame later = surface(0.01, 1500, 1500);
    assertEquals(
        request,
        ContourModel.wanted(free, later).iterator().next(),
        "the axes keep still while the path grows inside them");
  }

  @Test
  void beforeTheFirstPictureThereAreAxesAndNoHillside() {
    Frame frame = IceCreamFrames.played(10, 1500, IceCreamFrames.experiment(0.01)).newest();
    SurfaceModel model = model(frame);
    assertTrue(model.hill(true).isEmpty());
    assertFalse(model.waiting().isEmpty());
    assertEquals(-5, model.map().uAxis().scale().min());
  }

  @Test
  void theSliceHasTheLossesOfTheSlide() {
    SliceModel model = SliceModel.of(slice(0.5), SLICE, Highlight.NONE, SPANISH);
    List<String> losses = model.marks().stream().map(SliceModel.Mark::label).toList();
    assertEquals(List.of("2,3333", "0,58333", "0", "0,58333", "2,3333"), losses);
    assertEquals(7.0 / 12, model.now().loss(), 1e-12);
    // J = (14/6)(w − 1)², so J′(0.5) = −7/3.
    assertEquals(-7.0 / 3, model.now().slope(), 1e-12);
    assertTrue(model.spoken().contains("pendiente de la tangente"), model.spoken());
  }

  /** The point of the way that is pointed at tells its update: its J is that of a run so far. */
  @Test
  void everyPointOfTheWayKnowsItsUpdate() {
    Frame frame = surface(0.01, 12, 12);
    LossMap map = LossMap.of(frame, SURFACE, ENGLISH, Labels.NONE);
    Trail way = map.own();
    for (int i = 0; i < way.reached(); i++) {
      Asked asked = map.asked(way.u()[i], way.v()[i], 1e-6, 1e-6);
      assertEquals(new Asked.Loss(way.updates()[i]), asked);
      Frame then = surface(0.01, way.updates()[i], way.updates()[i]);
      assertEquals(then.main().now().totalLoss(), way.loss()[i], 1e-9);
      assertEquals(then.main().parameters().get(0), way.v()[i]);
    }
    assertTrue(way.reached() > 8);
    assertEquals(new Asked.SupposedLoss(map.values(-4.9, 3.9)), map.asked(-4.9, 3.9, 0.01, 0.01));
  }
}
