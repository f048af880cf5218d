package org.ladera.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One lesson: a folder of files, read and validated. Structure is language-neutral; texts are in
 * {@link #texts()}.
 *
 * @param id the name on the command line, e.g. {@code linear-regression}
 * @param group the id of the group in the lesson list
 * @param texts by language tag ({@code es}, {@code en})
 */
public record Lesson(
    String id, Path folder, String group, List<Step> steps, Map<String, LessonText> texts) {
  public Lesson {
    steps = List.copyOf(steps);
    texts = Map.copyOf(texts);
  }

  /** The step with this id. */
  public java.util.Optional<Step> step(String stepId) {
    return steps.stream().filter(s -> s.id().equals(stepId)).findFirst();
  }
}
