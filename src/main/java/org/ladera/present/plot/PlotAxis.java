package org.ladera.present.plot;

import java.util.List;
import org.ladera.text.Numbers;

/**
 * An axis ready to be drawn.
 *
 * @param name what it measures, with the unit after a slash; symbols between dollar signs
 * @param ticks four to six round values inside the scale, where there are that many
 */
public record PlotAxis(String name, Scale scale, List<Tick> ticks) {
  public PlotAxis {
    ticks = List.copyOf(ticks);
  }

  /** An axis with the ticks that suit its scale. */
  public static PlotAxis of(String name, Scale scale, Numbers numbers) {
    return new PlotAxis(name, scale, Ticks.of(scale, numbers));
  }
}
