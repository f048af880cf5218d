package org.ladera.ui.plot.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Type.Weight;

/** Which line is whose: a stretch of each, or one of its dots, with its name, above a plot. */
public final class LineLegend {
  /** What is named. */
  public sealed interface Entry {
    RichText name();

    Color color();
  }

  /** A line with its name. */
  public record Line(RichText name, Color color, double width, double[] dashes) implements Entry {}

  /** Dots of a radius with their name. */
  public record Dots(RichText name, Color color, double radius) implements Entry {}

  private static final double LABEL = 11;
  private static final double SAMPLE = 30;
  private static final double NEAR = 6;
  private static final double FAR = 16;

  private final PlotGraphics graphics;
  private final List<List<Entry>> rows = new ArrayList<>();
  private final double left;
  private final double line;

  /**
   * @param left where rows begin
   * @param right where they end
   */
  public LineLegend(
      PlotGraphics graphics, double left, double right, List<? extends Entry> entries) {
    this.graphics = graphics;
    this.left = left;
    line = graphics.size(LABEL) * 1.5;
    double x = right;
    for (Entry entry : entries) {
      double wide = width(entry);
      if (x + wide > right) {
        rows.add(new ArrayList<>());
        x = left;
      }
      rows.getLast().add(entry);
      x += wide + FAR;
    }
  }

  private double width(Entry entry) {
    return graphics.stroke(SAMPLE) + NEAR + graphics.width(entry.name(), LABEL, Weight.REGULAR);
  }

  /** What is above the last row. */
  public double above() {
    return Math.ceil(Math.max(0, rows.size() - 1) * line);
  }

  public boolean isOneRow() {
    return rows.size() == 1;
  }

  /**
   * Draws all rows.
   *
   * @param base of the words of the last one
   */
  public void draw(double base) {
    for (int r = 0; r < rows.size(); r++) {
      double y = base - (rows.size() - 1 - r) * line;
      double x = left;
      for (Entry entry : rows.get(r)) {
        double middle = y - graphics.drop(LABEL);
        double end = x + graphics.stroke(SAMPLE);
        switch (entry) {
          case Line l -> graphics.line(x, middle, end, middle, l.color(), l.width(), l.dashes());
          case Dots d -> {
            Color rim = graphics.tokens().canvas();
            graphics.disc((x + end) / 2, middle, graphics.stroke(d.radius()), d.color(), rim, 1);
          }
        }
        graphics.text(
            entry.name(), end + NEAR, y, LABEL, Weight.REGULAR, entry.color(), Align.LEFT);
        x += width(entry) + FAR;
      }
    }
  }
}
