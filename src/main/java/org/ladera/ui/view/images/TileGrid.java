package org.ladera.ui.view.images;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.engine.matrix.Shape;
import org.ladera.present.images.Tile;
import org.ladera.text.RichText;
import org.ladera.ui.plot.Edges;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Where tiles lie in a rectangle, and how they are drawn: row by row, all of one size. */
final class TileGrid {
  private static final double GAP = 8;
  private static final double LABEL = 12;
  private static final double BAR = 4;
  private static final double FAINT = 0.35;

  /** So much smaller the pictures may be for rows that are all full. */
  private static final double EVEN = 0.85;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final PicturePainter painter;
  private final Rectangle2D body;
  private final double width;
  private final double height;
  private final double below;
  private final double gap;
  private final int columns;
  private final int rows;

  /**
   * @param count how many tiles there are; with {@code least} some may have no place
   * @param least the least width of a picture
   * @param most the greatest
   * @param bars whether there is a bar below each
   */
  TileGrid(
      PlotGraphics graphics,
      PicturePainter painter,
      Rectangle2D body,
      Shape shape,
      int count,
      double least,
      double most,
      boolean bars) {
    this.graphics = graphics;
    this.painter = painter;
    this.body = body;
    tokens = graphics.tokens();
    gap = GAP * tokens.scale();
    below = graphics.size(LABEL) * 1.35 + 3 + (bars ? BAR + 4 : 0);
    double ratio = (double) shape.rows() / shape.columns();
    double wide = 0;
    double even = 0;
    int evenColumns = 1;
    for (int c = 1; c <= Math.max(1, count); c++) {
      int r = Math.ceilDiv(Math.max(1, count), c);
      double byWidth = (body.getWidth() - (c - 1) * gap) / c;
      double byHeight = ((body.getHeight() + gap) / r - gap - below) / ratio;
      double fits = Math.min(byWidth, byHeight);
      wide = Math.max(wide, fits);
      if (fits > even && count % c == 0) {
        even = fits;
        evenColumns = c;
      }
    }
    boolean full = even >= Math.max(least, EVEN * Math.min(wide, most));
    width = Math.floor(Math.clamp(full ? even : wide, least, Math.max(least, most)));
    height = Math.floor(width * ratio);
    columns = full ? evenColumns : Math.max(1, (int) ((body.getWidth() + gap) / (width + gap)));
    rows = Math.max(1, (int) ((body.getHeight() + gap) / (height + below + gap)));
  }

  int columns() {
    return columns;
  }

  /** How many tiles have a place. */
  int room() {
    return columns * rows;
  }

  /** The picture in the place {@code index}. */
  Rectangle2D place(int index) {
    return new Rectangle2D(
        body.getMinX() + index % columns * (width + gap),
        body.getMinY() + (double) (index / columns) * (height + below + gap),
        width,
        height);
  }

  /** Which place lies under a point, with its label; −1 for none. */
  int at(double x, double y, int count) {
    for (int i = 0; i < Math.min(count, room()); i++) {
      Rectangle2D p = place(i);
      if (x >= p.getMinX() && x <= p.getMaxX() && y >= p.getMinY() && y <= p.getMaxY() + below) {
        return i;
      }
    }
    return -1;
  }

  /**
   * @param first the tile in the first place
   * @param chosen the index of the tile with the ring, −1 for none
   */
  void draw(List<Tile> tiles, int first, int chosen) {
    for (int i = first; i < Math.min(tiles.size(), first + room()); i++) {
      draw(tiles.get(i), i - first, i == chosen);
    }
  }

  private void draw(Tile tile, int index, boolean chosen) {
    GraphicsContext g = graphics.context();
    Rectangle2D at = place(index);
    boolean faint = tile.look() == Tile.Look.FAINT;
    g.setGlobalAlpha(faint ? FAINT : 1);
    painter.draw(graphics, index, tile.picture(), at);
    g.setGlobalAlpha(1);
    edge(tile, at, chosen);
    double base = at.getMaxY() + below - 3;
    if (!Double.isNaN(tile.bar())) {
      double y = at.getMaxY() + 5;
      g.setFill(tokens.inset());
      g.fillRoundRect(at.getMinX(), y, width, BAR, BAR, BAR);
      if (tile.bar() > 0) {
        g.setFill(tokens.input().mark());
        g.fillRoundRect(at.getMinX(), y, Math.max(BAR, width * tile.bar()), BAR, BAR, BAR);
      }
    }
    RichText label = RichText.parse(tile.label());
    // Half a number would say another one.
    if (graphics.width(label, LABEL, Weight.REGULAR) <= width + gap - 2) {
      graphics.text(
          label, at.getMinX() + width / 2, base, LABEL, Weight.REGULAR, ink(tile), Align.CENTRE);
    }
  }

  private Color ink(Tile tile) {
    return switch (tile.look()) {
      case PLAIN -> tokens.muted();
      case WRONG -> tokens.danger().mark();
      case LIT -> tokens.input().ink();
      case FAINT -> tokens.faint();
    };
  }

  private void edge(Tile tile, Rectangle2D at, boolean chosen) {
    Color color =
        switch (tile.look()) {
          case PLAIN, FAINT -> tokens.separator();
          case WRONG -> tokens.danger().mark();
          case LIT -> tokens.input().mark();
        };
    double wide = chosen ? 2.5 : tile.look() == Tile.Look.PLAIN || faint(tile) ? 1 : 1.5;
    double out = chosen ? 2 : 0;
    Edges.draw(
        graphics.context(),
        at.getMinX() - 0.5 - out,
        at.getMinY() - 0.5 - out,
        at.getWidth() + 1 + 2 * out,
        at.getHeight() + 1 + 2 * out,
        chosen ? tokens.accent() : color,
        graphics.stroke(wide));
  }

  private static boolean faint(Tile tile) {
    return tile.look() == Tile.Look.FAINT;
  }
}
