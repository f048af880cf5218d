package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.ViewKind;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;

class ViewNamesTest {
  @ParameterizedTest
  @EnumSource(ViewKind.class)
  void everyKindOfViewHasANameForItsTab(ViewKind kind) {
    String key = "stage.view." + kind.name().toLowerCase(Locale.ROOT);
    for (Language language : Language.values()) {
      assertTrue(Messages.load(language).keys().contains(key), key + " in " + language);
    }
  }

  @Test
  void aTabCallsAnExampleAsItsLessonDoes() {
    Fx.start();
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    List<Lesson> lessons = LessonLibrary.load(Path.of("lessons")).lessons();
    Lesson softmax =
        lessons.stream().filter(l -> l.id().equals("softmax")).findFirst().orElseThrow();
    Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(lessons, typesetter, WindowBench.plain(Language.ES), 1024, 640)) {
            bench.controller.open(
                lessons.indexOf(softmax),
                softmax.steps().indexOf(softmax.step("temperature").orElseThrow()));
            bench.settle();
            List<String> words = bench.words();
            for (String tab : List.of("Probabilidades: T = 0,25", "Probabilidades: T = 4")) {
              assertTrue(words.contains(tab), words.toString());
            }
          }
          return null;
        });
  }
}
