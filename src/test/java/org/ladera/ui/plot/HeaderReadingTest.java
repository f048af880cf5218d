package org.ladera.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.text.RichText;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

/** Where the parts of a reading go that have no room in one line. */
class HeaderReadingTest {
  private static final HeaderReading LONG =
      new HeaderReading("over 128 of 6000 examples · the whole path lies in the plane");

  @BeforeAll
  static void start() {
    Fx.start();
  }

  private static List<String> lines(HeaderReading reading, double room, int most) {
    return Fx.on(
        () -> {
          PlotGraphics graphics =
              new PlotGraphics(new Canvas(10, 10).getGraphicsContext2D(), Tokens.of(Profile.LIGHT));
          return reading.lines(graphics, room, most).stream().map(RichText::plain).toList();
        });
  }

  @Test
  void aPartThatHasNoRoomBesideTheOtherIsSaidBelowIt() {
    assertEquals(List.of(LONG.words()), lines(LONG, 600, 2));
    assertEquals(
        List.of("over 128 of 6000 examples", "the whole path lies in the plane"),
        lines(LONG, 260, 2));
    assertEquals(1, lines(LONG, 260, 1).size());
  }

  @Test
  void aNumberThatGrowsMovesNoLine() {
    HeaderReading shortNow = new HeaderReading("aaaaaaaaaaaaaaaaaaaa · $J$ 2");
    HeaderReading later = new HeaderReading("aaaaaaaaaaaaaaaaaaaa · $J$ 2.3041");
    for (double room = 100; room < 260; room += 5) {
      assertEquals(lines(later, room, 2).size(), lines(shortNow, room, 2).size());
    }
  }
}
