package org.ladera.store.document;

import java.util.HashMap;
import java.util.Map;
import org.ladera.lesson.model.Fault;

/** A document or a string is not as it has to be; the fault says what is wrong. */
public final class UnreadableDocument extends Exception {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 60;

  private final transient Fault fault;

  UnreadableDocument(String file, String key, String... namesAndValues) {
    super(file + ": " + key);
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], shortened(namesAndValues[i + 1]));
    }
    fault = new Fault(shortened(file), 0, 0, "", "document." + key, values);
  }

  /** A document whose lesson could not be read. */
  public UnreadableDocument(Fault fault) {
    super(fault.file() + ": " + fault.key());
    this.fault = fault;
  }

  private static String shortened(String value) {
    String line = value.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  public Fault fault() {
    return fault;
  }
}
