package org.ladera.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The text files as files: both languages complete, nothing twice, nothing unused. */
class TextFilesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]\\w*)}");
  private static final Pattern KEY = Pattern.compile("[a-z][\\w-]*(\\.[\\w-]+)+");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern TEXT_CALL =
      Pattern.compile("\\b(?:messages|texts)(?:\\(\\))?\\s*\\.text\\(\\s*\"([^\"]+)\"\\s*[,)]");

  private static Path file(String part, Language language) {
    return Path.of("assets", "text", part + "." + language.tag() + ".properties");
  }

  /** Key and text of each line, in order, with keys that stand twice twice. */
  private static List<Map.Entry<String, String>> entries(String part, Language language)
      throws IOException {
    List<Map.Entry<String, String>> entries = new ArrayList<>();
    String joined =
        Files.readString(file(part, language), StandardCharsets.UTF_8)
            .replaceAll("\\\\\\R[ \\t]*", "");
    for (String line : joined.split("\\R")) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int equals = line.indexOf('=');
        assertTrue(equals > 0, "no key in " + file(part, language) + ": " + line);
        entries.add(
            Map.entry(line.substring(0, equals).strip(), line.substring(equals + 1).strip()));
      }
    }
    return entries;
  }

  private static Map<String, String> all(Language language) throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (String part : Messages.PARTS) {
      for (Map.Entry<String, String> entry : entries(part, language)) {
        all.put(entry.getKey(), entry.getValue());
      }
    }
    return all;
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasTheSameKeysInEachPart(Language language) throws IOException {
    for (String part : Messages.PARTS) {
      assertEquals(keys(part, Language.ES), keys(part, language), part);
    }
  }

  private static Set<String> keys(String part, Language language) throws IOException {
    return entries(part, language).stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasTheSamePlaceholders(Language language) throws IOException {
    Map<String, String> es = all(Language.ES);
    Map<String, String> own = all(language);
    for (String key : es.keySet()) {
      assertEquals(placeholders(es.get(key)), placeholders(own.getOrDefault(key, "")), key);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageIsCalledSomething(Language language) throws IOException {
    for (Language other : Language.values()) {
      assertTrue(all(language).containsKey("language." + other.tag()), other.tag());
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noKeyStandsTwice(Language language) throws IOException {
    Map<String, String> seen = new HashMap<>();
    for (String part : Messages.PARTS) {
      for (Map.Entry<String, String> entry : entries(part, language)) {
        String before = seen.put(entry.getKey(), part);
        assertEquals(null, before, entry.getKey() + " stands again in " + part);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyTextSaysSomethingUnderAProperKey(Language language) throws IOException {
    all(language)
        .forEach(
            (key, text) -> {
              assertTrue(KEY.matcher(key).matches(), key);
              assertFalse(text.isBlank(), key);
            });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theFilesAndTheLoadedTextsAgree(Language language) throws IOException {
    Messages messages = Messages.load(language);
    assertEquals(all(language).keySet(), new TreeSet<>(messages.keys()));
  }

  @Test
  void everyKeyThatTheCodeNamesExists() throws IOException {
    Set<String> keys = all(Language.ES).keySet();
    Set<String> missing = new TreeSet<>();
    for (String source : sources()) {
      Matcher call = TEXT_CALL.matcher(source);
      while (call.find()) {
        if (!keys.contains(call.group(1))) {
          missing.add(call.group(1));
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  /**
   * A key is used when it stands in the code, or when a beginning of it that ends in a dot does.
   */
  @Test
  void everyTextIsUsedSomewhere() throws IOException {
    Set<String> literals = new TreeSet<>();
    for (String source : sources()) {
      LITERAL.matcher(source).results().forEach(match -> literals.add(match.group(1)));
    }
    Set<String> unused = new TreeSet<>();
    for (String key : all(Language.ES).keySet()) {
      boolean used = literals.contains(key);
      for (int dot = key.indexOf('.'); dot > 0 && !used; dot = key.indexOf('.', dot + 1)) {
        used = literals.contains(key.substring(0, dot + 1));
      }
      if (!used) {
        unused.add(key);
      }
    }
    assertEquals(Set.of(), unused);
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      List<Path> java = files.filter(f -> f.toString().endsWith(".java")).toList();
      assertTrue(java.size() > 50, "the sources were not found");
      List<String> texts = new ArrayList<>();
      for (Path path : java) {
        texts.add(Files.readString(path));
      }
      return texts;
    }
  }
}
