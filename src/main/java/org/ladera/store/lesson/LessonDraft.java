package org.ladera.store.lesson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a lesson in memory, of which single fields can be changed; what is made of them is
 * for {@link LessonReader} to say. Never changed itself: every change is another draft.
 */
public final class LessonDraft {
  private static final String YAML = "lesson.yaml";

  private final Node.Fields root;
  private final SortedMap<String, byte[]> others;

  private LessonDraft(Node.Fields root, SortedMap<String, byte[]> others) {
    this.root = root;
    this.others = Collections.unmodifiableSortedMap(others);
  }

  /**
   * @param files content by name, {@code lesson.yaml} among them; empty where that is no YAML
   */
  public static Optional<LessonDraft> of(SortedMap<String, byte[]> files) {
    byte[] yaml = files.get(YAML);
    if (yaml == null) {
      return Optional.empty();
    }
    SortedMap<String, byte[]> others = new TreeMap<>(files);
    others.remove(YAML);
    try {
      String text = new String(yaml, StandardCharsets.UTF_8);
      return Optional.of(new LessonDraft(YamlTree.read(text, nowhere()), others));
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  private static LessonSource nowhere() {
    return new LessonSource(YAML, new ArrayList<>());
  }

  /** The files, with {@code lesson.yaml} as it is now. */
  public SortedMap<String, byte[]> files() {
    SortedMap<String, byte[]> files = new TreeMap<>(others);
    files.put(YAML, YamlWriter.write(root).getBytes(StandardCharsets.UTF_8));
    return files;
  }

  /** The word or number at a place; empty where there is none. */
  public Optional<String> word(String... path) {
    return Optional.ofNullable(at(root, path, 0))
        .filter(Node.Scalar.class::isInstance)
        .map(node -> ((Node.Scalar) node).text());
  }

  /** The words of a list; none where there is no list. */
  public List<String> words(String... path) {
    return at(root, path, 0) instanceof Node.Items items
        ? items.items().stream()
            .filter(Node.Scalar.class::isInstance)
            .map(node -> ((Node.Scalar) node).text())
            .toList()
        : List.of();
  }

  /** How many entries a list has; 0 where there is no list. */
  public int size(String... path) {
    return at(root, path, 0) instanceof Node.Items items ? items.items().size() : 0;
  }

  public boolean has(String... path) {
    return at(root, path, 0) != null;
  }

  private static @Nullable Node at(@Nullable Node node, String[] path, int depth) {
    if (depth == path.length) {
      return node;
    }
    if (node instanceof Node.Fields fields) {
      Node.Entry entry = fields.entries().get(path[depth]);
      return entry == null ? null : at(entry.value(), path, depth + 1);
    }
    if (node instanceof Node.Items items) {
      int index = Integer.parseInt(path[depth]);
      return index < items.items().size() ? at(items.items().get(index), path, depth + 1) : null;
    }
    return null;
  }

  /**
   * With another value at a place; what is missing on the way there is made.
   *
   * @param value a string, a number, a boolean, or a list or map of such
   * @param path names of fields, and indices of lists from 0
   */
  public LessonDraft with(Object value, String... path) {
    return new LessonDraft((Node.Fields) put(root, path, 0, node(value)), others);
  }

  /** Without the field or entry at a place. */
  public LessonDraft without(String... path) {
    return has(path) ? new LessonDraft((Node.Fields) put(root, path, 0, null), others) : this;
  }

  /** With the entry of a list at another place in it. */
  public LessonDraft moved(int from, int to, String... list) {
    if (!(at(root, list, 0) instanceof Node.Items items)) {
      throw new IllegalArgumentException("no list");
    }
    List<Node> all = new ArrayList<>(items.items());
    all.add(to, all.remove(from));
    Node next = new Node.Items(items.place(), all);
    return new LessonDraft((Node.Fields) put(root, list, 0, next), others);
  }

  /** With an entry more in a list, like the one that stands at a place of it. */
  public LessonDraft repeated(int entry, String... list) {
    if (!(at(root, list, 0) instanceof Node.Items items)) {
      throw new IllegalArgumentException("no list");
    }
    List<Node> all = new ArrayList<>(items.items());
    all.add(entry, all.get(entry));
    Node next = new Node.Items(items.place(), all);
    return new LessonDraft((Node.Fields) put(root, list, 0, next), others);
  }

  /** With what stands at one place at another place too; as it is where nothing stands there. */
  public LessonDraft copied(String[] from, String... to) {
    Node value = at(root, from, 0);
    return value == null ? this : new LessonDraft((Node.Fields) put(root, to, 0, value), others);
  }

  /** With what stands at a place of another draft. */
  public LessonDraft copied(LessonDraft other, String... path) {
    Node value = at(other.root, path, 0);
    return value == null ? this : new LessonDraft((Node.Fields) put(root, path, 0, value), others);
  }

  /** With the files beside another draft. */
  public LessonDraft withFiles(LessonDraft other) {
    SortedMap<String, byte[]> files = new TreeMap<>(others);
    files.putAll(other.others);
    return new LessonDraft(root, files);
  }

  /** With another file beside. */
  public LessonDraft withFile(String name, String content) {
    return withFile(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** With another file beside; its bytes are not modified from now on. */
  public LessonDraft withFile(String name, byte[] content) {
    SortedMap<String, byte[]> files = new TreeMap<>(others);
    files.put(name, content);
    return new LessonDraft(root, files);
  }

  /** Without a file beside. */
  public LessonDraft withoutFile(String name) {
    SortedMap<String, byte[]> files = new TreeMap<>(others);
    files.remove(name);
    return new LessonDraft(root, files);
  }

  /**
   * A step of the lesson by itself: its scene is that of the lesson, there is no other step, and
   * nothing is asked.
   *
   * @param step index
   * @param id the step's new name
   */
  public LessonDraft alone(int step, String id) {
    Node whole = at(root, new String[] {"steps", Integer.toString(step)}, 0);
    Node scene = at(root, new String[] {"scene"}, 0);
    if (!(whole instanceof Node.Fields fields) || !(scene instanceof Node.Fields base)) {
      throw new IllegalArgumentException("no step " + step);
    }
    Node.Fields own = base;
    if (at(whole, new String[] {"scene"}, 0) instanceof Node.Fields changes) {
      own = SceneReader.merged(reader(base), reader(changes)).node();
    }
    Map<String, Node.Entry> left = new LinkedHashMap<>();
    left.put("id", new Node.Entry(fields.place(), new Node.Scalar(fields.place(), id, true)));
    for (String kept : List.of("runs", "views")) {
      if (fields.entries().containsKey(kept)) {
        left.put(kept, fields.entries().get(kept));
      }
    }
    Node.Items steps =
        new Node.Items(fields.place(), List.of(new Node.Fields(fields.place(), left)));
    return new LessonDraft(
            (Node.Fields)
                put(
                    (Node.Fields) put(root, new String[] {"scene"}, 0, own),
                    new String[] {"steps"},
                    0,
                    steps),
            others)
        .without("play")
        .without("minutes");
  }

  private static FieldReader reader(Node.Fields fields) {
    return new FieldReader(nowhere(), "scene", fields, SceneReader.FIELDS);
  }

  /** {@code value} null takes away. */
  private static Node put(@Nullable Node node, String[] path, int depth, @Nullable Node value) {
    if (depth == path.length) {
      if (value == null) {
        throw new IllegalArgumentException("nothing is taken away");
      }
      return value;
    }
    boolean last = depth == path.length - 1;
    if (node instanceof Node.Items items) {
      List<Node> all = new ArrayList<>(items.items());
      int index = Integer.parseInt(path[depth]);
      if (last && value == null) {
        all.remove(index);
      } else if (index == all.size()) {
        all.add(put(null, path, depth + 1, value));
      } else {
        all.set(index, put(all.get(index), path, depth + 1, value));
      }
      return new Node.Items(items.place(), all);
    }
    Map<String, Node.Entry> all = new LinkedHashMap<>();
    if (node instanceof Node.Fields fields) {
      all.putAll(fields.entries());
    }
    String name = path[depth];
    if (last && value == null) {
      all.remove(name);
    } else {
      Node.Entry old = all.get(name);
      Node inside = put(old == null ? null : old.value(), path, depth + 1, value);
      all.put(name, new Node.Entry(SourcePosition.FILE, inside));
    }
    return new Node.Fields(SourcePosition.FILE, all);
  }

  private static Node node(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        map.forEach(
            (name, inside) ->
                entries.put(
                    String.valueOf(name), new Node.Entry(SourcePosition.FILE, node(inside))));
        yield new Node.Fields(SourcePosition.FILE, entries);
      }
      case List<?> list ->
          new Node.Items(SourcePosition.FILE, list.stream().map(LessonDraft::node).toList());
      case Double number -> new Node.Scalar(SourcePosition.FILE, number(number), true);
      case Number number -> new Node.Scalar(SourcePosition.FILE, number.toString(), true);
      case Boolean flag -> new Node.Scalar(SourcePosition.FILE, flag.toString(), true);
      default -> new Node.Scalar(SourcePosition.FILE, value.toString(), false);
    };
  }

  /** 5, not 5.0; all digits. */
  private static String number(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
