package org.ladera.ui.view.loss;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.ladera.lesson.model.ViewMark;
import org.ladera.present.loss.CurveModel;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.Room;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** A ring with its name where the loss on the validation examples was least. */
record LeastMark(PlotGraphics graphics, PlotArea area, Room room, CurveModel.Now least) {
  void draw() {
    if (area.y().holds(least.loss())) {
      Tokens tokens = graphics.tokens();
      double px = area.px(least.epoch());
      double py = area.py(least.loss());
      double r = 4.5 * (tokens.scale() > 1 ? 1.3 : 1);
      graphics.disc(px, py, r, tokens.canvas(), tokens.text(), 2);
      graphics.marks().put(ViewMark.MINIMUM, px, py, r + 2);
      room.take(new Rectangle2D(px - r - 2, py - r - 2, 2 * r + 4, 2 * r + 4));
    }
  }

  /** Where there is room for it near the ring. */
  void name() {
    if (!area.y().holds(least.loss())) {
      return;
    }
    RichText text = RichText.parse(least.label());
    double px = area.px(least.epoch());
    double py = area.py(least.loss());
    double line = graphics.size(11);
    List<Rectangle2D> places = new ArrayList<>();
    for (double off = 1.6; off < 5; off += 0.7) {
      for (Align align : Align.values()) {
        places.add(graphics.box(text, px, py + (off + 0.4) * line, 11, Weight.REGULAR, align));
        places.add(graphics.box(text, px, py - off * line, 11, Weight.REGULAR, align));
      }
    }
    room.free("least", places)
        .ifPresent(
            place ->
                graphics.plain(
                    text,
                    place.getMinX(),
                    place.getMinY() + place.getHeight() * 0.78,
                    11,
                    Weight.REGULAR,
                    graphics.tokens().text(),
                    Align.LEFT));
  }
}
