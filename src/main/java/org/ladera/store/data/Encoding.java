package org.ladera.store.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the letters of a person's text file are written.
 *
 * @param name as people call it: {@code UTF-8}
 * @param mark bytes of the byte order mark before the text
 */
public record Encoding(Charset charset, String name, int mark) {
  private static final int LOOKED_AT = 4096;
  private static final int CHUNK = 1 << 16;

  /** Latin-1 with the letters that Windows has in its gaps: what spreadsheets write. */
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /**
   * By its mark, by the zeros of UTF-16, as UTF-8 where all of it is, or else Latin-1.
   *
   * @throws UnreadableData when it is no text
   */
  static Encoding of(Path file) throws IOException, UnreadableData {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(LOOKED_AT);
    }
    if (starts(head, 'P', 'K', 3, 4) || starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw UnreadableData.file(file, "table.workbook");
    }
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(StandardCharsets.UTF_8, "UTF-8", 3);
    }
    if (starts(head, 0xFF, 0xFE)) {
      return new Encoding(StandardCharsets.UTF_16LE, "UTF-16", 2);
    }
    if (starts(head, 0xFE, 0xFF)) {
      return new Encoding(StandardCharsets.UTF_16BE, "UTF-16", 2);
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        even += 1 - i % 2;
        odd += i % 2;
      }
    }
    if (odd > head.length / 4 && even == 0) {
      return new Encoding(StandardCharsets.UTF_16LE, "UTF-16", 0);
    }
    if (even > head.length / 4 && odd == 0) {
      return new Encoding(StandardCharsets.UTF_16BE, "UTF-16", 0);
    }
    if (even + odd > 0 || starts(head, '%', 'P', 'D', 'F')) {
      throw UnreadableData.file(file, "table.not-text");
    }
    return isUtf8(file)
        ? new Encoding(StandardCharsets.UTF_8, "UTF-8", 0)
        : new Encoding(WINDOWS, "Latin-1", 0);
  }

  private static boolean starts(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8(Path file) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    CharBuffer chars = CharBuffer.allocate(CHUNK);
    try (InputStream in = Files.newInputStream(file)) {
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.limit(bytes.position() + Math.max(read, 0)).position(0);
        if (decoder.decode(bytes, chars.clear(), end).isError()) {
          return false;
        }
        bytes.compact();
      }
      return true;
    }
  }

  /** The text of the file, after its mark. What is malformed becomes U+FFFD. */
  Reader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(mark);
    return new InputStreamReader(in, charset);
  }
}
