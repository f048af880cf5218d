package org.ladera.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ladera.explain.Writing.With;

/**
 * A number with everything it comes from, as indented lines: its formula with names, the same with
 * numbers, then each operand in turn, each once. The last line is the number itself.
 */
public final class ExplanationTree {
  private final Explainer explainer;
  private final Writing writing;
  private final int depth;
  private final Set<Quantity> written = new HashSet<>();
  private final List<String> lines = new ArrayList<>();

  /**
   * @param depth how many steps back are written; operands beyond it appear by their value only
   */
  public ExplanationTree(Explainer explainer, Writing writing, int depth) {
    this.explainer = explainer;
    this.writing = writing;
    this.depth = depth;
  }

  /**
   * @throws IllegalArgumentException when the run has no such number
   */
  public List<String> lines(Quantity quantity) {
    lines.clear();
    written.clear();
    write(quantity, 0);
    lines.add(writing.name(quantity) + " = " + writing.number(explainer.value(quantity)));
    return List.copyOf(lines);
  }

  private void write(Quantity quantity, int level) {
    if (!written.add(quantity)) {
      return;
    }
    Explanation explanation = explainer.explain(quantity);
    String name = writing.name(quantity);
    String indent = "  ".repeat(level);
    String value = writing.number(explanation.value());
    if (explanation.isLeaf()) {
      lines.add(indent + name + " = " + value);
      return;
    }
    String under = indent + " ".repeat(name.length()) + " = ";
    String numbers = writing.write(explanation.expression(), With.NUMBERS);
    lines.add(indent + name + " = " + writing.write(explanation.expression(), With.NAMES));
    lines.add(under + numbers);
    if (!numbers.equals(value)) {
      lines.add(under + value);
    }
    if (level < depth) {
      for (Quantity operand : operands(explanation.expression())) {
        write(operand, level + 1);
      }
    }
  }

  /** The operands of an expression, each once, in the order written. */
  public static Set<Quantity> operands(Expression expression) {
    Set<Quantity> found = new LinkedHashSet<>();
    collect(expression, found);
    return found;
  }

  private static void collect(Expression e, Set<Quantity> into) {
    switch (e) {
      case Expression.Literal literal -> {}
      case Expression.Constant constant -> {}
      case Expression.Operand operand -> into.add(operand.quantity());
      case Expression.Sum sum -> sum.terms().forEach(t -> collect(t, into));
      case Expression.Difference d -> {
        collect(d.left(), into);
        collect(d.right(), into);
      }
      case Expression.Product product -> product.factors().forEach(f -> collect(f, into));
      case Expression.Quotient q -> {
        collect(q.above(), into);
        collect(q.below(), into);
      }
      case Expression.Power power -> collect(power.base(), into);
      case Expression.Apply apply -> collect(apply.argument(), into);
    }
  }
}
