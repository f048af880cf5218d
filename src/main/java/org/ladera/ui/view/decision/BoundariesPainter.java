package org.ladera.ui.view.decision;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import org.ladera.present.decision.BoundariesModel.Cell;
import org.ladera.present.decision.BoundaryModel;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws small decision boundaries of equal size, each below its name, as large as they get. */
final class BoundariesPainter {
  private static final double PADDING = 16;
  private static final double GAP = 16;
  private static final double NAME = 12;
  private static final double LARGEST = 320;

  private final PlotGraphics graphics;
  private final List<Rectangle2D> places = new ArrayList<>();
  private final double line;

  BoundariesPainter(PlotGraphics graphics, Rectangle2D body, int count) {
    this.graphics = graphics;
    line = Math.ceil(graphics.size(NAME) * 1.7);
    double w = body.getWidth() - 2 * PADDING;
    double h = body.getHeight() - PADDING;
    int columns = 1;
    double side = 0;
    for (int c = 1; c <= count; c++) {
      double fits = side(w, h, c, (count + c - 1) / c);
      if (fits > side + 1) {
        side = fits;
        columns = c;
      }
    }
    int rows = (count + columns - 1) / Math.max(1, columns);
    side = Math.min(side, LARGEST * Math.max(1, graphics.tokens().scale()));
    double left = body.getMinX() + (body.getWidth() - columns * (side + GAP) + GAP) / 2;
    double top = body.getMinY() + Math.max(0, (h - rows * (side + line + GAP) + GAP) / 2);
    for (int i = 0; i < count; i++) {
      places.add(
          new Rectangle2D(
              Math.round(left + i % columns * (side + GAP)),
              Math.round(top + line + i / columns * (side + line + GAP)),
              Math.max(1, Math.floor(side)),
              Math.max(1, Math.floor(side))));
    }
  }

  private double side(double w, double h, int columns, int rows) {
    return Math.min((w + GAP) / columns - GAP, (h + GAP) / rows - GAP - line);
  }

  /** Where the pictures are. */
  List<Rectangle2D> places() {
    return places;
  }

  void draw(int index, Cell cell, BackgroundImage image, boolean read) {
    Rectangle2D place = places.get(index);
    Tokens tokens = graphics.tokens();
    BoundaryModel model = cell.boundary();
    PlotArea area =
        new PlotArea(
            place.getMinX(),
            place.getMinY(),
            place.getWidth(),
            place.getHeight(),
            model.x().scale(),
            model.y().scale());
    model
        .background()
        .ifPresentOrElse(
            field -> image.draw(graphics, area, field, Inks.of(tokens, model.classes().size())),
            image::clear);
    GraphicsContext g = graphics.context();
    g.setStroke(read ? tokens.accent() : tokens.separator());
    g.setLineWidth(read ? 2 : 1);
    g.strokeRect(area.left() + 0.5, area.top() + 0.5, area.width() - 1, area.height() - 1);
    Points points = new Points(graphics, area, model.marks().size());
    for (BoundaryModel.Mark mark : model.marks()) {
      if (area.contains(area.px(mark.x()), area.py(mark.y()))) {
        points.mark(area.px(mark.x()), area.py(mark.y()), mark.group());
        if (mark.wrong()) {
          points.wrong(area.px(mark.x()), area.py(mark.y()));
        }
      }
    }
    caption(cell, place);
  }

  private void caption(Cell cell, Rectangle2D place) {
    Tokens tokens = graphics.tokens();
    double base = place.getMinY() - line / 2 + graphics.drop(NAME);
    RichText loss = RichText.parse(cell.loss());
    double wide = graphics.width(loss, NAME, Weight.REGULAR);
    RichText name = RichText.parse(cell.name());
    double room = place.getWidth();
    boolean both = graphics.width(name, NAME, Weight.SEMI_BOLD) + 8 + wide <= room;
    graphics.text(
        graphics.fitting(name, room, NAME, Weight.SEMI_BOLD),
        place.getMinX(),
        base,
        NAME,
        Weight.SEMI_BOLD,
        cell.solved() ? tokens.success().mark() : tokens.text(),
        Align.LEFT);
    if (both) {
      graphics.text(loss, place.getMaxX(), base, NAME, Weight.REGULAR, tokens.muted(), Align.RIGHT);
    }
  }
}
