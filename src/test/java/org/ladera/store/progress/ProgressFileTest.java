package org.ladera.store.progress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Progress.Answer;
import org.ladera.lesson.model.Progress.Mark;
import org.ladera.lesson.model.Progress.State;
import org.ladera.lesson.model.Progress.StepProgress;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class ProgressFileTest {
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

  private static ProgressFile saved(Path file, Progress progress) {
    ProgressFile store = ProgressFile.open(file);
    assertEquals(Optional.empty(), store.save(progress));
    return store;
  }

  @Test
  void whatIsSavedIsReadAgain() {
    saved(file(), SOME);
    ProgressFile again = ProgressFile.open(file());
    assertEquals(SOME, again.progress());
    assertEquals(Optional.empty(), again.fault());
  }

  @Test
  void aMissingFileIsABeginning() {
    ProgressFile store = ProgressFile.open(file());
    assertEquals(Progress.NONE, store.progress());
    assertEquals(Optional.empty(), store.fault());
  }

  @Test
  void anyDamageIsNoticedAndTheFileKept() throws IOException {
    saved(file(), SOME);
    byte[] whole = Files.readAllBytes(file());
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = i % 2 == 0 ? Arrays.copyOf(whole, i) : whole.clone();
      if (i % 2 == 1) {
        damaged[i] ^= 1;
      }
      Path spoilt = folder.resolve("spoilt-" + i + ".txt");
      Files.write(spoilt, damaged);
      ProgressFile store = ProgressFile.open(spoilt);
      // A higher version number is another program's file; everything else is damage.
      boolean newer = store.fault().orElseThrow().key().equals("progress.newer");
      Path kept = newer ? spoilt : folder.resolve("spoilt-" + i + ".txt.unreadable-1");
      assertEquals(Progress.NONE, store.progress());
      store.save(Progress.NONE.opened("x", "y"));
      assertArrayEquals(damaged, Files.readAllBytes(kept), "byte " + i);
    }
  }

  @Test
  void theBackupStandsInForADamagedFile() throws IOException {
    saved(file(), SOME).save(SOME.opened("line", "surface"));
    Files.writeString(file(), "half a li");
    ProgressFile store = ProgressFile.open(file());
    assertEquals(SOME, store.progress());
    for (Language language : Language.values()) {
      String said = store.fault().orElseThrow().text(Messages.load(language));
      assertTrue(said.contains("progress.txt.unreadable-1"), said);
    }
  }

  @Test
  void theBackupStandsInForAMissingFile() throws IOException {
    saved(file(), SOME).save(SOME.opened("line", "surface"));
    Files.delete(file());
    assertEquals(SOME, ProgressFile.open(file()).progress());
  }

  @Test
  void aFileOfANewerVersionIsLeftAlone() throws IOException {
    Files.createDirectories(file().getParent());
    String newer = "ladera-progress 2 5 00000000\nhello";
    Files.writeString(file(), newer);
    ProgressFile store = ProgressFile.open(file());
    assertEquals("progress.newer", store.save(SOME).orElseThrow().key());
    assertEquals(newer, Files.readString(file()));
  }

  @Test
  void anInterruptedSaveLeavesTheOldFileAndNothingElse() throws IOException {
    saved(file(), SOME);
    Files.write(file().resolveSibling("progress.txt.tmp"), new byte[] {1, 2, 3});
    assertEquals(SOME, ProgressFile.open(file()).progress());
    assertFalse(Files.exists(file().resolveSibling("progress.txt.tmp")));
  }

  @Test
  void aSaveThatFailsSaysSoAndKeepsTheOldFile() throws IOException {
    ProgressFile store = saved(file(), SOME);
    byte[] before = Files.readAllBytes(file());
    // A folder in the place of the temporary file makes writing it impossible.
    Files.createDirectories(file().resolveSibling("progress.txt.tmp").resolve("full"));
    assertEquals("progress.not-saved", store.save(Progress.NONE).orElseThrow().key());
    assertArrayEquals(before, Files.readAllBytes(file()));
  }

  @Test
  void theTextIsTheSameInEveryLocale() {
    String text = new String(ProgressText.write(SOME), StandardCharsets.UTF_8);
    assertEquals(
        """
        at line cost
        step line cost started
        answer line cost q wrong\s
        step line data done
        answer line data q right −0,5 \\\\ \\n ñ
        """,
        text.substring(text.indexOf('\n') + 1));
  }
}
