package org.ladera.ui.step;

import org.ladera.explain.Quantity;
import org.ladera.present.step.CopiedBreakdown.Form;
import org.ladera.present.step.Grid;

/** What a person does in the step-through screen. */
public interface StepActions {
  /** Out of the update, back to the lesson. */
  void close();

  /** One phase forwards (+1) or backwards (−1); out of the update into the one beside it. */
  void phase(int direction);

  void toPhase(int phase);

  /**
   * Another element of a grid.
   *
   * @param phase the one that is shown, in which it is computed
   */
  void choose(int phase, int operation, Grid.Cell cell);

  /** Where does this number come from? */
  void open(Quantity quantity);

  /** Puts the chosen element together, term by term. */
  void watch();

  /** A number by its name, or a cell by row and column. */
  void search(String typed);

  /**
   * @param sample the only sample to show, from 1; 0 for all
   */
  void showSample(int sample);

  /** The breakdown of the chosen element onto the clipboard. */
  void copy(Form form);

  /** Holds a program of the person's own beside the update. */
  void compare();
}
