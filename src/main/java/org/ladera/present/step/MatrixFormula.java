package org.ladera.present.step;

import java.util.stream.Collectors;
import org.ladera.explain.ExplanationTree;
import org.ladera.explain.Expression;
import org.ladera.explain.Tex;

/** The arithmetic of one element written for whole matrices: names without row and column. */
final class MatrixFormula {
  private final Tex tex;

  MatrixFormula(Tex tex) {
    this.tex = tex;
  }

  String of(Expression e) {
    return switch (e) {
      case Expression.Literal literal -> tex.number(literal.value());
      case Expression.Constant constant -> tex.constant(constant.symbol());
      case Expression.Operand operand -> tex.matrix(operand.quantity());
      case Expression.Sum sum ->
          sum.terms().stream().map(this::of).collect(Collectors.joining(" + "));
      case Expression.Difference d -> {
        boolean negation = d.left() instanceof Expression.Literal zero && zero.value() == 0;
        yield (negation ? "" : of(d.left())) + " - " + inside(d.right());
      }
      case Expression.Product product -> product(product);
      case Expression.Quotient q -> tex.quotient(of(q.above()), of(q.below()));
      case Expression.Power p -> "{" + inside(p.base()) + "}^{" + tex.number(p.exponent()) + "}";
      case Expression.Apply apply -> tex.apply(apply.function(), of(apply.argument()));
    };
  }

  /** Two matrices are multiplied element by element. */
  private String product(Expression.Product product) {
    StringBuilder text = new StringBuilder();
    boolean matrixBefore = false;
    for (Expression factor : product.factors()) {
      boolean matrix = !ExplanationTree.operands(factor).isEmpty();
      if (!text.isEmpty()) {
        text.append(matrixBefore && matrix ? " \\odot " : "\\, ");
      }
      text.append(inside(factor));
      matrixBefore |= matrix;
    }
    return text.toString();
  }

  private String inside(Expression e) {
    boolean sum =
        e instanceof Expression.Difference
            || (e instanceof Expression.Sum s && s.terms().size() > 1);
    return sum ? tex.group(of(e)) : of(e);
  }
}
