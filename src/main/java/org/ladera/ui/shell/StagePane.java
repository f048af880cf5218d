package org.ladera.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ladera.text.Messages;

/**
 * The stage: up to four views that touch, a line of one pixel between them. The first view is the
 * one the step talks about and gets the most room. Where the window is small, it takes the upper
 * part and the others share the lower one as tabs.
 */
final class StagePane extends Region {
  /** Narrower than this, or lower, there is no room for four plots. */
  private static final double ROOMY_WIDTH = 640;

  private static final double ROOMY_HEIGHT = 520;
  private static final double TABS = 38;
  private static final double LEFT_SHARE = 0.397;
  private static final double TOP_SHARE = 0.532;

  private final List<Region> seats = new ArrayList<>();
  private final HBox tabs = new HBox();
  private int expanded = -1;
  private int tab = 1;

  StagePane() {
    getStyleClass().add("stage");
    tabs.getStyleClass().add("stage-tabs");
    setMinSize(240, 180);
  }

  /**
   * @param titles one for each node, for the tabs
   */
  void show(List<? extends Region> nodes, List<String> titles, Messages messages) {
    boolean same = seats.equals(nodes);
    if (!same) {
      seats.clear();
      seats.addAll(nodes);
      seats.forEach(s -> s.getStyleClass().add("seat"));
      expanded = -1;
      tab = 1;
      getChildren().setAll(seats);
      getChildren().add(tabs);
    }
    ToggleGroup group = new ToggleGroup();
    tabs.getChildren().clear();
    tabs.setAccessibleText(messages.text("stage.tabs"));
    for (int i = 1; i < titles.size(); i++) {
      int index = i;
      ToggleButton button = new ToggleButton(titles.get(i));
      button.getStyleClass().setAll("segment");
      button.setToggleGroup(group);
      button.setSelected(i == tab);
      button.setOnAction(
          e -> {
            tab = index;
            button.setSelected(true);
            requestLayout();
          });
      tabs.getChildren().add(button);
    }
    requestLayout();
  }

  /** The view that fills the stage comes back; or {@code index} fills it. */
  void toggle(int index) {
    if (index < seats.size()) {
      expanded = expanded == index ? -1 : index;
      requestLayout();
    }
  }

  int indexOf(Region node) {
    return seats.indexOf(node);
  }

  /** The view that fills the stage, if one does. */
  Optional<Integer> expanded() {
    return expanded < 0 ? Optional.empty() : Optional.of(expanded);
  }

  @Override
  protected void layoutChildren() {
    double w = getWidth();
    double h = getHeight();
    boolean crowded = seats.size() > 1 && (w < ROOMY_WIDTH || h < ROOMY_HEIGHT);
    tabs.setVisible(crowded && expanded < 0 && seats.size() > 2);
    for (int i = 0; i < seats.size(); i++) {
      boolean shown =
          expanded >= 0
              ? i == expanded
              : !crowded || i == 0 || i == Math.min(tab, seats.size() - 1);
      seats.get(i).setVisible(shown);
    }
    if (expanded >= 0) {
      place(seats.get(expanded), 0, 0, w, h);
    } else if (crowded) {
      layOutCrowded(w, h);
    } else {
      layOutRoomy(w, h);
    }
  }

  private void layOutCrowded(double w, double h) {
    double bar = tabs.isVisible() ? TABS : 0;
    double upper = Math.round((h - bar) * (seats.size() > 1 ? 0.54 : 1));
    place(seats.getFirst(), 0, 0, w, upper);
    if (bar > 0) {
      tabs.resizeRelocate(0, upper + 1, w, bar - 1);
    }
    if (seats.size() > 1) {
      Region other = seats.get(Math.min(tab, seats.size() - 1));
      place(other, 0, upper + Math.max(bar, 1), w, h - upper - Math.max(bar, 1));
    }
  }

  private void layOutRoomy(double w, double h) {
    double left = Math.round(w * LEFT_SHARE);
    double top = Math.round(h * TOP_SHARE);
    switch (seats.size()) {
      case 0 -> {}
      case 1 -> place(seats.getFirst(), 0, 0, w, h);
      case 2 -> {
        place(seats.get(1), 0, 0, left, h);
        place(seats.get(0), left + 1, 0, w - left - 1, h);
      }
      case 3 -> {
        place(seats.get(1), 0, 0, left, top);
        place(seats.get(2), 0, top + 1, left, h - top - 1);
        place(seats.get(0), left + 1, 0, w - left - 1, h);
      }
      default -> {
        place(seats.get(1), 0, 0, left, top);
        place(seats.get(0), left + 1, 0, w - left - 1, top);
        place(seats.get(3), 0, top + 1, left, h - top - 1);
        place(seats.get(2), left + 1, top + 1, w - left - 1, h - top - 1);
      }
    }
  }

  private static void place(Region region, double x, double y, double w, double h) {
    region.resizeRelocate(x, y, Math.max(0, w), Math.max(0, h));
  }

  @Override
  protected double computeMinWidth(double height) {
    return 240;
  }

  /** Everything on it is gone; used when a step has no views. */
  void clear() {
    seats.clear();
    getChildren().clear();
    setPadding(Insets.EMPTY);
  }
}
