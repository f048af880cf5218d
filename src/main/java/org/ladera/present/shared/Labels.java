package org.ladera.present.shared;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ladera.lesson.markup.PlainTex;
import org.ladera.lesson.markup.TexNotation;
import org.ladera.lesson.model.Covered;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Scene;
import org.ladera.text.Messages;

/**
 * The words a lesson has for its own things: labels {@code column.<id>} ("temperatura / °C") and
 * {@code run.<id>} and {@code example.<number>}. What has no label is shown by its id.
 *
 * @param covered what no view may show yet
 * @param answers what was answered to the checks of the step so far, by their ids
 */
public record Labels(Map<String, String> texts, Covered covered, Map<String, String> answers) {
  public static final Labels NONE = new Labels(Map.of());

  private static final String UNIT = " / ";
  private static final Pattern FORMULA = Pattern.compile("\\$([^$]*)\\$");
  private static final Pattern INDEX = Pattern.compile("([_^])\\{([^{}]*)}");

  /** Nothing is covered. */
  public Labels(Map<String, String> texts) {
    this(texts, Covered.NOTHING, Map.of());
  }

  public Labels {
    texts = Map.copyOf(texts);
    answers = Map.copyOf(answers);
  }

  /** The labels of a lesson, with those of one of its steps above them. */
  public static Labels of(LessonText text, String step) {
    Map<String, String> all = new HashMap<>(text.labels());
    LessonText.StepText words = text.steps().get(step);
    if (words != null) {
      all.putAll(words.labels());
    }
    return new Labels(all);
  }

  /** As above, with what is covered and answered now. */
  public static Labels of(
      LessonText text, String step, Covered covered, Map<String, String> answers) {
    return new Labels(of(text, step).texts, covered, answers);
  }

  /** The same labels with their formulas in a notation. */
  public Labels written(TexNotation notation) {
    Map<String, String> all = new HashMap<>();
    texts.forEach(
        (id, text) ->
            all.put(
                id,
                FORMULA
                    .matcher(text)
                    .replaceAll(
                        m -> Matcher.quoteReplacement("$" + notation.of(m.group(1)) + "$"))));
    return new Labels(all, covered, answers);
  }

  /** The name of a data column, with its unit after a slash. */
  public String column(String id) {
    return texts.getOrDefault("column." + id, id);
  }

  /** What a value of a column is counted in: its unit, or its name when it has none. */
  public String unit(String id) {
    String name = column(id);
    int slash = name.indexOf(UNIT);
    return slash < 0 ? name : name.substring(slash + UNIT.length());
  }

  /** The name of a run with its formulas as symbols of {@code RichText}, or {@code otherwise}. */
  public String run(String id, String otherwise) {
    return named("run." + id, otherwise);
  }

  /** The name of an example, counted from 1, written as that of a run, or {@code otherwise}. */
  public String example(int number, String otherwise) {
    return named("example." + number, otherwise);
  }

  /** A question with its formulas as symbols; empty where it has live numbers in it. */
  public String question(String check) {
    return texts.getOrDefault(check, "").contains("\\num") ? "" : named(check, "");
  }

  private String named(String key, String otherwise) {
    String name = texts.get(key);
    return name == null
        ? otherwise
        : FORMULA
            .matcher(name)
            .replaceAll(m -> Matcher.quoteReplacement("$" + symbols(m.group(1)) + "$"));
  }

  /** The title of a view, with the name of the run it is about where that is not the main one. */
  public String title(String title, ViewSpec spec, Messages messages) {
    return title(title, spec.run(), spec.run().equals(Scene.MAIN), messages);
  }

  /**
   * The title of a map, with the name of its run also where it is told to show that run alone, as
   * where several maps stand side by side.
   */
  public String title(String title, ViewSpec.OverParameters spec, Messages messages) {
    boolean alone = spec.runs().equals(List.of(spec.run()));
    return title(title, spec.run(), spec.run().equals(Scene.MAIN) && !alone, messages);
  }

  private String title(String title, String id, boolean plain, Messages messages) {
    String run = plain ? "" : run(id, "");
    return run.isEmpty() ? title : messages.text("view.of.run", Map.of("view", title, "run", run));
  }

  private static String symbols(String tex) {
    String grouped = INDEX.matcher(tex).replaceAll("$1($2)");
    return PlainTex.of(grouped).replaceAll("\\s*=\\s*", " = ");
  }
}
