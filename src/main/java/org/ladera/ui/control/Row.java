package org.ladera.ui.control;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Lays its children side by side, and one below the other where their words need more room than
 * that.
 */
public final class Row extends Pane {
  /** How children share the width when they stand side by side. */
  public enum Share {
    /** All equally wide. */
    EQUAL,
    /** As wide as their words, the first at the left end, the last at the right. */
    APART
  }

  private final Share share;
  private final double gap;

  public Row(Share share, double gap, List<? extends Node> children) {
    this.share = share;
    this.gap = gap;
    getChildren().addAll(children);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private boolean fits(double width) {
    List<Node> children = getManagedChildren();
    double gaps = gap * (children.size() - 1);
    double needed =
        switch (share) {
          case EQUAL ->
              children.stream().mapToDouble(c -> c.prefWidth(-1)).max().orElse(0) * children.size();
          case APART -> children.stream().mapToDouble(c -> c.prefWidth(-1)).sum();
        };
    return Math.ceil(needed) + gaps <= width + 0.5;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    List<Node> children = getManagedChildren();
    return children.stream().mapToDouble(c -> c.prefWidth(-1)).sum()
        + gap * Math.max(0, children.size() - 1);
  }

  @Override
  protected double computePrefHeight(double width) {
    List<Node> children = getManagedChildren();
    if (width < 0 || fits(width)) {
      double equal = (width - gap * (children.size() - 1)) / Math.max(1, children.size());
      boolean shared = share == Share.EQUAL && width >= 0;
      return children.stream()
          .mapToDouble(c -> c.prefHeight(shared ? equal : Math.ceil(c.prefWidth(-1))))
          .max()
          .orElse(0);
    }
    return children.stream().mapToDouble(c -> c.prefHeight(width)).sum()
        + gap * Math.max(0, children.size() - 1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    List<Node> children = getManagedChildren();
    double width = getWidth();
    if (!fits(width)) {
      double y = 0;
      for (Node child : children) {
        double height = child.prefHeight(width);
        child.resizeRelocate(0, y, width, height);
        y += height + gap;
      }
      return;
    }
    double equal = (width - gap * (children.size() - 1)) / children.size();
    double x = 0;
    for (int i = 0; i < children.size(); i++) {
      Node child = children.get(i);
      double w = share == Share.EQUAL ? equal : Math.ceil(child.prefWidth(-1));
      boolean last = share == Share.APART && i == children.size() - 1 && i > 0;
      double from = last ? width - w : x;
      child.resizeRelocate(Math.round(from), 0, Math.round(w), getHeight());
      x += w + gap;
    }
  }
}
