package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Tokens;

/**
 * The shape of a network, small: a column of circles for each layer; of many units a few. A hidden
 * layer is dragged up for more units and down for fewer, or sideways to another place; with the
 * focus the arrow keys do the same.
 */
final class LayerSketch extends Region {
  private static final int MOST = 8;
  private static final double HEIGHT = 104;

  /** From one unit to the next, in radii. */
  private static final double STEP = 3.2;

  /** So far a hand moves for one unit more. */
  private static final double DRAG = 9;

  /** What a person does with a layer, counted from 0. */
  interface Moves {
    void units(int layer, int units);

    void move(int from, int to);

    void remove(int layer);

    void insert(int before);
  }

  /** What a person has hold of; kept while the panel is made anew. */
  static final class Chosen {
    /** The layer that the keys are about. */
    private int layer;

    /** Whether a hand moves a slider, under which the panel must not be made anew. */
    boolean held;

    /** The control that follows what was moved, for the keys that come next. */
    Optional<String> focus = Optional.empty();
  }

  private final List<List<Circle>> columns = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final Rectangle mark = new Rectangle();
  private final Label told = new Label();
  private final NetworkSpec network;
  private final Moves moves;
  private final Chosen chosen;
  private final Messages messages;
  private final double radius;
  private final double drag;
  private double pressedX;
  private double pressedY;
  private boolean dragging;

  LayerSketch(NetworkSpec network, Moves moves, Chosen chosen, Messages messages, Tokens tokens) {
    this.network = network;
    this.moves = moves;
    this.chosen = chosen;
    this.messages = messages;
    radius = tokens.px(4);
    drag = tokens.px(DRAG);
    setId("lab-sketch");
    chosen.layer = Math.clamp(chosen.layer, 0, Math.max(0, hidden() - 1));
    List<Integer> sizes = new ArrayList<>(List.of(network.inputs()));
    network.layers().stream().map(LayerSpec::units).forEach(sizes::add);
    int most = sizes.stream().mapToInt(size -> Math.min(MOST, size)).max().orElse(1);
    double height = Math.min(tokens.px(HEIGHT), (most + 1) * STEP * radius);
    setPrefHeight(height);
    setMinHeight(height);
    for (int size : sizes) {
      add(size, tokens);
    }
    mark.setFill(null);
    mark.setStroke(tokens.accent());
    mark.setStrokeWidth(1.5);
    mark.setArcWidth(2 * radius);
    mark.setArcHeight(2 * radius);
    mark.visibleProperty().bind(focusedProperty());
    told.getStyleClass().addAll("lab-told", "size-12");
    told.setVisible(false);
    getChildren().addAll(lines);
    columns.forEach(getChildren()::addAll);
    getChildren().addAll(mark, told);
    getChildren().forEach(node -> node.setManaged(false));
    if (hidden() > 0) {
      listen();
    }
  }

  private void add(int size, Tokens tokens) {
    List<Circle> column =
        IntStream.range(0, Math.min(MOST, size)).mapToObj(i -> new Circle(radius)).toList();
    for (int i = 0; i < column.size(); i++) {
      Circle circle = column.get(i);
      boolean gap = size > MOST && i == MOST / 2;
      circle.setFill(tokens.panel());
      circle.setStroke(gap ? tokens.muted() : tokens.input().ink());
      circle.setStrokeWidth(1.5);
      circle.setRadius(gap ? radius / 3 : radius);
    }
    if (!columns.isEmpty()) {
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

  private int hidden() {
    return network.layers().size() - 1;
  }

  private void listen() {
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SPINNER);
    setCursor(Cursor.HAND);
    speak();
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(this::release);
    setOnKeyPressed(this::key);
  }

  private void speak() {
    setAccessibleText(
        messages.text(
            "lab.sketch.spoken", Map.of("layer", chosen.layer + 1, "units", units(chosen.layer))));
  }

  private int units(int layer) {
    return network.layers().get(layer).units();
  }

  private boolean hasUnits(int layer) {
    return network.layers().get(layer).isDense();
  }

  /** The hidden layer whose column is nearest, from 0. */
  private int nearest(double x) {
    double each = (getWidth() - 4 * radius) / Math.max(1, columns.size() - 1);
    return Math.clamp(Math.round((x - 2 * radius) / each) - 1, 0, hidden() - 1);
  }

  private void press(MouseEvent e) {
    requestFocus();
    chosen.layer = nearest(e.getX());
    pressedX = e.getX();
    pressedY = e.getY();
    dragging = false;
    speak();
    requestLayout();
  }

  /** As many as the hand has asked for, one for each stretch; of many units more at a time. */
  private int asked(MouseEvent e) {
    int now = units(chosen.layer);
    long steps = Math.round((pressedY - e.getY()) / drag);
    return Math.clamp(now + steps * Math.max(1, now / 16), 1, LayerEditor.MOST_UNITS);
  }

  private boolean isSideways(MouseEvent e) {
    return Math.abs(e.getX() - pressedX) > Math.abs(e.getY() - pressedY);
  }

  private void drag(MouseEvent e) {
    dragging |= Math.hypot(e.getX() - pressedX, e.getY() - pressedY) > drag / 2;
    if (!dragging) {
      return;
    }
    int place = nearest(e.getX()) + 1;
    told.setText(
        isSideways(e)
            ? messages.text("lab.sketch.place", Map.of("place", place))
            : messages.text("lab.sketch.units", Map.of("units", asked(e))));
    told.setVisible(isSideways(e) || hasUnits(chosen.layer));
    told.autosize();
    told.relocate(
        Math.clamp(e.getX() + 3 * radius, 0, Math.max(0, getWidth() - told.getWidth())),
        Math.clamp(e.getY() - told.getHeight(), 0, Math.max(0, getHeight() - told.getHeight())));
  }

  private void release(MouseEvent e) {
    told.setVisible(false);
    if (!dragging) {
      return;
    }
    dragging = false;
    int from = chosen.layer;
    if (isSideways(e)) {
      place(from, nearest(e.getX()));
    } else if (hasUnits(from) && asked(e) != units(from)) {
      moves.units(from, asked(e));
    }
  }

  private void place(int from, int to) {
    if (to != from && to >= 0 && to < hidden()) {
      chosen.layer = to;
      moves.move(from, to);
    }
  }

  private void key(KeyEvent e) {
    if (e.isShortcutDown() || e.isAltDown()) {
      return;
    }
    int layer = chosen.layer;
    switch (e.getCode()) {
      case LEFT, RIGHT -> {
        int to = layer + (e.getCode() == javafx.scene.input.KeyCode.LEFT ? -1 : 1);
        if (e.isShiftDown()) {
          place(layer, to);
        } else {
          chosen.layer = Math.clamp(to, 0, hidden() - 1);
        }
      }
      case UP, DOWN -> {
        int by = e.getCode() == javafx.scene.input.KeyCode.UP ? 1 : -1;
        int units = Math.clamp(units(layer) + by, 1, LayerEditor.MOST_UNITS);
        if (hasUnits(layer) && units != units(layer)) {
          moves.units(layer, units);
        }
      }
      case DELETE, BACK_SPACE -> moves.remove(layer);
      case INSERT, PLUS, EQUALS, ADD -> moves.insert(layer + 1);
      default -> {
        return;
      }
    }
    speak();
    requestLayout();
    e.consume();
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
    if (hidden() > 0) {
      Circle top = columns.get(chosen.layer + 1).getFirst();
      mark.setX(top.getCenterX() - 2 * radius);
      mark.setWidth(4 * radius);
      mark.setY(1);
      mark.setHeight(getHeight() - 2);
    }
  }
}
