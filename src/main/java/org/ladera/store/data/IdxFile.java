package org.ladera.store.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.StringJoiner;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of bytes in the IDX format of MNIST, plain or gzip: 0, 0, 8 for unsigned bytes, the number
 * of dimensions, each size as four bytes with the highest first, then the values row by row.
 *
 * @param sizes of the dimensions
 * @param values their product of them
 */
record IdxFile(int[] sizes, byte[] values) {
  /** Far above MNIST's 47 million. */
  private static final int MOST_VALUES = 200_000_000;

  /** Bytes for which there is room before any is read, and how many times as much comes next. */
  private static final int FIRST_ROOM = 1 << 20;

  private static final long GROWTH = 8;

  private static final int UNSIGNED_BYTE = 8;

  static IdxFile read(Path file, int dimensions) throws UnreadableData {
    try (InputStream in = open(file)) {
      byte[] head = in.readNBytes(4 + 4 * dimensions);
      String magic = "00 00 08 0" + dimensions;
      if (head.length == 0) {
        throw UnreadableData.file(file, "idx.empty", "expected", magic);
      }
      if (head.length < 4
          || head[0] != 0
          || head[1] != 0
          || head[2] != UNSIGNED_BYTE
          || head[3] != dimensions) {
        throw UnreadableData.file(file, "idx.magic", "found", first(head), "expected", magic);
      }
      if (head.length < 4 + 4 * dimensions) {
        throw tooShort(file, 4L + 4L * dimensions, head.length);
      }
      int[] sizes = sizes(file, head, dimensions);
      int count = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
      byte[] values = values(in, count);
      if (values.length < count) {
        throw tooShort(file, (long) head.length + count, (long) head.length + values.length);
      }
      if (in.read() >= 0) {
        throw UnreadableData.file(
            file, "idx.long", "expected", String.valueOf((long) head.length + count));
      }
      return new IdxFile(sizes, values);
    } catch (ZipException | EOFException e) {
      throw UnreadableData.file(file, "idx.gzip");
    } catch (IOException e) {
      throw UnreadableData.file(file, "file.unreadable");
    }
  }

  /** The bytes that say what a file is. */
  private static String first(byte[] head) {
    byte[] first = Arrays.copyOf(head, Math.min(head.length, 4));
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(first);
  }

  /**
   * Up to so many, fewer where the file ends. Room grows with what was really read, whatever the
   * head of the file says, and by so much that little is ever there twice.
   */
  private static byte[] values(InputStream in, int count) throws IOException {
    byte[] values = new byte[Math.min(count, FIRST_ROOM)];
    int found = in.readNBytes(values, 0, values.length);
    while (found == values.length && found < count) {
      values = Arrays.copyOf(values, (int) Math.min(count, GROWTH * found));
      found += in.readNBytes(values, found, values.length - found);
    }
    return found < values.length ? Arrays.copyOf(values, found) : values;
  }

  private static UnreadableData tooShort(Path file, long expected, long found) {
    return UnreadableData.file(
        file, "idx.short", "expected", String.valueOf(expected), "found", String.valueOf(found));
  }

  /** Recognised by its first bytes, whatever its name. */
  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      in.mark(2);
      boolean zipped = in.read() == 0x1F && in.read() == 0x8B;
      in.reset();
      return zipped ? new GZIPInputStream(in, 1 << 16) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static int[] sizes(Path file, byte[] head, int dimensions) throws UnreadableData {
    int[] sizes = new int[dimensions];
    long all = 1;
    StringJoiner announced = new StringJoiner(" x ");
    boolean fits = true;
    for (int d = 0; d < dimensions; d++) {
      long size = 0;
      for (int i = 0; i < 4; i++) {
        size = size << 8 | head[4 + 4 * d + i] & 0xFF;
      }
      announced.add(String.valueOf(size));
      fits &= size >= 1 && size <= MOST_VALUES;
      all = fits ? all * size : 0;
      fits &= all <= MOST_VALUES;
      sizes[d] = (int) size;
    }
    if (!fits) {
      throw UnreadableData.file(
          file, "idx.size", "found", announced.toString(), "limit", String.valueOf(MOST_VALUES));
    }
    return sizes;
  }
}
