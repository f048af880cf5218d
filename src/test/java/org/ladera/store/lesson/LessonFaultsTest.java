package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.lesson.model.Fault;
import org.ladera.text.Language;

/** What a person reads when a lesson's file is wrong. */
class LessonFaultsTest {
  @TempDir Path folder;

  private LessonCopy lesson() {
    return LessonCopy.ofLine(folder);
  }

  @Test
  void namesFileLineColumnFieldAndWhatWasExpected() {
    LessonCopy lesson =
        lesson().replace("lesson.yaml", "learningRate: 0.01\n", "learningRate: -1\n");
    assertEquals(
        "En 01-linear-regression/lesson.yaml, línea 19, columna 17: el campo scene.learningRate"
            + " debe ser un número mayor que 0 y de 1000000 como mucho.",
        lesson.said(Language.ES));
    assertEquals(
        "In 01-linear-regression/lesson.yaml, line 19, column 17:"
            + " the field scene.learningRate must be a number greater than 0 and at most 1000000.",
        lesson.said(Language.EN));
  }

  @Test
  void asksWhetherAnotherFieldWasMeant() {
    LessonCopy lesson = lesson().replace("lesson.yaml", "learningRate: 0.01", "learningrate: 0.01");
    assertEquals(
        "In 01-linear-regression/lesson.yaml, line 19, column 3:"
            + " there is no field scene.learningrate here. Did you mean “learningRate”?",
        lesson.said(Language.EN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          factor: half}            | factor: halff}              | field.word-near
          units: 1                 | units: one                  | field.whole
          units: 1                 | units: 2                    | network.outputs
          epochs: 1500             | epochs: 0                   | field.whole
          epochs: 1500             | epochs: '1500'              | field.whole
          learningRate: 0.01       | learningRate: .nan          | field.number-above
          learningRate: 0.01       | learningRate: 1e400         | field.number-above
          file: icecream.csv       | file: ../icecream.csv       | path.outside
          file: icecream.csv       | file: /etc/passwd           | path.outside
          file: icecream.csv       | file: 'C:\\icecream.csv'    | path.outside
          file: icecream.csv       | file: con.csv               | path.outside
          file: icecream.csv       | file: other.csv             | path.missing
          inputs: [temperature]    | inputs: [temperatures]      | data.column
          file: icecream.csv       | generate: lyne              | field.word-near
          file: icecream.csv       | noise: 0.1                  | data.not-drawn
          inputs: [temperature]    | generate: line              | data.table-and-generate
          file: icecream.csv       | generate: moons             | data.names
          inputs: [temperature]    | inputs: []                  | field.list-empty
          scaling: {divide: 10}    | scaling: {divide: 0}        | field.positive
          W[1][1,1]: 1.01          | W[2][1,1]: 1.01             | parameter.missing
          W[1][1,1]: 1.01          | weight: 1.01                | parameter.form
          view: data               | view: date                  | field.word-near
          uRange: [-5, 3]          | uRange: [3, -5]             | field.range
          uRange: [-5, 3], vR      | vR                          | field.missing
          reading: J,              | reading: Jay,               | reading.unknown
          below: 1.5}              | below: 1.5, above: 1}       | check.one-side
          , below: 1.5}            | }                           | check.one-side
          reading: two/start:J     | reading: too/start:J        | reading.no-run
          rate, J]                 | two/J]                      | reading.in-table
          rate, J]                 | "W[2][1,1]"]                | reading.missing
          right: above             | right: abov                 | field.word-near
          check: reach, id: by-hand | check: reach, id: bias     | field.repeated
          play: descent            | play: ascent                | field.word-near
          residuals: true          | residuals: yes              | field.flag
          - id: cost               | - id: data                  | field.repeated
          scene:                   | scene: &a                   | yaml.anchor
          id: linear-regression    | id: !!str x                 | yaml.tag
          id: linear-regression    | id: Línea                   | field.id
          group: descent           | id: x                       | yaml.twice
          group: descent           | group: [descent             | yaml.bracket
          value: large             | value: "large               | yaml.quote
          group: descent           | group: a: b                 | yaml.colon
          group: descent           | - descent                   | yaml.syntax
          """)
  void eachFaultOfTheStructureHasItsOwnMessage(String from, String to, String key) {
    LessonCopy lesson = lesson().replace("lesson.yaml", from, to);
    Fault fault = lesson.read().faults().getFirst();
    assertEquals(key, fault.key());
    assertEquals("01-linear-regression/lesson.yaml", fault.file());
    assertTrue(fault.line() > 0 && fault.column() > 0, fault::toString);
  }

  @Test
  void everyNumberCanStandInATableOfRuns() {
    LessonCopy lesson =
        lesson()
            .replace("lesson.yaml", "rate, J]", "'dW[1][1,1]', 'z[1][16,1]', 'optimum:W[1][1,1]']");
    assertEquals(List.of(), lesson.read().faults());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ## El costo J {#cost}         | ## El costo J                  | text.step-heading
          ## El costo J {#cost}         | ## El costo J {#costs}         | text.step-missing
          # Regresión lineal            | Regresión lineal               | text.title
          - weight: Peso                | - wheight: Peso                | text.label-unknown-near
          - bias: Sesgo                 | - Sesgo                        | text.label
          \\num{b[1][1]}                | \\num{b[1][2]}                 | reading.missing
          \\num{J}                      | \\num{Jota}                    | reading.unknown
          \\hat{y}                      | \\input{y}                     | markup.unknown-command
          (#loss-curve)                | (#network)                    | text.hotspot
          """)
  void eachFaultOfTheTextHasItsOwnMessage(String from, String to, String key) {
    LessonCopy lesson = lesson().replace("es.md", from, to);
    Fault fault = lesson.read().faults().getFirst();
    assertEquals(key, fault.key());
    assertEquals("01-linear-regression/es.md", fault.file());
    for (Language language : Language.values()) {
      assertTrue(lesson.said(language).contains("es.md"), lesson.said(language));
    }
  }

  @Test
  void aLabelMissingInOneLanguageIsNamed() {
    String en = lesson().text("en.md").replaceFirst("- bottom.hint: .*\n", "");
    LessonCopy without = lesson().write("en.md", en.replaceFirst("- bottom: .*\n", ""));
    assertEquals(1, without.read().faults().size());
    assertTrue(
        without
            .said(Language.EN)
            .endsWith("the label bottom is missing from the list “### labels”."));
  }

  @Test
  void otherEncodingsAreNamed() {
    LessonCopy lesson = lesson();
    String text = lesson.text("es.md");
    lesson.write("es.md", text.getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        "En 01-linear-regression/es.md, línea 1, columna 10: aquí hay un byte que no es UTF-8."
            + " Guarda el archivo con codificación UTF-8 (quizá está en Latin-1 o Windows-1252).",
        lesson.said(Language.ES));
    lesson.write("es.md", text.getBytes(StandardCharsets.UTF_16));
    assertEquals("encoding.utf16", lesson.read().faults().getFirst().key());
    lesson.write("es.md", text.getBytes(StandardCharsets.UTF_16LE));
    assertEquals("encoding.utf16", lesson.read().faults().getFirst().key());
    lesson.write("es.md", "\uFEFF" + text);
    assertEquals("encoding.bom", lesson.read().faults().getFirst().key());
  }

  @Test
  void theTableIsReadStrictly() {
    LessonCopy lesson = lesson();
    String table = lesson.text("icecream.csv");
    String[][] cases = {
      {table.replace("29.5,20", "29.5;20"), "csv.width", "7", "1"},
      {table.replace(",", ";"), "csv.separator", "1", "1"},
      {table.replace("29.5,20", "29.5,veinte"), "csv.number", "7", "6"},
      {table.replace("29.5,20", "29.5,NaN"), "csv.number", "7", "6"},
      {table.replace("29.5,20", "29.5,1e308"), "csv.size", "7", "6"},
      {table.replace("29.5,20", "29.5,20,3"), "csv.width", "7", "1"},
      {table.replace("sold", "temperature"), "csv.name-twice", "1", "1"},
      {"temperature,sold\n", "csv.empty", "0", "0"},
    };
    for (String[] c : cases) {
      Fault fault = lesson.write("icecream.csv", c[0]).read().faults().getFirst();
      assertEquals(c[1], fault.key());
      assertEquals("01-linear-regression/icecream.csv", fault.file());
      assertEquals(c[2] + ":" + c[3], fault.line() + ":" + fault.column(), c[1]);
    }
  }

  @Test
  void severalFaultsAreFoundAtOnce() {
    LessonCopy lesson =
        lesson()
            .replace("lesson.yaml", "right: above", "right: beside")
            .replace("lesson.yaml", "id: j-of-two\n", "id: J\n")
            .replace("lesson.yaml", "value: large", "value: [large]");
    // A cover names the check whose id is gone.
    assertEquals(5, lesson.read().faults().size(), () -> lesson.read().faults().toString());
  }

  @Test
  void theOtherLessonsLoadAllTheSame() throws IOException {
    lesson().replace("lesson.yaml", "id: linear-regression", "id: other");
    Path broken = folder.resolve("02-broken");
    Files.createDirectories(broken);
    Files.writeString(broken.resolve("lesson.yaml"), "id: [");
    LessonLibrary library = LessonLibrary.load(folder);
    assertEquals(1, library.lessons().size());
    assertEquals("02-broken/lesson.yaml", library.faults().getFirst().file());
  }

  @Test
  void twoLessonsWithOneIdAreNotConfused() {
    lesson();
    new LessonCopy(LessonCopy.SHIPPED.resolve("01-linear-regression"), folder.resolve("x"));
    assertTrue(
        folder.resolve("x/01-linear-regression").toFile().renameTo(folder.resolve("02").toFile()));
    LessonLibrary library = LessonLibrary.load(folder);
    assertEquals(1, library.lessons().size());
    assertEquals("lesson.same-id", library.faults().getFirst().key());
  }

  @Test
  void linksAreRefused() throws IOException {
    LessonCopy lesson = lesson();
    Path table = lesson.folder().resolve("icecream.csv");
    Path outside = folder.resolve("outside.csv");
    Files.move(table, outside);
    Files.createSymbolicLink(table, outside);
    assertEquals("path.link", lesson.read().faults().getFirst().key());
    Files.delete(table);
    Files.move(outside, table);
    Path text = lesson.folder().resolve("es.md");
    Path elsewhere = folder.resolve("elsewhere.md");
    Files.move(text, elsewhere);
    Files.createSymbolicLink(text, elsewhere);
    assertEquals("file.link", lesson.read().faults().getFirst().key());
    Path linked = folder.resolve("03-linked");
    Files.createSymbolicLink(linked, lesson.folder());
    assertEquals("folder.missing", LessonReader.read(linked).faults().getFirst().key());
  }
}
