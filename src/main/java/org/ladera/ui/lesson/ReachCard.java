package org.ladera.ui.lesson;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.ladera.explain.ReaderNumber;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.ui.control.Icons;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** A state to reach in the run. It follows the run, and stays reached once it was. */
final class ReachCard implements CheckCard {
  private final Check.Reach check;
  private final AnswerState state;
  private final Grader grader;
  private final StepScope scope;
  private final VBox box;
  private final HBox line;

  /** The limit in both numbers; the engine's is the one that counts. */
  private final ReaderNumber goal;

  private String shown = "";

  ReachCard(Check.Reach check, AnswerState state, Grader grader, StepScope scope) {
    this.check = check;
    this.state = state;
    this.grader = grader;
    this.scope = scope;
    goal =
        scope
            .conversion(check.reading().run())
            .shown(check.goal().value(), check.reading().reading().dimension());
    line = new HBox(scope.px(8));
    String question = scope.labels().getOrDefault(check.id(), check.id());
    box = new VBox(scope.px(8), scope.line(question, LineStyle.control(scope.tokens())), line);
    say(OptionalDouble.empty());
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void render(NotatedFrame frame) {
    if (!state.right()) {
      Verdict verdict = grader.grade(check, "", frame.engine());
      if (verdict instanceof Verdict.Right) {
        state.judge(verdict);
        scope.actions().answered(check, "", verdict);
      }
    }
    boolean covered = scope.covered().get().hides(check.reading());
    say(covered ? OptionalDouble.empty() : check.reading().value(frame.shown()));
  }

  private void say(OptionalDouble value) {
    boolean done = state.right();
    String side =
        switch (check.goal().side()) {
          case BELOW -> "";
          case ABOVE -> ".above";
        };
    String text =
        done
            ? scope.label(check.id() + ".right", "lesson.reach.done")
            : value.isEmpty()
                ? scope.messages().text("lesson.reach.open" + side, limit())
                : scope
                    .messages()
                    .text(
                        "lesson.reach.now" + side,
                        Map.of(
                            "value",
                            scope.messages().numbers().shown(value.getAsDouble(), digits()),
                            "limit",
                            limit().get("limit")));
    if (text.equals(shown)) {
      return;
    }
    shown = text;
    Tokens tokens = scope.tokens();
    FontIcon icon =
        Icons.of(
            done ? MaterialDesignC.CHECK_CIRCLE_OUTLINE : MaterialDesignF.FLAG_CHECKERED,
            done ? tokens.success().mark() : tokens.muted(),
            tokens);
    HBox.setMargin(icon, new Insets(scope.px(1), 0, 0, 0));
    TextFlow words =
        scope.line(
            text,
            done
                ? new LineStyle(13, Type.Weight.MEDIUM, tokens.success().mark())
                : new LineStyle(13, Type.Weight.REGULAR, tokens.muted()));
    HBox.setHgrow(words, Priority.ALWAYS);
    line.getChildren().setAll(icon, words);
  }

  private Map<String, String> limit() {
    return Map.of("limit", scope.messages().numbers().exact(goal.shown()));
  }

  /** As many digits as the limit has, so that nearness can be seen; four at least. */
  private int digits() {
    return Math.max(4, BigDecimal.valueOf(goal.shown()).stripTrailingZeros().precision());
  }
}
