package org.ladera.ui.lesson;

import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;
import org.ladera.explain.Conversion;
import org.ladera.explain.Notation;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Tokens;

/**
 * What the pieces of one shown step share.
 *
 * @param conversion of the main run's numbers into the notation
 * @param labels the step's own texts by id
 */
record StepScope(
    Tokens tokens,
    Messages messages,
    Notation notation,
    Conversion conversion,
    Map<String, String> labels,
    LiveFormulas formulas,
    Prose prose,
    NarrativeActions actions) {

  /** The lesson's text for {@code id}, or the program's own one. */
  String label(String id, String key) {
    String label = labels.get(id);
    return label == null ? messages.text(key) : label;
  }

  /** A line of Markdown, to be shown or hidden. */
  TextFlow line(String markdown, LineStyle style) {
    return prose.line(markdown, style);
  }

  double px(double px) {
    return tokens.px(px);
  }

  /** Shows or takes away a piece, with the room it needs. */
  static void reveal(Region piece, boolean shown) {
    piece.setVisible(shown);
    piece.setManaged(shown);
  }
}
