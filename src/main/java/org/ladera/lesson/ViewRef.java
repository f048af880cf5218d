package org.ladera.lesson;

import java.util.Map;

/**
 * A view on the stage.
 *
 * @param kind which component
 * @param run the id of the run it shows; {@code main} unless said otherwise
 * @param options the view's own settings, already checked (strings as in the file)
 */
public record ViewRef(Kind kind, String run, Map<String, String> options) {
  public enum Kind {
    DATA,
    SURFACE,
    CONTOUR,
    LOSS_CURVE,
    SLICE,
    UPDATES,
    RUNS
  }

  public ViewRef {
    options = Map.copyOf(options);
  }

  public String option(String name, String otherwise) {
    return options.getOrDefault(name, otherwise);
  }
}
