package org.ladera.store.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.engine.data.Dataset;
import org.ladera.lesson.model.Fault;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class CsvTableTest {
  @TempDir private Path folder;

  private Path file(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("own.csv"), text.getBytes(charset));
  }

  private CsvTable read(String text) throws Exception {
    return CsvTable.read(file(text, StandardCharsets.UTF_8));
  }

  private Fault fault(String text) throws IOException {
    Path file = file(text, StandardCharsets.UTF_8);
    return assertThrows(UnreadableData.class, () -> CsvTable.read(file)).fault();
  }

  private static void assertPlace(int line, int column, String key, Fault fault) {
    assertEquals(key, fault.key());
    assertEquals("own.csv", fault.file());
    assertEquals(line, fault.line());
    assertEquals(column, fault.column());
    for (Language language : Language.values()) {
      assertTrue(fault.text(Messages.load(language)).contains("own.csv"));
    }
  }

  @Test
  void separatorAndDecimalSignAreGuessed() throws Exception {
    double[] expected = {1.5, -2, 3, 0.25};
    assertArrayEquals(expected, read("a,b\n1.5,-2\n3,.25\n").values().toArray());
    assertArrayEquals(expected, read("a;b\r\n1,5;-2\r\n3;0,25").values().toArray());
    assertArrayEquals(expected, read("a;b\n1.5;-2\n3;0.25").values().toArray());
    assertArrayEquals(expected, read("a\tb\n1,5\t-2\n3\t0,25").values().toArray());
    assertArrayEquals(expected, read("\uFEFFa,b\n1.5,-2\n3,2.5e-1").values().toArray());
    assertArrayEquals(new double[] {1.5, 2.25}, read("a\n1,5\n2,25\n").values().toArray());
  }

  @Test
  void namesAreThoseOfTheFirstLineOrNumbered() throws Exception {
    assertEquals(List.of("año", "venta media"), read("año, venta media\n1,2\n").names());
    CsvTable bare = read("1,2,3\n4,5,6\n");
    assertEquals(List.of("x1", "x2", "x3"), bare.names());
    assertEquals(2, bare.values().rows());
  }

  @Test
  void chosenColumnsBecomeExamplesUnscaled() throws Exception {
    Dataset data = read("t,n,s\n25,1,10\n26,2,18\n").dataset(List.of("t"), List.of("s", "n"));
    assertArrayEquals(new double[] {25, 26}, data.x().toArray());
    assertArrayEquals(new double[] {10, 1, 18, 2}, data.y().toArray());
    assertEquals(25, data.inputScaling().invert(0, data.x().get(0)));
    CsvTable table = read("t,s\n1,2\n");
    assertThrows(
        IllegalArgumentException.class, () -> table.dataset(List.of("t"), List.of("missing")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "0x1p3", "1d", "1f", "1.2.3", "", "1 000", "--1", "٣"})
  void whatOnlyLooksLikeANumberIsRefusedAtItsPlace(String cell) throws IOException {
    Fault fault = fault("a,b\n1,2\n33," + cell + "\n");
    assertPlace(3, 4, "table.point", fault);
    assertEquals("b", fault.field());
  }

  @Test
  void aFormatThatThePersonChoseIsKept() throws Exception {
    Path file = file("a;b\n1,5;2\n", StandardCharsets.UTF_8);
    CsvFormat points = new CsvFormat(';', '.', true);
    Fault fault = assertThrows(UnreadableData.class, () -> CsvTable.read(file, points)).fault();
    assertPlace(2, 1, "table.point", fault);
    CsvFormat commas = new CsvFormat(';', ',', true);
    assertEquals(1.5, CsvTable.read(file, commas).values().get(0));
    assertPlace(3, 3, "table.comma", fault("a;b\n1,5;2\n1;x\n"));
    assertThrows(IllegalArgumentException.class, () -> new CsvFormat(',', ',', true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b@1,2@3@ | 3 | 1 | table.width",
        "a,b@1,2,3@ | 2 | 1 | table.width",
        "a,a@1,2@ | 1 | 3 | table.name-twice",
        "a,@1,2@ | 1 | 3 | table.name-empty",
        "a,b@ | 0 | 0 | table.empty",
        "a,b@1,2000000000@ | 2 | 3 | table.size",
        "a,b@1,1e999@ | 2 | 3 | table.size",
      })
  void faultsSayLineAndColumn(String text, int line, int column, String key) throws IOException {
    assertPlace(line, column, key, fault(text.strip().replace('@', '\n')));
  }

  @Test
  void anEmptyFileAndAMissingOneAreFaultsOfTheFile() throws IOException {
    assertPlace(0, 0, "table.empty", fault(""));
    Path missing = folder.resolve("own.csv").resolveSibling("none.csv");
    assertEquals(
        "table.missing",
        assertThrows(UnreadableData.class, () -> CsvTable.read(missing)).fault().key());
    assertEquals(
        "table.missing",
        assertThrows(UnreadableData.class, () -> CsvTable.read(folder)).fault().key());
  }

  @Test
  void anOpenQuotationMarkIsNamed() throws IOException {
    assertPlace(3, 0, "table.quote", fault("a,b\n1,2\n1,\"2\n3,4\n"));
  }

  @Test
  void otherEncodingsAreNamedWithThePlace() throws IOException {
    Path latin = file("a,b\n1,2\nañ,3\n", StandardCharsets.ISO_8859_1);
    Fault fault = assertThrows(UnreadableData.class, () -> CsvTable.read(latin)).fault();
    assertPlace(3, 2, "encoding.not-utf8", fault);
    Path wide = file("a,b\n1,2\n", StandardCharsets.UTF_16LE);
    assertEquals(
        "encoding.utf16",
        assertThrows(UnreadableData.class, () -> CsvTable.read(wide)).fault().key());
  }

  @Test
  void tablesBeyondTheLimitsAreRefused() throws IOException {
    assertEquals("table.columns", fault("1,".repeat(64) + "1\n").key());
    assertEquals("table.rows", fault("a\n" + "1\n".repeat(200_001)).key());
    byte[] huge = new byte[20 * 1024 * 1024 + 1];
    java.util.Arrays.fill(huge, (byte) '1');
    Path file = Files.write(folder.resolve("own.csv"), huge);
    assertEquals(
        "table.large", assertThrows(UnreadableData.class, () -> CsvTable.read(file)).fault().key());
  }

  @Test
  void emptyLinesAndQuotedNumbersAreNoFault() throws Exception {
    assertArrayEquals(
        new double[] {1, 2, 3, 4}, read("a,b\n\n\"1\",2\n3, 4 \n\n").values().toArray());
  }
}
