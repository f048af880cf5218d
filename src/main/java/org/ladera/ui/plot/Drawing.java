package org.ladera.ui.plot;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is drawn on a canvas with a {@link PlotGraphics}: what stands where can be checked. */
public interface Drawing {
  /** Is told of all words of each drawing from now on; null for nobody. */
  void watch(@Nullable Consumer<Written> watch);

  /** Draws what is shown once more. */
  void repaint();
}
