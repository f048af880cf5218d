package org.ladera.store.lesson;

import java.util.Map;
import java.util.stream.Collectors;
import org.ladera.lesson.model.LessonText;

/** The text of a lesson in one language, with the places of its parts. */
record WrittenText(String title, Map<String, Label> labels, Map<String, Step> steps) {
  /**
   * @param place of the heading; the body begins one line below
   */
  record Step(SourcePosition place, String title, String body, Map<String, Label> labels) {}

  record Label(SourcePosition place, String text) {}

  LessonText text() {
    return new LessonText(
        title,
        texts(labels),
        steps.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    e ->
                        new LessonText.StepText(
                            e.getValue().title(),
                            e.getValue().body().strip(),
                            texts(e.getValue().labels())))));
  }

  private static Map<String, String> texts(Map<String, Label> labels) {
    return labels.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().text()));
  }
}
