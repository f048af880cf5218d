package org.ladera.store.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a document by their names, in order: a lesson's own text files, side by side.
 *
 * @param files content by name
 */
public record DocumentFiles(SortedMap<String, byte[]> files) {
  /** The format of documents that this program writes; it reads all up to it. */
  public static final int VERSION = 1;

  static final int MOST_FILES = 64;
  static final int MOST_BYTES = 64 << 20;

  private static final String VERSION_FILE = "version.txt";
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,60}\\.[a-z]{1,11}");
  private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)\\..*");

  public DocumentFiles {
    files = new TreeMap<>(files);
  }

  /** Text files with the version of the format beside them. */
  static DocumentFiles of(Map<String, String> texts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    files.put(VERSION_FILE, (VERSION + "\n").getBytes(StandardCharsets.UTF_8));
    return new DocumentFiles(files);
  }

  /** The files of a folder that are a document's; others, and links, are not looked at. */
  public static DocumentFiles in(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    List<Path> inside;
    try (Stream<Path> all = Files.list(folder)) {
      inside = all.sorted().limit(10_000).toList();
    }
    long bytes = 0;
    for (Path file : inside) {
      String name = String.valueOf(file.getFileName());
      if (isName(name)
          && List.of("yaml", "md", "csv", "txt", "json", "npz", "safetensors", "gz")
              .contains(name.substring(name.indexOf('.') + 1))
          && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && files.size() < MOST_FILES
          && (bytes += Files.size(file)) <= MOST_BYTES) {
        files.put(name, Files.readAllBytes(file));
      }
    }
    if (!files.containsKey(VERSION_FILE)) {
      files.put(VERSION_FILE, (VERSION + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return new DocumentFiles(files);
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches() && !DEVICE.matcher(name).matches();
  }

  /**
   * Whether this program can read them.
   *
   * @param document as the person knows it
   */
  DocumentFiles checked(String document) throws UnreadableDocument {
    if (!files.containsKey("lesson.yaml")) {
      throw new UnreadableDocument(document, "none");
    }
    byte[] version = files.get(VERSION_FILE);
    if (version != null) {
      String said = new String(version, StandardCharsets.UTF_8).strip();
      if (!said.matches("[0-9]{1,4}")) {
        throw new UnreadableDocument(document, "damaged");
      }
      if (Integer.parseInt(said) > VERSION) {
        throw new UnreadableDocument(
            document, "newer", "found", said, "known", String.valueOf(VERSION));
      }
    }
    return this;
  }

  /** Writes them into an empty folder. */
  public void writeInto(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** A name under which no other stands, on systems that do not tell letters' sizes either. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
