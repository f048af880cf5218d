package org.ladera.store.cases;

import java.util.Map;

/** What is wrong with a trace case: where, and what was expected. */
public final class CaseFault extends Exception {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final transient Map<String, String> values;

  /** Kinds of faults; texts are {@code case.<kind>} with the values as placeholders. */
  public enum Kind {
    /** path, line, column */
    MALFORMED,
    /** path, line, column: a key that stands twice in one object */
    REPEATED,
    /** path; near: the field that stands in its place, if one does */
    MISSING,
    /** path, known; near: what it is called here, if that is clear */
    UNKNOWN,
    /** path, expected (key of a noun), found (key of a noun or the value itself) */
    TYPE,
    /** path, expected, found: two shapes */
    SHAPE,
    /** path, found, known; near: what it is called here, if that is clear */
    NAME,
    /** path, found, expected: a condition such as "&gt; 0" */
    RANGE
  }

  CaseFault(Kind kind, Map<String, String> values) {
    super(kind + " " + values);
    this.kind = kind;
    this.values = Map.copyOf(values);
  }

  public Kind kind() {
    return kind;
  }

  public Map<String, String> values() {
    return values;
  }
}
