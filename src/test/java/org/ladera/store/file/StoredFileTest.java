package org.ladera.store.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Progress.Answer;
import org.ladera.lesson.model.Progress.Mark;
import org.ladera.lesson.model.Progress.State;
import org.ladera.lesson.model.Progress.StepProgress;
import org.ladera.store.progress.ProgressText;

/** Files of a person, shown with the one that matters most: the progress. */
class StoredFileTest {
  private static final Progress SOME =
      new Progress(
          Optional.of(new Mark("line", "cost")),
          Map.of(
              new Mark("line", "data"),
              new StepProgress(State.DONE, Map.of("q", new Answer("−0,5 \\ \n ñ", true))),
              new Mark("line", "cost"),
              new StepProgress(State.STARTED, Map.of("q", new Answer("", false)))));

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("sub").resolve("progress.txt");
  }

  private static StoredFile<Progress> open(Path file) {
    return StoredFile.open(file, new ProgressText());
  }

  private static StoredFile<Progress> saved(Path file, Progress progress) {
    StoredFile<Progress> store = open(file);
    assertTrue(store.save(progress), () -> store.trouble().toString());
    return store;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(file().getParent())) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatIsSavedIsReadAgain() {
    saved(file(), SOME);
    StoredFile<Progress> again = open(file());
    assertEquals(SOME, again.content());
    assertEquals(Optional.empty(), again.trouble());
  }

  @Test
  void aMissingFileIsABeginning() {
    StoredFile<Progress> store = open(file());
    assertEquals(Progress.NONE, store.content());
    assertEquals(Optional.empty(), store.trouble());
    assertFalse(Files.exists(file().getParent()), "looking leaves no trace");
  }

  @Test
  void aFileOfTheFirstVersionIsRead() throws IOException {
    byte[] body = "at line cost\nstep line cost started\n".getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update(body);
    Files.createDirectories(file().getParent());
    String head =
        String.format(Locale.ROOT, "ladera-progress 1 %d %08x\n", body.length, crc.getValue());
    Files.writeString(file(), head + new String(body, StandardCharsets.UTF_8));
    assertEquals(Progress.NONE.opened("line", "cost"), open(file()).content());
  }

  @Test
  void anyDamageIsNoticedAndTheFileKept() throws IOException {
    saved(file(), SOME);
    byte[] whole = Files.readAllBytes(file());
    for (int i = 0; i < 2 * whole.length; i++) {
      byte[] damaged = i % 2 == 0 ? Arrays.copyOf(whole, i / 2) : whole.clone();
      if (i % 2 == 1) {
        // Of the version's digit a higher one as well: it is damage, not a newer version.
        damaged[i / 2] ^= 1;
      }
      Path spoilt = folder.resolve("spoilt-" + i + ".txt");
      Path kept = folder.resolve("spoilt-" + i + ".txt.unreadable-1");
      Files.write(spoilt, damaged);
      StoredFile<Progress> store = open(spoilt);
      assertEquals(
          Optional.of(new Trouble.Damaged(spoilt, kept, false)), store.trouble(), "byte " + i / 2);
      assertEquals(Progress.NONE, store.content());
      store.save(Progress.NONE.opened("x", "y"));
      assertArrayEquals(damaged, Files.readAllBytes(kept), "byte " + i / 2);
    }
  }

  @Test
  void theGenerationBeforeStandsInForADamagedFile() throws IOException {
    saved(file(), SOME).save(SOME.opened("line", "surface"));
    Files.writeString(file(), "half a li");
    StoredFile<Progress> store = open(file());
    assertEquals(SOME, store.content());
    Path copy = file().resolveSibling("progress.txt.unreadable-1");
    assertEquals(Optional.of(new Trouble.Damaged(file(), copy, true)), store.trouble());
  }

  @Test
  void threeGenerationsStayAndEachCanStandIn() throws IOException {
    StoredFile<Progress> store = open(file());
    List<Progress> all = new ArrayList<>(List.of(SOME));
    for (int i = 0; i < 5; i++) {
      assertTrue(store.save(all.getLast()));
      all.add(all.getLast().opened("line", "step-" + i));
    }
    List<Path> generations =
        Stream.of("", ".bak", ".bak-2", ".bak-3")
            .map(ending -> file().resolveSibling("progress.txt" + ending))
            .toList();
    assertEquals(
        List.of(
            "progress.txt",
            "progress.txt.bak",
            "progress.txt.bak-2",
            "progress.txt.bak-3",
            "progress.txt.lock"),
        names());
    for (int i = 0; i < generations.size() - 1; i++) {
      Files.writeString(generations.get(i), "broken");
      assertEquals(all.get(3 - i), open(file()).content(), "without " + (i + 1));
    }
  }

  @Test
  void theGenerationBeforeStandsInForAMissingFile() throws IOException {
    saved(file(), SOME).save(SOME.opened("line", "surface"));
    Files.delete(file());
    assertEquals(SOME, open(file()).content());
  }

  @Test
  void aFileOfANewerVersionIsLeftAlone() throws IOException {
    Files.createDirectories(file().getParent());
    byte[] newer = Envelope.seal("ladera-progress", 3, "hello");
    Files.write(file(), newer);
    StoredFile<Progress> store = open(file());
    assertEquals(Optional.of(new Trouble.Newer(file(), 3)), store.trouble());
    assertFalse(store.save(SOME));
    assertArrayEquals(newer, Files.readAllBytes(file()));
  }

  @Test
  void aSaveEndedInTheMiddleLeavesTheOldFileAndNothingElse() throws IOException {
    saved(file(), SOME);
    Files.write(file().resolveSibling("progress.txt.7263.tmp"), new byte[] {1, 2, 3});
    Files.write(file().resolveSibling("progress.txt.tmp"), new byte[] {1, 2, 3});
    Files.write(file().resolveSibling("progress.txt.bak.tmp"), new byte[] {1, 2, 3});
    assertEquals(SOME, open(file()).content());
    assertEquals(List.of("progress.txt", "progress.txt.lock"), names());
  }

  @Test
  void aFileInThePlaceOfTheFolderIsSaidAndSavingWorksOnceItIsGone() throws IOException {
    Files.writeString(file().getParent(), "in the way");
    StoredFile<Progress> store = open(file());
    assertFalse(store.save(SOME));
    assertEquals(
        Optional.of(new Trouble.NotSaved(file(), Trouble.Reason.BLOCKED)), store.trouble());
    Files.delete(file().getParent());
    assertTrue(store.save(SOME));
    assertEquals(Optional.empty(), store.trouble());
    assertEquals(SOME, open(file()).content());
  }

  @Test
  void aFolderInThePlaceOfTheFileIsSaid() throws IOException {
    Files.createDirectories(file().resolve("full"));
    StoredFile<Progress> store = open(file());
    assertFalse(store.save(SOME));
    assertEquals(
        Optional.of(new Trouble.NotSaved(file(), Trouble.Reason.BLOCKED)), store.trouble());
  }

  @Test
  void aFolderThatIsDeletedIsMadeAgainWithAllThatWasDone() throws IOException {
    StoredFile<Progress> store = saved(file(), SOME);
    for (String name : names()) {
      Files.delete(file().resolveSibling(name));
    }
    Files.delete(file().getParent());
    Progress more = SOME.opened("line", "surface");
    assertTrue(store.save(more));
    assertEquals(more, open(file()).content());
  }

  @Test
  void aLockThatIsNotGivenBackIsSaid() throws IOException {
    StoredFile<Progress> store = saved(file(), SOME);
    Path lock = file().resolveSibling("progress.txt.lock");
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                lock.toString())
            .start();
    try {
      assertEquals('x', other.getInputStream().read());
      assertFalse(store.save(SOME.opened("line", "surface")));
      assertEquals(
          Trouble.Reason.BUSY,
          assertInstanceOf(Trouble.NotSaved.class, store.trouble().orElseThrow()).reason());
    } finally {
      other.destroy();
    }
  }

  /** Another program that keeps a lock until it is ended. */
  static final class LockHolder {
    public static void main(String[] args) throws IOException {
      try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
        channel.lock();
        System.out.write('x');
        System.out.flush();
        System.in.read();
      }
    }
  }

  @Test
  void ofTwoWindowsNobodyLosesAStep() {
    StoredFile<Progress> one = open(file());
    StoredFile<Progress> two = open(file());
    Answer right = new Answer("3", true);
    Progress b = Progress.NONE.opened("xor", "table").opened("xor", "perceptron");
    assertTrue(two.save(b));
    Progress a =
        new Progress(
            Optional.of(new Mark("line", "data")),
            Map.of(
                new Mark("line", "data"), new StepProgress(State.DONE, Map.of("q", right)),
                new Mark("xor", "table"),
                    new StepProgress(State.STARTED, Map.of("q", new Answer("4", false)))));
    assertTrue(one.save(a));
    Progress both = open(file()).content();
    assertEquals(Optional.of(new Mark("line", "data")), both.at());
    assertEquals(3, both.steps().size());
    assertEquals(State.STARTED, both.of("xor", "perceptron").state());
    assertEquals(right, both.of("line", "data").answers().get("q"));
    // What was answered rightly in one window is not lost by a wrong answer in the other.
    assertTrue(
        two.save(
            b.with(
                new Progress(
                    Optional.empty(),
                    Map.of(
                        new Mark("line", "data"),
                        new StepProgress(State.STARTED, Map.of("q", new Answer("7", false))))))));
    assertEquals(right, open(file()).content().of("line", "data").answers().get("q"));
    assertEquals(State.DONE, open(file()).content().of("line", "data").state());
  }

  @Test
  void twoWindowsThatSaveAllTheTimeNeverGiveABrokenFile() throws Exception {
    saved(file(), Progress.NONE.opened("line", "data"));
    int each = 60;
    try (ExecutorService windows = Executors.newFixedThreadPool(3)) {
      List<Future<Progress>> writers =
          Stream.of("one", "two")
              .map(
                  name ->
                      windows.submit(
                          () -> {
                            StoredFile<Progress> store = open(file());
                            Progress mine = store.content();
                            for (int i = 0; i < each; i++) {
                              mine = mine.opened(name, "step-" + i);
                              assertTrue(store.save(mine), () -> store.trouble().toString());
                            }
                            return mine;
                          }))
              .toList();
      Future<Integer> reader =
          windows.submit(
              () -> {
                int reads = 0;
                while (!writers.stream().allMatch(Future::isDone)) {
                  byte[] bytes = Files.readAllBytes(file());
                  assertInstanceOf(
                      Envelope.Opened.Whole.class, Envelope.open(bytes, "ladera-progress", 2));
                  reads++;
                }
                return reads;
              });
      for (Future<Progress> writer : writers) {
        writer.get(60, TimeUnit.SECONDS);
      }
      assertTrue(reader.get(60, TimeUnit.SECONDS) > each);
    }
    assertEquals(1 + 2 * each, open(file()).content().steps().size());
  }
}
