package org.ladera.store.lesson;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ladera.engine.data.Generator;

/** The words a scene is made of; the text of each is {@code part.<kind>.<word>}. */
public final class LessonWords {
  private LessonWords() {}

  /** The words of each kind, sorted; data sets in the order of their enum. */
  public static Map<String, List<String>> byKind() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    words.put("activation", sorted(ModelReader.ACTIVATIONS.keySet()));
    words.put("loss", sorted(ModelReader.LOSSES.keySet()));
    words.put("optimizer", sorted(TrainingReader.RULES));
    words.put("schedule", sorted(TrainingReader.SCHEDULES));
    words.put("start", sorted(StartReader.words()));
    words.put("data", Arrays.stream(Generator.values()).map(Generator::fileName).toList());
    return words;
  }

  private static List<String> sorted(Collection<String> words) {
    return words.stream().sorted().toList();
  }
}
