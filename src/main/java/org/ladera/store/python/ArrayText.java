package org.ladera.store.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ladera.explain.comparison.GivenArray;

/**
 * Arrays as programs print them: {@code W1 = [[0.1 0.2] [0.3 0.4]]}, JSON, {@code array([...])}, or
 * rows of a table. What stands before the bracket is the name.
 */
final class ArrayText {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?|[-+]?(?i:nan|inf(?:inity)?)\\b");
  private static final Pattern NAME =
      Pattern.compile(
          "([\\p{L}∂][\\p{L}\\p{N}_.\\^']*(?:\\[\\d+])?(?:\\s+(?:new|nuevo|nueva|after))?)[\\s\"]*[:=]?\\s*(?:np\\.|numpy\\.)?(?:array|tensor|matrix)?\\(?\\s*$");
  private static final Pattern SCALAR =
      Pattern.compile(
          "(?m)^[\\s{,\"]*([\\p{L}][\\p{L}\\p{N}_']*)[\\s\"]*[:=]\\s*(?:np\\.float64\\()?([-+]?[\\d.][\\d.eE+-]*)\\)?\\s*[,}]?\\s*$");

  private final String text;
  private final List<GivenArray> arrays = new ArrayList<>();

  private ArrayText(String text) {
    this.text = text;
  }

  static List<GivenArray> read(String stem, String text) throws UnreadableArrays {
    if (text.contains("...") || text.contains("…")) {
      throw new UnreadableArrays("shortened");
    }
    ArrayText reader = new ArrayText(text);
    reader.brackets(stem);
    reader.scalars();
    if (reader.arrays.isEmpty()) {
      throw new UnreadableArrays("none");
    }
    return reader.arrays;
  }

  private void brackets(String stem) throws UnreadableArrays {
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) != '[' || isIndex(at)) {
        continue;
      }
      int end = closing(at);
      Matcher name = NAME.matcher(text.substring(from, at));
      String found = name.find() ? name.group(1).strip() : stem;
      arrays.add(array(found, text.substring(at, end + 1)));
      at = end;
      from = end + 1;
    }
  }

  /** The bracket of {@code z[1] = …} belongs to the name. */
  private boolean isIndex(int at) {
    return at > 0
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && text.substring(at).matches("(?s)\\[\\d+]\\s*[:=].*");
  }

  private int closing(int open) throws UnreadableArrays {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new UnreadableArrays("bracket");
  }

  private static GivenArray array(String name, String written) throws UnreadableArrays {
    if (written.replaceAll("\\s", "").startsWith("[[[")) {
      throw new UnreadableArrays("dimensions", "name", name);
    }
    List<List<String>> rows = new ArrayList<>();
    String inside = written.substring(1, written.length() - 1);
    if (inside.indexOf('[') < 0) {
      rows.add(numbers(inside));
    } else {
      for (String row : inside.split("]")) {
        if (row.indexOf('[') >= 0) {
          rows.add(numbers(row.substring(row.indexOf('[') + 1)));
        }
      }
    }
    return of(name, rows);
  }

  private static List<String> numbers(String row) {
    List<String> numbers = new ArrayList<>();
    Matcher number = NUMBER.matcher(row.replace('\u2212', '-'));
    while (number.find()) {
      numbers.add(number.group());
    }
    return numbers;
  }

  private static GivenArray of(String name, List<List<String>> rows) throws UnreadableArrays {
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    if (columns == 0 || rows.stream().anyMatch(row -> row.size() != columns)) {
      throw new UnreadableArrays("ragged", "name", name);
    }
    double[] values = new double[rows.size() * columns];
    double[] slack = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      String written = rows.get(i / columns).get(i % columns);
      values[i] = value(written);
      slack[i] = halfOfLastDigit(written);
    }
    return new GivenArray(name, rows.size(), columns, values, slack);
  }

  private static double value(String written) {
    return switch (written.toLowerCase(Locale.ROOT).replaceFirst("[-+]", "")) {
      case "nan" -> Double.NaN;
      case "inf", "infinity" ->
          written.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      default -> Double.parseDouble(written);
    };
  }

  /** 0.0823 may be anything from 0.08225 to 0.08235; a number of all digits is itself. */
  private static double halfOfLastDigit(String written) {
    int e = Math.max(written.indexOf('e'), written.indexOf('E'));
    String digits = e < 0 ? written : written.substring(0, e);
    double power = e < 0 ? 0 : Double.parseDouble(written.substring(e + 1));
    int point = digits.indexOf('.');
    int decimals = point < 0 ? 0 : digits.length() - point - 1;
    boolean whole = point < 0 || decimals == 0;
    // A printed 1. stands for 1 exactly where its neighbours have digits; at worst it is rounded.
    return whole && e < 0 ? 1e-12 : 0.5001 * StrictMath.pow(10, power - decimals);
  }

  private void scalars() throws UnreadableArrays {
    Matcher scalar = SCALAR.matcher(text);
    while (scalar.find()) {
      // A version or a date has only signs that numbers have.
      if (NUMBER.matcher(scalar.group(2)).matches()) {
        arrays.add(of(scalar.group(1), List.of(List.of(scalar.group(2)))));
      }
    }
  }

  /** Rows of numbers between commas, semicolons, tabs or spaces. */
  static GivenArray table(String name, String text) throws UnreadableArrays {
    List<List<String>> rows = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!line.isBlank()) {
        String plain = line.indexOf(';') >= 0 ? line.replace(',', '.') : line;
        List<String> row = numbers(plain);
        if (!row.isEmpty()) {
          rows.add(row);
        }
      }
    }
    return of(name, rows);
  }
}
