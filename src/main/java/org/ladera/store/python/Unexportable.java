package org.ladera.store.python;

/** A run has a part for which there is no program in another language yet. */
public final class Unexportable extends Exception {
  private static final long serialVersionUID = 1;

  private final String part;

  Unexportable(String part) {
    super(part);
    this.part = part;
  }

  /** A run with changes made on its way: a program knows one setting from its start to its end. */
  public static Unexportable changed() {
    return new Unexportable("edits");
  }

  /** Its word in lesson files. */
  public String part() {
    return part;
  }
}
