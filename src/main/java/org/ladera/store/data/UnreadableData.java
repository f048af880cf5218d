package org.ladera.store.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.ladera.lesson.model.Fault;

/** A file of data is not as it has to be; the fault says where and what was expected. */
public final class UnreadableData extends Exception {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 60;

  private final transient Fault fault;

  private UnreadableData(Fault fault) {
    super(fault.file() + ": " + fault.key());
    this.fault = fault;
  }

  /** The file as a whole. */
  static UnreadableData file(Path file, String key, String... namesAndValues) {
    return at(file, 0, 0, "", key, namesAndValues);
  }

  /** A file of many with the same name, told with its folder. */
  static UnreadableData inFolder(Path file, String key, String... namesAndValues) {
    Fault alone = file(file, key, namesAndValues).fault();
    Path folder = file.toAbsolutePath().getParent();
    String name =
        folder == null || folder.getFileName() == null
            ? alone.file()
            : folder.getFileName() + "/" + alone.file();
    return new UnreadableData(new Fault(name, 0, 0, "", key, alone.values()));
  }

  /**
   * @param line from 1, 0 for the whole file
   * @param column from 1, 0 for the whole line
   * @param field name of the column of the table, or empty
   */
  static UnreadableData at(
      Path file, int line, int column, String field, String key, String... namesAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], shortened(namesAndValues[i + 1]));
    }
    String name = String.valueOf(file.getFileName());
    return new UnreadableData(new Fault(name, line, column, shortened(field), key, values));
  }

  private static String shortened(String value) {
    String line = value.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  public Fault fault() {
    return fault;
  }
}
