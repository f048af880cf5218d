package org.ladera.present.activation;

import org.ladera.explain.Expression;
import org.ladera.explain.Quantity;
import org.ladera.explain.SigmoidProof;
import org.ladera.explain.Writing;
import org.ladera.text.Numbers;

/** The lines of the proof as texts with symbols: e^−z and σ by name, exponents raised. */
record ProofWriting(Numbers numbers) implements Writing {
  private static final String MINUS = "\u2212";

  @Override
  public String name(Quantity q) {
    return q.name();
  }

  @Override
  public String number(double value) {
    return numbers.shown(value);
  }

  @Override
  public String constant(String symbol) {
    return symbol.equals(SigmoidProof.E) ? "$e^(" + MINUS + "z)$" : "$\u03c3$";
  }

  @Override
  public String sum(String left, String right) {
    return left + " + " + right;
  }

  @Override
  public String difference(String left, String right) {
    return left.isEmpty() ? MINUS + right : left + " " + MINUS + " " + right;
  }

  @Override
  public String product(String left, String right) {
    return left + " \u00b7 " + right;
  }

  @Override
  public String quotient(String above, String below) {
    return above + " / " + below;
  }

  @Override
  public String power(String base, String exponent) {
    return base + "$^(" + exponent + ")$";
  }

  @Override
  public String apply(Expression.Function function, String argument) {
    return function.symbol() + group(argument);
  }

  @Override
  public String group(String inside) {
    return "(" + inside + ")";
  }

  @Override
  public boolean stacksFractions() {
    return false;
  }
}
