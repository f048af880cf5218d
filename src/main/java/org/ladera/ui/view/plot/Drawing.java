package org.ladera.ui.view.plot;

import java.util.function.Consumer;

/** What is drawn on a canvas with a {@link Pen}: what stands where can be checked. */
public interface Drawing {
  /** Is told of all words of each drawing from now on; null for nobody. */
  void watch(Consumer<Pen.Written> watch);

  /** Draws what is shown once more. */
  void repaint();
}
