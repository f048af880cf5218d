package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.text.Nearest;

/**
 * The fields of one mapping, each asked for by name, type and range. Whatever is not as expected is
 * refused with its place.
 */
final class FieldReader {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,3})?");
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  private final LessonSource source;
  private final String path;
  private final Node.Fields node;
  private boolean misspelt;

  /**
   * @param path of the mapping itself; empty for the whole file
   * @param known all field names that may stand here
   */
  FieldReader(LessonSource source, String path, Node.Fields node, Collection<String> known) {
    this.source = source;
    this.path = path;
    this.node = node;
    node.entries()
        .forEach(
            (name, entry) -> {
              if (!known.contains(name)) {
                misspelt = true;
                unknown(name, entry.place(), known);
              }
            });
  }

  private void unknown(String name, SourcePosition place, Collection<String> known) {
    Optional<String> near = Nearest.to(name, known);
    String all = known.stream().sorted().collect(Collectors.joining(", "));
    if (near.isPresent()) {
      source.add(place, at(name), "field.unknown-near", "near", near.get());
    } else {
      source.add(place, at(name), "field.unknown", "known", all);
    }
  }

  LessonSource source() {
    return source;
  }

  /** The path of field {@code name}. */
  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  String path() {
    return path;
  }

  SourcePosition place() {
    return node.place();
  }

  Node.Fields node() {
    return node;
  }

  boolean has(String name) {
    return node.entries().containsKey(name);
  }

  SourcePosition place(String name) {
    return has(name) ? value(name).place() : node.place();
  }

  /** The value of a field that must be there. */
  Node value(String name) {
    Node.Entry entry = node.entries().get(name);
    if (entry == null) {
      // A misspelt name has been reported already; saying that the right one is missing adds
      // nothing.
      throw misspelt ? new Refused() : refuse(name, "field.missing");
    }
    return entry.value();
  }

  Refused refuse(String name, String key, String... namesAndValues) {
    return source.refuse(place(name), at(name), key, namesAndValues);
  }

  String text(String name) {
    return text(value(name), at(name));
  }

  String text(Node node, String field) {
    if (node instanceof Node.Scalar scalar && !scalar.text().isEmpty()) {
      return scalar.text();
    }
    throw source.refuse(node.place(), field, "field.text");
  }

  /** A name of our own making: small letters, digits and hyphens. */
  String id(String name) {
    return id(value(name), at(name));
  }

  private String id(Node node, String field) {
    String text = text(node, field);
    if (!ID.matcher(text).matches()) {
      throw source.refuse(node.place(), field, "field.id", "found", text);
    }
    return text;
  }

  /** One of the given words. */
  String word(String name, Collection<String> allowed) {
    return word(value(name), at(name), allowed);
  }

  String word(Node node, String field, Collection<String> allowed) {
    String text = text(node, field);
    if (allowed.contains(text)) {
      return text;
    }
    Optional<String> near = Nearest.to(text, allowed);
    if (near.isPresent()) {
      throw source.refuse(
          node.place(), field, "field.word-near", "found", text, "near", near.get());
    }
    String all = allowed.stream().sorted().collect(Collectors.joining(", "));
    throw source.refuse(node.place(), field, "field.word", "found", text, "known", all);
  }

  /** The part of that name. */
  <E> E part(String name, Map<String, E> parts) {
    return Objects.requireNonNull(parts.get(word(name, parts.keySet())));
  }

  /** The constants of a part, each in the field of its name. */
  double[] constants(List<Hyperparameter> constants) {
    return constants.stream().mapToDouble(this::constant).toArray();
  }

  double constant(Hyperparameter constant) {
    String name = constant.name();
    if (constant.hasUsual() && !has(name)) {
      return constant.usual();
    }
    if (!constant.words().isEmpty()) {
      return constant.words().indexOf(word(name, constant.words()));
    }
    Bounds bounds = Bounds.of(constant);
    return switch (constant.range()) {
      case COUNT, SEED -> whole(name, (long) bounds.low(), (long) bounds.high());
      case SHARE, POSITIVE, NOT_NEGATIVE, ANY -> number(name, bounds);
    };
  }

  boolean flag(String name) {
    if (value(name) instanceof Node.Scalar scalar
        && scalar.plain()
        && (scalar.text().equals("true") || scalar.text().equals("false"))) {
      return scalar.text().equals("true");
    }
    throw refuse(name, "field.flag");
  }

  boolean flag(String name, boolean otherwise) {
    return has(name) ? flag(name) : otherwise;
  }

  double number(String name, Bounds bounds) {
    return number(value(name), at(name), bounds);
  }

  double number(String name, Bounds bounds, double otherwise) {
    return has(name) ? number(name, bounds) : otherwise;
  }

  double number(Node node, String field, Bounds bounds) {
    if (node instanceof Node.Scalar scalar
        && scalar.plain()
        && NUMBER.matcher(scalar.text()).matches()) {
      double value = Double.parseDouble(scalar.text());
      if (bounds.contain(value)) {
        return value;
      }
    }
    throw bounds.refuse(source, node.place(), field);
  }

  long whole(String name, long min, long max) {
    return whole(value(name), at(name), min, max);
  }

  long whole(String name, long min, long max, long otherwise) {
    return has(name) ? whole(name, min, max) : otherwise;
  }

  long whole(Node node, String field, long min, long max) {
    if (node instanceof Node.Scalar scalar
        && scalar.plain()
        && WHOLE.matcher(scalar.text()).matches()) {
      long value = Long.parseLong(scalar.text());
      if (value >= min && value <= max) {
        return value;
      }
    }
    throw source.refuse(
        node.place(),
        field,
        min == max ? "field.whole-only" : "field.whole",
        "low",
        String.valueOf(min),
        "high",
        String.valueOf(max));
  }

  List<Node> items(String name) {
    if (value(name) instanceof Node.Items list) {
      return list.items();
    }
    throw refuse(name, "field.list");
  }

  /** The items of a list that may be left out. */
  List<Node> itemsIfAny(String name) {
    return has(name) ? items(name) : List.of();
  }

  List<Double> numbers(String name, Bounds bounds) {
    List<Double> numbers = new ArrayList<>();
    for (Node item : items(name)) {
      numbers.add(number(item, at(name) + "[" + (numbers.size() + 1) + "]", bounds));
    }
    return numbers;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(name)) {
      texts.add(text(item, at(name) + "[" + (texts.size() + 1) + "]"));
    }
    return texts;
  }

  /** Ids, at least one, no two the same. */
  List<String> ids(String name) {
    List<String> ids = new ArrayList<>();
    for (Node item : items(name)) {
      String field = at(name) + "[" + (ids.size() + 1) + "]";
      String id = id(item, field);
      if (ids.contains(id)) {
        throw source.refuse(item.place(), field, "field.repeated", "found", id);
      }
      ids.add(id);
    }
    if (ids.isEmpty()) {
      throw refuse(name, "field.list-empty");
    }
    return ids;
  }

  /** The fields of a mapping inside this one. */
  FieldReader fields(String name, Collection<String> known) {
    return fields(value(name), at(name), known);
  }

  FieldReader fields(Node node, String field, Collection<String> known) {
    if (node instanceof Node.Fields inside) {
      return new FieldReader(source, field, inside, known);
    }
    throw source.refuse(node.place(), field, "field.fields");
  }

  /** Field names and values of a mapping with free names. */
  Map<String, Node.Entry> entries(String name) {
    if (value(name) instanceof Node.Fields inside) {
      return inside.entries();
    }
    throw refuse(name, "field.fields");
  }
}
