package org.ladera.present.step;

/**
 * Where a person stands in an update.
 *
 * @param phase index of the phase
 * @param operation index of the grid that is computed, in the phase
 * @param cell the chosen element of that grid
 * @param open how much has been computed: with small steps what comes later stays hidden
 * @param terms how many terms of the chosen element have been put together; 0 for all of them
 */
public record StepPosition(int phase, int operation, Grid.Cell cell, Reach open, int terms) {
  /** What of the phase is to be seen already. */
  public enum Reach {
    /** Up to the chosen element of the grid. */
    ELEMENT,
    /** Up to the whole grid. */
    OPERATION,
    /** All of the phase. */
    PHASE
  }

  /** With all terms of the element. */
  public StepPosition(int phase, int operation, Grid.Cell cell, Reach open) {
    this(phase, operation, cell, open, 0);
  }

  static StepPosition at(int phase, int operation, Reach open) {
    return new StepPosition(phase, operation, new Grid.Cell(0, 0), open);
  }

  /** Another element, with all its terms. */
  public StepPosition withCell(Grid.Cell other) {
    return new StepPosition(phase, operation, other, open);
  }

  /** The same element, and the first of its terms. */
  StepPosition withTerms(int count) {
    return new StepPosition(phase, operation, cell, open, count);
  }
}
