package org.ladera.engine.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.ladera.engine.function.FunctionSyntaxException.Expected;

/**
 * Reads an expression by this grammar; spaces do not count, and nothing is multiplied without a
 * sign:
 *
 * <pre>
 * sum     = product (("+" | "-") product)*
 * product = signed (("*" | "/") signed)*
 * signed  = "-" signed | power
 * power   = operand ("^" signed)?
 * operand = number | "pi" | "e" | variable | function "(" sum ")" | "(" sum ")"
 * </pre>
 */
final class FunctionParser {
  private static final int MOST_CHARACTERS = 1000;
  private static final int MOST_DEPTH = 60;

  private final String text;
  private final List<GraphNode> nodes = new ArrayList<>();
  private final List<FunctionGraph.Span> spans = new ArrayList<>();
  private final SequencedMap<String, Integer> variables = new LinkedHashMap<>();
  private int at;
  private int depth;

  FunctionParser(String text) {
    this.text = text;
  }

  FunctionGraph read() throws FunctionSyntaxException {
    if (text.length() > MOST_CHARACTERS) {
      throw new FunctionSyntaxException(MOST_CHARACTERS, "", Expected.SHORTER);
    }
    sum();
    if (at < text.length()) {
      throw fault(Expected.OPERATOR);
    }
    if (variables.isEmpty()) {
      throw fault(Expected.A_VARIABLE);
    }
    return new FunctionGraph(text, List.copyOf(variables.keySet()), nodes, spans);
  }

  private int sum() throws FunctionSyntaxException {
    int start = skip();
    if (++depth > MOST_DEPTH) {
      throw fault(Expected.SHORTER);
    }
    int left = product();
    while (true) {
      if (take('+')) {
        left = add(new GraphNode.Sum(left, product()), start);
      } else if (take('-') || take('−')) {
        left = add(new GraphNode.Difference(left, product()), start);
      } else {
        depth--;
        return left;
      }
    }
  }

  private int product() throws FunctionSyntaxException {
    int start = skip();
    int left = signed();
    while (true) {
      if (take('*') || take('·')) {
        left = add(new GraphNode.Product(left, signed()), start);
      } else if (take('/')) {
        left = add(new GraphNode.Quotient(left, signed()), start);
      } else {
        return left;
      }
    }
  }

  private int signed() throws FunctionSyntaxException {
    int start = skip();
    if (take('-') || take('−')) {
      if (++depth > MOST_DEPTH) {
        throw fault(Expected.SHORTER);
      }
      int operand = signed();
      depth--;
      return nodes.get(operand) instanceof GraphNode.Constant(double value) && isLast(operand)
          ? replaceLast(new GraphNode.Constant(-value), start)
          : add(new GraphNode.Negation(operand), start);
    }
    return power();
  }

  private int power() throws FunctionSyntaxException {
    int start = skip();
    int base = operand();
    if (!take('^')) {
      return base;
    }
    int exponent = signed();
    if (nodes.get(exponent) instanceof GraphNode.Constant(double value)
        && isLast(exponent)
        && value == Math.rint(value)
        && value >= 0
        && value <= FunctionGraph.MOST_POWER) {
      return replaceLast(new GraphNode.WholePower(base, (int) value), start);
    }
    return add(new GraphNode.Power(base, exponent), start);
  }

  private int operand() throws FunctionSyntaxException {
    int start = skip();
    if (take('(')) {
      int inside = sum();
      close();
      return inside;
    }
    if (start < text.length() && (digit(text.charAt(start)) || text.charAt(start) == '.')) {
      return number(start);
    }
    String word = word(start);
    if (word.isEmpty()) {
      throw fault(Expected.OPERAND);
    }
    at += word.length();
    Optional<ElementaryFunction> function = ElementaryFunction.named(word);
    if (function.isPresent()) {
      if (!take('(')) {
        throw fault(Expected.ARGUMENT);
      }
      int inside = sum();
      close();
      return add(new GraphNode.Apply(function.get(), inside), start);
    }
    skip();
    if (at < text.length() && text.charAt(at) == '(') {
      throw new FunctionSyntaxException(start, word, Expected.FUNCTION);
    }
    return switch (word) {
      case "pi", "π" -> add(new GraphNode.Constant(Math.PI), start);
      case "e" -> add(new GraphNode.Constant(Math.E), start);
      default -> variable(word, start);
    };
  }

  private int variable(String word, int start) throws FunctionSyntaxException {
    Integer known = variables.get(word);
    if (known != null) {
      return known;
    }
    if (variables.size() == FunctionGraph.MOST_VARIABLES) {
      throw new FunctionSyntaxException(start, word, Expected.FEWER_VARIABLES);
    }
    int node = add(new GraphNode.Variable(variables.size()), start);
    variables.put(word, node);
    return node;
  }

  private int number(int start) throws FunctionSyntaxException {
    int end = start;
    while (end < text.length() && (digit(text.charAt(end)) || text.charAt(end) == '.')) {
      end++;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int sign = end + 1;
      if (sign < text.length() && (text.charAt(sign) == '-' || text.charAt(sign) == '+')) {
        sign++;
      }
      int digits = sign;
      while (digits < text.length() && digit(text.charAt(digits))) {
        digits++;
      }
      if (digits > sign) {
        end = digits;
      }
    }
    String written = text.substring(start, end);
    try {
      double value = Double.parseDouble(written);
      if (Double.isInfinite(value)) {
        throw new FunctionSyntaxException(start, written, Expected.NUMBER);
      }
      at = end;
      return add(new GraphNode.Constant(value), start);
    } catch (NumberFormatException notANumber) {
      throw new FunctionSyntaxException(start, written, Expected.NUMBER);
    }
  }

  private void close() throws FunctionSyntaxException {
    if (!take(')')) {
      throw fault(Expected.CLOSING_BRACKET);
    }
  }

  private int add(GraphNode node, int start) {
    nodes.add(node);
    spans.add(new FunctionGraph.Span(start, at));
    return nodes.size() - 1;
  }

  private int replaceLast(GraphNode node, int start) {
    nodes.removeLast();
    spans.removeLast();
    return add(node, start);
  }

  private boolean isLast(int node) {
    return node == nodes.size() - 1;
  }

  private boolean take(char sign) {
    skip();
    if (at < text.length() && text.charAt(at) == sign) {
      at++;
      return true;
    }
    return false;
  }

  private int skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private String word(int start) {
    int end = start;
    while (end < text.length()
        && (Character.isLetter(text.charAt(end))
            || end > start && (digit(text.charAt(end)) || text.charAt(end) == '_'))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private FunctionSyntaxException fault(Expected expected) {
    int place = skip();
    String word = place < text.length() ? word(place) : "";
    String found =
        !word.isEmpty()
            ? word
            : place < text.length() ? text.substring(place, text.offsetByCodePoints(place, 1)) : "";
    return new FunctionSyntaxException(place, found, expected);
  }
}
