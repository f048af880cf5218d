package org.ladera.lesson.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a teacher reads about the options of a view is what the program reads. */
class LessonsReadmeTest {
  private static final Pattern QUOTED = Pattern.compile("`([A-Za-z]+)(?::[^`]*)?`");

  private static final Set<String> EVERY_OPTION =
      Stream.of(ViewSpec.Kind.values())
          .flatMap(kind -> kind.fields().stream())
          .collect(Collectors.toUnmodifiableSet());

  @ParameterizedTest
  @EnumSource(ViewSpec.Kind.class)
  void theTableOfViewsNamesTheOptionsOfEachKind(ViewSpec.Kind kind) throws IOException {
    String readme =
        Files.readString(Path.of(System.getProperty("ladera.lessons", "lessons"), "README.md"));
    String table =
        readme.substring(readme.indexOf("**Views.**"), readme.indexOf("**Controls.**"));
    String row =
        table
            .lines()
            .filter(line -> line.startsWith("| "))
            .filter(line -> line.split("\\|")[1].contains("`" + kind.word() + "`"))
            .collect(Collectors.joining());
    Set<String> named =
        QUOTED
            .matcher(row.substring(Math.max(0, row.indexOf('|', 1))))
            .results()
            .map((MatchResult m) -> m.group(1))
            .filter(EVERY_OPTION::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> own = new TreeSet<>(kind.fields());
    own.remove("run");
    assertEquals(own, named);
  }
}
