package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.ladera.lesson.markup.Markup;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.theme.Type;

/** What stands before a lesson: what it is for, what it asks for, how long it takes. */
final class LessonOpening {
  private LessonOpening() {}

  /** Nothing for a lesson that says nothing about itself. */
  static Optional<Node> of(Lesson lesson, LessonText text, StepScope scope) {
    List<Node> lines = new ArrayList<>();
    text.label("goal").ifPresent(goal -> lines.add(line("lesson.opening.goal", goal, scope)));
    text.label("needs").ifPresent(needs -> lines.add(line("lesson.opening.needs", needs, scope)));
    if (lesson.minutes() > 0) {
      lines.add(line("lesson.opening.minutes", lesson.minutes(), scope));
    }
    text.label("source").ifPresent(source -> lines.add(source(source, scope)));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    VBox box = new VBox(scope.px(8));
    box.getChildren().addAll(lines);
    box.getChildren().add(Boxes.separator());
    return Optional.of(box);
  }

  private static Node line(String key, Object value, StepScope scope) {
    return scope.line(
        scope.messages().text(key, Map.of("value", value)), LineStyle.body(scope.tokens()));
  }

  private static Node source(String source, StepScope scope) {
    LineStyle style = LineStyle.body(scope.tokens());
    String title = scope.messages().text("lesson.opening.source");
    return new Fold(
        scope.line(title, style.weighing(Type.Weight.SEMI_BOLD)),
        Markup.plain(Markup.line(title)),
        new VBox(scope.line(source, style)),
        scope.tokens());
  }
}
