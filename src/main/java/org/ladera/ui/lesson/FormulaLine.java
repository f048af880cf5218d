package org.ladera.ui.lesson;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.fx.Viewport;

/** A formula on a line of its own. What stays too wide to be read in the column is scrolled. */
final class FormulaLine extends Region {
  private static final double BAR = 12;

  private final FormulaView view;
  private final ScrollPane scroll = Viewport.scrolling();

  FormulaLine(FormulaView view) {
    this.view = view;
    scroll.setContent(view);
    scroll.setFitToWidth(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("formula-line");
    getChildren().add(scroll);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return view.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    double whole = view.readable(width);
    return Math.ceil(view.prefHeight(whole)) + (whole > width + 1 && width > 0 ? BAR : 0);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double whole = view.readable(getWidth());
    boolean wide = whole > getWidth() + 1;
    // A width that is set again has everything laid out again.
    if (view.getMinWidth() != (wide ? whole : 0)) {
      view.setMinWidth(wide ? whole : 0);
      view.setPrefWidth(wide ? whole : USE_COMPUTED_SIZE);
    }
    scroll.setFocusTraversable(wide);
    scroll.setAccessibleText(view.getAccessibleText());
    scroll.setHbarPolicy(
        wide ? ScrollPane.ScrollBarPolicy.AS_NEEDED : ScrollPane.ScrollBarPolicy.NEVER);
    scroll.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
