package org.ladera.lesson.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A lesson's words in one language.
 *
 * @param title of the lesson
 * @param labels texts for the whole lesson by their id: columns of the data {@code column.<name>}
 *     with their unit, what one can do afterwards {@code goal}, what one has to know {@code needs},
 *     where the material comes from {@code source}, what was learned {@code learned.<number>}, what
 *     to read then {@code next}
 * @param steps text per step id
 */
public record LessonText(String title, Map<String, String> labels, Map<String, StepText> steps) {
  /** Ids of the lines that a lesson ends with. */
  public static final List<String> LEARNED = List.of("learned.1", "learned.2", "learned.3");

  public LessonText {
    labels = Map.copyOf(labels);
    steps = Map.copyOf(steps);
  }

  /** A lesson without texts of its own for its columns. */
  public LessonText(String title, Map<String, StepText> steps) {
    this(title, Map.of(), steps);
  }

  /** The words of a step; a lesson that was read has them for each of its steps. */
  public StepText step(String id) {
    return Objects.requireNonNull(steps.get(id), id);
  }

  /** The name of a column of the data, or its id where the lesson names it nowhere. */
  public String column(String id) {
    return labels.getOrDefault("column." + id, id);
  }

  /** The lesson's own text with this id, if it gives one. */
  public Optional<String> label(String id) {
    return Optional.ofNullable(labels.get(id));
  }

  /** What was learned, line by line. */
  public List<String> learned() {
    return LEARNED.stream().flatMap(id -> label(id).stream()).toList();
  }

  /**
   * @param title heading of the step
   * @param body Markdown: narrative, formulas, what to look at
   * @param labels texts by their id: controls {@code <control>}, questions {@code <check>}, options
   *     {@code <check>.<option>}, {@code <check>.hint}, {@code <check>.right}, {@code
   *     <check>.wrong.<mistake>}, runs {@code run.<id>}
   */
  public record StepText(String title, String body, Map<String, String> labels) {
    public StepText {
      labels = Map.copyOf(labels);
    }

    /** The text with this id, if the lesson gives one. */
    public Optional<String> label(String id) {
      return Optional.ofNullable(labels.get(id));
    }

    /**
     * What the lesson itself says about a wrong answer: label {@code <check>.wrong.<mistake>}.
     * Where it says nothing, the program's text {@code mistake.<mistake>} stands.
     */
    public Optional<String> wrong(String check, String mistake) {
      return label(check + ".wrong." + mistake);
    }
  }
}
