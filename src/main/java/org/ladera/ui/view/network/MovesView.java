package org.ladera.ui.view.network;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.ladera.present.network.MovesModel;
import org.ladera.present.network.MovesModel.Group;
import org.ladera.present.network.MovesModel.Move;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.text.RichText;
import org.ladera.ui.plot.AxisPainter;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.ViewContext;

/**
 * Every parameter before and after: a hollow dot where it began, an arrow to where it is, and a
 * faint line to where the planned run ends.
 */
public final class MovesView extends CardView<MovesModel> {
  private static final double LABEL = 12;
  private static final double DOT = 4;
  private static final double HEAD = 8;
  private static final double FAINT = 0.45;

  public MovesView(ViewContext context) {
    super(context);
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    // A free column between two groups.
    int columns = model.count() + model.groups().size();
    PlotAxis places = new PlotAxis("", Scale.linear(0, columns), List.of());
    AxisPainter axes = new AxisPainter(graphics, body, places, model.values());
    graphics.axis(axes::draw);
    PlotArea area = axes.area();
    Tokens tokens = graphics.tokens();
    double zero = PlotGraphics.crisp(area.py(0));
    graphics.line(area.left(), zero, area.right(), zero, tokens.muted(), 1);
    double each = area.width() / columns;
    double r = Math.min(graphics.stroke(DOT), 0.4 * each);
    int at = 0;
    for (Group group : model.groups()) {
      double from = area.left() + (at + 0.5) * each;
      for (Move move : group.moves()) {
        move(graphics, area, move, area.left() + (at + 1) * each, r);
        at++;
      }
      at++;
      graphics.text(
          RichText.parse(group.name()),
          from + (group.moves().size() * each) / 2,
          area.bottom() + graphics.size(LABEL) * 1.5,
          LABEL,
          Weight.REGULAR,
          tokens.weight().ink(),
          PlotGraphics.Align.CENTRE);
    }
  }

  private static void move(PlotGraphics graphics, PlotArea area, Move move, double x, double r) {
    Tokens tokens = graphics.tokens();
    double start = area.py(move.start());
    double now = area.py(move.now());
    if (Double.isFinite(move.planned())) {
      graphics.context().setGlobalAlpha(FAINT);
      graphics.line(x, now, x, area.py(move.planned()), tokens.muted(), 1.5, 3, 3);
      graphics.context().setGlobalAlpha(1);
    }
    Color ink = tokens.weight().ink();
    double head = Math.min(graphics.stroke(HEAD), Math.abs(now - start));
    if (head > 1) {
      double back = now - Math.copySign(head, now - start);
      graphics.line(x, start, x, back, ink, 2.25);
      double half = Math.min(head * 0.6, r * 1.6);
      graphics.context().setFill(ink);
      graphics
          .context()
          .fillPolygon(new double[] {x, x - half, x + half}, new double[] {now, back, back}, 3);
    }
    graphics.disc(x, start, r, tokens.canvas(), ink, 1.5);
  }
}
