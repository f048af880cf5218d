package org.ladera.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** On files of the format written here: image i has one white pixel, in the place of its label. */
class DigitsCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int digits(String... args) {
    Surroundings here =
        new Surroundings(
            Messages.load(Language.EN),
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            folder,
            folder.resolve("log"));
    return new Commands(here).run(args);
  }

  private void write(String part, int count, boolean zipped) throws IOException {
    write(part, count, 5, zipped);
  }

  private void write(String part, int count, int columns, boolean zipped) throws IOException {
    try (DataOutputStream images = open(part + "-images-idx3-ubyte", zipped);
        DataOutputStream labels = open(part + "-labels-idx1-ubyte", zipped)) {
      images.writeInt(0x0803);
      images.writeInt(count);
      images.writeInt(2);
      images.writeInt(columns);
      labels.writeInt(0x0801);
      labels.writeInt(count);
      for (int i = 0; i < count; i++) {
        int label = 7 * i % 10;
        labels.writeByte(label);
        for (int pixel = 0; pixel < 2 * columns; pixel++) {
          images.writeByte(pixel == label ? 255 : 0);
        }
      }
    }
  }

  private DataOutputStream open(String name, boolean zipped) throws IOException {
    OutputStream file = Files.newOutputStream(folder.resolve(zipped ? name + ".gz" : name));
    return new DataOutputStream(zipped ? new GZIPOutputStream(file) : file);
  }

  @Test
  void whatIsEasyIsLearnedFromPlainAndFromZippedFiles() throws IOException {
    write("train", 400, true);
    write("t10k", 50, false);
    int code =
        digits("digits", folder.toString(), "--hidden", "12", "--batch", "20", "--rate", "0.02");
    assertEquals(0, code, err::toString);
    List<String> lines = out.toString().lines().toList();
    assertEquals(11, lines.size());
    assertTrue(lines.getFirst().startsWith("400 images to learn from, 50 "), lines.getFirst());
    assertTrue(lines.getFirst().contains("10-12-10"), lines.getFirst());
    assertTrue(lines.getLast().contains(" 100.00 % "), lines.getLast());
  }

  @Test
  void aFolderWithoutThemIsAFaultInOneLine() throws IOException {
    write("train", 20, true);
    assertEquals(1, digits("digits", folder.toString()));
    assertEquals(1, err.toString().lines().count());
    assertTrue(err.toString().contains("t10k-images-idx3-ubyte"), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void testImagesOfAnotherSizeAreOneSentence() throws IOException {
    write("train", 20, true);
    write("t10k", 20, 6, false);
    assertEquals(1, digits("digits", folder.toString()));
    assertEquals(1, err.toString().lines().count(), err::toString);
    assertTrue(err.toString().contains("10 pixels"), err.toString());
    assertTrue(err.toString().contains("12"), err.toString());
  }

  @Test
  void layersThatNoMachineHoldsAreRefusedWithTheFigures() {
    // Four hundred million numbers, five times each: 16 GB at least.
    assertEquals(1, digits("digits", "--hidden", "10000,10000,10000,10000,10000"));
    assertEquals(1, err.toString().lines().count(), err::toString);
    assertTrue(err.toString().contains("MB"), err.toString());
  }

  @Test
  void numbersThatDoNotFitAreRefused() {
    assertEquals(2, digits("digits", "--epochs", "0"));
    assertEquals(2, digits("digits", "--rate", "-1"));
    assertEquals(2, digits("digits", "--hidden", "64,0"));
    assertEquals(3, err.toString().lines().count());
  }
}
