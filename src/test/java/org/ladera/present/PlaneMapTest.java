package org.ladera.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.train.Trainer;
import org.ladera.landscape.ProjectionError;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.loss.ContourModel;
import org.ladera.present.loss.LossMap;
import org.ladera.present.loss.Trail;
import org.ladera.present.shared.Highlight;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.PlaneSlice;
import org.ladera.session.RunFrame;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.timeline.Trajectory;

/** Slices of the loss through all parameters, and how honestly the way is drawn on them. */
class PlaneMapTest {
  private static final Messages ENGLISH = Messages.load(Language.EN);

  private static ViewSpec.Contour view(String plane) {
    return Xor.view(ViewSpec.Contour.class, "plane", plane, "seed", "3");
  }

  private static Frame xor(String plane, long epoch) {
    ViewSpec.Contour ref = view(plane);
    Frame before = Xor.after(Xor.thesis(), 0);
    return Xor.after(
        Xor.thesis(), epoch, ContourModel.wanted(ref, before).toArray(FieldRequest[]::new));
  }

  private static Frame line(String plane) {
    InlineSession session = IceCreamFrames.played(0, 1500, IceCreamFrames.experiment(0.01));
    session.send(new Command.Watch(ContourModel.wanted(view(plane), session.newest())));
    session.send(new Command.RunTo(200));
    return session.newest();
  }

  private static PlaneSlice slice(Frame frame) {
    return frame.slices().values().iterator().next();
  }

  /** ½m Σe², m Σe², … of a line, worked out from the examples alone. */
  private static double paraboloid(Experiment e, double[] theta) {
    Dataset data = e.data();
    double sum = 0;
    for (int i = 0; i < data.size(); i++) {
      double r = theta[0] * data.x().get(i, 0) + theta[1] - data.y().get(i, 0);
      sum += r * r;
    }
    assertEquals(LossSpec.Kind.SQUARED, e.loss().kind());
    return sum * e.loss().factor().value(data.size(), 1);
  }

  /** Two parameters span their plane, so what is drawn of a branch leads back to its numbers. */
  @Test
  void anotherBranchIsDrawnWhereItWas() {
    InlineSession session = IceCreamFrames.played(0, 1500, IceCreamFrames.experiment(0.01));
    session.send(new Command.Watch(ContourModel.wanted(view("path"), session.newest())));
    session.send(new Command.RunTo(40));
    session.send(new Command.Seek(10));
    session.send(new Command.Apply(new Edit.SetRate(0.002), false));
    session.send(new Command.RunTo(30));
    Frame frame = session.newest();
    var ghost = frame.main().ghosts().getFirst();
    LossMap map = ContourModel.of(frame, view("path"), Highlight.NONE, ENGLISH).map();
    assertEquals(2, map.trails().size());
    Trail drawn = map.trails().getFirst();
    assertEquals(Trail.Role.GHOST, drawn.role());
    assertTrue(drawn.count() > 20 && drawn.count() == ghost.path().count());
    double[] theta = new double[2];
    for (int i = 0; i < drawn.count(); i++) {
      map.plane().at(drawn.u()[i], drawn.v()[i], theta);
      assertEquals(ghost.path().get(i, 0), theta[0], 1e-9);
      assertEquals(ghost.path().get(i, 1), theta[1], 1e-9);
    }
    session.send(new Command.Compare(java.util.Optional.of(ghost.branch())));
    map = ContourModel.of(session.newest(), view("path"), Highlight.NONE, ENGLISH).map();
    assertEquals(Trail.Role.COMPARED, map.trails().getFirst().role());
    assertFalse(map.trails().getFirst().label().isBlank());
  }

  /** Two parameters span their plane, so what is drawn of another run leads back to its numbers. */
  @Test
  void furtherRunsAreDrawnOnThePlaneOfThePath() {
    InlineSession session =
        IceCreamFrames.played(
            0, 1500, IceCreamFrames.experiment(0.01), IceCreamFrames.experiment(0.002));
    ViewSpec.Contour both =
        IceCreamFrames.view(ViewSpec.Contour.class, "plane", "path", "runs", "run2");
    session.send(new Command.Watch(ContourModel.wanted(both, session.newest())));
    session.send(new Command.RunTo(40));
    Frame frame = session.newest();
    RunFrame other = frame.run("run2");
    LossMap map = ContourModel.of(frame, both, Highlight.NONE, ENGLISH).map();
    Trail drawn = map.trails().getFirst();
    assertEquals(Trail.Role.OTHER, drawn.role());
    double[] theta = new double[2];
    map.plane().at(drawn.u()[0], drawn.v()[0], theta);
    for (int i = 0; i < theta.length; i++) {
      assertEquals(other.start().parameters().get(i), theta[i], 1e-9);
    }
    int end = drawn.count() - 1;
    map.plane().at(drawn.u()[end], drawn.v()[end], theta);
    for (int i = 0; i < theta.length; i++) {
      assertEquals(other.parameters().get(i), theta[i], 1e-9);
    }
    assertEquals(other.now().totalLoss(), drawn.loss()[end]);
    assertEquals(Trail.Role.OWN, map.trails().getLast().role());
  }

  @Test
  void theWayOfALineLiesInThePlaneOfItsTwoParameters() {
    Frame frame = line("path");
    LossMap map = ContourModel.of(frame, view("path"), Highlight.NONE, ENGLISH).map();
    assertEquals(0, map.gauge().orElseThrow().distance());
    for (double distance : map.own().distance()) {
      assertEquals(0, distance);
    }
    for (ProjectionError.Reading reading : slice(frame).way()) {
      assertEquals(reading.loss(), reading.drawn(), 1e-9 * reading.loss());
    }
  }

  @Test
  void theSliceOfALinearNetworkIsItsParaboloid() {
    for (String plane : new String[] {"path", "random"}) {
      Frame frame = line(plane);
      PlaneSlice slice = slice(frame);
      double[] theta = new double[2];
      for (int iy = 0; iy < slice.field().y().count(); iy += 17) {
        for (int ix = 0; ix < slice.field().x().count(); ix += 17) {
          slice.plane().at(slice.field().x().at(ix), slice.field().y().at(iy), theta);
          double expected = paraboloid(frame.main().experiment(), theta);
          assertEquals(expected, slice.field().values().get(iy, ix), 1e-9 * (1 + expected), plane);
        }
      }
    }
  }

  @Test
  void theWayOfXorIsDrawnAtItsTrueLossWithItsDistanceFromThePlane() {
    Frame frame = xor("path", 680);
    PlaneSlice slice = slice(frame);
    Trail way = ContourModel.of(frame, view("path"), Highlight.NONE, ENGLISH).map().own();
    // The thesis gives Σe² at epoch 0; the loss here is half of it.
    assertEquals(1.3341404519931526 / 2, way.loss()[0], 1e-9);
    assertTrue(way.distance()[0] > 0.01);
    double[] theta = new double[frame.main().start().parameters().size()];
    slice.plane().at(way.u()[0], way.v()[0], theta);
    double square = 0;
    for (int i = 0; i < theta.length; i++) {
      square += Math.pow(theta[i] - frame.main().start().parameters().get(i), 2);
    }
    assertEquals(Math.sqrt(square), way.distance()[0], 1e-12);
    Trainer trainer = new Trainer(frame.main().experiment());
    trainer.apply(new Edit.SetParameters(MatrixView.of(1, theta.length, theta)));
    assertEquals(trainer.loss(), slice.way().getFirst().drawn(), 1e-12);
    // The planned end is the origin of the plane, from the first frame on.
    Trajectory plan = frame.main().plan().orElseThrow().path();
    assertEquals(0, way.distance()[way.count() - 1]);
    assertEquals(plan.loss(plan.count() - 1), way.loss()[way.count() - 1], 1e-15);
    assertEquals(frame.main().now().totalLoss(), way.loss()[way.reached() - 1]);
  }

  @Test
  void twoDirectionsHoldMostOfTheWayOfXor() {
    PlaneSlice slice = slice(xor("path", 680));
    assertTrue(slice.firstShare() > slice.secondShare());
    assertTrue(slice.firstShare() + slice.secondShare() > 0.9);
    assertTrue(slice.firstShare() + slice.secondShare() < 1);
  }

  @Test
  void theGaugeTellsTheFurthestPlace() {
    ContourModel model =
        ContourModel.of(xor("random", 680), view("random"), Highlight.NONE, ENGLISH);
    LossMap.Gauge gauge = model.map().gauge().orElseThrow();
    for (double distance : model.map().own().distance()) {
      assertTrue(distance <= gauge.distance());
    }
    assertTrue(model.reading().contains(ENGLISH.numbers().shown(gauge.distance(), 3)));
    assertTrue(model.reading().contains(ENGLISH.numbers().shown(gauge.drawn(), 3)));
  }

  @Test
  void theSameSeedGivesTheSamePlane() {
    assertEquals(slice(xor("random", 20)).plane(), slice(xor("random", 20)).plane());
    ViewSpec.Contour other = Xor.view(ViewSpec.Contour.class, "plane", "random", "seed", "4");
    assertFalse(
        ContourModel.wanted(other, xor("random", 20))
            .equals(ContourModel.wanted(view("random"), xor("random", 20))));
  }

  @Test
  void aPlaceOfTheMapStandsForAllParametersThatThePlaneMoves() {
    Frame frame = xor("path", 100);
    LossMap map = ContourModel.of(frame, view("path"), Highlight.NONE, ENGLISH).map();
    var values = map.values(0, 0);
    ParameterLayout layout = new ParameterLayout(frame.main().experiment().network());
    Set<ParameterRef> all = values.keySet();
    assertEquals(layout.count(), all.size());
    for (int i = 0; i < layout.count(); i++) {
      Trajectory plan = frame.main().plan().orElseThrow().path();
      assertEquals(plan.get(plan.count() - 1, i), values.get(layout.refAt(i)), 1e-12);
    }
  }

  @Test
  void afterARewindTheRestOfTheWayLiesAhead() {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(org.ladera.session.Scene.of(Xor.thesis(), 4000)));
    session.send(new Command.Watch(ContourModel.wanted(view("path"), session.newest())));
    session.send(new Command.RunTo(680));
    var plane = slice(session.newest()).plane();
    session.send(new Command.Seek(100));
    Frame back = session.newest();
    double along = 0;
    for (int i = 0; i < plane.first().size(); i++) {
      along += plane.first().get(i) * slice(back).plane().first().get(i);
    }
    assertEquals(1, Math.abs(along), 1e-3, "the plane stays where it was");
    Trail way = ContourModel.of(back, view("path"), Highlight.NONE, ENGLISH).map().own();
    assertTrue(way.reached() < way.count());
    assertEquals(back.main().now().totalLoss(), way.loss()[way.reached() - 1]);
    assertTrue(way.distance()[way.reached() - 1] > 0);
  }

  @Test
  void aWayThatWouldClimbWhileTheLossFallsIsNotDrawnAndTheReadingSaysSo() {
    Frame frame = xor("random", 680);
    LossMap fallen = ContourModel.of(frame, view("random"), Highlight.NONE, ENGLISH).map();
    assertTrue(fallen.own().count() > 100);
    PlaneSlice slice = slice(frame);
    ProjectionError.Reading here = slice.here();
    assertTrue(here.loss() < slice.way().getFirst().loss());
    double above = 2 * slice.way().getFirst().drawn();
    PlaneSlice higher =
        slice.at(
            new ProjectionError.Reading(here.u(), here.v(), here.distance(), here.loss(), above));
    Frame climbing =
        new Frame(
            frame.sequence(),
            frame.scene(),
            frame.status(),
            frame.pace(),
            frame.granularity(),
            frame.runs(),
            frame.fields(),
            Map.of(frame.slices().keySet().iterator().next(), higher),
            frame.stop(),
            frame.checks());
    ContourModel model = ContourModel.of(climbing, view("random"), Highlight.NONE, ENGLISH);
    assertEquals(1, model.map().own().count());
    assertTrue(model.reading().contains("not drawn"), model.reading());
  }
}
