package org.ladera.ui.view.activation;

import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.ladera.lesson.model.ViewMark;
import org.ladera.present.activation.ActivationModel.Stretch;
import org.ladera.present.activation.ChainModel;
import org.ladera.present.activation.ChainModel.Line;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.RunLook;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws a {@link ChainModel}. */
final class ChainPainter {
  private static final double POINT = 3.5;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final ChainModel model;
  private final LinePlot plot;
  private final Rectangle2D body;

  ChainPainter(PlotGraphics graphics, Rectangle2D body, ChainModel model) {
    this.graphics = graphics;
    this.model = model;
    tokens = graphics.tokens();
    this.body = body;
    double above = ChainDiscs.height(graphics, body, model);
    Rectangle2D below =
        new Rectangle2D(
            body.getMinX(), body.getMinY() + above, body.getWidth(), body.getHeight() - above);
    plot = new LinePlot(graphics, below, model.depth(), model.size());
  }

  PlotArea area() {
    return plot.area();
  }

  void draw() {
    if (ChainDiscs.height(graphics, body, model) > 0) {
      ChainDiscs.draw(graphics, body, model, plot.area(), this::color);
    }
    model.chosen().ifPresent(k -> plot.guide(k, tokens.accent()));
    model
        .bound()
        .ifPresent(
            line -> plot.line(stretch(line), tokens.danger().mark(), 1.5, PlotGraphics.REFERENCE));
    model.bound().ifPresent(line -> bound(line.sizes()));
    for (Line line : model.lines()) {
      double[] dashes = line.own() ? new double[0] : RunLook.of(tokens, line.index()).dashes();
      plot.line(stretch(line), color(line), line.own() ? 2.25 : 1.75, dashes);
    }
    for (Line line : model.lines()) {
      for (int k = 1; k <= line.sizes().length; k++) {
        double size = line.sizes()[k - 1];
        if (plot.holds(k, size)) {
          double r = graphics.stroke(line.own() ? POINT : POINT - 1);
          graphics.disc(
              plot.area().px(k), plot.area().py(size), r, color(line), tokens.canvas(), 1);
        }
      }
    }
    note();
    model.bound().ifPresent(line -> plot.name(line.name(), stretch(line), tokens.danger().mark()));
    model.lines().forEach(line -> plot.name(line.name(), stretch(line), color(line)));
  }

  private void bound(double[] sizes) {
    PlotArea area = plot.area();
    for (int k : new int[] {1, sizes.length}) {
      if (plot.holds(k, sizes[k - 1])) {
        graphics.marks().put(ViewMark.BOUND, area.px(k), area.py(sizes[k - 1]), 6);
      }
    }
  }

  private void note() {
    if (model.chosen().isEmpty()) {
      return;
    }
    int k = model.chosen().getAsInt();
    double size = model.lines().getLast().sizes()[k - 1];
    if (plot.holds(k, size)) {
      double r = graphics.stroke(POINT) + 3;
      graphics.ring(plot.area().px(k), plot.area().py(size), r + 2, tokens.accent(), 1.75);
      plot.take(k, size, r + 2);
      plot.beside("note", model.note(), k, size, r + 6, tokens.text(), Weight.SEMI_BOLD);
    }
  }

  private Color color(Line line) {
    return line.own() ? tokens.delta().ink() : RunLook.of(tokens, line.index()).color();
  }

  private static Stretch stretch(Line line) {
    double[] ks = new double[line.sizes().length];
    for (int i = 0; i < ks.length; i++) {
      ks[i] = i + 1;
    }
    return new Stretch(ks, line.sizes());
  }
}
