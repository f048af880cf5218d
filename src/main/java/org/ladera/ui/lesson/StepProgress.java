package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.ladera.ui.control.Shapes;
import org.ladera.ui.theme.Tokens;

/** A short line for each step: before, here, and still to come. A click goes to a step. */
final class StepProgress extends Region {
  private static final double GAP = 4;

  private final Tokens tokens;
  private final List<Rectangle> bars = new ArrayList<>();
  private final List<Region> targets = new ArrayList<>();

  /**
   * @param current from 0
   * @param goTo gets the index of a step that was clicked
   */
  StepProgress(List<String> titles, int current, Tokens tokens, IntConsumer goTo) {
    this.tokens = tokens;
    for (int i = 0; i < titles.size(); i++) {
      int index = i;
      Rectangle bar = new Rectangle();
      bar.setManaged(false);
      bar.setMouseTransparent(true);
      bar.setFill(color(i, current));
      bars.add(bar);
      Region target = new Region();
      target.setAccessibleRole(AccessibleRole.BUTTON);
      target.setAccessibleText(titles.get(i));
      target.setCursor(Cursor.HAND);
      target.setOnMouseClicked(e -> goTo.accept(index));
      Tooltip.install(target, new Tooltip(titles.get(i)));
      targets.add(target);
    }
    getChildren().addAll(targets);
    getChildren().addAll(bars);
  }

  private Color color(int index, int current) {
    return index < current
        ? tokens.success().mark()
        : index == current ? tokens.accent() : tokens.separator();
  }

  @Override
  protected double computePrefHeight(double width) {
    return Shapes.px(tokens, 24);
  }

  @Override
  protected double computeMinWidth(double height) {
    return bars.size() * (GAP + 4);
  }

  @Override
  protected double computePrefWidth(double height) {
    return bars.size() * Shapes.px(tokens, 20);
  }

  @Override
  protected void layoutChildren() {
    double each = (getWidth() + GAP) / Math.max(1, bars.size());
    double thick = Shapes.px(tokens, 3);
    for (int i = 0; i < bars.size(); i++) {
      double x = i * each;
      targets.get(i).resizeRelocate(x, 0, each, getHeight());
      Rectangle bar = bars.get(i);
      bar.setX(x);
      bar.setY(Math.round((getHeight() - thick) / 2));
      bar.setWidth(Math.max(1, each - GAP));
      bar.setHeight(thick);
      bar.setArcWidth(thick);
      bar.setArcHeight(thick);
    }
  }
}
