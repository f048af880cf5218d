package org.ladera.store.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A text behind a head line of kind, version, length and checksum. The checksum covers the head as
 * well, so that a changed version digit is damage; only version 1 did not.
 */
final class Envelope {
  private static final Pattern HEAD = Pattern.compile("(\\S+) (\\d{1,6}) (\\d{1,9}) ([0-9a-f]{8})");
  private static final int HEAD_COVERED_SINCE = 2;

  private Envelope() {}

  /** What an envelope held. */
  sealed interface Opened {
    record Whole(String body) implements Opened {}

    record Newer(int version) implements Opened {}

    record Broken() implements Opened {}
  }

  static byte[] seal(String kind, int version, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String head =
        String.format(
            Locale.ROOT,
            "%s %d %d %08x\n",
            kind,
            version,
            body.length,
            checksum(kind, version, body));
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return whole;
  }

  /**
   * @param newest a higher version than this one is {@link Opened.Newer}
   */
  static Opened open(byte[] bytes, String kind, int newest) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    Matcher head = HEAD.matcher(new String(bytes, 0, end, StandardCharsets.UTF_8));
    if (end == bytes.length || !head.matches() || !head.group(1).equals(kind)) {
      return new Opened.Broken();
    }
    int version = Integer.parseInt(head.group(2));
    byte[] body = Arrays.copyOfRange(bytes, end + 1, bytes.length);
    boolean whole =
        body.length == Integer.parseInt(head.group(3))
            && checksum(kind, version, body) == Long.parseLong(head.group(4), 16);
    if (!whole || version < 1) {
      return new Opened.Broken();
    }
    return version > newest
        ? new Opened.Newer(version)
        : new Opened.Whole(new String(body, StandardCharsets.UTF_8));
  }

  private static long checksum(String kind, int version, byte[] body) {
    CRC32 crc = new CRC32();
    if (version >= HEAD_COVERED_SINCE) {
      String head = kind + " " + version + " " + body.length + "\n";
      crc.update(head.getBytes(StandardCharsets.UTF_8));
    }
    crc.update(body);
    return crc.getValue();
  }
}
