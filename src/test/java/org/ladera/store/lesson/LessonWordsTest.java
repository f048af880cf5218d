package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.engine.data.Generator;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** Everything the engine offers can be asked for in a lesson, and has a name in both languages. */
class LessonWordsTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void everyWordHasItsTextAndNoTextIsLeftOver(Language language) {
    Messages messages = Messages.load(language);
    List<String> keys = new ArrayList<>();
    LessonWords.byKind()
        .forEach(
            (kind, words) -> {
              keys.add("part.heading." + kind);
              words.forEach(word -> keys.add("part." + kind + "." + word));
            });
    TreeSet<String> there = new TreeSet<>(messages.keys());
    there.removeIf(key -> !key.startsWith("part."));
    assertEquals(there, new TreeSet<>(keys));
    assertEquals(keys.size(), keys.stream().map(messages::text).distinct().count());
  }

  @Test
  void nothingOfTheEngineIsOutOfReach() {
    Map<String, List<String>> words = LessonWords.byKind();
    assertEquals(ActivationSpec.Kind.values().length, words.get("activation").size());
    assertEquals(LossSpec.Kind.values().length, words.get("loss").size());
    assertEquals(Generator.values().length, words.get("data").size());
    assertEquals(
        OptimizerSpec.class.getPermittedSubclasses().length, words.get("optimizer").size());
    // Given parameters are written down, warm-up goes before another schedule: neither is a word.
    assertEquals(InitSpec.class.getPermittedSubclasses().length - 1, words.get("start").size());
    assertEquals(
        ScheduleSpec.class.getPermittedSubclasses().length - 1, words.get("schedule").size());
  }
}
