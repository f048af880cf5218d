package org.ladera.explain;

import java.util.List;

/**
 * The proof of σ′ = σ(1 − σ) from σ(z) = 1/(1 + e^−z), line by line at one point (S0.20). Each line
 * is its own arithmetic, so that evaluating it says whether the line is equal to the one before.
 */
public final class SigmoidProof {
  /** How the two named numbers are written: {@code σ} and {@code e}, which stands for e^−z. */
  public static final String SIGMA = "sigma";

  public static final String E = "e";

  /** What was done to come to a line. */
  public enum Reason {
    DEFINITION,
    CHAIN_RULE,
    SIGNS,
    SPLIT,
    ADD_AND_SUBTRACT,
    RECOGNISE
  }

  /** The first line is σ, the others are σ′. */
  public record Line(Reason reason, Expression expression) {}

  private SigmoidProof() {}

  /** The definition and the five lines of the proof at {@code z}. */
  public static List<Line> at(double z) {
    Expression one = Expression.number(1);
    Expression e = new Expression.Constant(E, StrictMath.exp(-z));
    Expression below = Expression.sum(one, e);
    Expression whole = Expression.over(one, below);
    Expression sigma = new Expression.Constant(SIGMA, 1 / (1 + StrictMath.exp(-z)));
    return List.of(
        new Line(Reason.DEFINITION, whole),
        new Line(
            Reason.CHAIN_RULE,
            negative(Expression.product(new Expression.Power(below, -2), negative(e)))),
        new Line(Reason.SIGNS, Expression.over(e, Expression.squared(below))),
        new Line(Reason.SPLIT, Expression.product(whole, Expression.over(e, below))),
        new Line(Reason.ADD_AND_SUBTRACT, Expression.product(whole, Expression.minus(one, whole))),
        new Line(Reason.RECOGNISE, Expression.product(sigma, Expression.minus(one, sigma))));
  }

  private static Expression negative(Expression of) {
    return Expression.minus(Expression.number(0), of);
  }
}
