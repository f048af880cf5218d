package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Scene;

/** A view as the program reads it from a lesson, for tests that need no whole lesson. */
public final class WrittenView {
  private static final Set<String> LISTS =
      Set.of(
          "runs",
          "readings",
          "rows",
          "parameters",
          "marks",
          "units",
          "range",
          "height",
          "xRange",
          "yRange",
          "uRange",
          "vRange");

  private WrittenView() {}

  /**
   * @param options name, value, name, value …; items of a list with a comma or a semicolon between
   *     them, digits by parameter with a stroke
   */
  public static <S extends ViewSpec> S of(
      Class<S> type, Scene scene, String run, String... options) {
    String kind = type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    List<String> fields = new ArrayList<>(List.of("view: " + kind, "run: " + run));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < options.length; i += 2) {
      names.add(options[i]);
      fields.add(options[i] + ": " + yaml(options[i], options[i + 1]));
    }
    if (type == ViewSpec.Updates.class && !names.contains("parameters")) {
      fields.add("parameters: []");
    }
    if (type == ViewSpec.Runs.class && !names.contains("readings")) {
      fields.add("readings: [rate, J]");
    }
    List<Fault> faults = new ArrayList<>();
    LessonSource source = new LessonSource("test/lesson.yaml", faults);
    Node.Fields step = YamlTree.read("step: {" + String.join(", ", fields) + "}", source);
    FieldReader reader = new FieldReader(source, "", step, Set.of("step"));
    ViewSpec view = new ViewReader(scene).read(reader, reader.value("step"), "views[1]");
    assertEquals(List.of(), faults);
    return type.cast(view);
  }

  private static String yaml(String name, String value) {
    boolean several = name.equals("digits") && !value.matches("\\d+");
    if (!several && !LISTS.contains(name)) {
      return quoted(value);
    }
    return Arrays.stream(value.split("[,;](?![^\\[]*])"))
        .map(item -> item.contains("/") ? "[" + item.replace("/", ",") + "]" : quoted(item))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String quoted(String value) {
    return value.contains("[") ? '"' + value + '"' : value.strip();
  }
}
