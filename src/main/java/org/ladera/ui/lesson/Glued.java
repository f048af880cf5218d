package org.ladera.ui.lesson;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Signs and formulas that stay together on one line, all on one baseline. */
final class Glued extends Region {
  Glued(List<Node> pieces) {
    getChildren().addAll(pieces);
  }

  @Override
  public double getBaselineOffset() {
    return getChildren().stream().mapToDouble(Node::getBaselineOffset).max().orElse(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    return getChildren().stream().mapToDouble(piece -> piece.prefWidth(-1)).sum();
  }

  @Override
  protected double computePrefHeight(double width) {
    double below =
        getChildren().stream()
            .mapToDouble(piece -> piece.prefHeight(-1) - piece.getBaselineOffset())
            .max()
            .orElse(0);
    return getBaselineOffset() + below;
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double baseline = getBaselineOffset();
    double x = 0;
    for (Node piece : getChildren()) {
      double width = piece.prefWidth(-1);
      double y = baseline - piece.getBaselineOffset();
      if (piece.isResizable()) {
        piece.resize(width, piece.prefHeight(-1));
      }
      piece.relocate(x, y);
      x += width;
    }
  }
}
