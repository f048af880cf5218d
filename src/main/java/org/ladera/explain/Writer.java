package org.ladera.explain;

import java.util.List;
import org.ladera.explain.Writing.With;

/** Walks an expression and puts brackets where the order of the operations asks for them. */
final class Writer {
  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int POWER = 3;
  private static final int ATOM = 4;

  private final Writing writing;
  private final With with;

  Writer(Writing writing, With with) {
    this.writing = writing;
    this.with = with;
  }

  String write(Expression e) {
    return switch (e) {
      case Expression.Literal literal -> writing.number(literal.value());
      case Expression.Constant constant ->
          with == With.NAMES
              ? writing.constant(constant.symbol())
              : writing.number(constant.value());
      case Expression.Operand operand ->
          with == With.NAMES ? writing.name(operand.quantity()) : writing.number(operand.value());
      case Expression.Sum sum -> sum(sum.terms());
      case Expression.Difference difference -> difference(difference);
      case Expression.Product product -> product(product.factors());
      case Expression.Quotient quotient -> quotient(quotient);
      case Expression.Power power ->
          writing.power(inside(power.base(), ATOM), writing.number(power.exponent()));
      case Expression.Apply apply -> writing.apply(apply.function(), write(apply.argument()));
    };
  }

  private String sum(List<Expression> terms) {
    if (terms.isEmpty()) {
      return writing.number(0);
    }
    String text = inside(terms.getFirst(), SUM);
    for (Expression term : terms.subList(1, terms.size())) {
      text = writing.sum(text, inside(term, PRODUCT));
    }
    return text;
  }

  private String difference(Expression.Difference d) {
    boolean negation = d.left() instanceof Expression.Literal zero && zero.value() == 0;
    return negation
        ? writing.difference("", inside(d.right(), PRODUCT))
        : writing.difference(inside(d.left(), SUM), inside(d.right(), PRODUCT));
  }

  private String product(List<Expression> factors) {
    String text = inside(factors.getFirst(), PRODUCT);
    for (Expression factor : factors.subList(1, factors.size())) {
      text = writing.product(text, inside(factor, POWER));
    }
    return text;
  }

  private String quotient(Expression.Quotient q) {
    return writing.stacksFractions()
        ? writing.quotient(write(q.above()), write(q.below()))
        : writing.quotient(inside(q.above(), PRODUCT), inside(q.below(), POWER));
  }

  private String inside(Expression e, int needed) {
    String text = write(e);
    return strength(e) < needed ? writing.group(text) : text;
  }

  private int strength(Expression e) {
    return switch (e) {
      case Expression.Literal literal -> ofNumber(literal.value());
      case Expression.Constant constant -> with == With.NAMES ? ATOM : ofNumber(constant.value());
      case Expression.Operand operand -> with == With.NAMES ? ATOM : ofNumber(operand.value());
      case Expression.Sum sum -> sum.terms().size() == 1 ? strength(sum.terms().getFirst()) : SUM;
      case Expression.Difference difference -> SUM;
      case Expression.Product product ->
          product.factors().size() == 1 ? strength(product.factors().getFirst()) : PRODUCT;
      case Expression.Quotient quotient -> writing.stacksFractions() ? ATOM : PRODUCT;
      case Expression.Power power -> POWER;
      case Expression.Apply apply -> ATOM;
    };
  }

  /** A negative number stands in brackets behind an operator, a number with an exponent as base. */
  private static int ofNumber(double value) {
    return value < 0 || 1 / value < 0 ? SUM : ATOM;
  }
}
