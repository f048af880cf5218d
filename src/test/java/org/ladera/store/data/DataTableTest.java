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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as people bring them, each read as its owner would expect. */
final class DataTableTest {
  @TempDir Path folder;

  private DataTable read(String text) throws IOException, UnreadableData {
    return read(text, StandardCharsets.UTF_8);
  }

  private DataTable read(String text, Charset charset) throws IOException, UnreadableData {
    return DataTable.read(Files.write(folder.resolve("own.csv"), text.getBytes(charset)));
  }

  /** Names with the kinds of columns, in one line. */
  private static String kinds(DataTable table) {
    return table.columns().stream()
        .map(column -> column.name() + " " + column.kind())
        .collect(Collectors.joining(", "));
  }

  private static List<List<Double>> rows(DataTable table) throws UnreadableData {
    List<List<Double>> rows = new ArrayList<>();
    table.rows(
        table.used(),
        values -> rows.add(IntStream.range(0, values.length).mapToObj(i -> values[i]).toList()));
    return rows;
  }

  /** "@" ends a line, "~" is a tab. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          x,y@1,2.5@3,4@                       ! [[1.0, 2.5], [3.0, 4.0]]
          x;y@1;2,5@3;4@                       ! [[1.0, 2.5], [3.0, 4.0]]
          x~y@1~2,5@3~4@                       ! [[1.0, 2.5], [3.0, 4.0]]
          x|y@1|2.5@3|4@                       ! [[1.0, 2.5], [3.0, 4.0]]
          '   x    y@  1.0  2.5@ 3    4@'      ! [[1.0, 2.5], [3.0, 4.0]]
          sep=;@x;y@1;2,5@3;4@                 ! [[1.0, 2.5], [3.0, 4.0]]
          1,2.5@3,4@5,6@                       ! [[1.0, 2.5], [3.0, 4.0], [5.0, 6.0]]
          x@1,5@2,25@                          ! [[1.5], [2.25]]
          x,y@"1,5","2,25"@"3,75","4,5"@       ! [[1.5, 2.25], [3.75, 4.5]]
          x,y@60,"120,000"@65,"129,500"@       ! [[60.0, 120000.0], [65.0, 129500.0]]
          x;y@1.234,5;1.000@12.345,0;2.500@    ! [[1234.5, 1000.0], [12345.0, 2500.0]]
          x;y@1'000;2@2'500;3@                 ! [[1000.0, 2.0], [2500.0, 3.0]]
          x;y@1\u00a0000,5;2@2\u202f500,5;3@   ! [[1000.5, 2.0], [2500.5, 3.0]]
          x,y@40%,$5.50@45%,-$6@               ! [[40.0, 5.5], [45.0, -6.0]]
          x;y@40 %;1.200,50 €@45,5 %;(3,00 €)@ ! [[40.0, 1200.5], [45.5, -3.0]]
          x,y@\u22121,1E3@2,1.5e-3@            ! [[-1.0, 1000.0], [2.0, 0.0015]]
          x;y@1,5E+03;2@2;3@                   ! [[1500.0, 2.0], [2.0, 3.0]]
          x,y@0,FALSE@1,TRUE@                  ! [[0.0, 0.0], [1.0, 1.0]]
          x;y@0;Sí@1;No@2;no@                  ! [[0.0, 1.0], [1.0, 0.0], [2.0, 0.0]]
          x;y@0;FALSO@1;VERDADERO@             ! [[0.0, 0.0], [1.0, 1.0]]
          x,y@1,b@2,a@3,b@4,a@                 ! [[1.0, 0.0], [2.0, 1.0], [3.0, 0.0], [4.0, 1.0]]
          # by a logger@x,y@1,2@3,4@           ! [[1.0, 2.0], [3.0, 4.0]]
          Ventas;;@;;@x;y;z@1;2;3@4;5;6@       ! [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
          x,y,@1,2,@3,4,@                      ! [[1.0, 2.0], [3.0, 4.0]]
          "x, y","a ""b"" c"@1,2@3,4@          ! [[1.0, 2.0], [3.0, 4.0]]
          """)
  void numbersAreReadAsTheyWereMeant(String text, String rows) throws Exception {
    String written =
        text.replace('@', '\n')
            .replace('~', '\t')
            .replace("\\u00a0", "\u00a0")
            .replace("\\u202f", "\u202f")
            .replace("\\u2212", "\u2212");
    assertEquals(rows, rows(read(written)).toString());
    assertEquals(rows, rows(read(written.replace("\n", "\r\n"))).toString());
    assertEquals(rows, rows(read(written.replace("\n", "\r"))).toString());
    assertEquals(rows, rows(read('\uFEFF' + written)).toString());
    assertEquals(rows, rows(read('\uFEFF' + written, StandardCharsets.UTF_16LE)).toString());
    assertEquals(rows, rows(read('\uFEFF' + written, StandardCharsets.UTF_16BE)).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          ,x,y@0,0.0,1@1,0.5,2@2,1.0,3@        ! column1 INDEX, x NUMBER, y NUMBER
          id,x@1,5@2,6@3,7@                    ! id INDEX, x NUMBER
          ,2000,2001@A,1,2@B,3,4@A,5,6@        ! column1 CLASSES, 2000 NUMBER, 2001 NUMBER
          day,x@2024-01-31,1@2024-02-01,2@     ! day DATE, x NUMBER
          day;x@31/01/2024 10:30;1,5@1/2/24;2@ ! day DATE, x NUMBER
          x,y@1,ann@2,bob@3,eve@4,dan@5,joe@   ! x NUMBER, y TEXT
          x,y@1,a b@2,"c, d"@3,"e"@4,f@5,g@    ! x NUMBER, y TEXT
          x,y@1,@2,@3,5@4,NA@                  ! x NUMBER, y GAPS
          x,y@1,@2,@                           ! x NUMBER, y EMPTY
          x,y@1,2@2,b@3,c@4,5@                 ! x NUMBER, y MIXED
          x,x,x_2@1,2,3@4,5,6@                 ! x NUMBER, x_2 NUMBER, x_2_2 NUMBER
          a,b@u,v@w,v@u,z@w,z@                 ! a CLASSES, b CLASSES
          1;2@3;4@                             ! x1 NUMBER, x2 NUMBER
          """)
  void columnsAreWhatTheirCellsSay(String text, String kinds) throws Exception {
    assertEquals(kinds, kinds(read(text.replace('@', '\n'))));
  }

  @Test
  void rowsThatCannotBeUsedAreToldWithLineAndReason() throws Exception {
    DataTable table =
        read(
            "x,y\n1,2\n2,\n3,?\n4\n5,6,7\n\n6,abc\n7,8\n8,9\n9,10\n10,11\n11,12\n12,inf\n"
                + "1,2\n".repeat(6));
    assertEquals(18, table.rows());
    assertEquals(12, table.complete());
    assertEquals(
        List.of("3 empty", "4 gap", "5 width", "6 width", "8 word", "14 word"),
        table.leftOut().stream().map(row -> row.line() + " " + row.key()).toList());
    assertEquals("abc", table.leftOut().get(4).values().get("found"));
    assertEquals(2, table.columns().get(1).missing());
  }

  @Test
  void lettersOfOldSpreadsheetsAreRead() throws Exception {
    DataTable table =
        read("año;población\r\n2000;10,0\r\n2001;10,3\r\n", StandardCharsets.ISO_8859_1);
    assertEquals("Latin-1", table.format().encoding().name());
    assertEquals("año NUMBER, población NUMBER", kinds(table));
    assertEquals(10.3, table.columns().get(1).greatest());
    // A long file whose first letter that is not ASCII stands far behind.
    DataTable late =
        read("x;y\n" + "1;a\n2;b\n".repeat(50_000) + "3;ñ\n", StandardCharsets.ISO_8859_1);
    assertEquals(List.of("a", "b", "ñ"), late.columns().get(1).words());
    assertEquals(
        List.of("a", "b", "ñ"),
        read("x;y\n" + "1;a\n2;b\n".repeat(50_000) + "3;ñ\n").columns().get(1).words());
  }

  @Test
  void unitsAndLargeNumbersAreTold() throws Exception {
    DataTable table = read("x,y,z\n40%,$1,3e9\n50%,$2,4\n");
    assertEquals(List.of("%", "$", ""), table.columns().stream().map(Column::unit).toList());
    assertEquals(List.of(false, false, true), table.columns().stream().map(Column::large).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'', table.empty",
    "'x,y\n', table.empty",
    "'x,y\n1,2\n\"3,4\n5,6\n', table.quote",
    "'PK\u0003\u0004xl', table.workbook",
    "'%PDF-1.7', table.not-text",
    "'\u0001\u0000\u0000\u0002', table.not-text",
  })
  void whatIsNoTableSaysSo(String text, String key) {
    assertEquals(key, assertThrows(UnreadableData.class, () -> read(text)).fault().key());
  }

  @Test
  void theLimitsOfColumnsAreNamed() throws Exception {
    String row = "1,".repeat(999) + "2\n";
    assertEquals(1000, read(row.repeat(3)).columns().size());
    UnreadableData wide = assertThrows(UnreadableData.class, () -> read("1," + row + "1," + row));
    assertEquals("table.columns", wide.fault().key());
    assertThrows(UnreadableData.class, () -> DataTable.read(folder));
    assertThrows(UnreadableData.class, () -> DataTable.read(folder.resolve("none")));
  }

  /** The fast way gives the double that the JDK reads. */
  @Test
  void numbersAreTheNearestDoubles() {
    Random random = new Random(7);
    NumberText points = new NumberText('.');
    NumberText commas = new NumberText(',');
    for (int i = 0; i < 100_000; i++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 4);
      String written =
          i % 2 == 0 ? Double.toString(value) : String.format(java.util.Locale.ROOT, "%.6f", value);
      assertEquals(Double.parseDouble(written), points.value(written));
      assertEquals(Double.parseDouble(written), commas.value(written.replace('.', ',')));
    }
    assertArrayEquals(
        new double[] {0.1, 123456789012345678.0, 1e22},
        new double[] {
          points.value("0.10"), points.value("123456789012345678"), points.value("1e22")
        });
    for (String none : List.of("NaN", "0x1p3", "1d", "1.2.3", "1,2,3", "--1", "٣", "1 00", "%")) {
      assertTrue(Double.isNaN(points.value(none)), none);
    }
  }

  /** Any bytes give a table or one sentence. */
  @Test
  void whateverAFileHoldsItIsAnswered() throws IOException {
    Random random = new Random(11);
    byte[] good = "a;b;\"c, d\"\n1,5;2;x\n2,5;?;y\n3;4;x\n".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 3000; i++) {
      byte[] bytes = java.util.Arrays.copyOf(good, random.nextInt(good.length + 1));
      for (int flips = random.nextInt(4); flips > 0 && bytes.length > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Path file = Files.write(folder.resolve("any.csv"), bytes);
      try {
        DataTable table = DataTable.read(file);
        assertTrue(table.complete() <= table.rows());
      } catch (UnreadableData e) {
        assertTrue(!e.fault().key().isEmpty());
      }
    }
  }
}
