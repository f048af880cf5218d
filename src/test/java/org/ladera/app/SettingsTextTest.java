package org.ladera.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ladera.ui.window.appearance.Settings;

/** The compiler asks for a setting to be read; this asks for it to be written. */
class SettingsTextTest {
  @Test
  void everySettingIsWrittenUnderItsName() {
    SettingsText text = new SettingsText();
    List<String> written =
        text.write(text.empty()).lines().map(line -> line.substring(0, line.indexOf('='))).toList();
    assertEquals(
        Stream.of(Settings.class.getRecordComponents()).map(RecordComponent::getName).toList(),
        written);
  }
}
