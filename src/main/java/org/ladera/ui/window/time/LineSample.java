package org.ladera.ui.window.time;

import javafx.scene.canvas.GraphicsContext;
import org.ladera.present.time.BranchTree.Role;
import org.ladera.ui.theme.Tokens;

/** A short piece of the line that a branch is drawn with, wherever it is drawn. */
final class LineSample {
  private LineSample() {}

  static void draw(GraphicsContext g, Role role, double x, double y, double length, Tokens tokens) {
    double unit = tokens.scale();
    switch (role) {
      case ON_STAGE -> {
        g.setStroke(tokens.loss().ink());
        g.setLineWidth(2.25 * unit);
        g.setLineDashes();
      }
      case COMPARED -> {
        g.setStroke(tokens.accent());
        g.setLineWidth(2 * unit);
        g.setLineDashes(7 * unit, 4 * unit);
      }
      case OTHER -> {
        g.setStroke(tokens.weight().mark());
        g.setLineWidth(1.25 * unit);
        g.setLineDashes(2 * unit, 3 * unit);
      }
    }
    g.strokeLine(x, y, x + length, y);
    g.setLineDashes();
  }
}
