package org.ladera.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.explain.Conversion;
import org.ladera.explain.Notation;
import org.ladera.lesson.markup.TexNotation;
import org.ladera.text.Numbers;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

class ParagraphTest {
  private static Typesetter typesetter;

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
  }

  private static double height(TextFlow flow, int from, int to) {
    return new Path(flow.getRangeShape(from, to, false)).getBoundsInLocal().getHeight();
  }

  @Test
  void aSizeIsNeverBrokenInTwo() {
    Fx.on(
        () -> {
          TextFlow flow =
              Paragraph.of(
                  "Eso para 25 números del cero de 7 × 7. De 28 × 28 a 26 × 26 serían muchos más.",
                  typesetter,
                  new Numbers(','),
                  new TexNotation(
                      Notation.LESSONS, ',', Conversion.of(Xor.thesis(), Notation.LESSONS)),
                  Tokens.of(Profile.LIGHT));
          new Scene(flow);
          String whole =
              flow.getChildren().stream()
                  .map(node -> ((Text) node).getText())
                  .collect(Collectors.joining());
          List<MatchResult> sizes =
              Pattern.compile("\\d+\\h×\\h\\d+").matcher(whole).results().toList();
          assertEquals(3, sizes.size(), whole);
          for (int width = 100; width < 500; width += 3) {
            flow.resize(width, 1000);
            flow.applyCss();
            flow.layout();
            for (MatchResult size : sizes) {
              double line = height(flow, size.start(), size.start() + 1);
              double all = height(flow, size.start(), size.end());
              assertTrue(all < 1.5 * line, size.group() + " at " + width);
            }
          }
          return null;
        });
  }
}
