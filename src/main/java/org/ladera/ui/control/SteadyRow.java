package org.ladera.ui.control;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/**
 * A row with a number that changes at every pulse. JavaFX lays out everything around a text that
 * changes; here only when it takes another width.
 */
public final class SteadyRow extends HBox {
  private boolean held;

  public SteadyRow(Node... pieces) {
    super(pieces);
  }

  /** Changes what stands in it. */
  public void change(Runnable words) {
    double[] before = widths();
    held = true;
    try {
      words.run();
    } finally {
      held = false;
    }
    if (!Arrays.equals(before, widths())) {
      requestLayout();
    }
  }

  private double[] widths() {
    return getManagedChildren().stream()
        .mapToDouble(piece -> snapSizeX(piece.prefWidth(-1)))
        .toArray();
  }

  @Override
  public void requestLayout() {
    if (!held) {
      super.requestLayout();
    }
  }
}
