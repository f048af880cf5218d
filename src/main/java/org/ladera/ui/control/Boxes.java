package org.ladera.ui.control;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Boxes that hold nothing or are only a shape. */
public final class Boxes {
  private Boxes() {}

  /** Nothing when it is one already: a size that is set again has everything laid out again. */
  public static void square(Region region, double side) {
    if (region.getMaxWidth() == side) {
      return;
    }
    region.setMinSize(side, side);
    region.setPrefSize(side, side);
    region.setMaxSize(side, side);
  }

  /** Room that grows between two groups of a row. */
  public static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  /** A line of one pixel. */
  public static Region separator() {
    Region line = new Region();
    line.getStyleClass().add("separator-line");
    line.setMinHeight(1);
    line.setPrefHeight(1);
    line.setMaxHeight(1);
    return line;
  }
}
