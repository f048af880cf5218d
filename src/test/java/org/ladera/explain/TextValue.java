package org.ladera.explain;

/** Works out a line of {@link PlainText} from its characters alone. */
final class TextValue {
  private final String text;
  private int at;

  private TextValue(String text) {
    this.text = text;
  }

  static double of(String line) {
    TextValue reader = new TextValue(line.replace(" ", ""));
    double value = reader.sum();
    if (reader.at != reader.text.length()) {
      throw new IllegalArgumentException(line + " at " + reader.at);
    }
    return value;
  }

  private boolean next(String word) {
    if (text.startsWith(word, at)) {
      at += word.length();
      return true;
    }
    return false;
  }

  private double sum() {
    double value = next("-") ? -product() : product();
    while (true) {
      if (next("+")) {
        value += product();
      } else if (next("-")) {
        value -= product();
      } else {
        return value;
      }
    }
  }

  private double product() {
    double value = power();
    while (true) {
      if (next("·")) {
        value *= power();
      } else if (next("/")) {
        value /= power();
      } else {
        return value;
      }
    }
  }

  private double power() {
    double base = atom();
    return next("^") ? Math.pow(base, atom()) : base;
  }

  private double atom() {
    if (next("(")) {
      return closed(")");
    }
    if (next("|")) {
      return Math.abs(closed("|"));
    }
    if (next("max(0,") || next("max(0;")) {
      return Math.max(0, closed(")"));
    }
    int start = at;
    while (Character.isLetterOrDigit(text.charAt(at)) && text.charAt(at) != '(') {
      if (Character.isDigit(text.charAt(at)) && at == start) {
        return number();
      }
      at++;
    }
    String function = text.substring(start, at++);
    double x = closed(")");
    return switch (function) {
      case "exp" -> Math.exp(x);
      case "ln" -> Math.log(x);
      case "ln1p" -> Math.log1p(x);
      case "sqrt" -> Math.sqrt(x);
      case "sign" -> Math.signum(x);
      case "sigmoid" -> 1 / (1 + Math.exp(-x));
      case "tanh" -> Math.tanh(x);
      case "positive" -> x > 0 ? 1 : 0;
      case "step" -> x >= 0 ? 1 : 0;
      default -> throw new IllegalArgumentException(function + " in " + text);
    };
  }

  private double closed(String by) {
    double inside = sum();
    if (!next(by)) {
      throw new IllegalArgumentException(by + " at " + at + " of " + text);
    }
    return inside;
  }

  private double number() {
    int start = at;
    while (at < text.length()
        && (Character.isDigit(text.charAt(at))
            || ".,E".indexOf(text.charAt(at)) >= 0
            || text.charAt(at) == '-' && text.charAt(at - 1) == 'E')) {
      at++;
    }
    return Double.parseDouble(text.substring(start, at).replace(',', '.'));
  }
}
