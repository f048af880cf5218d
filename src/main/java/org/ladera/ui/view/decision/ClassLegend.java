package org.ladera.ui.view.decision;

import java.util.List;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** The marks of the classes with their names; where there is no room for all of them, none. */
public record ClassLegend(List<String> names) implements ViewCard.Legend {
  private static final double MARK = 4.5;
  private static final double NEAR = 8;
  private static final double FAR = 14;

  public ClassLegend {
    names = List.copyOf(names);
  }

  @Override
  public double draw(PlotGraphics pen, double right, double base, double room) {
    double mark = 2 * pen.stroke(MARK);
    double wide = -FAR;
    for (String name : names) {
      wide += mark + NEAR + pen.width(name, 12, Weight.REGULAR) + FAR;
    }
    if (names.isEmpty() || wide > room) {
      return 0;
    }
    Tokens tokens = pen.tokens();
    double x = right - wide;
    for (int i = 0; i < names.size(); i++) {
      ClassMark.draw(
          pen, x + mark / 2, base - pen.drop(12), pen.stroke(MARK), i, tokens.canvas(), 0.5);
      x += mark + NEAR;
      pen.text(names.get(i), x, base, 12, Weight.REGULAR, tokens.muted(), Align.LEFT);
      x += pen.width(names.get(i), 12, Weight.REGULAR) + FAR;
    }
    return wide;
  }
}
