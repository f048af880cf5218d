package org.ladera.store.python;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ladera.explain.comparison.GivenArray;

/** Reads the arrays of a person's program, in whichever form it left them. */
public final class GivenArrays {
  private static final int MOST_BYTES = 64 << 20;

  private GivenArrays() {}

  /**
   * @throws IOException when the file cannot be read
   * @throws UnreadableArrays when it holds no arrays
   */
  public static List<GivenArray> read(Path file) throws IOException, UnreadableArrays {
    String name = String.valueOf(file.getFileName());
    if (Files.size(file) > MOST_BYTES) {
      throw new UnreadableArrays("large", "limit", String.valueOf(MOST_BYTES >> 20));
    }
    byte[] bytes = Files.readAllBytes(file);
    String stem = name.replaceAll("\\.[^.]*$", "");
    String ending = name.substring(stem.length()).toLowerCase(Locale.ROOT);
    if (bytes.length > 6 && bytes[0] == (byte) 0x93 && bytes[1] == 'N') {
      return List.of(NpyReader.read(stem, bytes));
    }
    if (bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K') {
      return archive(bytes);
    }
    if (SafeTensors.isOne(bytes)) {
      return SafeTensors.read(bytes);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return ending.equals(".csv") && text.indexOf('[') < 0
        ? List.of(ArrayText.table(stem, text))
        : ArrayText.read(stem, text);
  }

  /**
   * Reads what a program has printed.
   *
   * @throws UnreadableArrays when there are no arrays in it
   */
  public static List<GivenArray> pasted(String text) throws UnreadableArrays {
    return ArrayText.read("", text);
  }

  private static List<GivenArray> archive(byte[] bytes) throws UnreadableArrays {
    List<GivenArray> arrays = new ArrayList<>();
    long left = MOST_BYTES;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes((int) left);
        left -= content.length;
        if (left <= 0) {
          throw new UnreadableArrays("large", "limit", String.valueOf(MOST_BYTES >> 20));
        }
        arrays.add(NpyReader.read(entry.getName().replaceAll("\\.npy$", ""), content));
      }
    } catch (EOFException | IllegalArgumentException e) {
      throw new UnreadableArrays("damaged");
    } catch (IOException e) {
      throw new UnreadableArrays("damaged");
    }
    if (arrays.isEmpty()) {
      throw new UnreadableArrays("none");
    }
    return arrays;
  }
}
