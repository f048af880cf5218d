package org.ladera.present.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ladera.explain.Expression;
import org.ladera.explain.Notation;
import org.ladera.explain.Quantity;

/**
 * A sum of operands, each with what stands before it: {@code W − η · dW} is W with nothing and dW
 * with "− η ·" before it.
 *
 * @param before in plain text with symbols between dollar signs
 */
record Signs(String before, Quantity operand) {
  /** Empty where an expression is more than a sum of operands with constants before them. */
  static Optional<List<Signs>> of(Expression e, Notation notation) {
    List<Signs> found = new ArrayList<>();
    return new Reader(notation).read(e, "", found) ? Optional.of(found) : Optional.empty();
  }

  private record Reader(Notation notation) {
    boolean read(Expression e, String before, List<Signs> into) {
      return switch (e) {
        case Expression.Operand operand -> into.add(new Signs(before, operand.quantity()));
        case Expression.Sum sum -> {
          boolean all = true;
          for (int i = 0; i < sum.terms().size(); i++) {
            all &= read(sum.terms().get(i), i == 0 ? before : "+", into);
          }
          yield all;
        }
        case Expression.Difference d ->
            read(d.left(), before, into) && read(d.right(), "\u2212", into);
        case Expression.Product product -> product(product, before, into);
        case Expression.Literal _,
            Expression.Constant _,
            Expression.Quotient _,
            Expression.Power _,
            Expression.Apply _ ->
            false;
      };
    }

    private boolean product(Expression.Product product, String before, List<Signs> into) {
      StringBuilder sign = new StringBuilder(before);
      Expression rest = null;
      for (Expression factor : product.factors()) {
        Optional<String> constant = constant(factor);
        if (constant.isPresent()) {
          sign.append(sign.isEmpty() ? "" : " ").append(constant.get()).append(" \u00b7");
        } else if (rest == null) {
          rest = factor;
        } else {
          return false;
        }
      }
      return rest instanceof Expression.Operand && read(rest, sign.toString(), into);
    }

    private Optional<String> constant(Expression e) {
      return switch (e) {
        case Expression.Constant c -> Optional.of("$" + symbol(c.symbol()) + "$");
        case Expression.Literal l when l.value() == Math.rint(l.value()) ->
            Optional.of(Long.toString((long) l.value()));
        case Expression.Difference d ->
            constant(d.left())
                .flatMap(l -> constant(d.right()).map(r -> "(" + l + " \u2212 " + r + ")"));
        case Expression.Literal _,
            Expression.Operand _,
            Expression.Sum _,
            Expression.Product _,
            Expression.Quotient _,
            Expression.Power _,
            Expression.Apply _ ->
            Optional.empty();
      };
    }

    private String symbol(String name) {
      return switch (name) {
        case "eta" -> notation.rate() == Notation.Rate.ALPHA ? "\u03b1" : "\u03b7";
        case "gamma" -> "\u03b3";
        case "beta" -> "\u03b2";
        case "beta1" -> "\u03b2_1";
        case "beta2" -> "\u03b2_2";
        case "rho" -> "\u03c1";
        case "lambda" -> "\u03bb";
        case "l1" -> "\u03bb_1";
        case "l2" -> "\u03bb_2";
        case "alpha" -> "\u03b1";
        case "epsilon" -> "\u03b5";
        default -> "c";
      };
    }
  }
}
