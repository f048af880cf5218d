package org.ladera.ui.window.stage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Labels;
import org.ladera.text.Messages;
import org.ladera.text.RichText;

/**
 * What a tab of the stage says.
 *
 * @param kind the same for views of one kind
 * @param own what only this view is about, for tabs that have little room
 */
record ViewTitle(String kind, String whole, String own) {
  /** The kind of a view, and where the step has several of it, what this one is about. */
  static ViewTitle of(ViewSpec view, Step step, Labels labels, Messages messages) {
    String kind = messages.text("stage.view." + view.kind().name().toLowerCase(Locale.ROOT));
    List<ViewSpec> alike = step.views().stream().filter(v -> v.kind() == view.kind()).toList();
    String run = RichText.parse(labels.run(view.run(), view.run())).plain();
    String what =
        alike.stream().map(ViewSpec::run).distinct().count() > 1
            ? run
            : view.sample().isPresent() ? example(view.sample().getAsInt(), labels, messages) : "";
    return alike.size() < 2 || what.isEmpty()
        ? new ViewTitle(kind, kind, kind)
        : new ViewTitle(
            kind, messages.text("stage.view.of", Map.of("view", kind, "what", what)), what);
  }

  /** As the view itself calls it. */
  private static String example(int number, Labels labels, Messages messages) {
    String unnamed = messages.text("probabilities.example", Map.of("number", number));
    return RichText.parse(labels.example(number, unnamed)).plain();
  }
}
