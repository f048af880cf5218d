package org.ladera.engine.spec;

import java.util.Arrays;
import java.util.List;

/** l1·Σ|W| + l2·ΣW² over all weights, biases excluded; gradient l1·sign(W) + 2·l2·W. */
public record RegularisationSpec(double l1, double l2) {
  public static final RegularisationSpec NONE = new RegularisationSpec(0, 0);

  /** The catalogue of penalties, in the order of the strengths above. */
  public enum Penalty {
    /** Tibshirani 1996 (lasso). */
    L1,
    /** Hoerl and Kennard 1970 (ridge). */
    L2;

    /** Its name in lessons, trace cases and texts: {@code l1}. */
    public String id() {
      return Catalogue.id(this);
    }

    /** Its strength in front of the sum; 0: none. */
    public Hyperparameter strength() {
      return new Hyperparameter(id(), "λ", Hyperparameter.Range.NOT_NEGATIVE, 1e6, 0);
    }
  }

  /**
   * @param strengths one for each penalty, in their order
   */
  public static RegularisationSpec of(double... strengths) {
    return new RegularisationSpec(strengths[Penalty.L1.ordinal()], strengths[Penalty.L2.ordinal()]);
  }

  public double strength(Penalty penalty) {
    return switch (penalty) {
      case L1 -> l1;
      case L2 -> l2;
    };
  }

  /** The penalties with a strength, in their order. */
  public List<Penalty> penalties() {
    return Arrays.stream(Penalty.values()).filter(p -> strength(p) != 0).toList();
  }

  /** All strengths so many times as large. */
  public RegularisationSpec times(double factor) {
    return new RegularisationSpec(factor * l1, factor * l2);
  }

  /** Whether there is no penalty at all. */
  public boolean isNone() {
    return l1 == 0 && l2 == 0;
  }
}
