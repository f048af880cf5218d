package org.ladera.ui.step;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.engine.matrix.Shape;
import org.ladera.present.step.DrawnPicture;
import org.ladera.present.step.Grid;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws the maps of a layer one below the other, what is lit with a rim. */
final class FlowPicture {
  private static final int MOST_MAPS = 4;
  private static final double GAP = 6;

  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;

  FlowPicture(PlotGraphics graphics) {
    this.graphics = graphics;
    g = graphics.context();
    tokens = graphics.tokens();
  }

  /**
   * @param middle of its column
   * @param wide room across
   * @param tall room down, from the top of the view
   */
  void draw(DrawnPicture picture, Grid.Meaning meaning, double middle, double wide, double tall) {
    Shape shape = picture.shape();
    int maps = Math.min(shape.channels(), MOST_MAPS);
    int from = Math.clamp(picture.firstLit() - maps / 2, 0, shape.channels() - maps);
    double more = maps < shape.channels() ? graphics.size(11) + 4 : 0;
    double each = (tall - 8 - more - (maps - 1) * GAP) / maps;
    double cell =
        Math.min(Math.min(each / shape.rows(), wide / shape.columns()), 16 * tokens.scale());
    double high = maps * cell * shape.rows() + (maps - 1) * GAP;
    double top = Math.max(2, (tall - more - high) / 2);
    double left = middle - cell * shape.columns() / 2;
    for (int m = 0; m < maps; m++) {
      map(picture, meaning, from + m, left, top + m * (cell * shape.rows() + GAP), cell);
    }
    if (more > 0) {
      graphics.text(
          "+" + (shape.channels() - maps),
          middle,
          top + high + more - 2,
          11,
          Weight.REGULAR,
          tokens.muted(),
          PlotGraphics.Align.CENTRE);
    }
  }

  /** Without lines between them pixels end where the next begin, or a seam shows. */
  private static double edge(double at, double line) {
    return line > 0 ? at : Math.round(at);
  }

  private void map(
      DrawnPicture picture, Grid.Meaning meaning, int channel, double x, double y, double cell) {
    Shape shape = picture.shape();
    double line = cell >= 6 ? 1 : 0;
    g.setFill(tokens.inset());
    g.fillRect(x - 1, y - 1, cell * shape.columns() + 2, cell * shape.rows() + 2);
    for (int r = 0; r < shape.rows(); r++) {
      for (int c = 0; c < shape.columns(); c++) {
        int unit = shape.index(channel, r, c);
        double strength = picture.strengths()[unit];
        Color mark =
            meaning == Grid.Meaning.DATA && strength >= 0
                ? tokens.input().mark()
                : tokens.sign(strength);
        g.setFill(tokens.canvas().interpolate(mark, Math.abs(strength)));
        double left = edge(x + c * cell, line);
        double top = edge(y + r * cell, line);
        double right = edge(x + (c + 1) * cell, line);
        double bottom = edge(y + (r + 1) * cell, line);
        g.fillRect(left, top, right - left - line, bottom - top - line);
      }
    }
    g.setStroke(tokens.accent());
    g.setLineWidth(graphics.stroke(2));
    if (picture.isMostlyLit(channel)) {
      // Where the lit ones are, which may be the field of a large kernel and not the whole picture.
      int top = shape.rows();
      int bottom = 0;
      int left = shape.columns();
      int right = 0;
      for (int r = 0; r < shape.rows(); r++) {
        for (int c = 0; c < shape.columns(); c++) {
          if (picture.lit()[shape.index(channel, r, c)]) {
            top = Math.min(top, r);
            bottom = Math.max(bottom, r + 1);
            left = Math.min(left, c);
            right = Math.max(right, c + 1);
          }
        }
      }
      g.strokeRect(
          x + left * cell - 1,
          y + top * cell - 1,
          (right - left) * cell + 2,
          (bottom - top) * cell + 2);
      return;
    }
    for (int r = 0; r < shape.rows(); r++) {
      for (int c = 0; c < shape.columns(); c++) {
        if (picture.lit()[shape.index(channel, r, c)]) {
          g.strokeRect(x + c * cell - 0.5, y + r * cell - 0.5, cell, cell);
        }
      }
    }
  }
}
