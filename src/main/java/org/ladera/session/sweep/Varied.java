package org.ladera.session.sweep;

import java.util.HashSet;
import java.util.List;
import org.ladera.session.setting.Setting;

/**
 * A setting and its values, in the order in which they are shown.
 *
 * @param values as they are written, at least one, no two the same
 */
public record Varied(Setting setting, List<String> values) {
  public Varied {
    values = List.copyOf(values);
    if (values.isEmpty() || new HashSet<>(values).size() < values.size()) {
      throw new IllegalArgumentException("values of a sweep: " + values);
    }
  }
}
