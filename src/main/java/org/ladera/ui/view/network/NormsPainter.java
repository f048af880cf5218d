package org.ladera.ui.view.network;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.ladera.present.network.DeltasModel.Course;
import org.ladera.present.network.NormsModel;
import org.ladera.present.network.NormsModel.Block;
import org.ladera.present.plot.ColourMap;
import org.ladera.present.plot.Tick;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.MapColour;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws a {@link NormsModel}: runs one below the other over one axis of time. */
final class NormsPainter {
  private static final double PADDING = 16;
  private static final double LABEL = 11;
  private static final double VEIL = 0.7;

  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;
  private final NormsModel model;
  private final List<NormsImage> images;
  private final double line;
  private final double left;
  private final double width;
  private final double top;
  private final double row;

  NormsPainter(PlotGraphics graphics, Rectangle2D body, NormsModel model, List<NormsImage> images) {
    this.graphics = graphics;
    this.model = model;
    this.images = images;
    g = graphics.context();
    tokens = graphics.tokens();
    line = Math.round(graphics.size(LABEL) * 1.5);
    double widest = 0;
    int rows = 0;
    for (Block block : model.blocks()) {
      rows += block.course().layers().size();
      for (String name : List.of(first(block.course()), last(block.course()))) {
        widest = Math.max(widest, graphics.width(name, LABEL, Weight.REGULAR));
      }
    }
    left = body.getMinX() + PADDING + Math.ceil(widest) + 8;
    width = Math.max(20, Math.floor(body.getMaxX() - PADDING - left));
    top = body.getMinY();
    double words = (model.blocks().size() + 2) * line + model.blocks().size() * 4 + 12;
    row = Math.max(2, (body.getHeight() - words) / rows);
  }

  private static String first(Course course) {
    return course.layers().getFirst().name();
  }

  private static String last(Course course) {
    return course.layers().getLast().name();
  }

  void draw() {
    double y = top;
    for (int i = 0; i < model.blocks().size(); i++) {
      Block block = model.blocks().get(i);
      write(block.name(), left, y + line * 0.8, tokens.text(), Align.LEFT);
      y += line;
      strips(block.course(), images.get(i), y);
      y += block.course().layers().size() * row + 4;
    }
    ticks(y);
    legend(y + line + 8);
  }

  private void strips(Course course, NormsImage picture, double y) {
    int layers = course.layers().size();
    Image image = picture.of(course, false, model.range(), (int) width);
    double gap = row >= 8 ? 2 : row >= 4 ? 1 : 0;
    g.setImageSmoothing(false);
    for (int l = 0; l < layers; l++) {
      g.setFill(tokens.inset());
      g.fillRect(left, y + l * row, width, row - gap);
      g.drawImage(image, 0, l, (int) width, 1, left, y + l * row, width, row - gap);
    }
    g.setImageSmoothing(true);
    double reached = Math.clamp(x(course, course.reached()), left, left + width);
    Color veil = tokens.canvas();
    g.setFill(new Color(veil.getRed(), veil.getGreen(), veil.getBlue(), VEIL));
    g.fillRect(reached, y, left + width - reached, layers * row);
    double drop = graphics.drop(LABEL);
    write(first(course), left - 8, y + row / 2 + drop, tokens.muted(), Align.RIGHT);
    if (layers * row >= 2 * line) {
      double low = y + (layers - 0.5) * row + drop;
      write(last(course), left - 8, low, tokens.muted(), Align.RIGHT);
    }
    double now = x(course, course.now());
    graphics.line(now, y - 2, now, y + layers * row, tokens.canvas(), 4);
    graphics.line(now, y - 2, now, y + layers * row, tokens.accent(), 2);
  }

  private double x(Course course, double epoch) {
    return left + course.time().scale().unit(epoch) * width;
  }

  private void ticks(double y) {
    Course course = model.blocks().getFirst().course();
    double free = Double.NEGATIVE_INFINITY;
    for (Tick tick : course.time().ticks()) {
      double half = graphics.width(tick.label(), LABEL, Weight.REGULAR) / 2;
      double at = Math.min(x(course, tick.value()), left + width - half);
      if (at - half >= free) {
        write(tick.label(), at, y + line * 0.8, tokens.muted(), Align.CENTRE);
        free = at + half + 8;
      }
    }
  }

  private void legend(double y) {
    double base = y + line * 0.75;
    double low = graphics.width(model.range().low(), LABEL, Weight.REGULAR);
    double high = graphics.width(model.range().high(), LABEL, Weight.REGULAR);
    double from = Math.floor(left + low + 8);
    int steps = Math.max(1, (int) (left + width - high - 8 - from));
    double thick = 6 * tokens.scale();
    for (int i = 0; i < steps; i++) {
      g.setFill(MapColour.of(ColourMap.CIVIDIS.at((i + 0.5) / steps)));
      g.fillRect(from + i, base - thick, 1, thick);
    }
    write(model.range().low(), left, base, tokens.muted(), Align.LEFT);
    write(model.range().high(), left + width, base, tokens.muted(), Align.RIGHT);
    write(model.range().word(), left - 8, base, tokens.muted(), Align.RIGHT);
  }

  private void write(String text, double x, double base, Color color, Align align) {
    graphics.text(RichText.parse(text), x, base, LABEL, Weight.REGULAR, color, align);
  }
}
