package org.ladera.lesson.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ladera.session.Scene;
import org.ladera.text.Language;

/**
 * One lesson: a folder of files, read and validated. Structure is language-neutral; texts are in
 * {@link #texts()}.
 *
 * @param id the name on the command line, e.g. {@code linear-regression}
 * @param group the id of the group in the lesson list
 * @param texts by language tag ({@code es}, {@code en})
 * @param play id of the step that stands for the lesson where only one run is asked for
 * @param minutes how long it takes, 0 where nobody said
 */
public record Lesson(
    String id,
    Path folder,
    String group,
    List<Step> steps,
    Map<String, LessonText> texts,
    String play,
    int minutes) {
  public Lesson {
    steps = List.copyOf(steps);
    texts = Map.copyOf(texts);
  }

  /** A lesson that its first step stands for. */
  public Lesson(
      String id, Path folder, String group, List<Step> steps, Map<String, LessonText> texts) {
    this(id, folder, group, steps, texts, steps.getFirst().id(), 0);
  }

  /** The step that {@code ladera run} plays when no step is named. */
  public Step playStep() {
    return step(play).orElseGet(steps::getFirst);
  }

  /** The words in a language; every lesson that was read has both. */
  public LessonText text(Language language) {
    return Objects.requireNonNull(texts.get(language.tag()), () -> id + ": " + language);
  }

  /** The step with this id. */
  public Optional<Step> step(String stepId) {
    return steps.stream().filter(s -> s.id().equals(stepId)).findFirst();
  }

  /** The same lesson, which another step stands for. */
  public Lesson playing(String stepId) {
    return new Lesson(id, folder, group, steps, texts, stepId, minutes);
  }

  /** The same lesson with another scene in one of its steps. */
  public Lesson with(Step step, Scene scene) {
    List<Step> changed =
        steps.stream().map(s -> s.id().equals(step.id()) ? s.with(scene) : s).toList();
    return new Lesson(id, folder, group, changed, texts, play, minutes);
  }
}
