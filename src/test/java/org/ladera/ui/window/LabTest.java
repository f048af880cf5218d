package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.lesson.model.Lesson;
import org.ladera.session.RunFrame;
import org.ladera.store.document.NewLab;
import org.ladera.store.export.ExportForm;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.store.python.NumpyProgram;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.vector.Painted;
import org.ladera.ui.vector.SceneTracer;

/** A laboratory in the real window, by its own controls and keys. */
class LabTest extends LabBench {
  @Test
  void what_begins_anew_can_be_taken_back_with_its_run_and_done_again() {
    train(7);
    RunFrame before = run();
    assertEquals(8, before.experiment().network().layers().getFirst().units());
    fire("lab-units-1-more");
    until(() -> bench.frame().main().experiment().network().layers().getFirst().units() == 9);
    assertEquals(0, run().update());
    var ghosts = Fx.on(() -> bench.controller.live().frame().main().ghosts());
    assertEquals(1, ghosts.size());
    assertEquals(before.history().losses()[7], ghosts.getFirst().history().losses()[7]);
    control(KeyCode.Z);
    until(() -> bench.frame().main().update() == before.update());
    assertEquals(before.parameters(), run().parameters());
    control(KeyCode.Y);
    until(() -> bench.frame().main().experiment().network().layers().getFirst().units() == 9);
  }

  @Test
  void a_rate_changes_from_here_as_a_branch_or_from_the_start() {
    train(5);
    long update = run().update();
    type("lab-rate", "0.05");
    until(() -> bench.frame().main().experiment().optimizer().rate() == 0.05);
    assertEquals(update, run().update());
    control(KeyCode.Z);
    until(() -> bench.frame().main().experiment().optimizer().rate() == 0.01);
    Fx.on(
        () -> {
          ((javafx.scene.control.ToggleButton) bench.find("lab-from-start").orElseThrow()).fire();
          return bench.settle();
        });
    type("lab-rate", "0.05");
    until(() -> bench.frame().main().experiment().optimizer().rate() == 0.05);
    assertEquals(0, run().update());
  }

  private int views() {
    return bench.controller.lab.document().orElseThrow().draft().size("steps", "0", "views");
  }

  @Test
  void other_views_leave_the_run_as_it_is() {
    train(6);
    RunFrame before = run();
    int views = views();
    fire("lab-view-add");
    until(() -> views() == views + 1);
    assertEquals(before.parameters(), run().parameters());
    assertEquals(before.update(), run().update());
  }

  @Test
  @SuppressWarnings("unchecked")
  void what_does_not_belong_together_is_said_with_the_way_out() {
    Fx.on(
        () -> {
          ((ComboBox<ActivationSpec.Kind>) bench.find("lab-activation-2").orElseThrow())
              .setValue(ActivationSpec.Kind.SOFTMAX);
          return bench.settle();
        });
    until(() -> bench.find("lab-refused").isPresent());
    assertEquals(
        ActivationSpec.Kind.SIGMOID,
        run().experiment().network().layers().getLast().activation().kind());
    fire("lab-mend");
    until(() -> bench.find("lab-refused").isEmpty() && bench.find("lab-fits").isPresent());
  }

  @Test
  void settings_kept_beside_go_on_as_a_run_of_their_own() {
    fire("lab-compare-keep");
    until(() -> bench.frame().runs().size() == 2);
    type("lab-rate", "0.5");
    until(() -> bench.frame().main().experiment().optimizer().rate() == 0.5);
    assertEquals(0.01, Fx.on(() -> bench.frame().run("b").experiment().optimizer().rate()));
    train(3);
    assertEquals(3, Fx.on(() -> bench.frame().run("b").epoch()));
  }

  @Test
  void nothing_of_it_is_cut_in_the_smallest_window() {
    Fx.on(
        () -> {
          bench.stage.setWidth(1024);
          bench.stage.setHeight(640);
          for (Language language : Language.values()) {
            for (var profile : org.ladera.ui.theme.Profile.values()) {
              bench.controller.change(WindowBench.plain(language).withProfile(profile));
              bench.settle();
              assertEquals(java.util.List.of(), bench.outside(), language + " " + profile);
              assertEquals(java.util.List.of(), bench.cut(), language + " " + profile);
            }
          }
          return null;
        });
    assertFalse(Fx.on(() -> bench.words().isEmpty()));
  }

  @Test
  void a_view_goes_to_another_place_and_the_run_goes_on() {
    train(4);
    RunFrame before = run();
    String first = kind(0);
    Fx.on(
        () -> {
          bench.find("lab-view-grip-1").orElseThrow().requestFocus();
          return bench.press(KeyCode.DOWN);
        });
    until(() -> kind(1).equals(first));
    assertEquals(before.parameters(), run().parameters());
  }

  private String kind(int view) {
    return bench
        .controller
        .lab
        .document()
        .orElseThrow()
        .draft()
        .word("steps", "0", "views", Integer.toString(view), "view")
        .orElseThrow();
  }

  /** A slider that a hand moves is followed on the way, and taken back as a whole. */
  @Test
  void noise_is_slid_and_taken_back_as_a_whole() {
    java.util.function.DoubleSupplier first =
        () -> bench.frame().main().experiment().data().x().get(0, 0);
    double before = Fx.on(first::getAsDouble);
    for (double share : new double[] {0.3, 0.5, 0.7}) {
      double last = Fx.on(first::getAsDouble);
      Fx.on(() -> slide(share == 0.3 ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED, share));
      until(() -> first.getAsDouble() != last);
    }
    Fx.on(() -> slide(MouseEvent.MOUSE_RELEASED, 0.7));
    control(KeyCode.Z);
    until(() -> first.getAsDouble() == before);
  }

  private WindowBench slide(javafx.event.EventType<MouseEvent> type, double share) {
    var slider = (javafx.scene.layout.Region) bench.find("lab-data-noise-slider").orElseThrow();
    double x = share * slider.getWidth();
    slider.fireEvent(
        new MouseEvent(
            type,
            x,
            8,
            x,
            8,
            javafx.scene.input.MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
    return bench.settle();
  }

  private String title() {
    return bench.controller.lab.document().orElseThrow().title(Language.EN);
  }

  /** From a file to a boundary: open, Enter in the preview, play. */
  @Test
  void a_table_is_read_shown_and_trained() {
    Fx.on(
        () -> {
          bench.controller.lab.files.open(
              java.nio.file.Path.of("src/test/resources/tables/true-false.csv"));
          return null;
        });
    until(() -> bench.find("data-sheet").isPresent());
    Fx.on(
        () -> {
          assertEquals(java.util.List.of(), bench.cut());
          return bench;
        });
    fire("data-begin");
    until(() -> title().equals("true-false") && bench.frame().main().update() == 0);
    double before = run().now().dataLoss();
    train(50);
    assertTrue(run().now().dataLoss() < before);
    control(KeyCode.Z);
    until(() -> title().startsWith("XOR"));
  }

  @Test
  void what_was_saved_opens_with_its_run(
      @org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) {
    train(4);
    RunFrame before = run();
    java.nio.file.Path file = folder.resolve("mine.ladera");
    Fx.on(
        () -> {
          bench.controller.lab.keeping.save(file);
          return null;
        });
    until(() -> bench.controller.lab.keeping.name().equals("mine.ladera"));
    fire("lab-units-1-more");
    until(() -> bench.frame().main().update() == 0);
    Fx.on(
        () -> {
          bench.controller.lab.files.open(file);
          return null;
        });
    until(() -> bench.frame().main().update() == before.update());
    assertEquals(before.parameters(), run().parameters());
  }

  @Test
  void what_is_on_stage_is_carried_out(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
      throws Exception {
    train(6);
    for (ExportForm form : ExportForm.values()) {
      Fx.on(
          () -> {
            java.nio.file.Path file = folder.resolve("own." + form.word());
            bench.controller.lab.carry.carry(form, 2, bench.controller.live().frame(), file);
            return null;
          });
      until(() -> whole(folder.resolve("own." + form.word()), form));
    }
    assertEquals(
        NumpyProgram.of(run().experiment(), 6, "laboratory"),
        java.nio.file.Files.readString(folder.resolve("own.numpy")));
    var picture = javax.imageio.ImageIO.read(folder.resolve("own.png").toFile());
    assertEquals(
        2 * Math.round(Fx.on(() -> bench.controller.window().stage().getWidth())),
        picture.getWidth());
  }

  /** Painted by another toolkit, its lines and letters look as the window does. */
  @Test
  void a_vector_picture_looks_as_the_window_does() {
    train(6);
    Fx.on(
        () -> {
          bench.controller.settle();
          return bench.settle();
        });
    // What was drawn beside the window is on the canvases: it waits some pulses for a newer one.
    for (int i = 0; i < 5; i++) {
      Fx.pulse();
    }
    Fx.on(
        () -> {
          var root = bench.controller.window().scene().getRoot();
          var ground = bench.controller.appearance().tokens().canvas();
          var vectors = SceneTracer.trace(root, ground);
          var painted = Painted.of(vectors);
          var shown = Snapshot.of(root, 1);
          String words = String.join(" ", vectors.words());
          for (String drawn : bench.words()) {
            for (String word : drawn.split("[^\\p{L}]+")) {
              assertTrue(word.length() < 3 || words.contains(word), word + " is missing");
            }
          }
          assertTrue(words.contains("\u03b4"), "the delta is a letter");
          int[] off = new int[4];
          for (int y = 0; y < shown.height(); y++) {
            for (int x = 0; x < shown.width(); x++) {
              int a = shown.pixels()[y * shown.width() + x];
              int b = painted.getRGB(x, y);
              int most = 0;
              for (int shift = 0; shift < 24; shift += 8) {
                most = Math.max(most, Math.abs((a >> shift & 255) - (b >> shift & 255)));
              }
              off[most / 64]++;
            }
          }
          // Edges of letters are smoothed otherwise, and fall between other pixels.
          double all = (double) shown.width() * shown.height();
          assertTrue((off[2] + off[3]) / all < 0.001, java.util.Arrays.toString(off));
          assertTrue(off[1] / all < 0.01, java.util.Arrays.toString(off));
          return null;
        });
  }

  /** A film is written picture by picture. */
  private static boolean whole(java.nio.file.Path file, ExportForm form)
      throws java.io.IOException {
    if (!java.nio.file.Files.exists(file)) {
      return false;
    }
    if (form != ExportForm.GIF) {
      return java.nio.file.Files.size(file) > 0;
    }
    byte[] bytes = java.nio.file.Files.readAllBytes(file);
    return bytes.length > 1000 && bytes[bytes.length - 1] == ';';
  }

  /** Both classes of a single output have a name in the table of what was confused. */
  @Test
  void points_by_hand_are_shown_with_every_view() {
    Fx.on(
        () -> {
          bench.controller.lab.begin(NewLab.points());
          return null;
        });
    until(() -> title().equals(NewLab.points().title(Language.EN)));
    train(3);
    Fx.on(
        () -> {
          bench.settle();
          assertTrue(bench.words().stream().anyMatch(w -> w.contains("class 1")));
          assertEquals(List.of(), bench.cut());
          return bench;
        });
    assertEquals(4, run().experiment().data().size());
  }

  /** The lesson stays as it was, with its run; the laboratory has it too. */
  @Test
  void a_step_is_taken_along_and_left_as_it_was() {
    List<Lesson> lessons = LessonLibrary.load(java.nio.file.Path.of("lessons")).lessons();
    Lesson xor = lessons.stream().filter(l -> l.id().equals("xor")).findFirst().orElseThrow();
    end();
    bench =
        Fx.on(
            () ->
                new WindowBench(
                    List.of(xor), typesetter, WindowBench.plain(Language.EN), 1280, 800));
    int last = xor.steps().size() - 1;
    Fx.on(
        () -> {
          bench.controller.open(0, last);
          return bench.settle();
        });
    train(3);
    RunFrame before = run();
    Fx.on(() -> bench.press(KeyCode.X));
    until(() -> bench.find("lab-panel").isPresent());
    assertEquals(before.parameters(), run().parameters());
    train(5);
    fire("lab-leave");
    until(() -> bench.find("lab-panel").isEmpty());
    assertEquals(before.update(), run().update());
    assertEquals(before.parameters(), run().parameters());
  }
}
