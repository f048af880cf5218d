package org.ladera.store.progress;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ladera.engine.matrix.MatrixView;

/**
 * Records as text and back, with every bit of their numbers: {@code Name(a, b, …)} with the
 * components in order, lists in brackets, {@code none} for what is empty. The types say how it is
 * read: a name can only be that of a record which may stand there.
 */
final class RecordText {
  /** The text is not one of this type: damaged, or of a program with other records. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String expected, int at) {
      super("expected " + expected + " at " + at);
    }
  }

  private static final String NONE = "none";

  private RecordText() {}

  /**
   * @throws IllegalArgumentException for something that has no text, as a function's graph
   */
  static String write(Record value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    switch (value) {
      case Record r -> {
        out.append(r.getClass().getSimpleName());
        list(components(r), '(', ')', out);
      }
      case List<?> l -> list(l, '[', ']', out);
      case Optional<?> o -> o.ifPresentOrElse(v -> write(v, out), () -> out.append(NONE));
      case MatrixView m -> {
        out.append(m.rows()).append('x').append(m.columns());
        list(Arrays.stream(m.toArray()).boxed().toList(), '[', ']', out);
      }
      case String s -> out.append('"').append(escaped(s)).append('"');
      case Enum<?> e -> out.append(e.name());
      case Number n -> out.append(n);
      case Boolean b -> out.append(b);
      default -> throw new IllegalArgumentException("no text for " + value.getClass());
    }
  }

  /** A name stays on its line and inside its quotes. */
  private static String escaped(String s) {
    return s.replace("%", "%25").replace("\"", "%22").replace("\n", "%0A").replace("\r", "%0D");
  }

  private static String unescaped(String s) {
    return s.replace("%0D", "\r").replace("%0A", "\n").replace("%22", "\"").replace("%25", "%");
  }

  private static void list(List<?> values, char open, char close, StringBuilder out) {
    out.append(open);
    for (int i = 0; i < values.size(); i++) {
      out.append(i == 0 ? "" : ",");
      write(values.get(i), out);
    }
    out.append(close);
  }

  private static List<Object> components(Record record) {
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        values.add(component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(e);
      }
    }
    return values;
  }

  /** The record of that type that was written so. */
  static <T extends Record> T read(Class<T> type, String text) throws Unreadable {
    Reader reader = new Reader(text);
    T value = type.cast(reader.value(type));
    if (reader.at < text.length()) {
      throw reader.expected("the end");
    }
    return value;
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Unreadable expected(String what) {
      return new Unreadable(what, at);
    }

    Object value(Type type) throws Unreadable {
      if (type instanceof ParameterizedType p) {
        Type inside = p.getActualTypeArguments()[0];
        if (p.getRawType() == List.class) {
          return list(inside, '[', ']');
        }
        boolean empty = text.startsWith(NONE, at);
        at += empty ? NONE.length() : 0;
        return empty ? Optional.empty() : Optional.of(value(inside));
      }
      Class<?> c = (Class<?>) type;
      try {
        if (c == String.class) {
          return string();
        } else if (c == MatrixView.class) {
          return matrix();
        } else if (c == double.class || c == Double.class) {
          return Double.valueOf(word());
        } else if (c == long.class || c == Long.class) {
          return Long.valueOf(word());
        } else if (c == int.class || c == Integer.class) {
          return Integer.valueOf(word());
        } else if (c == boolean.class) {
          return flag(word());
        } else if (c.isEnum()) {
          return constant(c, word());
        }
      } catch (NumberFormatException e) {
        throw expected("a number");
      }
      return record(c, word());
    }

    private boolean flag(String word) throws Unreadable {
      if (!word.equals("true") && !word.equals("false")) {
        throw expected("true or false");
      }
      return word.equals("true");
    }

    private Object constant(Class<?> type, String name) throws Unreadable {
      return Stream.of(type.getEnumConstants())
          .filter(c -> ((Enum<?>) c).name().equals(name))
          .findFirst()
          .orElseThrow(() -> expected("one of " + type));
    }

    private Object record(Class<?> type, String name) throws Unreadable {
      Class<?> found =
          kinds(type)
              .filter(kind -> kind.getSimpleName().equals(name))
              .findFirst()
              .orElseThrow(() -> expected("a " + type));
      take('(');
      RecordComponent[] components = found.getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        if (i > 0) {
          take(',');
        }
        types[i] = components[i].getType();
        values[i] = value(components[i].getGenericType());
      }
      take(')');
      try {
        return found.getDeclaredConstructor(types).newInstance(values);
      } catch (ReflectiveOperationException e) {
        // The record does not take such values.
        throw expected("a " + type);
      }
    }

    /** The records that a value of this type can be. */
    private static Stream<Class<?>> kinds(Class<?> type) {
      return type.isRecord()
          ? Stream.of(type)
          : type.isSealed()
              ? Stream.of(type.getPermittedSubclasses()).flatMap(Reader::kinds)
              : Stream.empty();
    }

    private List<Object> list(Type inside, char open, char close) throws Unreadable {
      take(open);
      List<Object> values = new ArrayList<>();
      while (at < text.length() && text.charAt(at) != close) {
        if (!values.isEmpty()) {
          take(',');
        }
        values.add(value(inside));
      }
      take(close);
      return values;
    }

    private MatrixView matrix() throws Unreadable {
      String[] shape = word().split("x", -1);
      List<Object> values = list(double.class, '[', ']');
      if (shape.length != 2
          || values.size() != (long) Integer.parseInt(shape[0]) * Integer.parseInt(shape[1])) {
        throw expected("a matrix");
      }
      return MatrixView.generate(
          Integer.parseInt(shape[0]), Integer.parseInt(shape[1]), i -> (Double) values.get(i));
    }

    private String string() throws Unreadable {
      take('"');
      int end = text.indexOf('"', at);
      if (end < 0) {
        throw expected("the end of a name");
      }
      String written = text.substring(at, end);
      at = end + 1;
      return unescaped(written);
    }

    /** As far as a number or a name goes. */
    private String word() {
      int from = at;
      while (at < text.length() && isOfWord(text.charAt(at))) {
        at++;
      }
      return text.substring(from, at);
    }

    private static boolean isOfWord(char c) {
      return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '+' || c == '_';
    }

    private void take(char c) throws Unreadable {
      if (at >= text.length() || text.charAt(at) != c) {
        throw expected(String.valueOf(c));
      }
      at++;
    }
  }
}
