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
  public double draw(PlotGraphics graphics, double right, double base, double room) {
    double mark = 2 * graphics.stroke(MARK);
    double wide = -FAR;
    for (String name : names) {
      wide += mark + NEAR + graphics.width(name, 12, Weight.REGULAR) + FAR;
    }
    if (names.isEmpty() || wide > room) {
      return 0;
    }
    Tokens tokens = graphics.tokens();
    double x = right - wide;
    for (int i = 0; i < names.size(); i++) {
      ClassMark.draw(
          graphics,
          x + mark / 2,
          base - graphics.drop(12),
          graphics.stroke(MARK),
          i,
          tokens.canvas(),
          0.5);
      x += mark + NEAR;
      graphics.text(names.get(i), x, base, 12, Weight.REGULAR, tokens.muted(), Align.LEFT);
      x += graphics.width(names.get(i), 12, Weight.REGULAR) + FAR;
    }
    return wide;
  }
}
