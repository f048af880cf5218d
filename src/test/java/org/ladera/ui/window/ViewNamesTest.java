package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class ViewNamesTest {
  @ParameterizedTest
  @EnumSource(ViewSpec.Kind.class)
  void everyKindOfViewHasANameForItsTab(ViewSpec.Kind kind) {
    String key = "stage.view." + kind.name().toLowerCase(Locale.ROOT);
    for (Language language : Language.values()) {
      assertTrue(Messages.load(language).keys().contains(key), key + " in " + language);
    }
  }
}
