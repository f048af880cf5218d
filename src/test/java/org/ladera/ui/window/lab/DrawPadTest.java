package org.ladera.ui.window.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.store.document.DrawnPoints;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

/** Points under a hand. */
class DrawPadTest {
  private static final double SIZE = 300;

  private static MouseEvent secondary(EventType<MouseEvent> type, double x, double y) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.SECONDARY,
        1,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        null);
  }

  @BeforeAll
  static void start() {
    Fx.start();
  }

  @Test
  void a_hand_that_has_erased_a_point_holds_no_other_one() {
    DrawnPoints both = DrawnPoints.none().with(1, 0, 0).with(-1, 0, 1);
    DrawnHistory drawn = new DrawnHistory(both);
    Fx.on(
        () -> {
          Messages english = Messages.load(Language.EN);
          Tokens tokens = Tokens.of(Profile.LIGHT);
          DrawPad pad = new DrawPad(drawn, SIZE, SIZE, () -> {}, english, tokens);
          pad.resize(SIZE, SIZE);
          pad.layout();
          // The plane reaches from −1.5 to 1.5.
          pad.fireEvent(secondary(MouseEvent.MOUSE_PRESSED, 5 * SIZE / 6, SIZE / 2));
          pad.fireEvent(secondary(MouseEvent.MOUSE_DRAGGED, 5 * SIZE / 6 + 4, SIZE / 2 + 4));
          return null;
        });
    assertEquals(both.without(0), drawn.now());
  }
}
