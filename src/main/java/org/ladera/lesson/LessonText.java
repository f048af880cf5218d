package org.ladera.lesson;

import java.util.Map;

/**
 * A lesson's words in one language.
 *
 * @param title of the lesson
 * @param steps text per step id
 */
public record LessonText(String title, Map<String, StepText> steps) {
  public LessonText {
    steps = Map.copyOf(steps);
  }

  /**
   * @param title heading of the step
   * @param body Markdown: narrative, formulas, what to look at
   * @param labels texts of controls, options, hints and runs by their id
   */
  public record StepText(String title, String body, Map<String, String> labels) {
    public StepText {
      labels = Map.copyOf(labels);
    }
  }
}
