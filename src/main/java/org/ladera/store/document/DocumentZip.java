package org.ladera.store.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A document as a file: {@code my.ladera}, a zip of its text files. */
public final class DocumentZip {
  /** All documents of the same content are the same bytes. */
  private static final LocalDateTime WRITTEN = LocalDateTime.of(2000, 1, 1, 0, 0);

  private DocumentZip() {}

  public static byte[] write(DocumentFiles document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : document.files().entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(WRITTEN);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /**
   * Reads the files out of a zip. Nothing outside it can be named, and what it unpacks to is
   * counted while it is read.
   *
   * @throws IOException when the file cannot be read
   * @throws UnreadableDocument when it is no document
   */
  public static DocumentFiles read(Path file) throws IOException, UnreadableDocument {
    String name = String.valueOf(file.getFileName());
    if (Files.size(file) > DocumentFiles.MOST_BYTES) {
      throw tooLarge(name);
    }
    return read(Files.readAllBytes(file), name);
  }

  static DocumentFiles read(byte[] bytes, String name) throws UnreadableDocument {
    if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
      throw new UnreadableDocument(name, "none");
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      Set<String> keys = new HashSet<>();
      String folder = "";
      long left = DocumentFiles.MOST_BYTES;
      int entries = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String path = entry.getName();
        if (++entries > 2 * DocumentFiles.MOST_FILES || files.size() > DocumentFiles.MOST_FILES) {
          throw tooLarge(name);
        }
        if (entries == 1 && path.indexOf('/') > 0) {
          // Whoever zips a folder zips its name too.
          folder = path.substring(0, path.indexOf('/') + 1);
        }
        String inside = path.startsWith(folder) ? path.substring(folder.length()) : path;
        if (inside.isEmpty()) {
          continue;
        }
        if (!DocumentFiles.isName(inside) || !keys.add(DocumentFiles.key(inside))) {
          throw new UnreadableDocument(name, "path", "found", path);
        }
        byte[] content = limited(zip, left);
        left -= content.length;
        if (left <= 0) {
          throw tooLarge(name);
        }
        files.put(inside, content);
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new UnreadableDocument(name, "damaged");
    } catch (IOException e) {
      throw new UnreadableDocument(name, "damaged");
    }
    return new DocumentFiles(files).checked(name);
  }

  private static byte[] limited(InputStream in, long most) throws IOException {
    return in.readNBytes((int) Math.min(Integer.MAX_VALUE, most));
  }

  private static UnreadableDocument tooLarge(String name) {
    return new UnreadableDocument(
        name, "large", "limit", String.valueOf(DocumentFiles.MOST_BYTES >> 20));
  }
}
