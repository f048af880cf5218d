package org.ladera.present.shared;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.gradient.Answer;

/**
 * What is under the pointer or chosen, lit up in every view that shows it.
 *
 * @param sample index of the example, −1 for none
 * @param layer from 1; 0 for none
 * @param unit from 1; 0 for none
 * @param update −1 for none
 * @param looked a picture that is looked at instead of an example, such as one that was drawn
 * @param run the id of a run among others; empty for none
 * @param direction an angle in a map of two parameters, in radians from the first axis
 */
public record Highlight(
    int sample,
    int layer,
    int unit,
    Optional<ParameterRef> parameter,
    long update,
    String run,
    OptionalDouble direction,
    Optional<Looked> looked) {
  /**
   * A picture with what the network makes of it.
   *
   * @param name how it is called where it is spoken of
   * @param truth the class it belongs to, from 0; −1 where nobody knows
   */
  public record Looked(String name, int truth, Answer answer) {}

  /** The same, with a picture that is looked at. */
  public Highlight looking(Optional<Looked> picture) {
    return new Highlight(sample, layer, unit, parameter, update, run, direction, picture);
  }

  public static final Highlight NONE = new Highlight(-1, 0, 0, Optional.empty(), -1);

  /** None of the runs, no direction and no picture. */
  public Highlight(int sample, int layer, int unit, Optional<ParameterRef> parameter, long update) {
    this(sample, layer, unit, parameter, update, "", OptionalDouble.empty(), Optional.empty());
  }

  /** One of the runs. */
  public static Highlight ofRun(String run) {
    return new Highlight(
        -1, 0, 0, Optional.empty(), -1, run, OptionalDouble.empty(), Optional.empty());
  }

  /** A direction from the present point. */
  public static Highlight ofDirection(double angle) {
    return new Highlight(
        -1, 0, 0, Optional.empty(), -1, "", OptionalDouble.of(angle), Optional.empty());
  }

  public static Highlight ofSample(int sample) {
    return new Highlight(sample, 0, 0, Optional.empty(), -1);
  }
}
