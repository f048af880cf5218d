package org.ladera.ui.view.network;

import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.ladera.present.network.DeltasModel;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** The names beside the rows of the deltas: of each unit, or of the layers where rows are low. */
final class LayerNames {
  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final Rectangle2D body;
  private final DeltasModel model;
  private final DeltasLayout layout;

  LayerNames(PlotGraphics graphics, Rectangle2D body, DeltasModel model, DeltasLayout layout) {
    this.graphics = graphics;
    this.body = body;
    this.model = model;
    this.layout = layout;
    tokens = graphics.tokens();
  }

  void draw() {
    double x = layout.left() - 8;
    double room = x - body.getMinX() - 4;
    if (layout.namesRows()) {
      for (int r = 0; r < model.rows().size(); r++) {
        double y = layout.rowTop(r) + (layout.cellHeight() - layout.gap()) / 2 + graphics.drop(11);
        draw(model.rows().get(r).name(), x, y, room, r == model.lit());
      }
      return;
    }
    double free = Double.NEGATIVE_INFINITY;
    for (int l = 1; l <= model.layers().size(); l++) {
      double middle = middleOf(l);
      if (named(l, middle, free, middleOf(model.layers().size()))) {
        boolean lit = model.lit() >= 0 && model.rows().get(model.lit()).layer() == l;
        draw(model.layers().get(l - 1).name(), x, middle + graphics.drop(11), room, lit);
        free = middle + layout.line() / 2;
      }
    }
  }

  /** The last layer always has its name; the others where they leave room for it and each other. */
  boolean named(int layer, double middle, double free, double last) {
    double half = layout.line() / 2;
    return layer == model.layers().size()
        || (middle - half >= free && middle + layout.line() <= last);
  }

  private double middleOf(int layer) {
    double top = Double.POSITIVE_INFINITY;
    double bottom = 0;
    for (int r = 0; r < model.rows().size(); r++) {
      if (model.rows().get(r).layer() == layer) {
        top = Math.min(top, layout.rowTop(r));
        bottom = layout.rowTop(r) + layout.cellHeight();
      }
    }
    return (top + bottom) / 2;
  }

  void draw(String text, double right, double base, double room, boolean lit) {
    Weight weight = lit ? Weight.SEMI_BOLD : Weight.REGULAR;
    RichText fit = graphics.fitting(new RichText(RichText.parse(text).spans()), room, 11, weight);
    Color ink = lit ? tokens.accent() : tokens.muted();
    graphics.text(fit, right, base, 11, weight, ink, Align.RIGHT);
  }
}
