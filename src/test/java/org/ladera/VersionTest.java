package org.ladera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The version stands in the pom; what changed in it stands in the list of changes. */
final class VersionTest {
  private static final Pattern OF_THE_POM =
      Pattern.compile("<artifactId>ladera</artifactId>\\s*<version>([^<]+)</version>");
  private static final Pattern NEWEST = Pattern.compile("(?m)^## (\\S+)$");

  @Test
  void theListOfChangesBeginsWithTheVersionOfThePom() throws IOException {
    String version = first(OF_THE_POM, "pom.xml");
    assertTrue(version.matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), version);
    assertEquals(version.replace("-SNAPSHOT", ""), first(NEWEST, "CHANGELOG.md"));
  }

  private static String first(Pattern pattern, String file) throws IOException {
    return pattern
        .matcher(Files.readString(Path.of(file)))
        .results()
        .findFirst()
        .map((MatchResult m) -> m.group(1))
        .orElseThrow(() -> new AssertionError("no " + pattern + " in " + file));
  }
}
