package org.ladera.ui.view.loss;

import javafx.scene.paint.Color;
import org.ladera.present.loss.StepParts;
import org.ladera.present.loss.StepWords;
import org.ladera.present.loss.Trail;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;

/**
 * The next step of a run as arrows in their true lengths: what the memory brings along, what the
 * gradient adds, and the step that both make.
 */
final class StepArrows {
  /** Shorter arrows would hide under the mark of the present point. */
  private static final double VISIBLE = 12;

  /** Brings a place of the map into pixels. */
  interface Place {
    /**
     * @return x and y; NaN where the place cannot be shown
     */
    double[] at(double u, double v);
  }

  private final PlotGraphics graphics;
  private final MapMarks marks;
  private final StepWords words;
  private final double[] here;
  private final double[] memory;
  private final double[] end;
  private final boolean inParts;

  StepArrows(
      PlotGraphics graphics, MapMarks marks, StepWords words, Trail.Runner runner, Place place) {
    this.graphics = graphics;
    this.marks = marks;
    this.words = words;
    StepParts parts = runner.parts().orElse(new StepParts(0, 0, runner.stepU(), runner.stepV()));
    inParts = runner.parts().isPresent();
    here = place.at(runner.u(), runner.v());
    memory = place.at(runner.u() + parts.memoryU(), runner.v() + parts.memoryV());
    end = place.at(runner.u() + runner.stepU(), runner.v() + runner.stepV());
  }

  /** The length of the longest arrow in pixels. */
  double longest() {
    return Math.max(length(here, end), Math.max(length(here, memory), length(memory, end)));
  }

  /** Whether memory and gradient are both long enough to be seen. */
  boolean showParts() {
    double least = graphics.stroke(VISIBLE);
    return inParts && length(here, memory) > least && length(memory, end) > least;
  }

  /**
   * Draws all three where both parts can be seen, else the step alone.
   *
   * @param named whether their names stand beside them
   */
  void draw(boolean named) {
    Tokens tokens = graphics.tokens();
    boolean both = showParts();
    if (both) {
      arrow(here, memory, tokens.weight().mark());
      arrow(memory, end, tokens.gradient().mark());
    }
    arrow(here, end, tokens.onImage());
    if (!named) {
      return;
    }
    if (both) {
      marks.label("part 1", words.memory(), memory[0], memory[1]);
      marks.label("part 2", words.gradient(), (memory[0] + end[0]) / 2, (memory[1] + end[1]) / 2);
    }
    if (length(here, end) > graphics.stroke(VISIBLE)) {
      marks.label("part 3", words.step(), end[0], end[1]);
    }
  }

  private void arrow(double[] from, double[] to, Color color) {
    marks.vector(from[0], from[1], to[0], to[1], color);
  }

  private static double length(double[] from, double[] to) {
    return Math.hypot(to[0] - from[0], to[1] - from[1]);
  }
}
