package org.ladera.ui.view.loss;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.ladera.present.loss.DialModel;
import org.ladera.present.shared.Highlight;
import org.ladera.text.RichText;
import org.ladera.ui.plot.AxisPainter;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * The slope over the direction. A drag turns the direction, here and on the contour; with the focus
 * left and right turn it by five degrees (with Shift by half a degree), Home turns it to the
 * gradient.
 */
public final class DialView extends CardView<DialModel> {
  private static final double COARSE = 5;
  private static final double FINE = 0.5;
  private static final int POINTS = 180;

  private @Nullable PlotArea area;

  public DialView(ViewContext context) {
    super(context);
  }

  @Override
  protected void listen() {
    card.setOnMousePressed(
        e -> {
          card.requestFocus();
          drag(e);
        });
    card.setOnMouseDragged(this::drag);
    card.setOnKeyPressed(this::key);
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    AxisPainter axes = new AxisPainter(graphics, body, model.angles(), model.slopes());
    PlotArea plot = axes.area();
    area = plot;
    graphics.axis(axes::draw);
    Tokens tokens = graphics.tokens();
    GraphicsContext g = graphics.context();
    double zero = PlotGraphics.crisp(plot.py(0));
    graphics.line(plot.left(), zero, plot.right(), zero, tokens.controlBorder(), 1);
    g.setStroke(tokens.gradient().mark());
    g.setLineWidth(graphics.stroke(2.25));
    g.beginPath();
    for (int i = 0; i <= POINTS; i++) {
      double angle = -180 + 360.0 * i / POINTS;
      if (i == 0) {
        g.moveTo(plot.px(angle), plot.py(model.slope(angle)));
      } else {
        g.lineTo(plot.px(angle), plot.py(model.slope(angle)));
      }
    }
    g.stroke();
    Room room =
        new Room(graphics, new Rectangle2D(plot.left(), plot.top(), plot.width(), plot.height()));
    MapMarks marks = new MapMarks(graphics, room, (x, y) -> false);
    for (int i = 0; i < POINTS; i += 3) {
      double from = -180 + 360.0 * i / POINTS;
      double to = -180 + 360.0 * (i + 3) / POINTS;
      room.keepFree(
          plot.px(from), plot.py(model.slope(from)), plot.px(to), plot.py(model.slope(to)));
    }
    room.keepFree(plot.left(), zero, plot.right(), zero);
    double x = plot.px(wrapped(model.angle()));
    double y = plot.py(model.slope(model.angle()));
    graphics.line(x, plot.top(), x, plot.bottom(), tokens.accent(), 1.25);
    room.keepFree(x, plot.top(), x, plot.bottom());
    if (!Double.isNaN(model.steepest())) {
      mark(graphics, plot, marks, model.steepest(), model.words().gradient());
      mark(graphics, plot, marks, model.steepest() + 180, model.words().descent());
      mark(graphics, plot, marks, model.steepest() + 90, model.words().flat());
      mark(graphics, plot, marks, model.steepest() - 90, model.words().flat());
    }
    graphics.disc(x, y, graphics.stroke(6), tokens.accent(), tokens.canvas(), 1.5);
    marks.tag("chosen", model.reading(), x, y, false);
  }

  private void mark(
      PlotGraphics graphics, PlotArea plot, MapMarks marks, double angle, String words) {
    double x = plot.px(wrapped(angle));
    double y = plot.py(model.slope(angle));
    Tokens tokens = graphics.tokens();
    graphics.disc(x, y, graphics.stroke(3.5), tokens.canvas(), tokens.gradient().ink(), 1.75);
    marks.label(words + Math.round(angle), RichText.parse(words).plain(), x, y);
  }

  /** From −180 to 180. */
  private static double wrapped(double angle) {
    double turned = (angle + 180) % 360;
    return (turned < 0 ? turned + 360 : turned) - 180;
  }

  private void drag(MouseEvent e) {
    PlotArea plot = area;
    if (e.getButton() == MouseButton.PRIMARY && plot != null && e.getY() > plot.top() - 8) {
      turn(Math.clamp(plot.xAt(e.getX()), -180, 180));
    }
  }

  private void turn(double degrees) {
    context
        .intents()
        .accept(new Intent.Light(Highlight.ofDirection(Math.toRadians(wrapped(degrees)))));
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card || e.isShortcutDown()) {
      return;
    }
    double step = e.isShiftDown() ? FINE : COARSE;
    switch (e.getCode()) {
      case LEFT -> turn(model.angle() - step);
      case RIGHT -> turn(model.angle() + step);
      case HOME -> {
        if (Double.isNaN(model.steepest())) {
          return;
        }
        turn(model.steepest());
      }
      default -> {
        return;
      }
    }
    e.consume();
  }
}
