package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.ladera.store.document.NewLab;
import org.ladera.ui.Fx;

/** What is seen and can be done while a document of the laboratory is read. */
class LabReaderTest extends LabBench {
  /** What is still being read when it is taken back does not come after all. */
  @Test
  void a_change_is_taken_back_before_it_is_read() {
    fire("lab-units-1-more");
    until(() -> units() == 9);
    Fx.on(
        () -> {
          ((Button) bench.find("lab-units-1-more").orElseThrow()).fire();
          return bench.control(KeyCode.Z);
        });
    fire("lab-view-add"); // Read after it, by the same reader.
    int views = Fx.on(this::views);
    until(() -> views() == views + 1);
    assertEquals(9, Fx.on(this::units));
    control(KeyCode.Z);
    until(() -> views() == views);
    assertEquals(9, Fx.on(this::units));
    control(KeyCode.Z);
    until(() -> units() == 8);
  }

  private int units() {
    return bench.frame().main().experiment().network().layers().getFirst().units();
  }

  @Test
  void a_sheet_says_that_a_laboratory_is_prepared_and_leaves_others_alone() {
    LabWaiting waiting = Fx.on(() -> new LabWaiting(bench.controller));
    assertTrue(isPreparing(waiting));
    Fx.on(
        () -> {
          waiting.end();
          assertTrue(bench.find("lab-preparing").isEmpty());
          return bench;
        });
    assertTrue(isPreparing(waiting));
    Fx.on(
        () -> {
          bench.controller.lab.carry.ask();
          waiting.end();
          assertTrue(bench.find("export-sheet").isPresent(), "what lies over it stays");
          return bench;
        });
    assertFalse(isPreparing(waiting), "it does not cover what was opened");
    Fx.on(
        () -> {
          bench.controller.window().overlays().hide();
          waiting.begin();
          waiting.end();
          return bench;
        });
    assertFalse(isPreparing(null), "what was quick is not said");
  }

  /** Whether it is said after the time in which it would be. */
  private boolean isPreparing(LabWaiting begun) {
    var late = new PauseTransition(Duration.millis(700));
    Fx.on(
        () -> {
          if (begun != null) {
            begun.begin();
          }
          late.play();
          return bench;
        });
    until(() -> late.getStatus() == Animation.Status.STOPPED);
    return Fx.on(() -> bench.find("lab-preparing").isPresent());
  }

  /** However it comes out, nothing is said of it any more. */
  @Test
  void a_laboratory_that_was_read_or_could_not_be_is_not_being_prepared() {
    var other = NewLab.points();
    var unreadable = other.with(other.draft().with("nothing", "scene", "loss"));
    for (var document : List.of(other, unreadable)) {
      Fx.on(
          () -> {
            bench.controller.lab.begin(document);
            return bench;
          });
      until(
          () ->
              document == other
                  ? bench.controller.lab.document().orElseThrow().equals(other)
                  : bench.find("sheet-close").isPresent());
      if (document == unreadable) {
        fire("sheet-close");
      }
      assertFalse(isPreparing(null));
    }
  }

  private int views() {
    return bench.controller.lab.document().orElseThrow().draft().size("steps", "0", "views");
  }
}
