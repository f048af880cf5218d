package org.ladera.engine.spec;

/** l1·Σ|W| + l2·ΣW² over all weights, biases excluded; gradient l1·sign(W) + 2·l2·W. */
public record RegularisationSpec(double l1, double l2) {
  public static final RegularisationSpec NONE = new RegularisationSpec(0, 0);
}
