package org.ladera.ui.view.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.Edit;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.decision.BoundaryModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.control.Segments;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewBench;

class BoundaryViewTest {
  private static final ViewSpec.Boundary PLAIN = Xor.view(ViewSpec.Boundary.class);
  private static final ViewSpec.Boundary EDIT = Xor.view(ViewSpec.Boundary.class, "edit", "true");
  private static final Frame FRAME = frame(680);

  @BeforeAll
  static void start() {
    Fx.start();
  }

  private static Frame frame(long epoch) {
    Frame before = Xor.after(Xor.thesis(), 0);
    return Xor.after(
        Xor.thesis(),
        epoch,
        BoundaryModel.wanted(PLAIN, before).iterator().next(),
        BoundaryModel.wanted(EDIT, before).iterator().next());
  }

  private static BoundaryModel model(ViewBench bench, ViewSpec.Boundary ref, Highlight highlight) {
    return BoundaryModel.of(FRAME, ref, highlight, bench.messages.get(), Labels.NONE);
  }

  /** A view of 376 × 392 with its picture finished. */
  private static Scene shown(ViewBench bench, BoundaryView view, ViewSpec.Boundary ref) {
    Scene scene = Fx.scene(view.node(), 376, 392);
    view.render(model(bench, ref, Highlight.NONE));
    Fx.picture(scene);
    view.settle();
    return scene;
  }

  private static void on(Callable<Void> work) {
    Fx.on(work);
  }

  private static void click(BoundaryView view, double x, double y) {
    ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, x, y, 1);
    ViewBench.mouse(view.node(), MouseEvent.MOUSE_RELEASED, x, y, 1);
    ViewBench.mouse(view.node(), MouseEvent.MOUSE_CLICKED, x, y, 1);
  }

  private static Dataset asked(ViewBench bench) {
    return bench.last(Intent.SetData.class).data();
  }

  /** The pixel of a point of the plane, found by hovering until its sample lights up. */
  private static double[] find(ViewBench bench, BoundaryView view, int sample) {
    for (double y = 50; y < 350; y += 5) {
      for (double x = 60; x < 370; x += 5) {
        ViewBench.mouse(view.node(), MouseEvent.MOUSE_MOVED, x, y, 0);
        if (!bench.intents.isEmpty()
            && bench.intents.getLast() instanceof Intent.Light light
            && light.highlight().sample() == sample) {
          return new double[] {x, y};
        }
      }
    }
    throw new AssertionError("sample " + sample + " is nowhere");
  }

  @Test
  void drawingTwiceGivesTheSamePicture() {
    on(
        () -> {
          ViewBench bench = new ViewBench();
          BoundaryView view = new BoundaryView(bench.context);
          Scene scene = shown(bench, view, PLAIN);
          WritableImage once = Fx.picture(scene);
          view.render(model(bench, PLAIN, Highlight.NONE));
          view.settle();
          assertTrue(ViewBench.same(once, Fx.picture(scene)));
          view.dispose();
          return null;
        });
  }

  @Test
  void theBoundaryPassesBetweenTheRowsAndTheMapHasBothClasses() {
    on(
        () -> {
          ViewBench bench = new ViewBench();
          bench.tokens.set(Tokens.of(Profile.DARK));
          BoundaryView view = new BoundaryView(bench.context);
          WritableImage picture = Fx.picture(shown(bench, view, PLAIN));
          Tokens tokens = bench.tokens.get();
          assertTrue(ViewBench.count(picture, tokens.onImage()) > 500, "a white line of 2.25 px");
          assertTrue(ViewBench.count(picture, tokens.class0().mark()) > 150);
          assertTrue(ViewBench.count(picture, tokens.class1().mark()) > 150);
          double blue = 0;
          double amber = 0;
          for (int y = 50; y < 340; y++) {
            for (int x = 70; x < 350; x++) {
              var c = picture.getPixelReader().getColor(x, y);
              blue += c.getBlue() > c.getRed() + 0.1 ? 1 : 0;
              amber += c.getRed() > c.getBlue() + 0.1 ? 1 : 0;
            }
          }
          assertTrue(blue > 15_000 && amber > 15_000, blue + " " + amber);
          view.dispose();
          return null;
        });
  }

  @Test
  void pointingAnywhereReadsTheOutputThere() {
    on(
        () -> {
          ViewBench bench = new ViewBench();
          BoundaryView view = new BoundaryView(bench.context);
          Scene scene = shown(bench, view, PLAIN);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_MOVED, 200, 200, 0);
          List<String> words =
              ViewBench.all(scene, Text.class).stream().map(Text::getText).toList();
          assertTrue(words.stream().anyMatch(w -> w.contains("clase")), words.toString());
          view.dispose();
          return null;
        });
  }

  @Test
  void pointingAtAnExampleLightsItAndArrowsWalk() {
    on(
        () -> {
          ViewBench bench = new ViewBench();
          BoundaryView view = new BoundaryView(bench.context);
          shown(bench, view, PLAIN);
          find(bench, view, 2);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_EXITED, 0, 0, 0);
          assertEquals(Highlight.NONE, bench.last(Intent.Light.class).highlight());
          view.render(model(bench, PLAIN, Highlight.ofSample(1)));
          ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
          assertEquals(2, bench.last(Intent.Light.class).highlight().sample());
          view.dispose();
          return null;
        });
  }

  @Test
  void aClickAddsAnExampleOfTheChosenClassOnlyWhereTheLessonAllowsIt() {
    on(
        () -> {
          ViewBench bench = new ViewBench();
          BoundaryView view = new BoundaryView(bench.context);
          Scene scene = shown(bench, view, PLAIN);
          click(view, 210, 200);
          assertTrue(bench.intents.stream().noneMatch(i -> i instanceof Intent.SetData));
          assertTrue(ViewBench.all(scene, Segments.class).isEmpty());
          view.render(model(bench, EDIT, Highlight.NONE));
          Fx.picture(scene);
          ViewBench.press(view.node(), KeyCode.DIGIT1, false, false);
          click(view, 210, 200);
          assertEquals(5, asked(bench).size());
          assertEquals(1, asked(bench).y().get(4, 0));
          assertEquals(0.5, asked(bench).x().get(4, 0), 0.15);
          ViewBench.press(view.node(), KeyCode.DIGIT0, false, false);
          click(view, 250, 150);
          assertEquals(0, asked(bench).y().get(4, 0));
          view.dispose();
          return null;
        });
  }

  @Test
  void anExampleAddedByKeyIsLitWhenItIsThereSoThatTheArrowsMoveIt() {
    on(
        () -> {
          ViewBench bench = new ViewBench();
          BoundaryView view = new BoundaryView(bench.context);
          shown(bench, view, EDIT);
          ViewBench.press(view.node(), KeyCode.ENTER, false, false);
          InlineSession session = new InlineSession();
          session.send(new Command.Load(org.ladera.session.Scene.of(Xor.thesis(), 4000)));
          session.send(new Command.Apply(new Edit.SetData(asked(bench)), true));
          view.render(
              BoundaryModel.of(
                  session.newest(), EDIT, Highlight.NONE, bench.messages.get(), Labels.NONE));
          assertEquals(4, bench.last(Intent.Light.class).highlight().sample());
          view.dispose();
          return null;
        });
  }

  @Test
  void aDragMovesAnExampleAndStaysInsideThePlane() {
    on(
        () -> {
          ViewBench bench = new ViewBench();
          BoundaryView view = new BoundaryView(bench.context);
          shown(bench, view, EDIT);
          double[] at = find(bench, view, 0);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, at[0], at[1], 1);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_DRAGGED, at[0] + 40, at[1] - 40, 1);
          assertTrue(asked(bench).x().get(0, 0) > 0.1);
          assertTrue(asked(bench).x().get(0, 1) > 0.1);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_DRAGGED, 5000, 5000, 1);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_RELEASED, 5000, 5000, 1);
          assertTrue(asked(bench).x().get(0, 0) < 1.35);
          assertTrue(asked(bench).x().get(0, 1) > -0.35);
          assertEquals(4, asked(bench).size());
          view.dispose();
          return null;
        });
  }

  @Test
  void everythingCanBeDoneByKeys() {
    on(
        () -> {
          ViewBench bench = new ViewBench();
          BoundaryView view = new BoundaryView(bench.context);
          shown(bench, view, EDIT);
          ViewBench.press(view.node(), KeyCode.ENTER, false, false);
          assertEquals(5, asked(bench).size());
          view.render(model(bench, EDIT, Highlight.ofSample(3)));
          view.node()
              .fireEvent(
                  new KeyEvent(
                      KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, false, false, true, false));
          assertTrue(asked(bench).x().get(3, 0) < 1);
          assertEquals(1, asked(bench).x().get(3, 1), 1e-9);
          ViewBench.press(view.node(), KeyCode.DELETE, false, false);
          Intent.SetData removed =
              bench.intents.stream()
                  .filter(Intent.SetData.class::isInstance)
                  .map(Intent.SetData.class::cast)
                  .toList()
                  .getLast();
          assertEquals(3, removed.data().size());
          assertTrue(view.node().getAccessibleText().contains("Supr"));
          view.dispose();
          return null;
        });
  }

  @Test
  void trainingGoesOnWithTheChangedExamples() {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(org.ladera.session.Scene.of(Xor.thesis(), 4000)));
    session.send(new Command.Watch(java.util.Set.of(wantedEdit())));
    session.send(new Command.RunTo(100));
    double[] before = session.newest().main().parameters().toArray();
    Dataset more = org.ladera.present.data.EditedData.added(Xor.thesis().data(), 0.5, 0.5, 1);
    session.send(new Command.Apply(new Edit.SetData(more), true));
    assertEquals(5, session.newest().main().now().outputs().rows());
    session.send(new Command.RunTo(150));
    Frame after = session.newest();
    assertEquals(150, after.main().epoch());
    assertFalse(java.util.Arrays.equals(before, after.main().parameters().toArray()));
    BoundaryModel model =
        BoundaryModel.of(after, EDIT, Highlight.NONE, Messages.load(Language.EN), Labels.NONE);
    assertEquals(5, model.marks().size());
    assertTrue(model.background().isPresent());
  }

  private static FieldRequest wantedEdit() {
    return BoundaryModel.wanted(EDIT, Xor.after(Xor.thesis(), 0)).iterator().next();
  }

  @Test
  void itIsDrawnInEverySizeProfileAndLanguage() {
    int[][] sizes = {{240, 180}, {420, 300}, {3840, 2160}};
    for (Profile profile : Profile.values()) {
      for (int[] size : sizes) {
        on(
            () -> {
              ViewBench bench = new ViewBench();
              bench.tokens.set(Tokens.of(profile));
              bench.messages.set(
                  Messages.load(profile == Profile.DARK ? Language.EN : Language.ES));
              BoundaryView view = new BoundaryView(bench.context);
              Scene scene = Fx.scene(view.node(), size[0], size[1]);
              view.render(model(bench, EDIT, Highlight.ofSample(0)));
              Fx.picture(scene);
              view.settle();
              WritableImage picture = Fx.picture(scene);
              assertTrue(ViewBench.count(picture, bench.tokens.get().class1().mark()) > 40);
              view.dispose();
              return null;
            });
      }
    }
  }
}
