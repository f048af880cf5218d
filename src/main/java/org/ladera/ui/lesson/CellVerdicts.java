package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.grading.Feedback;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;

/** What is said about cells that are not all right: how many are, and each mistake by its cells. */
final class CellVerdicts {
  private final Check.Cells check;
  private final Verdict.Partly verdict;
  private final Feedback feedback;

  /** What was typed, per asked cell. */
  private final List<String> typed;

  private final StepScope scope;

  /**
   * @param typed what was typed, per asked cell
   */
  CellVerdicts(Check.Cells check, Verdict.Partly verdict, List<String> typed, StepScope scope) {
    this.check = check;
    this.verdict = verdict;
    this.typed = typed;
    feedback = scope.feedback(check);
    this.scope = scope;
  }

  void addTo(List<Node> pieces) {
    long right = verdict.each().stream().filter(Verdict.Right.class::isInstance).count();
    pieces.add(
        scope.line(
            scope
                .messages()
                .text(
                    "lesson.cells.partly",
                    Map.of(
                        "right", scope.messages().numbers().whole(right),
                        "all", scope.messages().numbers().whole(verdict.each().size()))),
            LineStyle.control(scope.tokens())));
    bySentence().forEach((sentence, cells) -> pieces.add(notice(sentence, cells)));
  }

  private record Sentence(Notice.Tone tone, String text) {}

  /** The cells that each sentence is about, in the order of the cells. */
  private Map<Sentence, List<String>> bySentence() {
    Map<Sentence, List<String>> cells = new LinkedHashMap<>();
    for (int i = 0; i < verdict.each().size(); i++) {
      Check.Cells.Cell cell = check.asked().get(i);
      Sentence sentence = sentence(verdict.each().get(i), typed.get(i));
      if (sentence != null) {
        String symbol = "$" + MatrixSymbol.element(check.matrix(), cell.row(), cell.column()) + "$";
        cells.computeIfAbsent(sentence, s -> new ArrayList<>()).add(symbol);
      }
    }
    return cells;
  }

  private @Nullable Sentence sentence(Verdict one, String text) {
    return switch (one) {
      case Verdict.Wrong(String mistake) -> new Sentence(Notice.Tone.IDEA, feedback.wrong(mistake));
      case Verdict.FewDigits(int asked) ->
          new Sentence(Notice.Tone.IDEA, feedback.fewDigits(asked));
      case Verdict.Unreadable unreadable ->
          new Sentence(Notice.Tone.PROBLEM, feedback.unreadable(text));
      case Verdict.NotYet notYet ->
          new Sentence(Notice.Tone.IDEA, scope.messages().text("lesson.cells.empty"));
      case Verdict.Right right -> null;
      case Verdict.Partly partly -> null;
      case Verdict.Locked locked -> null;
    };
  }

  private Notice notice(Sentence sentence, List<String> cells) {
    return new Notice(
        sentence.tone(),
        scope
            .messages()
            .text(
                "lesson.cells.named",
                Map.of("cells", String.join(", ", cells), "sentence", sentence.text())),
        scope);
  }
}
