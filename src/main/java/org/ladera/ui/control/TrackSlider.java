package org.ladera.ui.control;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.ladera.ui.theme.Tokens;

/**
 * A slider with an optional limit: a red tick, and a hatched zone beyond it. Arrows move a step,
 * with Shift ten, with Ctrl a tenth; Page keys move ten, Home and End go to the ends.
 */
public final class TrackSlider extends Region {
  private final SliderScale scale;
  private final DoubleConsumer moved;
  private final DoubleFunction<String> words;
  private final double unit;

  private final Rectangle track = new Rectangle();
  private final Rectangle filled = new Rectangle();
  private final Rectangle beyond = new Rectangle();
  private final Rectangle tick = new Rectangle();
  private final Circle thumb = new Circle();
  private final Circle ring = new Circle();

  private double value;
  private OptionalDouble limit = OptionalDouble.empty();
  private boolean dragging;

  /**
   * @param words how a value is said
   * @param moved gets every value a person moves to
   */
  public TrackSlider(
      SliderScale scale, Tokens tokens, DoubleFunction<String> words, DoubleConsumer moved) {
    this.scale = scale;
    this.words = words;
    this.moved = moved;
    unit = tokens.scale();
    value = scale.min();
    paint(tokens);
    getChildren().addAll(track, filled, beyond, tick, ring, thumb);
    getChildren().forEach(node -> node.setManaged(false));
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    focusVisibleProperty().addListener((property, was, is) -> ring.setVisible(is));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, e -> dragging = false);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void paint(Tokens tokens) {
    track.setFill(tokens.separator());
    filled.setFill(tokens.accent());
    Color danger = tokens.danger().mark();
    tick.setFill(danger);
    beyond.setFill(
        new LinearGradient(
            0,
            0,
            3 * unit,
            3 * unit,
            false,
            CycleMethod.REPEAT,
            new Stop(0, danger),
            new Stop(0.36, danger),
            new Stop(0.36, tokens.canvas()),
            new Stop(1, tokens.canvas())));
    thumb.setFill(tokens.canvas());
    thumb.setStroke(tokens.accent());
    thumb.setStrokeWidth(2 * unit);
    ring.setFill(Color.TRANSPARENT);
    ring.setStroke(tokens.accent());
    ring.setStrokeWidth(2);
    ring.setVisible(false);
  }

  /** The present value; not taken while a person is dragging. */
  public void show(double newValue, OptionalDouble newLimit) {
    boolean same = newValue == value && newLimit.equals(limit);
    if (same || dragging) {
      return;
    }
    value = newValue;
    limit = newLimit;
    notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    requestLayout();
  }

  public double value() {
    return value;
  }

  private double radius() {
    return 8 * unit;
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.round(24 * unit);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 240 * unit;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 80;
  }

  @Override
  protected void layoutChildren() {
    double y = getHeight() / 2;
    double half = 2 * unit;
    double x = x(value);
    bar(track, 0, getWidth(), y, half);
    bar(filled, 0, x, y, half);
    boolean inside = limit.isPresent() && limit.getAsDouble() < scale.max();
    beyond.setVisible(inside);
    tick.setVisible(inside && limit.getAsDouble() > scale.min());
    if (inside) {
      double from = x(limit.getAsDouble());
      beyond.setX(from);
      beyond.setWidth(Math.max(0, getWidth() - from));
      beyond.setY(y - half);
      beyond.setHeight(2 * half);
      tick.setX(Math.round(from - unit));
      tick.setWidth(Math.round(2 * unit));
      tick.setY(y - 10 * unit);
      tick.setHeight(20 * unit);
    }
    place(thumb, x, y, radius() - unit);
    place(ring, x, y, radius() + 3);
  }

  private static void bar(Rectangle bar, double x, double width, double y, double half) {
    bar.setX(x);
    bar.setWidth(Math.max(0, width));
    bar.setY(y - half);
    bar.setHeight(2 * half);
    bar.setArcWidth(2 * half);
    bar.setArcHeight(2 * half);
  }

  private static void place(Circle circle, double x, double y, double radius) {
    circle.setCenterX(x);
    circle.setCenterY(y);
    circle.setRadius(radius);
  }

  private double x(double of) {
    return radius() + scale.fraction(of) * Math.max(0, getWidth() - 2 * radius());
  }

  private void pressed(MouseEvent e) {
    requestFocus();
    dragging = true;
    dragged(e);
  }

  private void dragged(MouseEvent e) {
    double room = Math.max(1, getWidth() - 2 * radius());
    move(scale.value((e.getX() - radius()) / room));
    e.consume();
  }

  private void key(KeyEvent e) {
    double size = e.isShiftDown() ? 10 : e.isShortcutDown() ? 0.1 : 1;
    switch (e.getCode()) {
      case LEFT, DOWN -> move(scale.moved(value, -size));
      case RIGHT, UP -> move(scale.moved(value, size));
      case PAGE_DOWN -> move(scale.moved(value, -10));
      case PAGE_UP -> move(scale.moved(value, 10));
      case HOME -> move(scale.min());
      case END -> move(scale.max());
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void move(double to) {
    if (to != value) {
      value = to;
      requestLayout();
      notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
      moved.accept(to);
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> value;
      case MIN_VALUE -> scale.min();
      case MAX_VALUE -> scale.max();
      case VALUE_STRING -> words.apply(value);
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    switch (action) {
      case INCREMENT -> move(scale.moved(value, 1));
      case DECREMENT -> move(scale.moved(value, -1));
      case SET_VALUE -> {
        if (parameters.length > 0 && parameters[0] instanceof Double to) {
          move(Math.clamp(to, scale.min(), scale.max()));
        }
      }
      default -> super.executeAccessibleAction(action, parameters);
    }
  }
}
