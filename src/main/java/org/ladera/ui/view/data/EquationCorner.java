package org.ladera.ui.view.data;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.ladera.present.data.DataModel;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Writes the hypothesis and its values into a corner of the plot. */
final class EquationCorner {
  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final PlotArea area;
  private final Room room;
  private final DataModel model;

  EquationCorner(PlotGraphics graphics, PlotArea area, Room room, DataModel model) {
    this.graphics = graphics;
    this.area = area;
    this.room = room;
    this.model = model;
    tokens = graphics.tokens();
  }

  /** With the values in the other units where there is room for them. */
  void draw() {
    List<RichText> lines =
        Stream.of(model.equation(), model.values(), model.elsewhere())
            .filter(text -> !text.isEmpty())
            .map(RichText::parse)
            .toList();
    for (int count = lines.size(); count >= Math.min(2, lines.size()) && count > 0; count--) {
      if (equation(lines.subList(0, count))) {
        return;
      }
    }
  }

  /** In the corner where it covers least, the lower right one first; false without room. */
  private boolean equation(List<RichText> lines) {
    double w =
        lines.stream().mapToDouble(t -> graphics.width(t, 12, Weight.REGULAR)).max().orElse(0);
    double line = graphics.size(12) * 1.55;
    double h = lines.size() * line;
    if (w + 16 > area.width() || h + 16 > area.height()) {
      return false;
    }
    double right = area.right() - w - 8;
    double low = area.bottom() - h - 8;
    List<Rectangle2D> corners =
        List.of(
            new Rectangle2D(right, low, w, h),
            new Rectangle2D(area.left() + 8, area.top() + 4, w, h),
            new Rectangle2D(area.left() + 8, low, w, h),
            new Rectangle2D(right, area.top() + 4, w, h));
    Rectangle2D place = room.free("equation", corners).orElse(null);
    if (place == null) {
      return false;
    }
    boolean atRight = place.getMinX() > area.left() + 8.5;
    double x = atRight ? place.getMaxX() : place.getMinX();
    Align align = atRight ? Align.RIGHT : Align.LEFT;
    double base = place.getMinY() + line * 0.75;
    for (int i = 0; i < lines.size(); i++) {
      Color ink = i == 0 ? tokens.text() : tokens.muted();
      graphics.text(lines.get(i), x, base + i * line, 12, Weight.REGULAR, ink, align);
    }
    return true;
  }
}
