package org.ladera.ui.program;

import java.nio.file.Path;
import org.ladera.explain.Quantity;
import org.ladera.present.step.Grid;

/** What a person does while their program is compared. */
public interface ProgramActions {
  /** Away from the page. */
  void back();

  /** Takes what the clipboard holds. */
  void paste();

  /** Asks for a file. */
  void chooseFile();

  /** Takes a file. */
  void read(Path file);

  /** Looks at another quantity of the program. */
  void choose(int line);

  /** Looks at another cell of the quantity. */
  void choose(Grid.Cell cell);

  /** Opens the update at a number. */
  void see(Quantity number);

  void copy(String text);
}
