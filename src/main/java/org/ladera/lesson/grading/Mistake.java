package org.ladera.lesson.grading;

import java.util.Arrays;
import java.util.Optional;

/**
 * Known wrong ways to a number; where two lead to the same one, the first is named. The program's
 * text {@code mistake.<id>} explains each.
 */
public enum Mistake {
  /** The derivative's 2 kept where the loss cancels it, or a whole loss where half is meant. */
  FACTOR_TWO("factor-2"),
  /** The 2 or the whole left out: half of the right one. */
  HALF("half"),
  /** The update climbs, or ŷ and y are exchanged. */
  WRONG_SIGN("wrong-sign"),
  /** Summed over the samples where the loss averages. */
  SUM_FOR_MEAN("sum-for-mean"),
  /** Averaged over the samples where the loss sums. */
  MEAN_FOR_SUM("mean-for-sum"),
  /** Another parameter was changed first, and its new value was used. */
  SEQUENTIAL("sequential"),
  /** The gradient was subtracted without η. */
  FORGOT_RATE("forgot-rate"),
  /** The value before the update. */
  OLD_VALUE("old-value"),
  /** The gradient, or the step η·g, instead of the new value. */
  STEP_ONLY("step-only"),
  /** Another element of the same matrix, row and column exchanged, or W where Wᵀ is meant. */
  TRANSPOSED("transposed"),
  /** The factor σ′(z) left out on the way back. */
  NO_DERIVATIVE("no-derivative"),
  /** z instead of a: the activation left out on the way forwards. */
  NO_ACTIVATION("no-activation"),
  /** What one sample contributes, where all of the batch are added. */
  ONE_SAMPLE("one-sample"),
  /** The residuals not squared. */
  NOT_SQUARED("not-squared"),
  /** The right number of another parameter, unit or sample of the layer. */
  WRONG_PARAMETER("wrong-parameter"),
  /** Intermediate results rounded to two or three digits. */
  ROUNDED_EARLY("rounded-early"),
  /** The sign reversed and a factor 2 too many. */
  SIGN_AND_FACTOR("sign-and-factor-2"),
  /** The bias left out of the net input. */
  NO_BIAS("no-bias"),
  /** The logarithm to base 10 where the natural one is meant. */
  LOG_TEN("log-10"),
  /** The number of the example or layer beside it. */
  OFF_BY_ONE("off-by-one");

  private final String id;

  Mistake(String id) {
    this.id = id;
  }

  /** The name in lesson files and verdicts. */
  public String id() {
    return id;
  }

  public static Optional<Mistake> of(String id) {
    return Arrays.stream(values()).filter(m -> m.id.equals(id)).findFirst();
  }
}
