package org.ladera.lesson.model;

import java.util.Optional;
import org.ladera.engine.spec.ParameterRef;

/** How the plane is laid over which a view shows the loss. */
public sealed interface PlaneChoice extends OptionGroup {
  /** The word of a lesson file for each of them. */
  enum Kind implements Word {
    WEIGHTS,
    RANDOM,
    PATH
  }

  Kind kind();

  /**
   * Two parameters; the others stay as they are.
   *
   * @param u across
   * @param v up
   * @param uRange around what there is to show when empty
   */
  record Weights(ParameterRef u, ParameterRef v, Optional<Range> uRange, Optional<Range> vRange)
      implements PlaneChoice {
    @Override
    public Kind kind() {
      return Kind.WEIGHTS;
    }
  }

  /** Two random directions through the present parameters. */
  record Random(long seed) implements PlaneChoice {
    @Override
    public Kind kind() {
      return Kind.RANDOM;
    }
  }

  /** The plane closest to the way of the run. */
  record Path() implements PlaneChoice {
    @Override
    public Kind kind() {
      return Kind.PATH;
    }
  }
}
