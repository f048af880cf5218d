package org.ladera.ui.view.network;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import org.ladera.present.network.NetworkModel;
import org.ladera.present.network.NetworkModel.Link;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;

/** Draws the ways between maps, with the kernels on them where they have room. */
final class LinkPainter {
  private static final double LARGEST = 44;
  private static final double SMALLEST = 9;

  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;
  private final NetworkModel model;
  private final NetworkLayout layout;

  LinkPainter(PlotGraphics graphics, NetworkModel model, NetworkLayout layout) {
    this.graphics = graphics;
    this.model = model;
    this.layout = layout;
    g = graphics.context();
    tokens = graphics.tokens();
  }

  void draw() {
    for (Link link : model.links()) {
      boolean lit = model.isLit(link);
      g.setStroke(lit ? tokens.accent() : tokens.separator());
      g.setLineWidth(graphics.stroke(lit ? 1.5 : 1));
      layout.bow(link).stroke(g);
    }
    for (int layer = 1; layer < model.columns().size(); layer++) {
      int into = layer;
      kernels(model.links().stream().filter(l -> l.layer() == into).toList());
    }
  }

  /** All of a layer, or those of the lit unit where all would hide each other. */
  private void kernels(List<Link> links) {
    double size = size(links);
    List<Link> seen = links;
    if (size < SMALLEST * tokens.scale()) {
      seen = links.stream().filter(model::isLit).toList();
      size = Math.min(size(seen), LARGEST * tokens.scale());
    }
    PixelPainter painter = new PixelPainter(graphics);
    for (Link link : seen) {
      if (link.kernel().isPresent() && size >= SMALLEST * tokens.scale()) {
        Point2D p = layout.bow(link).at(0.5);
        painter.kernel(
            link.kernel().get(),
            new Rectangle2D(
                Math.round(p.getX() - size / 2), Math.round(p.getY() - size / 2), size, size));
      }
    }
  }

  /** As large as the nearest two leave room for. */
  private double size(List<Link> links) {
    double size = Math.min(LARGEST * tokens.scale(), 0.3 * layout.spacing());
    for (int i = 0; i < links.size(); i++) {
      Point2D a = layout.bow(links.get(i)).at(0.5);
      for (int j = 0; j < i; j++) {
        Point2D b = layout.bow(links.get(j)).at(0.5);
        size = Math.min(size, Math.abs(a.getY() - b.getY()) - 4);
      }
    }
    return Math.floor(size);
  }
}
