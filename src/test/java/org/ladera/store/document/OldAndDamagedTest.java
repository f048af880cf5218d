package org.ladera.store.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.Rigs;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Lesson;
import org.ladera.session.Command;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonReader;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** Documents of every version that was ever written, and documents that came to harm on the way. */
final class OldAndDamagedTest {
  private static final Path KEPT = Path.of("src/test/resources/documents");

  @TempDir Path folder;

  /**
   * Each was written by the program of its time, as file and as string, with the parameters at
   * which its run stood; none of these is ever written anew. The bits are those since products are
   * rounded together with their sums, in place of once before (docs/decisions/engine-arithmetic):
   * the parameters of the time before are met up to such roundings.
   */
  @TestFactory
  Stream<DynamicTest> documents_of_old_open_for_ever() throws IOException {
    try (Stream<Path> all = Files.list(KEPT)) {
      return all.filter(file -> file.toString().endsWith(".ladera")).sorted().toList().stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      String.valueOf(file.getFileName()),
                      () -> {
                        String name = file.toString().replace(".ladera", "");
                        DocumentFiles files = DocumentZip.read(file);
                        String string = Files.readString(Path.of(name + ".txt")).strip();
                        var shared = (ShareString.Whole) ShareString.read(string);
                        assertEquals(string, new ShareString.Whole(files).text());
                        assertEquals(string, shared.text());
                        MatrixView stands = stands(OpenDocument.read(files, "old"));
                        List<String> then = Files.readAllLines(Path.of(name + ".parameters"));
                        List<String> bits = Files.readAllLines(Path.of(name + ".bits"));
                        assertEquals(then.size(), stands.size());
                        assertEquals(bits.size(), stands.size());
                        for (int i = 0; i < bits.size(); i++) {
                          assertEquals(bits.get(i), Double.toHexString(stands.get(i)));
                          assertEquals(Double.parseDouble(then.get(i)), stands.get(i), 1e-12);
                        }
                      }));
    }
  }

  private static MatrixView stands(LessonReader.Result read) throws Exception {
    Lesson lesson = read.lesson().orElseThrow(() -> new AssertionError(read.faults()));
    LabDocument document = LabDocument.of(lesson);
    assertTrue(document.run().isPresent(), "the run is lost");
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Resume(lesson.steps().getFirst().scene(), document.run()));
      return session.newest().main().parameters();
    }
  }

  /** A part of one file of a document: what is cut off, or the letter that is another now. */
  private record Harm(String file, int at, int with) {
    byte[] done(byte[] content) {
      byte[] harmed = with < 0 ? java.util.Arrays.copyOf(content, at) : content.clone();
      if (with >= 0) {
        harmed[at] = (byte) with;
      }
      return harmed;
    }
  }

  /** The zip was whole and what is in it is not, as after a repair by hand. */
  @Test
  void what_is_wrong_within_is_said_in_one_line_each() throws Exception {
    DocumentFiles whole = DocumentZip.read(KEPT.resolve("moons-1.ladera"));
    List<Harm> harms = new ArrayList<>();
    whole
        .files()
        .forEach(
            (name, content) -> {
              for (int at = 0; at < content.length; at++) {
                harms.add(new Harm(name, at, -1));
                for (int other : new int[] {0, ' ', '\n', '9', ':', '-', 0xff, content[at] ^ 1}) {
                  harms.add(new Harm(name, at, other & 0xff));
                }
              }
            });
    int turn = 0;
    List<Harm> tried = new ArrayList<>();
    // Spread over all files, others for each.
    int step = Boolean.getBoolean("ladera.rigs") ? 1 : harms.size() / 150;
    for (int i = 0; i < harms.size(); i += step) {
      tried.addAll(Rigs.sample(harms.subList(i, Math.min(harms.size(), i + step)), 1, turn++));
    }
    for (Harm harm : tried) {
      Map<String, byte[]> files = new TreeMap<>(whole.files());
      files.put(harm.file(), harm.done(files.get(harm.file())));
      assertTrue(answered(new DocumentFiles(new TreeMap<>(files))), harm.toString());
    }
    assertTrue(tried.size() >= 100, tried.size() + " tried");
  }

  private boolean answered(DocumentFiles files) throws IOException {
    try {
      Path here = folder.resolve("harmed");
      Files.createDirectories(here);
      files.checked("harmed").writeInto(here);
      LessonReader.Result read = LessonReader.read(here);
      for (Fault fault : read.faults()) {
        said(fault);
      }
      if (read.lesson().isEmpty()) {
        return !read.faults().isEmpty();
      }
      Lesson lesson = read.lesson().get();
      LabDocument document = LabDocument.of(lesson);
      try (InlineSession session = new InlineSession()) {
        session.send(new Command.Resume(lesson.steps().getFirst().scene(), document.run()));
        return session.newest() != null;
      }
    } catch (UnreadableDocument e) {
      said(e.fault());
      return true;
    }
  }

  private static void said(Fault fault) {
    for (Language language : Language.values()) {
      String text = fault.text(Messages.load(language));
      assertEquals(1, text.lines().count(), text);
      assertFalse(text.contains("Exception"), text);
    }
  }
}
