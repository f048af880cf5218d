package org.ladera.store.cases;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.matrix.MatrixView;

/**
 * A value of a JSON file with the path to it, read strictly: every question that the value cannot
 * answer is a {@link CaseFault} that names the path.
 */
final class Json {
  private static final int DEEPEST = 20;

  private final String path;

  /** A Map, a List, a Double, a String, a Boolean, or null for JSON's null. */
  private final @Nullable Object value;

  private Json(String path, @Nullable Object value) {
    this.path = path;
    this.value = value;
  }

  static Json read(InputStream in) throws IOException, CaseFault {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            // NaN is no JSON, but the fault is to say where it stands.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    try (JsonParser parser = factory.createParser(in)) {
      return read(parser);
    }
  }

  private static Json read(JsonParser parser) throws IOException, CaseFault {
    try {
      if (parser.nextToken() == null) {
        throw malformed(parser.currentLocation());
      }
      Json json = new Json("$", tree(parser, "$"));
      if (parser.nextToken() != null) {
        throw malformed(parser.currentLocation());
      }
      return json;
    } catch (JsonParseException e) {
      throw malformed(e.getLocation());
    } catch (StreamConstraintsException e) {
      // It does not say where: the parser has stopped there.
      throw malformed(parser.currentLocation());
    }
  }

  private static CaseFault malformed(JsonLocation place) {
    return at(CaseFault.Kind.MALFORMED, "$", place);
  }

  private static CaseFault at(CaseFault.Kind kind, String path, JsonLocation place) {
    return new CaseFault(
        kind,
        Map.of(
            "path", path,
            "line", String.valueOf(place.getLineNr()),
            "column", String.valueOf(place.getColumnNr())));
  }

  private static @Nullable Object tree(JsonParser parser, String path)
      throws IOException, CaseFault {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          String inside = path + "." + key;
          if (map.containsKey(key)) {
            throw at(CaseFault.Kind.REPEATED, inside, parser.currentTokenLocation());
          }
          parser.nextToken();
          map.put(key, tree(parser, inside));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(tree(parser, path));
        }
        yield list;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NULL -> null;
      case null, default ->
          throw new JsonEOFException(parser, parser.currentToken(), "end of file");
    };
  }

  String path() {
    return path;
  }

  boolean isNull() {
    return value == null;
  }

  boolean isObject() {
    return value instanceof Map<?, ?>;
  }

  Map<String, Json> fields() throws CaseFault {
    if (!(value instanceof Map<?, ?> map)) {
      throw type("object");
    }
    Map<String, Json> fields = new LinkedHashMap<>();
    map.forEach((key, inside) -> fields.put(key.toString(), new Json(path + "." + key, inside)));
    return fields;
  }

  boolean has(String key) {
    return value instanceof Map<?, ?> map && map.get(key) != null;
  }

  /** The field, which must be there. */
  Json at(String key) throws CaseFault {
    Json field = fields().get(key);
    if (field == null || field.isNull()) {
      Map<String, String> values = new HashMap<>(Map.of("path", path + "." + key, "name", key));
      Meant.insteadOf(key, fields().keySet()).ifPresent(near -> values.put("near", near));
      throw new CaseFault(CaseFault.Kind.MISSING, values);
    }
    return field;
  }

  List<Json> items() throws CaseFault {
    if (!(value instanceof List<?> list)) {
      throw type("array");
    }
    List<Json> items = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      items.add(new Json(path + "[" + i + "]", list.get(i)));
    }
    return items;
  }

  /** The items, of which there must be {@code count}. */
  List<Json> items(int count) throws CaseFault {
    List<Json> items = items();
    if (items.size() != count) {
      throw shape(String.valueOf(count), String.valueOf(items.size()));
    }
    return items;
  }

  double number() throws CaseFault {
    if (!(value instanceof Double number)) {
      throw type("number");
    }
    if (!Double.isFinite(number)) {
      throw new CaseFault(
          CaseFault.Kind.TYPE,
          Map.of("path", path, "expected", "number", "found", number.toString()));
    }
    return number;
  }

  double number(String key, double otherwise) throws CaseFault {
    return has(key) ? at(key).number() : otherwise;
  }

  int whole(int least, int most) throws CaseFault {
    double number = number();
    if (number != Math.rint(number)) {
      throw type("whole");
    }
    if (number < least || number > most) {
      throw range(least + " \u2026 " + most, new BigDecimal(number).toPlainString());
    }
    return (int) number;
  }

  String text() throws CaseFault {
    if (!(value instanceof String text)) {
      throw type("text");
    }
    return text;
  }

  boolean flag() throws CaseFault {
    if (!(value instanceof Boolean flag)) {
      throw type("flag");
    }
    return flag;
  }

  /** A matrix of the shape given. */
  MatrixView matrix(int rows, int columns) throws CaseFault {
    List<Json> lines = items();
    ragged(lines, columns);
    if (lines.size() != rows || !lines.isEmpty() && lines.getFirst().items().size() != columns) {
      throw shape(
          rows + " x " + columns,
          lines.size() + " x " + (lines.isEmpty() ? 0 : lines.getFirst().items().size()));
    }
    double[] numbers = new double[rows * columns];
    for (int r = 0; r < rows; r++) {
      List<Json> cells = lines.get(r).items();
      for (int c = 0; c < columns; c++) {
        numbers[r * columns + c] = cells.get(c).number();
      }
    }
    return MatrixView.of(rows, columns, numbers);
  }

  /** The number of columns of the first row of a matrix. */
  int columns() throws CaseFault {
    List<Json> lines = items();
    return lines.isEmpty() ? 0 : lines.getFirst().items().size();
  }

  /** Of rows of unequal length, the first that has another than it should. */
  private static void ragged(List<Json> lines, int columns) throws CaseFault {
    int first = lines.isEmpty() ? 0 : lines.getFirst().items().size();
    boolean equal = true;
    for (Json line : lines) {
      equal &= line.items().size() == first;
    }
    for (Json line : equal ? List.<Json>of() : lines) {
      line.items(columns);
    }
  }

  /** The numbers of arrays nested in the shape given, the last index fastest. */
  double[] tensor(int... shape) throws CaseFault {
    int size = 1;
    for (int side : shape) {
      size *= side;
    }
    double[] values = new double[size];
    fill(values, 0, shape, 0);
    return values;
  }

  private int fill(double[] values, int at, int[] shape, int depth) throws CaseFault {
    int next = at;
    for (Json item : items(shape[depth])) {
      if (depth == shape.length - 1) {
        values[next++] = item.number();
      } else {
        next = item.fill(values, next, shape, depth + 1);
      }
    }
    return next;
  }

  /** The text, which must be one of the names. */
  String oneOf(Collection<String> known) throws CaseFault {
    for (String name : known) {
      if (name.equals(text())) {
        return name;
      }
    }
    throw name(known);
  }

  double[] vector(int count) throws CaseFault {
    double[] numbers = new double[count];
    List<Json> items = items(count);
    for (int i = 0; i < count; i++) {
      numbers[i] = items.get(i).number();
    }
    return numbers;
  }

  /** The part of that name. */
  <E> E part(Map<String, E> parts) throws CaseFault {
    E part = parts.get(text());
    if (part == null) {
      throw name(parts.keySet());
    }
    return part;
  }

  CaseFault name(Collection<String> known) throws CaseFault {
    Map<String, String> values =
        new HashMap<>(Map.of("path", path, "found", text(), "known", String.join(", ", known)));
    Meant.part(text(), known).ifPresent(near -> values.put("near", near));
    return new CaseFault(CaseFault.Kind.NAME, values);
  }

  CaseFault range(String expected, String found) {
    return new CaseFault(
        CaseFault.Kind.RANGE, Map.of("path", path, "expected", expected, "found", found));
  }

  CaseFault shape(String expected, String found) {
    return new CaseFault(
        CaseFault.Kind.SHAPE, Map.of("path", path, "expected", expected, "found", found));
  }

  private CaseFault type(String expected) {
    String found =
        switch (value) {
          case null -> "null";
          case Map<?, ?> map -> "object";
          case List<?> list -> "array";
          case String text -> "\"" + (text.length() > 40 ? text.substring(0, 40) : text) + "\"";
          default -> value.toString();
        };
    return new CaseFault(
        CaseFault.Kind.TYPE, Map.of("path", path, "expected", expected, "found", found));
  }
}
