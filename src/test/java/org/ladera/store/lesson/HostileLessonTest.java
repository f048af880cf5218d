package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** Files made to hang, to fill the memory or to reach out of the folder. */
class HostileLessonTest {
  private static final long MOST_MILLIS = 1000;

  @TempDir Path folder;

  private static final Map<String, String> YAML =
      Map.ofEntries(
          Map.entry("laughs", laughs()),
          Map.entry("itself", "id: &a [*a]\n"),
          Map.entry("merge", "a: &a {x: 1}\nb: {<<: *a}\n"),
          Map.entry("brackets", "id: " + "[".repeat(100_000)),
          Map.entry("braces", "id: " + "{a: ".repeat(50_000)),
          Map.entry("closed brackets", "id: " + "[".repeat(100) + "]".repeat(100)),
          Map.entry("hyphens", "- ".repeat(100_000)),
          Map.entry("questions", "? ".repeat(100_000)),
          Map.entry("indents", indents()),
          Map.entry("many", "id: [" + "1,".repeat(100_000) + "1]"),
          Map.entry("many fields", fields()),
          Map.entry("long word", "id: " + "a".repeat(250_000)),
          Map.entry("long quote", "id: \"" + "a".repeat(250_000)),
          Map.entry("too large", "#".repeat(300_000)),
          Map.entry("class", "id: !!javax.script.ScriptEngineManager [x]\n"),
          Map.entry("binary", "id: !!binary aGFsbG8=\n"),
          Map.entry("directive", "%TAG ! tag:yaml.org,2002:\n---\nid: !str x\n"),
          Map.entry("version", "%YAML 99999999999999999999.1\n---\nid: x\n"),
          Map.entry("tab", "id:\tx\n\tgroup: y\n"),
          Map.entry("twice", "id: a\nid: b\n"),
          Map.entry("documents", "id: a\n---\nid: b\n"),
          Map.entry("null", "id: a\u0000b\n"),
          Map.entry("escape", "id: \"\\uD800\"\n"),
          Map.entry("bell", "id: a\u0007b\n"),
          Map.entry("empty", ""),
          Map.entry("comment", "# nothing\n"),
          Map.entry("word", "lesson"),
          Map.entry("list", "- a\n- b\n"),
          Map.entry("list as name", "[a, b]: c\n"),
          Map.entry("deep name", "? " + "[".repeat(30) + "]".repeat(30) + "\n: c\n"),
          Map.entry("colon", ": : :\n"),
          Map.entry("percent", "%\n"),
          Map.entry("at", "id: @x\n"),
          Map.entry("backtick", "id: `x`\n"),
          Map.entry("block", "id: |9\n x\n"),
          Map.entry("stars", "*".repeat(1000)),
          Map.entry("ampersands", "&".repeat(1000)),
          Map.entry("exclamations", "!".repeat(1000)));

  private static String laughs() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    return text.toString();
  }

  private static String indents() {
    return IntStream.range(0, 300)
        .mapToObj(i -> " ".repeat(i) + "a:\n")
        .collect(Collectors.joining());
  }

  private static String fields() {
    return IntStream.range(0, 25_000)
        .mapToObj(i -> "a" + i + ": 1\n")
        .collect(Collectors.joining());
  }

  @Test
  void everyHostileStructureIsRefusedInASentence() {
    LessonCopy lesson = LessonCopy.ofLine(folder);
    YAML.forEach((name, text) -> refused(name, lesson.write("lesson.yaml", text)));
  }

  @Test
  void hostileTextsAreRefusedOrHarmless() {
    LessonCopy lesson = LessonCopy.ofLine(folder);
    String text = lesson.text("es.md");
    String[] inserts = {
      ">".repeat(20_000),
      "*".repeat(20_000),
      "[".repeat(20_000),
      "- ".repeat(10_000),
      "`".repeat(20_000),
      "$\\newcommand{\\x}{\\x}\\x$",
      "$\\includegraphics{/etc/passwd}$",
      "$" + "{".repeat(500) + "}".repeat(500) + "$",
      "$" + "\\frac{1}{".repeat(100) + "$",
      "<script>alert(1)</script>",
      "[x](file:///etc/passwd)",
      "![x](http://localhost/x.png)",
      "```\nnever closed",
    };
    for (String insert : inserts) {
      lesson.write("es.md", text.replace("Una heladería", insert + "\n\nUna heladería"));
      inTime(insert, lesson);
    }
  }

  @Test
  void hostileTablesAreRefused() {
    LessonCopy lesson = LessonCopy.ofLine(folder);
    String[] tables = {
      "",
      "\n\n\n",
      "\"temperature,sold\n1,2\n",
      "temperature,sold\n\"" + "1".repeat(1_000_000),
      ",".repeat(100_000),
      "temperature,sold\n" + ",".repeat(100_000),
      "temperature,sold\n=1+1,2\n",
      "temperature,sold\n0x10,2\n",
      "temperature,sold\n1_0,2\n",
      "temperature,sold\nInfinity,2\n",
      "temperature,sold\n" + "9".repeat(1000) + ",2\n",
      "temperature,sold\n" + "1,2\n".repeat(200_002),
    };
    for (String table : tables) {
      refused(
          table.substring(0, Math.min(30, table.length())), lesson.write("icecream.csv", table));
    }
  }

  private static LessonReader.Result inTime(String name, LessonCopy lesson) {
    CpuTime.Timed<LessonReader.Result> timed = CpuTime.of(lesson::read);
    assertTrue(timed.millis() <= MOST_MILLIS, () -> name + " took " + timed.millis() + " ms");
    return timed.value();
  }

  private static void refused(String name, LessonCopy lesson) {
    LessonReader.Result result = inTime(name, lesson);
    assertTrue(result.lesson().isEmpty(), name);
    assertFalse(result.faults().isEmpty(), name);
    for (Language language : Language.values()) {
      String said = result.faults().getFirst().text(Messages.load(language));
      assertTrue(said.length() < 400, said);
      assertEquals(-1, said.indexOf('{'), said);
    }
  }
}
