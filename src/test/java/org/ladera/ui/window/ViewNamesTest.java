package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.lesson.model.ViewKind;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class ViewNamesTest {
  @ParameterizedTest
  @EnumSource(ViewKind.class)
  void everyKindOfViewHasANameForItsTab(ViewKind kind) {
    String key = "stage.view." + kind.name().toLowerCase(Locale.ROOT);
    for (Language language : Language.values()) {
      assertTrue(Messages.load(language).keys().contains(key), key + " in " + language);
    }
  }
}
