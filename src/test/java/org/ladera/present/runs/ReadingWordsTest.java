package org.ladera.present.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ladera.Read;
import org.ladera.Xor;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** Every reading has words at the head of a column, and a place in the guide for teachers. */
final class ReadingWordsTest {
  private static final NetworkSpec NETWORK = Xor.deep().network();
  private static final Pattern WORD =
      Pattern.compile("(?:[a-z]+:)?([A-Za-z]+?)(?:seq)?(?='|\\[|$)");

  private static String name(Language language, String reading) {
    return new ReadingWords(NETWORK, Messages.load(language)).of(Read.of(reading).reading());
  }

  @Test
  void everyReadingHasANameOfItsOwn() {
    for (Language language : Language.values()) {
      Set<String> names = new HashSet<>();
      for (String reading : Stream.of(Read.NAMES, Read.HELD_OUT).flatMap(List::stream).toList()) {
        assertTrue(names.add(name(language, reading)), name(language, reading));
      }
    }
  }

  @Test
  void aNumberOfAnExampleIsWrittenWithItsPlace() {
    assertEquals("$x_(3,2)$", name(Language.EN, "x[3,2]"));
    assertEquals("$ŷ_(4)$", name(Language.EN, "yhat[4]"));
    assertEquals("loss of example 4", name(Language.EN, "loss[4]"));
    assertEquals("pérdida del ejemplo 4", name(Language.ES, "loss[4]"));
  }

  @Test
  void theGuideForTeachersNamesIt() throws IOException {
    String guide =
        Files.readString(Path.of(System.getProperty("ladera.lessons", "lessons"), "README.md"));
    for (String reading : Read.NAMES) {
      Matcher m = WORD.matcher(reading);
      assertTrue(m.lookingAt(), reading);
      assertTrue(
          Pattern.compile("`(?:[a-z]+:)?" + m.group(1) + "[`'\\[]").matcher(guide).find(), reading);
    }
  }
}
