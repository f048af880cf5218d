package org.ladera.ui.window.transport;

import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ladera.present.time.TimelineModel;
import org.ladera.text.Numbers;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.fx.SharpCanvas;
import org.ladera.ui.theme.Tokens;

/**
 * The timeline of a run: a click or a drag goes to a moment, arrows one step on (with Shift ten),
 * with Ctrl from mark to mark, Home and End to the ends. A mark under the pointer says what it is.
 */
final class Scrubber extends Region {
  /** So near to a mark the pointer means it. */
  private static final double NEAR = 6;

  private final SharpCanvas canvas = new SharpCanvas(this::draw);
  private final DoubleConsumer seek;
  private final LongConsumer goTo;
  private final SideTooltip tip = new SideTooltip("");
  private TimelineModel timeline;
  private double step;
  private Tokens tokens;
  private Numbers numbers;
  private @Nullable TimelinePainter painter;

  /**
   * @param seek gets the epoch that was asked for
   * @param goTo gets the update of a mark that was asked for
   */
  Scrubber(DoubleConsumer seek, LongConsumer goTo) {
    this.seek = seek;
    this.goTo = goTo;
    getChildren().add(canvas);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setMinSize(120, 44);
    setPrefSize(300, 52);
    setOnMousePressed(this::point);
    setOnMouseDragged(this::point);
    setOnMouseMoved(this::hover);
    setOnMouseExited(e -> tip.hide());
    setOnKeyPressed(this::key);
    focusVisibleProperty().addListener((property, was, is) -> draw());
    focusedProperty().addListener((property, was, is) -> tip.hide());
  }

  /**
   * @param epochs what one step is
   */
  @Initializer
  void show(TimelineModel next, double epochs, String name, Tokens now, Numbers writing) {
    timeline = next;
    step = epochs;
    tokens = now;
    numbers = writing;
    setAccessibleText(name);
    setAccessibleHelp(next.spoken());
    draw();
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.resize(getWidth(), getHeight());
      draw();
    }
  }

  private void draw() {
    if (timeline == null || getWidth() < 20 || getHeight() < 20) {
      return;
    }
    painter = new TimelinePainter(canvas, timeline, tokens, numbers);
    painter.draw(isFocusVisible());
  }

  private void point(MouseEvent event) {
    if (painter == null) {
      return;
    }
    requestFocus();
    tip.hide();
    Optional<TimelineModel.Mark> mark = mark(event);
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED && mark.isPresent()) {
      goTo.accept(mark.get().update());
    } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED || !event.isStillSincePress()) {
      seek.accept(painter.epoch(event.getX()));
    }
  }

  private Optional<TimelineModel.Mark> mark(MouseEvent event) {
    return painter == null ? Optional.empty() : painter.near(event.getX(), NEAR);
  }

  private void hover(MouseEvent event) {
    mark(event).ifPresentOrElse(this::say, tip::hide);
  }

  /** The mark in words, beside it. */
  private void say(TimelineModel.Mark mark) {
    String words = mark.title() + "\n" + mark.place();
    if (tip.isShowing() && tip.getText().equals(words)) {
      return;
    }
    tip.setText(words);
    Point2D place = localToScreen(Objects.requireNonNull(painter).x(mark.epoch()), 0);
    if (place != null && getScene().getWindow() != null) {
      tip.hide();
      tip.show(getScene().getWindow(), place.getX(), place.getY());
    }
  }

  private void key(KeyEvent event) {
    if (timeline == null) {
      return;
    }
    double size = event.isShiftDown() ? 10 * step : step;
    boolean toMark = event.isShortcutDown();
    tip.hide();
    switch (event.getCode()) {
      case LEFT -> {
        if (toMark) {
          jump(timeline.before(update()), event);
        } else {
          go(timeline.now() - size, event);
        }
      }
      case RIGHT -> {
        if (toMark) {
          jump(timeline.after(update()), event);
        } else {
          go(timeline.now() + size, event);
        }
      }
      case HOME -> go(0, event);
      case END -> {
        // At the end of what is there the key means what it means everywhere: run on.
        if (timeline.now() < timeline.reached()) {
          go(timeline.reached(), event);
        }
      }
      default -> {}
    }
  }

  private long update() {
    return Math.round(timeline.now() * timeline.updatesPerEpoch());
  }

  private void jump(Optional<TimelineModel.Mark> mark, KeyEvent event) {
    event.consume();
    mark.ifPresent(
        m -> {
          goTo.accept(m.update());
          say(m);
        });
  }

  private void go(double epoch, KeyEvent event) {
    seek.accept(Math.clamp(epoch, 0, timeline.end()));
    event.consume();
  }
}
