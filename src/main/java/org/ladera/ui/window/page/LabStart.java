package org.ladera.ui.window.page;

import java.nio.file.Path;
import org.ladera.engine.data.Generator;

/** The ways into a laboratory. */
public interface LabStart {
  /** The laboratory that was left goes on. */
  void resume();

  /** Data or a document from a file that the person chooses. */
  void openFile();

  /** Pictures in a folder that the person chooses. */
  void pictures();

  /** What the clipboard holds. */
  void paste();

  /** Points by hand. */
  void draw();

  /** A function by its formula. */
  void formula();

  /** A set that the engine draws. */
  void drawn(Generator generator);

  /** A document that was open before. */
  void recent(Path file);

  void back();
}
