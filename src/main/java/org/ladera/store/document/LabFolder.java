package org.ladera.store.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.ladera.store.lesson.LessonReader;

/**
 * Where the documents of a laboratory lie while they are edited, so that the one reader of lessons
 * reads them. Files that did not change are not written again. For one thread at a time.
 */
public final class LabFolder {
  private @Nullable Path folder;
  private Map<String, byte[]> written = Map.of();

  /** The lesson that a document is now, or what is wrong with it. */
  public LessonReader.Result read(LabDocument document) {
    try {
      return LessonReader.read(put(document.files().files()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path put(SortedMap<String, byte[]> files) throws IOException {
    Path here = folder;
    if (here == null) {
      here = OpenDocument.temporary("laboratory");
      folder = here;
    }
    for (String name : List.copyOf(written.keySet())) {
      if (!files.containsKey(name)) {
        Files.deleteIfExists(here.resolve(name));
      }
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (!Arrays.equals(file.getValue(), written.get(file.getKey()))) {
        Files.write(here.resolve(file.getKey()), file.getValue());
      }
    }
    written = new HashMap<>(files);
    return here;
  }
}
