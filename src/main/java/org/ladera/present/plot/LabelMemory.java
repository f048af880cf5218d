package org.ladera.present.plot;

import java.util.HashMap;
import java.util.Map;

/** Where the labels of a view were when it was drawn last, by the places a placer tries. */
public final class LabelMemory {
  private final Map<String, Integer> slots = new HashMap<>();

  /** −1 for a label that was not there. */
  int of(String key) {
    return slots.getOrDefault(key, -1);
  }

  /** The next drawing begins anew. */
  public void clear() {
    slots.clear();
  }

  void keep(String key, int slot) {
    slots.put(key, slot);
  }
}
