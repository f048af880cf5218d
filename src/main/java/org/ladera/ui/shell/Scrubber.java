package org.ladera.ui.shell;

import java.util.function.DoubleConsumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.ladera.present.TransportModel.Track;
import org.ladera.present.scale.Scale;
import org.ladera.present.scale.Tick;
import org.ladera.present.scale.Ticks;
import org.ladera.text.Numbers;
import org.ladera.timeline.Moment;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;
import org.ladera.ui.view.plot.Pen;

/**
 * The timeline of a run: its loss as filled ground, the past darker than what was rewound, the
 * present as a thumb that can be dragged, marks at key moments.
 */
final class Scrubber extends Region {
  private static final double SIDE = 8;
  private static final double AXIS = 19;

  private final Canvas canvas = new Canvas();
  private final DoubleConsumer seek;
  private Track track;
  private Tokens tokens;
  private Numbers numbers;

  /**
   * @param seek gets the epoch that was asked for
   */
  Scrubber(DoubleConsumer seek) {
    this.seek = seek;
    getChildren().add(canvas);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setMinSize(120, 44);
    setPrefSize(300, 52);
    setOnMousePressed(this::point);
    setOnMouseDragged(this::point);
    setOnKeyPressed(this::key);
    focusVisibleProperty().addListener((property, was, is) -> draw());
  }

  void show(Track next, String name, Tokens now, Numbers writing) {
    track = next;
    tokens = now;
    numbers = writing;
    setAccessibleText(name);
    setAccessibleHelp(next.spoken());
    draw();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  private double x(double epoch) {
    double end = Math.max(track.end(), 1);
    return SIDE + (getWidth() - 2 * SIDE) * epoch / end;
  }

  private void point(MouseEvent event) {
    if (track != null) {
      requestFocus();
      double share = (event.getX() - SIDE) / Math.max(1, getWidth() - 2 * SIDE);
      seek.accept(Math.clamp(share, 0, 1) * track.end());
    }
  }

  private void key(KeyEvent event) {
    if (track == null) {
      return;
    }
    double step = event.isShiftDown() ? 10 : 1;
    switch (event.getCode()) {
      case LEFT -> go(track.now() - step, event);
      case RIGHT -> go(track.now() + step, event);
      case PAGE_DOWN -> go(track.now() - track.end() / 10, event);
      case PAGE_UP -> go(track.now() + track.end() / 10, event);
      case HOME -> go(0, event);
      case END -> go(track.reached(), event);
      default -> {}
    }
  }

  private void go(double epoch, KeyEvent event) {
    seek.accept(Math.clamp(epoch, 0, track.end()));
    event.consume();
  }

  private void draw() {
    double w = canvas.getWidth();
    double h = canvas.getHeight();
    var g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, w, h);
    if (track == null || w < 20 || h < 20) {
      return;
    }
    Pen pen = new Pen(g, tokens);
    double bottom = h - pen.size(AXIS);
    double top = 4;
    g.setFill(tokens.inset());
    g.fillRect(SIDE, top, w - 2 * SIDE, bottom - top);
    ground(top, bottom, x(track.now()), x(track.reached()));
    g.setStroke(tokens.controlBorder());
    g.setLineWidth(1);
    g.strokeLine(SIDE, Pen.crisp(bottom), w - SIDE, Pen.crisp(bottom));
    ticks(pen, bottom);
    marks(top, bottom);
    thumb(pen, top, bottom);
    if (isFocusVisible()) {
      g.setStroke(tokens.accent());
      g.setLineWidth(2);
      g.strokeRoundRect(1, 1, w - 2, h - 2, 8, 8);
    }
  }

  private void ground(double top, double bottom, double now, double reached) {
    if (track.epochs().length < 2) {
      return;
    }
    var g = canvas.getGraphicsContext2D();
    fill(top, bottom, SIDE, now, 0.9);
    fill(top, bottom, now, reached, 0.35);
    g.setStroke(tokens.loss().ink());
    g.setLineWidth(1.25);
    g.beginPath();
    for (int i = 0; i < track.epochs().length; i++) {
      double px = x(track.epochs()[i]);
      double py = height(top, bottom, track.heights()[i]);
      if (i == 0) {
        g.moveTo(px, py);
      } else {
        g.lineTo(px, py);
      }
    }
    g.stroke();
  }

  private void fill(double top, double bottom, double from, double to, double strength) {
    if (to <= from) {
      return;
    }
    var g = canvas.getGraphicsContext2D();
    g.save();
    g.beginPath();
    g.rect(from, top, to - from, bottom - top);
    g.clip();
    g.beginPath();
    g.moveTo(x(track.epochs()[0]), bottom);
    int last = track.epochs().length - 1;
    for (int i = 0; i <= last; i++) {
      g.lineTo(x(track.epochs()[i]), height(top, bottom, track.heights()[i]));
    }
    g.lineTo(x(track.epochs()[last]), bottom);
    g.closePath();
    Color gold = tokens.loss().mark();
    g.setFill(gold.deriveColor(0, 1, 1, strength));
    g.fill();
    g.restore();
  }

  private static double height(double top, double bottom, double share) {
    return bottom - 1 - share * (bottom - top - 3);
  }

  private void ticks(Pen pen, double bottom) {
    double right = Double.NEGATIVE_INFINITY;
    for (Tick tick : Ticks.of(Scale.linear(0, Math.max(track.end(), 1)), numbers)) {
      String text = tick.label();
      double half = pen.width(text, 11, Type.Weight.REGULAR) / 2;
      double middle =
          Math.clamp(x(tick.value()), SIDE + half, Math.max(SIDE + half, getWidth() - SIDE - half));
      if (middle - half > right + 8) {
        pen.text(
            text,
            middle,
            canvas.getHeight() - 3,
            11,
            Type.Weight.REGULAR,
            tokens.muted(),
            Pen.Align.CENTRE);
        right = middle + half;
      }
    }
  }

  private void marks(double top, double bottom) {
    var g = canvas.getGraphicsContext2D();
    for (Track.Mark mark : track.marks()) {
      if (mark.kind() == Moment.Kind.START) {
        continue;
      }
      double px = x(mark.epoch());
      boolean bad = mark.kind() == Moment.Kind.DIVERGENCE;
      g.setStroke(bad ? tokens.danger().mark() : tokens.muted());
      g.setLineWidth(bad ? 2 : 1.5);
      if (mark.kind() == Moment.Kind.BEST) {
        g.strokeLine(px, bottom - 5, px, bottom);
      } else if (bad) {
        g.strokeLine(px, top, px, bottom);
      } else {
        g.setFill(tokens.canvas());
        g.fillOval(px - 4, bottom - 14, 8, 8);
        g.strokeOval(px - 4, bottom - 14, 8, 8);
      }
    }
  }

  private void thumb(Pen pen, double top, double bottom) {
    var g = canvas.getGraphicsContext2D();
    double px = x(track.now());
    g.setStroke(tokens.accent());
    g.setLineWidth(2);
    g.strokeLine(px, top - 3, px, bottom);
    pen.disc(px, bottom, 6, tokens.canvas(), tokens.accent(), 2);
  }

  /** Where the thumb is, for tests that drag it. */
  Rectangle2D thumbArea() {
    double px = x(track.now());
    double py = getHeight() - new Pen(canvas.getGraphicsContext2D(), tokens).size(AXIS);
    return new Rectangle2D(px - 6, py - 6, 12, 12);
  }
}
