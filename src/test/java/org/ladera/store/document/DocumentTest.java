package org.ladera.store.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.TinyLesson;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.train.Trainer;
import org.ladera.lesson.model.Lesson;
import org.ladera.store.data.Column;
import org.ladera.store.data.DataTable;
import org.ladera.store.lesson.LessonReader;
import org.ladera.text.Language;
import org.ladera.text.Messages;

final class DocumentTest {
  @TempDir Path folder;

  private DocumentFiles document() throws IOException {
    return DocumentFiles.in(TinyLesson.in(folder));
  }

  private static String key(UnreadableDocument e) {
    for (Language language : Language.values()) {
      assertTrue(e.fault().text(Messages.load(language)).lines().count() == 1);
    }
    return e.fault().key();
  }

  private static void same(DocumentFiles expected, DocumentFiles found) {
    assertEquals(expected.files().keySet(), found.files().keySet());
    expected.files().forEach((name, bytes) -> assertArrayEquals(bytes, found.files().get(name)));
  }

  @Test
  void aStringIsTheDocumentAndTheDocumentIsTheString() throws Exception {
    DocumentFiles document = document();
    String string = new ShareString.Whole(document).text();
    ShareString.Whole read = (ShareString.Whole) ShareString.read(string);
    same(document, read.document());
    assertEquals(string, read.text());
    // Mail programs break long lines.
    String broken = string.replaceAll("(.{60})", "$1\r\n ");
    same(document, ((ShareString.Whole) ShareString.read(broken)).document());
    ShareString named = new ShareString.Named("xor", "thesis");
    assertEquals(named, ShareString.read(named.text()));
    assertTrue(named.text().length() < 60, named.text());
  }

  @Test
  void aFileIsTheDocumentWhateverTheFolderIsCalled() throws Exception {
    DocumentFiles document = document();
    byte[] zip = DocumentZip.write(document);
    assertArrayEquals(zip, DocumentZip.write(document));
    Path file = Files.write(folder.resolve("my own.ladera"), zip);
    same(document, DocumentZip.read(file));
    ByteArrayOutputStream inFolder = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(inFolder)) {
      out.putNextEntry(new ZipEntry("lesson one/"));
      for (Map.Entry<String, byte[]> f : document.files().entrySet()) {
        out.putNextEntry(new ZipEntry("lesson one/" + f.getKey()));
        out.write(f.getValue());
      }
    }
    same(document, DocumentZip.read(inFolder.toByteArray(), "zipped"));
  }

  /** The same bits come out of folder, file and string. */
  @Test
  void theRunIsTheSameFromEveryForm() throws Exception {
    Path lesson = TinyLesson.in(folder);
    Path file =
        Files.write(folder.resolve("a.ladera"), DocumentZip.write(DocumentFiles.in(lesson)));
    String string = new ShareString.Whole(DocumentZip.read(file)).text();
    double[] expected = parameters(LessonReader.read(lesson));
    assertArrayEquals(expected, parameters(OpenDocument.read(lesson)));
    assertArrayEquals(expected, parameters(OpenDocument.read(file)));
    ShareString.Whole read = (ShareString.Whole) ShareString.read(string);
    assertArrayEquals(expected, parameters(OpenDocument.read(read.document(), "string")));
  }

  private static double[] parameters(LessonReader.Result read) {
    Lesson lesson = read.lesson().orElseThrow(() -> new AssertionError(read.faults()));
    Experiment experiment = lesson.steps().getFirst().scene().runs().getFirst().experiment();
    Trainer trainer = new Trainer(experiment);
    for (int i = 0; i < 50; i++) {
      assertTrue(trainer.step());
    }
    double[] parameters = new double[trainer.layout().count()];
    trainer.copyParameters(parameters);
    return parameters;
  }

  @Test
  void aStringThatWasCutOrChangedIsNotRead() throws Exception {
    String string = new ShareString.Whole(document()).text();
    for (int end = 8; end < string.length(); end++) {
      String cut = string.substring(0, end);
      assertEquals(
          "document.string",
          key(assertThrows(UnreadableDocument.class, () -> ShareString.read(cut))));
    }
    for (int i = 0; i < string.length() - 1; i++) {
      String other = string.charAt(i) == 'Q' ? "R" : "Q";
      String changed = string.substring(0, i) + other + string.substring(i + 1);
      assertThrows(UnreadableDocument.class, () -> ShareString.read(changed), changed);
    }
  }

  /** Every damage is found, or did no harm: then the document is the one that was written. */
  @Test
  void aFileThatWasCutOrChangedIsSaidToBe() throws Exception {
    DocumentFiles document = document();
    byte[] zip = DocumentZip.write(document);
    for (int end = 0; end < zip.length; end++) {
      harmless(document, java.util.Arrays.copyOf(zip, end));
    }
    for (int i = 0; i < zip.length; i++) {
      byte[] changed = zip.clone();
      changed[i] ^= 0x55;
      harmless(document, changed);
    }
  }

  private static void harmless(DocumentFiles document, byte[] bytes) {
    DocumentFiles read;
    try {
      read = DocumentZip.read(bytes, "a.ladera");
    } catch (UnreadableDocument e) {
      assertTrue(e.fault().key().startsWith("document."));
      return;
    }
    read.files()
        .forEach(
            (name, content) -> {
              byte[] written = document.files().get(name);
              assertTrue(written == null || java.util.Arrays.equals(written, content), name);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.txt",
        "/etc/passwd",
        "a/../../evil.txt",
        "C:\\evil.txt",
        "..\\evil.txt",
        "sub/lesson.yaml",
        "nul.txt",
        "LESSON.YAML",
        "a b.md"
      })
  void aNameThatLeadsAwayIsRefused(String path) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("lesson.yaml"));
      out.write("id: a\n".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry(path));
    }
    UnreadableDocument e =
        assertThrows(
            UnreadableDocument.class, () -> DocumentZip.read(bytes.toByteArray(), "a.ladera"));
    assertTrue(List.of("document.path", "document.damaged").contains(key(e)), key(e));
  }

  @Test
  void bombsAreLargeAndNoMore() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("lesson.yaml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 80; i++) {
        out.write(zeros);
      }
    }
    assertTrue(bytes.size() < 1 << 20);
    assertEquals(
        "document.large",
        key(
            assertThrows(
                UnreadableDocument.class,
                () -> DocumentZip.read(bytes.toByteArray(), "a.ladera"))));
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(many)) {
      for (int i = 0; i < 5000; i++) {
        out.putNextEntry(new ZipEntry("a" + i + ".csv"));
      }
    }
    assertEquals(
        "document.large",
        key(
            assertThrows(
                UnreadableDocument.class, () -> DocumentZip.read(many.toByteArray(), "a.ladera"))));
    TreeMap<String, byte[]> files = new TreeMap<>(document().files());
    files.put("zeros.csv", new byte[70 << 20]);
    String string = new ShareString.Whole(new DocumentFiles(files)).text();
    assertEquals(
        "document.large",
        key(assertThrows(UnreadableDocument.class, () -> ShareString.read(string))));
  }

  @Test
  void aNewerFormatIsNamed() throws Exception {
    TreeMap<String, byte[]> files = new TreeMap<>(document().files());
    files.put("version.txt", "7\n".getBytes(StandardCharsets.UTF_8));
    UnreadableDocument zip =
        assertThrows(
            UnreadableDocument.class,
            () -> DocumentZip.read(DocumentZip.write(new DocumentFiles(files)), "a.ladera"));
    assertEquals("document.newer", key(zip));
    assertEquals("7", zip.fault().values().get("found"));
    String string = new ShareString.Whole(document()).text().replace("ladera1-", "ladera12-");
    UnreadableDocument shared =
        assertThrows(UnreadableDocument.class, () -> ShareString.read(string));
    assertEquals("12", shared.fault().values().get("found"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          x,y@1,2.5@2,3@3,5@4,5.5@                          ! NUMBER      ! 1 ! 1
          x,y@0,FALSE@1,TRUE@2,TRUE@                        ! TWO_CLASSES ! 1 ! 1
          x,y@0,0@1,1@2,1@                                  ! TWO_CLASSES ! 1 ! 1
          x,y@0,a@1,a@2,b@3,b@4,c@5,c@                      ! CLASSES     ! 1 ! 3
          color,size,y@red,1,2.5@blue,2,3@green,3,4@red,4,1@blue,5,2@green,6,1@ ! NUMBER ! 4 ! 1
          const,x,y@7,1,3e9@7,2,5e9@7,3,1@                  ! NUMBER      ! 1 ! 1
          año (€),ancho / m,y@1,2,3@2,1,5@3,4,1@            ! NUMBER      ! 2 ! 1
          """)
  void aLaboratorySuitsItsTarget(String text, Laboratory.Kind kind, int inputs, int outputs)
      throws Exception {
    Path csv = folder.resolve("own.csv");
    Files.writeString(csv, text.replace('@', '\n'));
    DataTable table = DataTable.read(csv);
    Column target = table.columns().getLast();
    Laboratory laboratory = new Laboratory("My own, 1 / 2", table, target, List.of(3, 2));
    assertEquals(kind, laboratory.kind());
    LessonReader.Result read = OpenDocument.read(laboratory.files(), "own");
    assertEquals(List.of(), read.faults());
    Experiment experiment =
        read.lesson().orElseThrow().playStep().scene().runs().getFirst().experiment();
    assertEquals(inputs, experiment.network().inputs());
    assertEquals(outputs, experiment.network().outputs());
    assertEquals(3, experiment.network().layers().size());
    Trainer trainer = new Trainer(experiment);
    double before = trainer.loss();
    for (int i = 0; i < 300; i++) {
      assertTrue(trainer.step());
    }
    assertTrue(trainer.loss() < before / 2, before + " " + trainer.loss());
  }
}
