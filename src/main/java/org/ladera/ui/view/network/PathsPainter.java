package org.ladera.ui.view.network;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.present.network.PathsModel;
import org.ladera.present.network.PathsModel.Factor;
import org.ladera.present.network.PathsModel.Path;
import org.ladera.text.RichText;
import org.ladera.ui.plot.Bow;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.ClassColours;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws a {@link PathsModel}: input, score, outputs and loss from left to right, lit paths. */
final class PathsPainter {
  private static final double PADDING = 24;
  private static final double RADIUS = 9;
  private static final double LINE = 1.7;

  /** A diagram lower than this has no room for the equations below it. */
  private static final double LOWEST = 96;

  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;
  private final PathsModel model;
  private final Rectangle2D body;
  private final double[] columns = new double[4];
  private final double[] rows;
  private final double middle;
  private final double radius;
  private final boolean equations;
  private final List<Rectangle2D> names = new ArrayList<>();

  PathsPainter(PlotGraphics graphics, Rectangle2D body, PathsModel model) {
    this.graphics = graphics;
    this.model = model;
    this.body = body;
    g = graphics.context();
    tokens = graphics.tokens();
    radius = RADIUS * tokens.scale();
    int count = model.paths().size();
    double line = graphics.size(13) * LINE;
    double all = line * (count + 1) + 8;
    double below = line + 8;
    equations = body.getHeight() - all >= LOWEST * tokens.scale();
    double bottom = body.getMaxY() - (equations ? all : below) - 2 * graphics.size(12);
    double top = body.getMinY() + radius + 6;
    middle = (top + bottom) / 2;
    rows = new double[count];
    double pitch = count < 2 ? 0 : Math.min((bottom - top) / (count - 1), 150 * tokens.scale());
    for (int k = 0; k < count; k++) {
      rows[k] = middle + (k - (count - 1) / 2.0) * pitch;
    }
    double left = body.getMinX() + PADDING + 18 * tokens.scale();
    double right = body.getMaxX() - PADDING - 18 * tokens.scale();
    double[] shares = {0, 0.3, 0.65, 1};
    for (int c = 0; c < 4; c++) {
      columns[c] = left + shares[c] * (right - left);
    }
  }

  /** The path under a point: at its output, its edges or its equation; −1 for none. */
  int at(double x, double y) {
    for (int k = 0; k < rows.length; k++) {
      boolean node = Math.hypot(x - columns[2], y - rows[k]) <= radius + 6;
      if (node
          || bow(1, middle, 2, rows[k]).distance(x, y) <= 6
          || bow(2, rows[k], 3, middle).distance(x, y) <= 6
          || (equations
              && Math.abs(y - base(k) + graphics.drop(13)) <= graphics.size(13) * LINE / 2)) {
        return k;
      }
    }
    return -1;
  }

  void draw() {
    Color gradient = tokens.gradient().ink();
    edge(bow(0, middle, 1, middle), gradient, 3);
    for (int k = 0; k < rows.length; k++) {
      Path path = model.paths().get(k);
      boolean lit = model.lit() < 0 || model.lit() == k;
      boolean carries = path.product() != 0;
      Color color = lit ? gradient : tokens.grid();
      double px = lit && carries ? 3 : 1.5;
      double[] dashes = carries ? new double[0] : PlotGraphics.REFERENCE;
      edge(bow(1, middle, 2, rows[k]), color, px, dashes);
      edge(bow(2, rows[k], 3, middle), color, px, dashes);
    }
    node(columns[0], middle, model.input(), tokens.input().mark());
    node(columns[1], middle, model.score(), tokens.netInput().mark());
    for (int k = 0; k < rows.length; k++) {
      node(columns[2], rows[k], model.paths().get(k).output(), ClassColours.of(tokens, k).mark());
    }
    node(columns[3], middle, model.loss(), tokens.loss().mark());
    factor(model.step(), bow(0, middle, 1, middle), true);
    for (int k = 0; k < rows.length; k++) {
      boolean lit = model.lit() < 0 || model.lit() == k;
      factor(model.paths().get(k).inner(), bow(1, middle, 2, rows[k]), lit);
      factor(model.paths().get(k).outer(), bow(2, rows[k], 3, middle), lit);
    }
    words();
  }

  private Bow bow(int from, double fromY, int to, double toY) {
    return new Bow(columns[from] + radius, fromY, columns[to] - radius, toY);
  }

  private void edge(Bow bow, Color color, double px, double... dashes) {
    g.setStroke(color);
    g.setLineWidth(graphics.stroke(px));
    g.setLineDashes(graphics.stroked(dashes));
    bow.stroke(g);
    g.setLineDashes();
  }

  private void node(double x, double y, String words, Color color) {
    graphics.disc(x, y, radius, color, tokens.canvas(), 1.5);
    RichText text = RichText.parse(words);
    double half = graphics.width(text, 12, Weight.REGULAR) / 2;
    double at = Math.clamp(x, body.getMinX() + 8 + half, body.getMaxX() - 8 - half);
    double base = y + radius + graphics.size(12) * 1.15;
    graphics.onGround(text, at, base, 12, Weight.REGULAR, tokens.text(), Align.CENTRE);
    names.add(graphics.box(text, at, base, 12, Weight.REGULAR, Align.CENTRE));
  }

  /**
   * A derivative on its edge, by name and value, or by value alone where that is too long; the
   * equations say it too.
   */
  private void factor(Factor factor, Bow bow, boolean lit) {
    double x = bow.at(0.5).getX();
    double base = bow.at(0.5).getY() + graphics.drop(12);
    Color color = lit ? tokens.text() : tokens.faint();
    for (String words : List.of(factor.symbol() + " = " + factor.shown(), factor.shown())) {
      RichText text = RichText.parse(words);
      Rectangle2D place = graphics.box(text, x, base, 12, Weight.REGULAR, Align.CENTRE);
      boolean fits = place.getWidth() <= bow.x2() - bow.x1() - 12;
      if (fits && names.stream().noneMatch(place::intersects)) {
        graphics.onGround(text, x, base, 12, Weight.REGULAR, color, Align.CENTRE);
        return;
      }
    }
  }

  private double base(int k) {
    return body.getMaxY() - 12 - graphics.size(13) * LINE * (model.paths().size() - k);
  }

  private void words() {
    List<String> lines = new ArrayList<>();
    if (equations) {
      model.paths().forEach(p -> lines.add(p.equation()));
    }
    double x = body.getMinX() + 16;
    double width = body.getWidth() - 32;
    for (int k = 0; k < lines.size(); k++) {
      boolean lit = model.lit() < 0 || model.lit() == k;
      line(lines.get(k), x, base(k), width, lit ? tokens.text() : tokens.faint(), Weight.REGULAR);
    }
    double last = base(model.paths().size());
    line(model.sum(), x, last, width, tokens.gradient().ink(), Weight.SEMI_BOLD);
  }

  private void line(String words, double x, double base, double width, Color color, Weight weight) {
    RichText text = graphics.fitting(RichText.parse(words), width, 13, weight);
    graphics.plain(text, x, base, 13, weight, color, Align.LEFT);
  }
}
