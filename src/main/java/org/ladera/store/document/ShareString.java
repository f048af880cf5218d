package org.ladera.store.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What is shared as a string that can be pasted anywhere: {@code ladera1-<checksum>-<content>}, the
 * content deflated and in base64url. Either a whole document, or the name of a lesson and a step
 * that everybody has.
 */
public sealed interface ShareString {
  /** A whole document. */
  record Whole(DocumentFiles document) implements ShareString {}

  /**
   * A step of a lesson that comes with the program.
   *
   * @param step empty for the one that the lesson plays
   */
  record Named(String lesson, String step) implements ShareString {}

  Pattern FORM = Pattern.compile("ladera([0-9]{1,4})-([0-9a-f]{8})-([A-Za-z0-9_-]+)");

  /** Longer ones are files. */
  int LONGEST = 20 << 20;

  /** Whether a text is meant to be such a string, right or not. */
  static boolean looksLike(String text) {
    return text.strip().matches("(?s)ladera[0-9]{1,4}-.*");
  }

  default String text() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out =
          new DataOutputStream(
              new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION, true)))) {
        switch (this) {
          case Whole(DocumentFiles document) -> {
            out.writeByte('D');
            for (Map.Entry<String, byte[]> file : document.files().entrySet()) {
              out.writeUTF(file.getKey());
              out.writeInt(file.getValue().length);
              out.write(file.getValue());
            }
          }
          case Named(String lesson, String step) -> {
            out.writeByte('L');
            out.writeUTF(lesson);
            out.writeUTF(step);
          }
        }
      }
      byte[] packed = bytes.toByteArray();
      return "ladera"
          + DocumentFiles.VERSION
          + "-"
          + checksum(packed)
          + "-"
          + Base64.getUrlEncoder().withoutPadding().encodeToString(packed);
    } catch (IOException e) {
      throw new IllegalStateException("written to memory", e);
    }
  }

  private static String checksum(byte[] packed) {
    CRC32 crc = new CRC32();
    crc.update(packed);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /**
   * Reads a string; blanks and line ends in it do no harm.
   *
   * @throws UnreadableDocument when it is cut, changed, or from a newer program
   */
  static ShareString read(String text) throws UnreadableDocument {
    String plain = text.replaceAll("\\s+", "");
    String shown = plain.substring(0, Math.min(plain.length(), 24)) + "…";
    Matcher form = FORM.matcher(plain);
    if (plain.length() > LONGEST || !form.matches()) {
      throw new UnreadableDocument(shown, "string");
    }
    int version = Integer.parseInt(form.group(1));
    if (version > DocumentFiles.VERSION) {
      throw new UnreadableDocument(
          shown,
          "newer",
          "found",
          String.valueOf(version),
          "known",
          String.valueOf(DocumentFiles.VERSION));
    }
    try {
      byte[] packed = Base64.getUrlDecoder().decode(form.group(3));
      if (!checksum(packed).equals(form.group(2))) {
        throw new UnreadableDocument(shown, "string");
      }
      return content(packed, shown);
    } catch (IllegalArgumentException | IOException e) {
      throw new UnreadableDocument(shown, "string");
    }
  }

  private static ShareString content(byte[] packed, String shown)
      throws IOException, UnreadableDocument {
    Inflater inflater = new Inflater(true);
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed), inflater))) {
      int kind = in.read();
      if (kind == 'L') {
        return new Named(in.readUTF(), in.readUTF());
      }
      if (kind != 'D') {
        throw new UnreadableDocument(shown, "string");
      }
      SortedMap<String, byte[]> files = new TreeMap<>();
      long left = DocumentFiles.MOST_BYTES;
      while (true) {
        int first = in.read();
        if (first < 0) {
          break;
        }
        int length = first << 8 | in.readUnsignedByte();
        String name = new String(in.readNBytes(length), java.nio.charset.StandardCharsets.UTF_8);
        int size = in.readInt();
        if (!DocumentFiles.isName(name)) {
          throw new UnreadableDocument(shown, "path", "found", name);
        }
        left -= size;
        if (size < 0 || left < 0 || files.size() == DocumentFiles.MOST_FILES) {
          throw new UnreadableDocument(
              shown, "large", "limit", String.valueOf(DocumentFiles.MOST_BYTES >> 20));
        }
        byte[] content = in.readNBytes(size);
        if (content.length < size) {
          throw new UnreadableDocument(shown, "string");
        }
        files.put(name, content);
      }
      return new Whole(new DocumentFiles(files).checked(shown));
    } finally {
      inflater.end();
    }
  }
}
