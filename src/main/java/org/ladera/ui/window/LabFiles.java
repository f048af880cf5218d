package org.ladera.ui.window;

import java.nio.file.Path;
import java.util.List;

/** A laboratory and the files of the person: opened, kept, shared, carried out. FX thread only. */
final class LabFiles {
  private boolean edited;
  private String name = "";

  boolean isEdited() {
    return edited;
  }

  /** Of the file it is kept in; empty before there is one. */
  String name() {
    return name;
  }

  void opened() {
    edited = false;
    name = "";
  }

  void edited() {
    edited = true;
  }

  void pulse() {}

  void keep() {}

  void open() {}

  void open(Path file) {}

  /** Documents that were open before, the newest first. */
  List<Path> recent() {
    return List.of();
  }

  void paste() {}

  void save() {}

  void share() {}

  void carryOut() {}
}
