package org.ladera.store.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Text files as a lesson may have them: UTF-8 without byte order mark, of a bounded size. */
final class StrictText {
  private StrictText() {}

  /**
   * The text of a file, lines ended by a line feed.
   *
   * @throws Refused when it is missing, a link, too large or not plain UTF-8
   */
  static String read(Path file, LessonSource source, int mostBytes) {
    byte[] bytes = bytes(file, source, mostBytes);
    refuseOtherEncodings(bytes, source);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      throw source.refuse(SourcePosition.in(out, out.length()), "", "encoding.not-utf8");
    }
    String text = out.toString().replace("\r\n", "\n").replace('\r', '\n');
    refuseControls(text, source);
    return text;
  }

  private static byte[] bytes(Path file, LessonSource source, int mostBytes) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw source.refuse(
          SourcePosition.FILE, "", Files.isSymbolicLink(file) ? "file.link" : "file.missing");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw source.refuse(
            SourcePosition.FILE, "", "file.large", "limit", String.valueOf(mostBytes / 1024));
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw source.refuse(SourcePosition.FILE, "", "file.missing");
    } catch (IOException e) {
      throw source.refuse(SourcePosition.FILE, "", "file.unreadable");
    }
  }

  private static void refuseOtherEncodings(byte[] bytes, LessonSource source) {
    if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE)) {
      throw source.refuse(SourcePosition.FILE, "", "encoding.utf16");
    }
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      throw source.refuse(SourcePosition.FILE, "", "encoding.bom");
    }
    // ASCII text in UTF-16 without a mark has a zero in every pair of bytes.
    if (bytes.length >= 2 && (bytes[0] == 0) != (bytes[1] == 0)) {
      throw source.refuse(SourcePosition.FILE, "", "encoding.utf16");
    }
  }

  private static boolean starts(byte[] bytes, int... head) {
    if (bytes.length < head.length) {
      return false;
    }
    for (int i = 0; i < head.length; i++) {
      if ((bytes[i] & 0xFF) != head[i]) {
        return false;
      }
    }
    return true;
  }

  private static void refuseControls(String text, LessonSource source) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean allowed = c == '\n' || c == '\t';
      if (!allowed && (Character.isISOControl(c) || c == '\uFEFF' || c >= '\uFFFE')) {
        throw source.refuse(
            SourcePosition.in(text, i),
            "",
            "encoding.control",
            "code",
            String.format(Locale.ROOT, "U+%04X", (int) c));
      }
    }
  }
}
