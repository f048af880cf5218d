package org.ladera.store.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A person's text file: UTF-8 of a bounded size, with or without a byte order mark. */
final class DataText {
  private static final int MOST_MEGABYTES = 20;

  private DataText() {}

  static String read(Path file) throws UnreadableData {
    byte[] bytes = bytes(file);
    if (bytes.length >= 2
        && (isMark(bytes, 0xFE, 0xFF)
            || isMark(bytes, 0xFF, 0xFE)
            || (bytes[0] == 0) != (bytes[1] == 0))) {
      throw UnreadableData.file(file, "encoding.utf16");
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    boolean broken = decoder.decode(ByteBuffer.wrap(bytes), out, true).isError();
    String text = out.flip().toString();
    if (broken) {
      int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
      int column = text.length() - text.lastIndexOf('\n');
      throw UnreadableData.at(file, line, column, "", "encoding.not-utf8");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean isMark(byte[] bytes, int first, int second) {
    return (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static byte[] bytes(Path file) throws UnreadableData {
    if (!Files.isRegularFile(file)) {
      throw UnreadableData.file(file, "table.missing");
    }
    int most = MOST_MEGABYTES * 1024 * 1024;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw UnreadableData.file(file, "table.large", "limit", String.valueOf(MOST_MEGABYTES));
      }
      return bytes;
    } catch (IOException e) {
      throw UnreadableData.file(file, "file.unreadable");
    }
  }
}
