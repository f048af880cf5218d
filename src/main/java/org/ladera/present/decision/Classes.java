package org.ladera.present.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Scaling;
import org.ladera.present.data.EditedData;
import org.ladera.present.shared.Labels;
import org.ladera.text.Messages;

/** How the classes and the two inputs of a classification are named. */
final class Classes {
  private Classes() {}

  /** One-hot targets by their labels, where the lesson has some; else by their numbers from 0. */
  static List<String> names(Dataset data, Messages messages, Labels labels) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < EditedData.classes(data); i++) {
      String plain = messages.text("boundary.class", Map.of("index", messages.numbers().whole(i)));
      names.add(
          data.y().columns() == 1
              ? plain
              : labels.texts().getOrDefault("column." + data.targets().get(i), plain));
    }
    return names;
  }

  /** The name of input {@code column}, from 0: its label, or its symbol. */
  static String axis(Dataset data, int column, Messages messages, Labels labels) {
    String id = data.inputs().get(column);
    String label = labels.texts().get("column." + id);
    String name =
        label != null ? label : messages.text("boundary.axis", Map.of("name", symbol(id)));
    return data.inputScaling().kind() == Scaling.Kind.NONE
        ? name
        : messages.text("data.scaled", Map.of("name", name));
  }

  private static String symbol(String id) {
    return id.matches("[a-z]\\d+") ? "$" + id.charAt(0) + "_(" + id.substring(1) + ")$" : id;
  }

  /** An example by its coordinates: (0, 1). */
  static String place(Dataset data, int sample, Messages messages) {
    return messages.text(
        "boundary.place",
        Map.of(
            "x", messages.numbers().shown(data.x().get(sample, 0), 3),
            "y", messages.numbers().shown(data.x().get(sample, 1), 3)));
  }
}
