package org.ladera.lesson.model;

import java.util.OptionalInt;

/** A view that draws one relation of the course by itself. */
public sealed interface FigureView extends ViewSpec {
  /**
   * The products of matrices as bricks of their shapes.
   *
   * @param layer whose way back is shown; the way forward of all layers when empty
   */
  record Bricks(String run, OptionalInt layer) implements FigureView {}

  /** −ln a, with each example at what was given to its right class. */
  record LogLoss(String run) implements FigureView {}
}
