package org.ladera.explain;

/**
 * What an expression gives, worked out from its leaves with the JDK's own functions.
 *
 * @param largest size of the largest term on the way: sums of terms that cancel lose digits
 */
public record Evaluated(double value, double largest) {
  Evaluated(double value) {
    this(value, Math.abs(value));
  }

  /** Works an expression out from its leaves. */
  public static Evaluated of(Expression e) {
    return switch (e) {
      case Expression.Literal literal -> new Evaluated(literal.value());
      case Expression.Constant constant -> new Evaluated(constant.value());
      case Expression.Operand operand -> new Evaluated(operand.value());
      case Expression.Sum sum -> {
        double total = 0;
        double largest = 0;
        for (Expression term : sum.terms()) {
          Evaluated value = of(term);
          total += value.value();
          largest = Math.max(largest, value.largest());
        }
        yield new Evaluated(total, largest);
      }
      case Expression.Difference d -> {
        Evaluated left = of(d.left());
        Evaluated right = of(d.right());
        yield new Evaluated(
            left.value() - right.value(), Math.max(left.largest(), right.largest()));
      }
      case Expression.Product product -> {
        double value = 1;
        double largest = 1;
        for (Expression factor : product.factors()) {
          Evaluated f = of(factor);
          value *= f.value();
          largest *= f.largest();
        }
        yield new Evaluated(value, largest);
      }
      case Expression.Quotient q -> {
        Evaluated above = of(q.above());
        Evaluated below = of(q.below());
        yield new Evaluated(
            above.value() / below.value(), above.largest() / Math.abs(below.value()));
      }
      case Expression.Power power -> {
        Evaluated base = of(power.base());
        yield new Evaluated(
            Math.pow(base.value(), power.exponent()), Math.pow(base.largest(), power.exponent()));
      }
      case Expression.Apply apply -> {
        double x = of(apply.argument()).value();
        yield new Evaluated(
            switch (apply.function()) {
              case EXP -> Math.exp(x);
              case LN -> Math.log(x);
              case LN_ONE_PLUS -> Math.log1p(x);
              case ROOT -> Math.sqrt(x);
              case ABSOLUTE -> Math.abs(x);
              case SIGN -> Math.signum(x);
              case SIN -> Math.sin(x);
              case COS -> Math.cos(x);
              case SIGMOID -> 1 / (1 + Math.exp(-x));
              case TANH -> Math.tanh(x);
              case POSITIVE_PART -> Math.max(0, x);
              case IS_POSITIVE -> x > 0 ? 1 : 0;
              case STEP -> x >= 0 ? 1 : 0;
            });
      }
    };
  }
}
