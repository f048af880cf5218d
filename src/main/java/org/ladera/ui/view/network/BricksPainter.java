package org.ladera.ui.view.network;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.present.network.BricksModel;
import org.ladera.present.network.BricksModel.Brick;
import org.ladera.present.network.BricksModel.Product;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/**
 * Draws a {@link BricksModel}: every number a square, all of one size. Below each product a clamp
 * joins the two counts that have to be the same.
 */
final class BricksPainter {
  private static final double PADDING = 16;
  private static final double LARGEST = 30;
  private static final double LABEL = 12;
  private static final double SIGN = 26;

  /** Lines of words of a product: names above it, shapes and the clamp below. */
  private static final double WORDS = 3;

  private static final double FAINT = 0.28;
  private static final double PLAIN = 0.7;

  /** A number of the result of a product, all from 0. */
  record Place(int product, int row, int column) {}

  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;
  private final BricksModel model;
  private final double cell;
  private final double sign;
  private final double line;
  private final double[] lefts;
  private final double[] tops;

  BricksPainter(PlotGraphics graphics, Rectangle2D body, BricksModel model) {
    this.graphics = graphics;
    this.model = model;
    g = graphics.context();
    tokens = graphics.tokens();
    line = graphics.size(LABEL) * 1.35;
    sign = SIGN * tokens.scale();
    List<Product> products = model.products();
    lefts = new double[products.size()];
    tops = new double[products.size()];
    double below = below(body);
    double beside = beside(body);
    cell = Math.clamp(Math.max(below, beside), 3, LARGEST * tokens.scale());
    if (below >= beside || below >= LARGEST * tokens.scale()) {
      column(body);
    } else {
      row(body);
    }
  }

  /** How large a square can be where products stand one below the other. */
  private double below(Rectangle2D body) {
    double squares = model.products().stream().mapToInt(BricksPainter::tallest).sum();
    double across =
        model.products().stream()
            .mapToDouble(p -> (body.getWidth() - 2 * PADDING - signs(p)) / columns(p))
            .min()
            .orElse(0);
    return Math.min(across, (body.getHeight() - model.products().size() * WORDS * line) / squares);
  }

  /** The same side by side. */
  private double beside(Rectangle2D body) {
    double columns = model.products().stream().mapToInt(BricksPainter::columns).sum();
    double signs = model.products().stream().mapToDouble(this::signs).sum();
    double gaps = 2 * sign * (model.products().size() - 1);
    int tallest = model.products().stream().mapToInt(BricksPainter::tallest).max().orElse(1);
    return Math.min(
        (body.getWidth() - 2 * PADDING - signs - gaps) / columns,
        (body.getHeight() - WORDS * line) / tallest);
  }

  private void column(Rectangle2D body) {
    double widest = model.products().stream().mapToDouble(this::width).max().orElse(0);
    double high = model.products().stream().mapToDouble(p -> tallest(p) * cell).sum();
    double free = body.getHeight() - high - tops.length * WORDS * line;
    double gap = Math.clamp(free / (tops.length + 1), 0, 24);
    double y = body.getMinY() + gap;
    for (int i = 0; i < tops.length; i++) {
      lefts[i] = body.getMinX() + Math.max(PADDING, (body.getWidth() - widest) / 2);
      tops[i] = y + line;
      y += WORDS * line + tallest(model.products().get(i)) * cell + gap;
    }
  }

  private void row(Rectangle2D body) {
    double wide = model.products().stream().mapToDouble(this::width).sum();
    double between = 2 * sign;
    double middle = body.getMinY() + line + (body.getHeight() - WORDS * line) / 2;
    double all = wide + between * (tops.length - 1);
    double x = body.getMinX() + Math.max(PADDING, (body.getWidth() - all) / 2);
    for (int i = 0; i < tops.length; i++) {
      Product p = model.products().get(i);
      lefts[i] = x;
      tops[i] = middle - tallest(p) * cell / 2;
      x += width(p) + between;
    }
  }

  private static int tallest(Product p) {
    return p.bricks().stream().mapToInt(Brick::rows).max().orElse(1);
  }

  private static int columns(Product p) {
    return p.bricks().stream().mapToInt(Brick::columns).sum();
  }

  private double signs(Product p) {
    return (p.bricks().size() - 1) * sign;
  }

  private double width(Product p) {
    return columns(p) * cell + signs(p);
  }

  /** The number of a result under a point. */
  Optional<Place> at(double x, double y) {
    for (int i = 0; i < tops.length; i++) {
      Product p = model.products().get(i);
      double from = lefts[i] + width(p) - p.result().columns() * cell;
      int row = (int) Math.floor((y - top(i, p.result())) / cell);
      int column = (int) Math.floor((x - from) / cell);
      boolean inside =
          row >= 0 && row < p.result().rows() && column >= 0 && column < p.result().columns();
      if (inside) {
        return Optional.of(new Place(i, row, column));
      }
    }
    return Optional.empty();
  }

  void draw(Optional<Place> pointed) {
    for (int i = 0; i < tops.length; i++) {
      int index = i;
      Product p = model.products().get(i);
      Optional<BricksModel.Lit> lit =
          pointed.isPresent()
              ? pointed
                  .filter(at -> at.product() == index)
                  .map(at -> new BricksModel.Lit(at.row(), at.column()))
              : p.lit();
      draw(i, p, lit);
    }
  }

  private void draw(int i, Product p, Optional<BricksModel.Lit> lit) {
    double x = lefts[i];
    List<Brick> bricks = p.bricks();
    double[] middles = new double[bricks.size()];
    for (int b = 0; b < bricks.size(); b++) {
      Brick brick = bricks.get(b);
      if (b > 0) {
        String between = b == 1 ? "\u00b7" : b == bricks.size() - 1 ? "=" : "\u2299";
        double middle = tops[i] + tallest(p) * cell / 2 + graphics.drop(16);
        words(between, x + sign / 2, middle, 16, tokens.muted(), Align.CENTRE);
        x += sign;
      }
      brick(brick, x, top(i, brick), b, bricks.size(), lit);
      middles[b] = x + brick.columns() * cell / 2;
      x += brick.columns() * cell;
    }
    double under = tops[i] + tallest(p) * cell + line * 0.95;
    for (int b = 0; b < bricks.size(); b++) {
      Brick brick = bricks.get(b);
      double base = top(i, brick) - line * 0.3;
      words(brick.name(), middles[b], base, LABEL, ink(brick), Align.CENTRE);
    }
    shapes(p, bricks, middles, under);
  }

  /** The shapes, the two counts that meet in the colour of what is chosen, and a clamp below. */
  private void shapes(Product p, List<Brick> bricks, double[] middles, double base) {
    double[] inner = new double[2];
    for (int b = 0; b < bricks.size(); b++) {
      Brick brick = bricks.get(b);
      String rows = Integer.toString(brick.rows());
      String columns = Integer.toString(brick.columns());
      double wRows = graphics.width(rows, LABEL, Weight.SEMI_BOLD);
      double wTimes = graphics.width("\u00d7", LABEL, Weight.REGULAR);
      double wColumns = graphics.width(columns, LABEL, Weight.SEMI_BOLD);
      double x = middles[b] - (wRows + wTimes + wColumns) / 2;
      bold(rows, x, base, b == 1 ? tokens.accent() : tokens.muted());
      words("\u00d7", x + wRows, base, LABEL, tokens.muted(), Align.LEFT);
      bold(columns, x + wRows + wTimes, base, b == 0 ? tokens.accent() : tokens.muted());
      if (b == 0) {
        inner[0] = x + wRows + wTimes + wColumns / 2;
      } else if (b == 1) {
        inner[1] = x + wRows / 2;
      }
    }
    double y = base + line * 0.35;
    double deep = y + line * 0.4;
    boolean fits = p.left().columns() == p.right().rows();
    Color color = fits ? tokens.accent() : tokens.danger().mark();
    graphics.line(inner[0], y, inner[0], deep, color, 2);
    graphics.line(inner[0], deep, inner[1], deep, color, 2);
    graphics.line(inner[1], deep, inner[1], y, color, 2);
  }

  private double top(int i, Brick brick) {
    return tops[i] + (tallest(model.products().get(i)) - brick.rows()) * cell / 2;
  }

  private void brick(
      Brick brick, double x, double y, int index, int count, Optional<BricksModel.Lit> lit) {
    Color color = mark(brick);
    double gap = cell >= 10 ? 2 : cell >= 6 ? 1 : 0.5;
    for (int r = 0; r < brick.rows(); r++) {
      for (int c = 0; c < brick.columns(); c++) {
        boolean in = lit.isPresent() && takesPart(index, count, r, c, lit.get());
        g.setGlobalAlpha(lit.isEmpty() ? PLAIN : in ? 1 : FAINT);
        g.setFill(color);
        g.fillRoundRect(x + c * cell, y + r * cell, cell - gap, cell - gap, 4, 4);
      }
    }
    g.setGlobalAlpha(1);
  }

  /** A row of the first with a column of the second makes a number of the others. */
  private static boolean takesPart(int index, int count, int r, int c, BricksModel.Lit lit) {
    return switch (index) {
      case 0 -> r == lit.row();
      case 1 -> c == lit.column();
      default -> index < count && r == lit.row() && c == lit.column();
    };
  }

  private Color mark(Brick brick) {
    return switch (brick.meaning()) {
      case INPUT -> tokens.input().mark();
      case WEIGHT -> tokens.weight().mark();
      case NET_INPUT -> tokens.netInput().mark();
      case DELTA -> tokens.delta().mark();
      case GRADIENT -> tokens.gradient().mark();
    };
  }

  private Color ink(Brick brick) {
    return switch (brick.meaning()) {
      case INPUT -> tokens.input().ink();
      case WEIGHT -> tokens.weight().ink();
      case NET_INPUT -> tokens.netInput().ink();
      case DELTA -> tokens.delta().ink();
      case GRADIENT -> tokens.gradient().ink();
    };
  }

  private void bold(String text, double x, double base, Color color) {
    graphics.text(text, x, base, LABEL, Weight.SEMI_BOLD, color, Align.LEFT);
  }

  private void words(String text, double x, double base, double size, Color color, Align align) {
    graphics.text(RichText.parse(text), x, base, size, Weight.REGULAR, color, align);
  }
}
