package org.ladera.lesson.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ladera.engine.spec.ParameterRef;

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
    RUNS,
    BOUNDARY,
    HIDDEN_SPACE,
    NETWORK,
    DELTAS,
    PERCEPTRON,
    EXAMPLES,
    PROBABILITIES,
    MATRIX,
    ACTIVATION,
    DERIVATION,
    DIFFERENCE,
    CHAIN,
    GRADIENT_CHECK,
    PATHS
  }

  public ViewRef {
    options = Map.copyOf(options);
  }

  /** The same view with another value of one option. */
  public ViewRef with(String name, String value) {
    Map<String, String> changed = new HashMap<>(options);
    changed.put(name, value);
    return new ViewRef(kind, run, changed);
  }

  public String option(String name, String otherwise) {
    return options.getOrDefault(name, otherwise);
  }

  /** A list such as {@code runs}, separated by commas; empty when the option is not there. */
  public List<String> words(String name) {
    return split(name, ",");
  }

  /** A list of numbers such as {@code marks} or a range {@code min,max}. */
  public List<Double> numbers(String name) {
    return split(name, ",").stream().map(Double::valueOf).toList();
  }

  /** A list of parameters, separated by semicolons because {@code W[1][1,1]} has a comma. */
  public List<ParameterRef> parameters(String name) {
    return split(name, ";").stream().map(ParameterRef::parse).toList();
  }

  private List<String> split(String name, String separator) {
    String value = option(name, "");
    return value.isBlank()
        ? List.of()
        : Arrays.stream(value.split(separator)).map(String::strip).toList();
  }
}
