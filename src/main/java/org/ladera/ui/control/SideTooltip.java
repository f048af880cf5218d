package org.ladera.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * A tooltip that never opens under the pointer, where it would hide again at once: above it in the
 * lower half of the window, below it in the upper half.
 */
public final class SideTooltip extends Tooltip {
  /** Soon enough to be of use and late enough not to flicker. */
  private static final Duration DELAY = Duration.millis(450);

  /** From where the pointer is said to be, to above the pointer. */
  private static final double LIFT = 28;

  public SideTooltip(String words) {
    super(words);
    setShowDelay(DELAY);
    getStyleClass().add("size-12");
  }

  /** Gives a control without words its name and its tooltip; nothing changes when both are old. */
  public static void name(ButtonBase control, String words, String tip) {
    // A new one is a window with a scene, too dear for a number that changes all the time.
    if (control.getTooltip() instanceof SideTooltip old) {
      old.setText(tip);
    } else {
      control.setTooltip(new SideTooltip(tip));
    }
    if (!words.equals(control.getAccessibleText())) {
      control.setAccessibleText(words);
    }
  }

  /**
   * Names a control of a strip also while it has the focus, at its right, and soon: who passes over
   * the strip reads names.
   */
  public static void beside(ButtonBase control, String words, String tip) {
    name(control, words, tip);
    Tooltip shown = control.getTooltip();
    shown.setShowDelay(Duration.millis(80));
    control
        .focusVisibleProperty()
        .addListener(
            (property, was, is) -> {
              if (is && control.getScene() != null) {
                Bounds place = control.localToScreen(control.getLayoutBounds());
                shown.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
                ((SideTooltip) shown)
                    .showAt(control.getScene().getWindow(), place.getMaxX() + 8, place.getMinY());
              } else {
                shown.hide();
              }
            });
  }

  private void showAt(Window owner, double x, double y) {
    super.show(owner, x, y);
  }

  @Override
  public void show(Window owner, double x, double y) {
    boolean low = y > owner.getY() + owner.getHeight() / 2;
    setAnchorLocation(
        low
            ? PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT
            : PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
    super.show(owner, x, low ? y - LIFT : y);
  }
}
