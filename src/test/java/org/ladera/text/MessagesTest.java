package org.ladera.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private final Messages spanish = Messages.load(Language.ES);
  private final Messages english = Messages.load(Language.EN);

  @Test
  void eachLanguageHasItsTextAndItsDecimalSign() {
    assertEquals("Curva de costo", spanish.text("curve.title"));
    assertEquals("Loss curve", english.text("curve.title"));
    assertEquals(',', spanish.numbers().decimal());
    assertEquals('.', english.numbers().decimal());
  }

  @Test
  void valuesStandWhereTheirNamesStood() {
    assertEquals("época 240", spanish.text("curve.now", Map.of("epoch", 240)));
  }

  @Test
  void valuesAreNotReadAsPatterns() {
    assertEquals("epoch $1 \\ {x}", english.text("curve.now", Map.of("epoch", "$1 \\ {x}")));
  }

  @Test
  void aMissingKeyOrValueIsNamed() {
    String key =
        assertThrows(IllegalArgumentException.class, () -> spanish.text("no.such.key"))
            .getMessage();
    assertTrue(key.contains("no.such.key"), key);
    String value =
        assertThrows(IllegalArgumentException.class, () -> spanish.text("curve.now", Map.of()))
            .getMessage();
    assertTrue(value.contains("{epoch}") && value.contains("curve.now"), value);
  }
}
