package org.ladera.lesson.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a teacher reads about the options of a view, control or check is what the program reads. */
class LessonsReadmeTest {
  private static final Pattern QUOTED = Pattern.compile("`([A-Za-z]+)(?::[^`]*)?`");

  @ParameterizedTest
  @EnumSource(ViewKind.class)
  void theTableOfViewsNamesTheOptionsOfEachKind(ViewKind kind) throws IOException {
    assertNamed(kind, kind.fields(), ViewKind::fields, ViewKind.values(), "Views");
  }

  @ParameterizedTest
  @EnumSource(Control.Kind.class)
  void theTableOfControlsNamesTheFieldsOfEachKind(Control.Kind kind) throws IOException {
    assertNamed(kind, kind.fields(), Control.Kind::fields, Control.Kind.values(), "Controls");
  }

  @ParameterizedTest
  @EnumSource(Check.Kind.class)
  void theTableOfChecksNamesTheFieldsOfEachKind(Check.Kind kind) throws IOException {
    assertNamed(kind, kind.fields(), Check.Kind::fields, Check.Kind.values(), "Checks");
  }

  private static <K extends Word> void assertNamed(
      K kind, Set<String> fields, Function<K, Set<String>> of, K[] kinds, String heading)
      throws IOException {
    String readme =
        Files.readString(Path.of(System.getProperty("ladera.lessons", "lessons"), "README.md"));
    String table = readme.substring(readme.indexOf("**" + heading + ".**"));
    table = table.substring(0, table.indexOf("\n\n", table.indexOf("|---")));
    String row =
        table
            .lines()
            .filter(line -> line.startsWith("| "))
            .filter(line -> line.split("\\|")[1].contains("`" + kind.word() + "`"))
            .collect(Collectors.joining());
    assertFalse(row.isEmpty(), kind.word() + " has no row");
    Set<String> every =
        Stream.of(kinds).flatMap(k -> of.apply(k).stream()).collect(Collectors.toSet());
    Set<String> named =
        QUOTED
            .matcher(row.substring(row.indexOf('|', 1)))
            .results()
            .map(m -> m.group(1))
            .filter(every::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> own = new TreeSet<>(fields);
    own.removeAll(Set.of("run", "id"));
    assertEquals(own, named);
  }
}
