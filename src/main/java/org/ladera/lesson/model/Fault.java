package org.ladera.lesson.model;

import java.util.HashMap;
import java.util.Map;
import org.ladera.text.Messages;

/**
 * One thing wrong in a lesson's files, ready to be said in either language.
 *
 * @param file as the person knows it: {@code 01-linear-regression/lesson.yaml}
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1; 0 when the line as a whole is meant
 * @param field path of the field, {@code steps[2].views[0].uRange}; empty where there is none
 * @param key the message says what was expected: {@code fault.<key>} in the program's texts
 * @param values placeholders of that message
 */
public record Fault(
    String file, int line, int column, String field, String key, Map<String, String> values) {
  public Fault {
    values = Map.copyOf(values);
  }

  /** The whole sentence with its place. */
  public String text(Messages messages) {
    Map<String, String> all = new HashMap<>(values);
    all.put("field", field);
    String problem = messages.text("fault." + key, all);
    String place = line == 0 ? "file" : column == 0 ? "line" : "column";
    return messages.text(
        "fault.place." + place,
        Map.of("file", file, "line", line, "column", column, "problem", problem));
  }
}
