package org.ladera.ui.lesson;

import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;
import org.ladera.explain.Notation;
import org.ladera.explain.RunConversion;
import org.ladera.lesson.grading.Feedback;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Covered;
import org.ladera.session.Scene;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Tokens;

/**
 * What the pieces of one shown step share.
 *
 * @param scene whose runs the step is about
 * @param labels the step's own texts by id
 * @param ahead what comes of the step
 * @param covered what may not be shown now
 * @param frames what its pieces were given, by their ids; it outlives them
 */
record StepScope(
    Tokens tokens,
    Messages messages,
    Notation notation,
    Scene scene,
    Map<String, String> labels,
    LiveFormulas formulas,
    Prose prose,
    StepAhead ahead,
    Supplier<Covered> covered,
    NarrativeActions actions,
    Map<String, NewestFrame> frames) {

  /** The frames of a piece that is being made. */
  NewestFrame newest(String id) {
    return frames.computeIfAbsent(id, piece -> new NewestFrame()).again();
  }

  /** The conversion of a run's numbers, as the step begins. */
  RunConversion conversion(String run) {
    Scene.Run of =
        scene.runs().stream()
            .filter(r -> r.id().equals(run))
            .findFirst()
            .orElseGet(() -> scene.runs().getFirst());
    return RunConversion.of(of.experiment(), notation);
  }

  /** The lesson's text for {@code id}, or the program's own one. */
  String label(String id, String key) {
    String label = labels.get(id);
    return label == null ? messages.text(key) : label;
  }

  /** What is said about answers to a check. */
  Feedback feedback(Check check) {
    return new Feedback(check, labels, messages, scene);
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
