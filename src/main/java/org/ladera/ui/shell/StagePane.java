package org.ladera.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Tokens;

/**
 * The stage: up to four views that touch, a line of one pixel between them. The first view is the
 * one the step talks about and gets the most room. Where the window is small, it takes the upper
 * part and the others share the lower one as tabs.
 */
final class StagePane extends Region {
  /** Narrower than this, or lower, there is no room for four plots. */
  private static final double ROOMY_WIDTH = 700;

  private static final double ROOMY_HEIGHT = 560;
  private static final double TABS = 36;
  private static final double LEFT_SHARE = 0.397;
  private static final double TOP_SHARE = 0.532;
  private static final double UPPER_SHARE = 0.54;

  /** Two plots stand one above the other where side by side they would be towers. */
  private static final double TALL = 1.25;

  private final List<Region> seats = new ArrayList<>();
  private final VBox empty = new VBox();
  private Segments<Integer> tabs = new Segments<>(List.of(), tab -> {}, "size-12", tab -> "");
  private double scale = 1;
  private int expanded = -1;
  private int tab = 1;

  StagePane() {
    getStyleClass().add("stage");
    empty.getStyleClass().add("seat");
    empty.setAlignment(Pos.CENTER);
    setMinSize(240, 180);
    widthProperty().addListener((property, was, is) -> arrange());
    heightProperty().addListener((property, was, is) -> arrange());
  }

  /**
   * @param titles one for each node, for the tabs
   */
  void show(List<? extends Region> nodes, List<String> titles, Messages messages, Tokens tokens) {
    scale = tokens.scale();
    if (!seats.equals(nodes)) {
      seats.clear();
      seats.addAll(nodes);
      seats.forEach(s -> s.getStyleClass().add("seat"));
      expanded = -1;
      tab = 1;
      tabs = new Segments<>(others(), this::turnTo, "size-12", index -> "tab-" + (index + 1));
      tabs.getStyleClass().setAll("stage-tabs");
    }
    tabs.setAccessibleText(messages.text("stage.tabs"));
    tabs.show(titles::get, titles::get, tab);
    arrange();
  }

  /** Says that there is nothing to show, and what to do about it. */
  void showEmpty(String title, String text) {
    Label head = new Label(title);
    head.getStyleClass().addAll("sheet-title", "size-16");
    Label words = new Label(text);
    words.getStyleClass().addAll("sheet-text", "size-13");
    words.setWrapText(true);
    empty.setSpacing(8 * scale);
    empty.getChildren().setAll(head, words);
    seats.clear();
    seats.add(empty);
    expanded = -1;
    arrange();
  }

  private List<Integer> others() {
    List<Integer> indices = new ArrayList<>();
    for (int i = 1; i < seats.size(); i++) {
      indices.add(i);
    }
    return indices;
  }

  private void turnTo(int index) {
    tab = index;
    tabs.choose(index);
    arrange();
  }

  /** The view that fills the stage comes back; or {@code index} fills it. */
  void toggle(int index) {
    if (index < seats.size()) {
      expanded = expanded == index ? -1 : index;
      arrange();
    }
  }

  /** Whether one view fills the stage instead of all. */
  boolean isExpanded() {
    return expanded >= 0;
  }

  /** Puts the view that fills the stage back to its place. */
  void restore() {
    expanded = -1;
    arrange();
  }

  private boolean crowded() {
    return seats.size() > 1
        && (getWidth() < ROOMY_WIDTH * scale || getHeight() < ROOMY_HEIGHT * scale);
  }

  /** Only what is seen is on the stage: a view that is not there costs nothing. */
  private void arrange() {
    List<Region> seen = new ArrayList<>();
    if (isExpanded()) {
      seen.add(seats.get(expanded));
    } else if (crowded()) {
      seen.add(seats.getFirst());
      if (seats.size() > 2) {
        seen.add(tabs);
      }
      seen.add(lower());
    } else {
      seen.addAll(seats);
    }
    if (!getChildren().equals(seen)) {
      getChildren().setAll(seen);
    }
    requestLayout();
  }

  private Region lower() {
    return seats.get(Math.min(tab, seats.size() - 1));
  }

  @Override
  protected void layoutChildren() {
    double w = getWidth();
    double h = getHeight();
    if (isExpanded()) {
      place(seats.get(expanded), 0, 0, w, h);
    } else if (crowded()) {
      layOutCrowded(w, h);
    } else {
      layOutRoomy(w, h);
    }
  }

  private void layOutCrowded(double w, double h) {
    double bar = seats.size() > 2 ? Math.round(TABS * scale) : 0;
    double upper = Math.round((h - bar) * UPPER_SHARE);
    place(seats.getFirst(), 0, 0, w, upper);
    place(tabs, 0, upper + 1, w, bar);
    double top = upper + 1 + bar;
    place(lower(), 0, top, w, h - top);
  }

  private void layOutRoomy(double w, double h) {
    double left = Math.round(w * LEFT_SHARE);
    double top = Math.round(h * TOP_SHARE);
    switch (seats.size()) {
      case 0 -> {}
      case 1 -> place(seats.getFirst(), 0, 0, w, h);
      case 2 -> {
        if (w < TALL * h) {
          place(seats.get(0), 0, 0, w, top);
          place(seats.get(1), 0, top + 1, w, h - top - 1);
        } else {
          place(seats.get(1), 0, 0, left, h);
          place(seats.get(0), left + 1, 0, w - left - 1, h);
        }
      }
      case 3 -> {
        place(seats.get(0), 0, 0, w, top);
        place(seats.get(1), 0, top + 1, left, h - top - 1);
        place(seats.get(2), left + 1, top + 1, w - left - 1, h - top - 1);
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
}
