package org.ladera.engine.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ladera.engine.matrix.MatrixView;

/** A value of an oracle file: an object, a list, a number, a text or a truth value. */
public record Case(String path, Object value) {
  /** A file of src/test/resources/oracle, without its extension. */
  public static Case load(String name) {
    try (InputStream in = Case.class.getResourceAsStream("/oracle/" + name + ".json");
        JsonParser parser = new JsonFactory().createParser(in)) {
      parser.nextToken();
      return new Case(name, read(parser));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JSON text. */
  public static Case parse(String text) {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      parser.nextToken();
      return new Case("text", read(parser));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          map.put(key, read(parser));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(read(parser));
        }
        yield list;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Double.parseDouble(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> "null";
      default -> throw new IOException("unexpected " + parser.currentToken());
    };
  }

  public Case at(String... keys) {
    Case found = this;
    for (String key : keys) {
      Object next = ((Map<?, ?>) found.value).get(key);
      assertTrue(next != null, "no " + found.path + "." + key);
      found = new Case(found.path + "." + key, next);
    }
    return found;
  }

  public Case at(int index) {
    return new Case(path + "[" + index + "]", ((List<?>) value).get(index));
  }

  public boolean has(String key) {
    return value instanceof Map<?, ?> map && map.get(key) != null && !"null".equals(map.get(key));
  }

  public int size() {
    return value instanceof Map<?, ?> map ? map.size() : ((List<?>) value).size();
  }

  public List<String> keys() {
    return ((Map<?, ?>) value).keySet().stream().map(String::valueOf).toList();
  }

  public List<Case> list() {
    List<Case> all = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      all.add(at(i));
    }
    return all;
  }

  public double number() {
    return value instanceof String text ? Double.parseDouble(text) : (Double) value;
  }

  public int integer() {
    return (int) number();
  }

  public String text() {
    return (String) value;
  }

  public boolean truth() {
    return (Boolean) value;
  }

  /** All numbers below, in order. */
  public double[] numbers() {
    List<Double> all = new ArrayList<>();
    collect(this, all);
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(Case from, List<Double> into) {
    if (from.value instanceof List<?>) {
      from.list().forEach(c -> collect(c, into));
    } else {
      into.add(from.number());
    }
  }

  /** A list of equally long lists. */
  public double[][] matrix() {
    return list().stream().map(Case::numbers).toArray(double[][]::new);
  }

  public List<Integer> integers() {
    return list().stream().map(Case::integer).toList();
  }

  /** Asserts that {@code found} is this number within the tolerance. */
  public void matches(double found, Tolerance tolerance) {
    tolerance.check(path, number(), found);
  }

  /** Asserts that {@code found} holds the same numbers in the same order, whatever the nesting. */
  public void matches(double[] found, Tolerance tolerance) {
    double[] expected = numbers();
    assertEquals(expected.length, found.length, path);
    for (int i = 0; i < expected.length; i++) {
      tolerance.check(path + " number " + i, expected[i], found[i]);
    }
  }

  public void matches(MatrixView found, Tolerance tolerance) {
    matches(found.toArray(), tolerance);
  }

  /** The case's own suggested tolerance. */
  public Tolerance tolerance() {
    Case suggested = at("suggested_tolerance");
    return new Tolerance(suggested.at("rel").number(), suggested.at("abs").number());
  }

  /** Equal if |x − y| ≤ abs or |x − y| ≤ rel·|y|. */
  public record Tolerance(double rel, double abs) {
    void check(String what, double expected, double found) {
      double difference = Math.abs(expected - found);
      assertTrue(
          difference <= abs || difference <= rel * Math.abs(expected),
          () -> what + ": expected " + expected + ", found " + found);
    }
  }
}
