package org.ladera.engine.spec;

import java.util.List;
import java.util.Locale;

/**
 * A number that belongs to a part of an experiment, such as γ of momentum.
 *
 * @param name in lesson files: {@code weightDecay}
 * @param symbol as in the formulas, {@code β_1}; empty where it has none
 * @param range which numbers the part can work with
 * @param most the greatest number that a lesson may write; the smallest follows from the range
 * @param usual what it is where nothing is said; NaN where it has to be said
 * @param words the names of 0, 1, 2 … where these are written instead of numbers, else empty
 */
public record Hyperparameter(
    String name, String symbol, Range range, double most, double usual, List<String> words) {
  public Hyperparameter {
    words = List.copyOf(words);
  }

  public Hyperparameter(String name, String symbol, Range range, double most, double usual) {
    this(name, symbol, range, most, usual, List.of());
  }

  /** How much of a memory is kept at each update. */
  static Hyperparameter share(String name, String symbol, double usual) {
    return new Hyperparameter(name, symbol, Range.SHARE, 0.999999, usual);
  }

  /** What keeps a denominator away from 0. */
  static Hyperparameter epsilon(double usual) {
    return new Hyperparameter("epsilon", "ε", Range.POSITIVE, 1, usual);
  }

  /** The share of a parameter that is taken away at each update, before the rate. */
  static Hyperparameter decay(double usual) {
    return new Hyperparameter("weightDecay", "λ", Range.NOT_NEGATIVE, 1e3, usual);
  }

  /** One of some words, written out; its value is their index. */
  static Hyperparameter choice(String name, String... words) {
    return new Hyperparameter(
        name, "", Range.NOT_NEGATIVE, words.length - 1, Double.NaN, List.of(words));
  }

  /** The name in trace cases: {@code weight_decay}. */
  public String traceName() {
    return name.equals("epsilon")
        ? "eps"
        : name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  public boolean hasUsual() {
    return !Double.isNaN(usual);
  }

  /** Which numbers it may be. */
  public enum Range {
    /** From 0 to below 1. */
    SHARE,
    /** Above 0. */
    POSITIVE,
    /** 0 or more. */
    NOT_NEGATIVE,
    /** A whole number from 1. */
    COUNT,
    /** A whole number from 0. */
    SEED,
    /** Any number. */
    ANY;

    public boolean holds(double value) {
      return Double.isFinite(value)
          && switch (this) {
            case SHARE -> value >= 0 && value < 1;
            case POSITIVE -> value > 0;
            case NOT_NEGATIVE -> value >= 0;
            case COUNT -> value >= 1 && value == Math.rint(value);
            case SEED -> value >= 0 && value == Math.rint(value);
            case ANY -> true;
          };
    }
  }
}
