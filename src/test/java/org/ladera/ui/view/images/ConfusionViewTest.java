package org.ladera.ui.view.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.PictureView;
import org.ladera.lesson.model.Step;
import org.ladera.present.images.ConfusionModel;
import org.ladera.present.images.Tile;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.ui.Fx;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewBench;

class ConfusionViewTest {
  @BeforeAll
  static void start() {
    Fx.start();
  }

  /** What of a cell has room in the test. */
  private static final int SEEN = 20;

  private static List<Integer> numbers(ConfusionModel model, int cell) {
    return model.cell(cell, cell).stream().map(Tile::number).limit(SEEN).toList();
  }

  private record Case(int cell, int number) {}

  /** An example that stands at another place of its cell after some epochs. */
  private static Case moved(ConfusionModel before, ConfusionModel after) {
    return IntStream.range(0, before.names().size())
        .boxed()
        .flatMap(
            cell ->
                numbers(before, cell).stream()
                    .filter(n -> numbers(after, cell).contains(n))
                    .filter(
                        n -> numbers(after, cell).indexOf(n) != numbers(before, cell).indexOf(n))
                    .map(n -> new Case(cell, n)))
        .findFirst()
        .orElseThrow();
  }

  private static final class Shown {
    final ViewBench bench = new ViewBench();
    final ConfusionView view = new ConfusionView(bench.context);
    final Scene scene = new Scene(view.node(), 900, 420);

    void show(ConfusionModel model) {
      view.render(model);
      Fx.picture(scene);
    }

    /** Opens the cell, and looks at its examples up to that place. */
    void look(int cell, int place) {
      for (int i = 0; i <= cell; i++) {
        press(KeyCode.DOWN);
      }
      for (int i = 0; i < cell; i++) {
        press(KeyCode.RIGHT);
      }
      for (int i = 0; i <= place; i++) {
        press(KeyCode.ENTER);
      }
    }

    void press(KeyCode code) {
      ViewBench.press(view.node(), code, false, false);
    }

    WritableImage picture() {
      return Fx.picture(scene);
    }
  }

  @Test
  void theRingStaysWithItsExampleWhileOthersComeIntoTheCell() {
    Step step =
        LessonLibrary.load(Path.of("lessons"))
            .lesson("convolution")
            .orElseThrow()
            .step("train")
            .orElseThrow();
    PictureView.Confusion spec =
        step.views().stream()
            .filter(PictureView.Confusion.class::isInstance)
            .map(PictureView.Confusion.class::cast)
            .findFirst()
            .orElseThrow();
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(step.scene()));
      session.send(new Command.RunTo(1));
      var first = session.newest();
      session.send(new Command.RunTo(4));
      var later = session.newest();
      Fx.on(
          () -> {
            Shown gone = new Shown();
            var messages = gone.bench.messages.get();
            ConfusionModel before =
                ConfusionModel.of(first, spec, Highlight.NONE, messages, Labels.NONE);
            ConfusionModel after =
                ConfusionModel.of(later, spec, Highlight.NONE, messages, Labels.NONE);
            Case moved = moved(before, after);
            int was = numbers(before, moved.cell()).indexOf(moved.number());
            int is = numbers(after, moved.cell()).indexOf(moved.number());
            gone.show(before);
            gone.look(moved.cell(), was);
            assertEquals(
                before.look(before.cell(moved.cell(), moved.cell()).get(was)),
                gone.bench.last(Intent.Look.class).picture());
            gone.show(after);
            Shown fresh = new Shown();
            fresh.show(after);
            fresh.look(moved.cell(), is);
            fresh.show(after);
            assertTrue(ViewBench.same(fresh.picture(), gone.picture()), "the ring is at its place");
            Shown other = new Shown();
            other.show(after);
            other.look(moved.cell(), was);
            other.show(after);
            assertFalse(ViewBench.same(other.picture(), gone.picture()));
            gone.press(KeyCode.ENTER);
            List<Tile> tiles = after.cell(moved.cell(), moved.cell());
            assertEquals(
                after.look(tiles.get((is + 1) % tiles.size())),
                gone.bench.last(Intent.Look.class).picture(),
                "Enter goes on from there");
            return null;
          });
    }
  }
}
