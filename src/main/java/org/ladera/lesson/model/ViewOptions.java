package org.ladera.lesson.model;

import java.util.Map;
import java.util.Set;

/** Which options a view of each kind understands, and what form their values have. */
public final class ViewOptions {
  /** The form of an option's value. */
  public enum Form {
    /** true or false. */
    FLAG,
    /** One parameter of the network. */
    PARAMETER,
    /** Several parameters. */
    PARAMETERS,
    /** Two numbers, the smaller first. */
    RANGE,
    /** Numbers. */
    NUMBERS,
    /** Whole numbers from 0. */
    COUNTS,
    /** Decimals from 0 to 17: one number, a list by row, or in it lists by parameter. */
    DIGITS,
    /** Ids of runs of the step. */
    RUNS,
    /** Names of readings, without a run. */
    READINGS,
    /** How a plane through the parameters is laid: weights, random or path. */
    PLANE,
    /** A whole number from 0. */
    SEED
  }

  private ViewOptions() {}

  /** Option names with their forms. */
  public static Map<String, Form> of(ViewRef.Kind kind) {
    return switch (kind) {
      case DATA ->
          Map.of("residuals", Form.FLAG, "drag", Form.FLAG, "raw", Form.FLAG, "runs", Form.RUNS);
      case SURFACE, CONTOUR ->
          Map.of(
              "plane", Form.PLANE,
              "seed", Form.SEED,
              "u", Form.PARAMETER,
              "v", Form.PARAMETER,
              "uRange", Form.RANGE,
              "vRange", Form.RANGE,
              "log", Form.FLAG,
              "runs", Form.RUNS);
      case LOSS_CURVE -> Map.of("log", Form.FLAG, "runs", Form.RUNS);
      case SLICE -> Map.of("u", Form.PARAMETER, "range", Form.RANGE, "marks", Form.NUMBERS);
      case UPDATES ->
          Map.of(
              "parameters", Form.PARAMETERS,
              "digits", Form.DIGITS,
              "truncate", Form.FLAG,
              "rows", Form.COUNTS);
      case RUNS -> Map.of("readings", Form.READINGS, "runs", Form.RUNS);
      case BOUNDARY -> Map.of("xRange", Form.RANGE, "yRange", Form.RANGE, "edit", Form.FLAG);
      case NETWORK -> Map.of("xRange", Form.RANGE, "yRange", Form.RANGE, "sample", Form.COUNTS);
      case DELTAS -> Map.of("sample", Form.COUNTS);
      case HIDDEN_SPACE -> Map.of("layer", Form.COUNTS, "units", Form.COUNTS);
      case PERCEPTRON -> Map.of();
      case EXAMPLES -> Map.of("digits", Form.DIGITS);
      case PROBABILITIES -> Map.of("sample", Form.COUNTS, "range", Form.RANGE);
      case MATRIX -> Map.of("sample", Form.COUNTS, "layer", Form.COUNTS);
      case ACTIVATION ->
          Map.of(
              "layer", Form.COUNTS,
              "unit", Form.COUNTS,
              "sample", Form.COUNTS,
              "range", Form.RANGE,
              "height", Form.RANGE,
              "runs", Form.RUNS,
              "input", Form.FLAG,
              "all", Form.FLAG);
      case DERIVATION -> Map.of("layer", Form.COUNTS, "unit", Form.COUNTS, "sample", Form.COUNTS);
      case DIFFERENCE -> Map.of("range", Form.RANGE);
      case CHAIN -> Map.of("sample", Form.COUNTS, "runs", Form.RUNS);
      case GRADIENT_CHECK -> Map.of("parameter", Form.PARAMETER, "own", Form.FLAG);
      case PATHS -> Map.of("parameter", Form.PARAMETER, "sample", Form.COUNTS);
    };
  }

  /** Options without which a view of this kind has nothing to show. */
  public static Set<String> required(ViewRef.Kind kind) {
    return switch (kind) {
      case DATA,
          LOSS_CURVE,
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
          GRADIENT_CHECK ->
          Set.of();
      case SURFACE, CONTOUR -> Set.of("u", "v", "uRange", "vRange");
      case SLICE -> Set.of("u", "range");
      case UPDATES -> Set.of("parameters");
      case PATHS -> Set.of("parameter");
      case RUNS -> Set.of("readings");
    };
  }
}
