package org.ladera.present;

import java.util.Optional;
import org.ladera.engine.spec.ParameterRef;

/**
 * What is under the pointer or chosen, lit up in every view that shows it.
 *
 * @param sample index of the example, −1 for none
 * @param layer from 1; 0 for none
 * @param unit from 1; 0 for none
 * @param update −1 for none
 */
public record Brush(
    int sample, int layer, int unit, Optional<ParameterRef> parameter, long update) {
  public static final Brush NONE = new Brush(-1, 0, 0, Optional.empty(), -1);

  public static Brush ofSample(int sample) {
    return new Brush(sample, 0, 0, Optional.empty(), -1);
  }
}
