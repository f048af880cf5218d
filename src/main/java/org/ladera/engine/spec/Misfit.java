package org.ladera.engine.spec;

import java.util.Map;

/**
 * Output layer, loss, targets or batches that do not belong together.
 *
 * @param part what of an experiment would have to change first
 * @param serious whether the run means nothing whatever the weights are
 * @param key the sentence: {@code fault.misfit.<key>} in the texts
 * @param values what stands in that sentence: numbers in Java's decimals, words of lesson files
 */
public record Misfit(Part part, boolean serious, String key, Map<String, String> values) {
  /** The parts of an experiment, by their fields in lesson files. */
  public enum Part {
    NETWORK,
    LOSS,
    DATA,
    BATCH
  }

  public Misfit {
    values = Map.copyOf(values);
  }
}
