package org.ladera.ui.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import org.ladera.present.step.Tiles;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Says which part of a grid is seen, where not all of it has room. */
final class RestPainter {
  private static final double NAME = 12;
  private static final double APART = 12;
  private static final String MORE = "\u2026";

  private final PlotGraphics graphics;
  private final EquationLayout layout;
  private final Messages messages;
  private final Tokens tokens;

  RestPainter(PlotGraphics graphics, EquationLayout layout, Messages messages) {
    this.graphics = graphics;
    this.layout = layout;
    this.messages = messages;
    tokens = graphics.tokens();
  }

  /** Says that only a part is seen. */
  void draw(EquationLayout.Slot slot) {
    if (slot.window().isWhole(slot.grid())) {
      return;
    }
    if (slot.grid().isPixels()) {
      picture(slot);
      return;
    }
    if (layout.compact()) {
      more(slot);
      return;
    }
    under(slot, ranges(slot, "step.grid."), ranges(slot, "step.grid.brief."));
  }

  /** Which rows and columns are seen. */
  private String ranges(EquationLayout.Slot slot, String form) {
    Numbers numbers = messages.numbers();
    CellWindow window = slot.window();
    List<String> parts = new ArrayList<>();
    if (window.rows() < slot.grid().rows()) {
      String rows = form + (window.rows() == 1 ? "row" : "rows");
      parts.add(range(rows, window.row(), window.rows(), slot.grid().rows(), numbers));
    }
    if (window.columns() < slot.grid().columns()) {
      String columns = form + (window.columns() == 1 ? "column" : "columns");
      parts.add(range(columns, window.column(), window.columns(), slot.grid().columns(), numbers));
    }
    return String.join("  ", parts);
  }

  /** Which picture of how many. */
  private void picture(EquationLayout.Slot slot) {
    if (layout.compact()) {
      return;
    }
    Tiles tiles = slot.grid().tiles().orElseThrow();
    int row = slot.window().row();
    Map<String, String> which =
        Map.of(
            "picture", tiles.picture(row),
            "index", messages.numbers().whole(tiles.map(row) + 1L),
            "count", messages.numbers().whole(tiles.maps()));
    under(
        slot, messages.text("step.picture.of", which), messages.text("step.picture.brief", which));
  }

  /**
   * @param brief for where the whole has no room
   */
  private void under(EquationLayout.Slot slot, String whole, String brief) {
    double below = slot.box().getMaxY() + graphics.size(11) + 6;
    boolean fits = graphics.width(RichText.parse(whole), 11, Weight.REGULAR) <= room(slot);
    RichText text =
        graphics.fitting(RichText.parse(fits ? whole : brief), room(slot), 11, Weight.REGULAR);
    double wide = graphics.width(text, 11, Weight.REGULAR);
    double left = Math.min(slot.box().getMinX(), graphics.across() - wide - 2);
    graphics.plain(text, left, below, 11, Weight.REGULAR, tokens.muted(), Align.LEFT);
  }

  /** To where the next grid begins, with the names of its rows. */
  private double room(EquationLayout.Slot slot) {
    double left = slot.box().getMinX();
    double end =
        layout.slots().stream()
            .filter(next -> next.box().getMinX() > left)
            .mapToDouble(next -> next.box().getMinX() - next.names() - APART)
            .min()
            .orElse(graphics.across());
    return Math.max(64 * tokens.scale(), end - left);
  }

  /** Dots where columns go on, beside their names. */
  private void more(EquationLayout.Slot slot) {
    CellWindow window = slot.window();
    double y = slot.box().getMinY() - 7;
    Color muted = tokens.muted();
    if (window.column() > 0) {
      graphics.text(MORE, slot.box().getMinX() - 2, y, NAME, Weight.REGULAR, muted, Align.RIGHT);
    }
    if (window.column() + window.columns() < slot.grid().columns()) {
      double wide = graphics.width(RichText.parse(MORE), NAME, Weight.REGULAR);
      double x = Math.min(slot.box().getMaxX() + 2, graphics.across() - wide);
      graphics.text(MORE, x, y, NAME, Weight.REGULAR, muted, Align.LEFT);
    }
  }

  private String range(String key, int first, int seen, int all, Numbers numbers) {
    return messages.text(
        key,
        Map.of(
            "from", numbers.whole(first + 1),
            "to", numbers.whole(first + seen),
            "all", numbers.whole(all)));
  }
}
