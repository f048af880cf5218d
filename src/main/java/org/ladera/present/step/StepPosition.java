package org.ladera.present.step;

/**
 * Where a person stands in an update.
 *
 * @param phase index of the phase
 * @param operation index of the grid that is computed, in the phase
 * @param cell the chosen element of that grid
 * @param open how much has been computed: with small steps what comes later stays hidden
 */
public record StepPosition(int phase, int operation, Grid.Cell cell, Reach open) {
  /** What of the phase is to be seen already. */
  public enum Reach {
    /** Up to the chosen element of the grid. */
    ELEMENT,
    /** Up to the whole grid. */
    OPERATION,
    /** All of the phase. */
    PHASE
  }

  static StepPosition at(int phase, int operation, Reach open) {
    return new StepPosition(phase, operation, new Grid.Cell(0, 0), open);
  }

  public StepPosition withCell(Grid.Cell other) {
    return new StepPosition(phase, operation, other, open);
  }
}
