package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.ui.theme.Tokens;

/** The shape of a network, small: a column of circles for each layer; of many units a few. */
final class LayerSketch extends Region {
  private static final int MOST = 8;
  private static final double HEIGHT = 104;

  /** From one unit to the next, in radii. */
  private static final double STEP = 3.2;

  private final List<List<Circle>> columns = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final double radius;

  LayerSketch(NetworkSpec network, Tokens tokens) {
    radius = tokens.px(4);
    setMouseTransparent(true);
    List<Integer> sizes = new ArrayList<>(List.of(network.inputs()));
    network.layers().stream().map(LayerSpec::units).forEach(sizes::add);
    int most = sizes.stream().mapToInt(size -> Math.min(MOST, size)).max().orElse(1);
    double height = Math.min(tokens.px(HEIGHT), (most + 1) * STEP * radius);
    setPrefHeight(height);
    setMinHeight(height);
    for (int c = 0; c < sizes.size(); c++) {
      List<Circle> column =
          IntStream.range(0, Math.min(MOST, sizes.get(c)))
              .mapToObj(i -> new Circle(radius))
              .toList();
      boolean many = sizes.get(c) > MOST;
      for (int i = 0; i < column.size(); i++) {
        Circle circle = column.get(i);
        boolean gap = many && i == MOST / 2;
        circle.setFill(tokens.panel());
        circle.setStroke(tokens.input().ink());
        circle.setStrokeWidth(1.5);
        if (gap) {
          circle.setRadius(radius / 3);
          circle.setStroke(tokens.muted());
        }
      }
      if (c > 0) {
        for (Circle from : columns.getLast()) {
          for (Circle to : column) {
            Line line = new Line();
            line.setStroke(tokens.controlBorder());
            line.setStrokeWidth(0.6);
            line.startXProperty().bind(from.centerXProperty());
            line.startYProperty().bind(from.centerYProperty());
            line.endXProperty().bind(to.centerXProperty());
            line.endYProperty().bind(to.centerYProperty());
            lines.add(line);
          }
        }
      }
      columns.add(column);
    }
    getChildren().addAll(lines);
    columns.forEach(getChildren()::addAll);
    getChildren().forEach(node -> node.setManaged(false));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 4 * radius;
    for (int c = 0; c < columns.size(); c++) {
      List<Circle> column = columns.get(c);
      double step = Math.min(STEP * radius, (getHeight() - 2 * radius) / column.size());
      for (int i = 0; i < column.size(); i++) {
        column.get(i).setCenterX(2 * radius + width * c / Math.max(1, columns.size() - 1));
        column.get(i).setCenterY(getHeight() / 2 + (i - (column.size() - 1) / 2.0) * step);
      }
    }
  }
}
