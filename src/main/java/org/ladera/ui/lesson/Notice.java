package org.ladera.ui.lesson;

import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.ladera.lesson.markup.Markup;
import org.ladera.ui.control.Icons;
import org.ladera.ui.control.Shapes;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * A sentence on coloured ground, with an icon so that the colour does not speak alone. It can be
 * reached by keyboard, so that a screen reader comes to it.
 */
final class Notice extends HBox {
  enum Tone {
    SUCCESS,
    IDEA,
    PROBLEM,
    /** Nothing is judged yet. */
    QUIET
  }

  Notice(Tone tone, String markdown, StepScope scope) {
    super(scope.px(10));
    Tokens tokens = scope.tokens();
    Tokens.Pair pair =
        switch (tone) {
          case SUCCESS -> tokens.success();
          case IDEA -> tokens.warning();
          case PROBLEM -> tokens.danger();
          case QUIET -> new Tokens.Pair(tokens.muted(), tokens.inset());
        };
    Ikon ikon =
        switch (tone) {
          case SUCCESS -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
          case IDEA -> MaterialDesignL.LIGHTBULB_ON_OUTLINE;
          case PROBLEM -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
          case QUIET -> MaterialDesignL.LOCK_OUTLINE;
        };
    FontIcon icon = Icons.of(ikon, pair.mark(), tokens);
    boolean plain = tone == Tone.IDEA || tone == Tone.QUIET;
    Color ink = plain ? tokens.text() : pair.mark();
    TextFlow words = scope.line(markdown, new LineStyle(13, Type.Weight.REGULAR, ink));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox.setMargin(icon, new Insets(scope.px(2), 0, 0, 0));
    getChildren().addAll(icon, words);
    setPadding(new Insets(scope.px(8), scope.px(12), scope.px(10), scope.px(12)));
    setBackground(Shapes.ground(pair.ink()));
    setFocusTraversable(true);
    setAccessibleText(Markup.plain(Markup.line(markdown)));
    focusVisibleProperty()
        .addListener((property, was, is) -> setBorder(is ? Shapes.edge(tokens.accent(), 2) : null));
  }
}
