package org.ladera.ui.view.activation;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.ladera.lesson.model.ViewMark;
import org.ladera.present.activation.ChainModel;
import org.ladera.present.activation.ChainModel.Line;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/**
 * What is left of the slope as discs over the depths of the plot below: their areas are in the
 * proportion of the numbers, in rings of the area of a whole 1. What no longer reaches the last
 * layers is not seen there either.
 */
final class ChainDiscs {
  private static final double ROW = 46;
  private static final double LARGEST = 15;

  private static final double MOST_SHARE = 0.4;
  private static final double LABEL = 11;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final ChainModel model;
  private final List<Line> rows;
  private final double top;

  private ChainDiscs(PlotGraphics graphics, Rectangle2D body, ChainModel model) {
    this.graphics = graphics;
    this.model = model;
    tokens = graphics.tokens();
    rows = model.lines().reversed().subList(0, rows(graphics, body, model));
    top = body.getMinY();
  }

  /** How much of a body they take at its upper end. */
  static double height(PlotGraphics graphics, Rectangle2D body, ChainModel model) {
    return rows(graphics, body, model) * row(graphics);
  }

  /** As many runs as have room, that of the view first; none where the body is low. */
  private static int rows(PlotGraphics graphics, Rectangle2D body, ChainModel model) {
    int room = (int) (MOST_SHARE * body.getHeight() / row(graphics));
    return Math.min(room, model.lines().size());
  }

  private static double row(PlotGraphics graphics) {
    return ROW * graphics.tokens().scale();
  }

  /**
   * @param plot the one below, whose depths they stand over
   * @param ink the colour of a run
   */
  static void draw(
      PlotGraphics graphics,
      Rectangle2D body,
      ChainModel model,
      PlotArea plot,
      Function<Line, Color> ink) {
    ChainDiscs discs = new ChainDiscs(graphics, body, model);
    for (int i = 0; i < discs.rows.size(); i++) {
      discs.row(i, plot, ink.apply(discs.rows.get(i)));
    }
  }

  private void row(int i, PlotArea plot, Color ink) {
    Line line = rows.get(i);
    double y = top + i * row(graphics);
    double words = graphics.size(LABEL) * 1.3;
    String text = i == 0 ? model.discs() : line.name();
    graphics.text(
        graphics.fitting(RichText.parse(text), plot.width(), LABEL, Weight.REGULAR),
        plot.left(),
        y + graphics.size(LABEL),
        LABEL,
        Weight.REGULAR,
        ink,
        PlotGraphics.Align.LEFT);
    double middle = y + words + (row(graphics) - words) / 2;
    double spacing = plot.px(2) - plot.px(1);
    double most = Math.min(LARGEST * tokens.scale(), 0.46 * spacing);
    double whole = most / Math.sqrt(model.greatest());
    for (int k = 1; k <= line.sizes().length; k++) {
      double x = plot.px(k);
      double r = whole * Math.sqrt(line.sizes()[k - 1]);
      graphics.ring(x, middle, whole, tokens.separator(), 1);
      if (r > 0 && Double.isFinite(r)) {
        graphics.context().setFill(ink);
        graphics.context().fillOval(x - r, middle - r, 2 * r, 2 * r);
      }
      graphics.marks().put(ViewMark.DISCS, x, middle, whole);
    }
  }
}
