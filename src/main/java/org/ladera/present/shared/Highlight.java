package org.ladera.present.shared;

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
public record Highlight(
    int sample, int layer, int unit, Optional<ParameterRef> parameter, long update) {
  public static final Highlight NONE = new Highlight(-1, 0, 0, Optional.empty(), -1);

  public static Highlight ofSample(int sample) {
    return new Highlight(sample, 0, 0, Optional.empty(), -1);
  }
}
