package org.ladera.store.python;

import java.util.HashMap;
import java.util.Map;

/** A file of a program's numbers cannot be read; texts are {@code fault.arrays.<key>}. */
public final class UnreadableArrays extends Exception {
  private static final long serialVersionUID = 1;

  private final String key;
  private final transient Map<String, String> values;

  public UnreadableArrays(String key, String... namesAndValues) {
    super(key);
    this.key = key;
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    values = Map.copyOf(all);
  }

  public String key() {
    return key;
  }

  public Map<String, String> values() {
    return values;
  }
}
