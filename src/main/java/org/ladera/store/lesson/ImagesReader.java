package org.ladera.store.lesson;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ladera.engine.data.Centring;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
import org.ladera.engine.matrix.Shape;
import org.ladera.store.data.ImageFolder;
import org.ladera.store.data.UnreadableData;

/**
 * Examples that are pictures, not yet scaled: {@code images} says their shape, so that no column is
 * named; a byte for each value, 0 to 255.
 */
final class ImagesReader {
  private static final Set<String> FIELDS = Set.of("shape", "classes");
  private static final int MOST_IMAGES = 70_000;
  private static final int MOST_PIXELS = 100_000;
  private static final int MOST_CLASSES = 100;
  private static final int WHITE = 255;

  /** As many classes as MNIST has, where no names of classes say how many. */
  private static final int DIGITS = 10;

  private static final String LABEL = "label";

  private final LessonFolder folder;
  private final ExamplesReader examples;

  /** Draws and folders so far. Steps differ in little, and a draw takes a while. */
  private final Map<Source, Dataset> known = new HashMap<>();

  private sealed interface Source {
    record Drawn(ExamplesReader.Draw draw, Shape shape) implements Source {}

    record Files(Path folder, ImageFolder.Part part, int most, Shape shape, int classes)
        implements Source {}
  }

  ImagesReader(LessonFolder folder, ExamplesReader examples) {
    this.folder = folder;
    this.examples = examples;
  }

  /** The examples of the field {@code data}. */
  Dataset read(FieldReader data) {
    List<String> sources =
        List.of("generate", "folder", "file", "rows").stream().filter(data::has).toList();
    if (sources.size() != 1) {
      throw data.refuse(sources.isEmpty() ? "images" : sources.getLast(), "images.source");
    }
    if (data.has("inputs")) {
      throw data.refuse("inputs", "images.not-with");
    }
    return switch (sources.getFirst()) {
      case "generate" -> drawn(data, data);
      case "folder" -> folder(data, data, ImageFolder.Part.TRAIN);
      case "rows" -> examples.pictures(data, shape(data));
      default -> table(data, data);
    };
  }

  /** Drawn digits, with 256 levels of grey. */
  Dataset drawn(FieldReader data, FieldReader part) {
    ExamplesReader.Draw draw = ExamplesReader.Draw.read(data, part);
    Shape shape = shape(data);
    Dataset grey =
        known.computeIfAbsent(new Source.Drawn(draw, shape), _ -> grey(data, shape, draw));
    return named(data, grey);
  }

  /**
   * What the generator draws from 0 to 1, once somebody looks at it: lessons are read at every
   * start, and few are opened.
   */
  private static Dataset grey(FieldReader data, Shape shape, ExamplesReader.Draw draw) {
    Dataset one = draw.generator().make(1, 0, 0);
    int classes = one.y().columns();
    if (one.x().columns() != shape.size() || classes < 2) {
      throw data.refuse(
          "generate", "images.drawn", "found", data.text("generate"), "expected", shape.toString());
    }
    // Drawn classes alternate.
    int[] labels = IntStream.range(0, draw.examples()).map(i -> i % classes).toArray();
    return Dataset.ofImages(shape, digits(classes), () -> drawn(draw, shape), labels);
  }

  /** Large digits in the form that MNIST's have. */
  private static byte[] drawn(ExamplesReader.Draw draw, Shape shape) {
    Dataset drawn = draw.make();
    boolean centred = draw.generator() == Generator.DIGITS_28;
    byte[] pixels = new byte[drawn.x().size()];
    double[] one = new double[shape.size()];
    for (int i = 0; i < drawn.size(); i++) {
      drawn.x().copyRows(i, 1, one, 0);
      double[] seen =
          centred ? Centring.of(one, shape.rows(), shape.columns(), shape).pixels() : one;
      for (int p = 0; p < seen.length; p++) {
        pixels[i * seen.length + p] = (byte) StrictMath.round(WHITE * Math.clamp(seen[p], 0, 1));
      }
    }
    return pixels;
  }

  private static List<String> digits(int classes) {
    return IntStream.range(0, classes).mapToObj(String::valueOf).toList();
  }

  /** The folder's own pictures for tests, or those that another folder has. */
  Dataset held(FieldReader data, FieldReader part) {
    return part.has("folder")
        ? folder(data, part, ImageFolder.Part.TRAIN)
        : folder(data, part, ImageFolder.Part.TEST);
  }

  /** Files outside the lesson: a person has them, the lesson does not. */
  private Dataset folder(FieldReader data, FieldReader part, ImageFolder.Part which) {
    FieldReader named = part.has("folder") ? part : data;
    Shape shape = shape(data);
    int most = (int) part.whole("examples", 1, MOST_IMAGES, MOST_IMAGES);
    Path path;
    try {
      path = folder.path().resolve(named.text("folder")).normalize();
    } catch (InvalidPathException e) {
      throw named.refuse("folder", "images.folder", "found", named.text("folder"));
    }
    FieldReader of = data.fields("images", FIELDS);
    int classes = of.has("classes") ? Math.max(2, of.texts("classes").size()) : DIGITS;
    Source.Files source = new Source.Files(path, which, most, shape, classes);
    Dataset images = known.get(source);
    if (images == null) {
      try {
        images = ImageFolder.read(path, which, most, shape.channels(), classes);
      } catch (UnreadableData e) {
        throw named.source().refuse(named.place("folder"), named.at("folder"), e.fault());
      }
      Shape found = images.images().orElseThrow();
      if (!found.equals(shape)) {
        throw named.refuse(
            "folder", "images.shape", "found", found.toString(), "expected", shape.toString());
      }
      known.put(source, images);
    }
    return named(data, images);
  }

  /** A row for each picture: its label, then its values from 0 to 255. */
  Dataset table(FieldReader data, FieldReader part) {
    Shape shape = shape(data);
    LessonCsv table = examples.table(part);
    int label = label(data, part, table);
    if (table.names().size() != shape.size() + 1) {
      throw part.refuse(
          "file",
          "images.columns",
          "found",
          String.valueOf(table.names().size()),
          "expected",
          String.valueOf(shape.size() + 1));
    }
    byte[] pixels = new byte[table.rows().size() * shape.size()];
    int[] labels = new int[table.rows().size()];
    int at = 0;
    for (int i = 0; i < labels.length; i++) {
      double[] row = table.rows().get(i);
      for (int c = 0; c < row.length; c++) {
        int value = (int) row[c];
        if (value != row[c] || value < 0 || value > (c == label ? MOST_CLASSES - 1 : WHITE)) {
          throw part.refuse(
              "file",
              c == label ? "images.label" : "images.value",
              "row",
              String.valueOf(i + 1),
              "column",
              table.names().get(c),
              "found",
              String.valueOf(row[c]));
        }
        if (c == label) {
          labels[i] = value;
        } else {
          pixels[at++] = (byte) value;
        }
      }
    }
    int classes = Math.max(2, IntStream.of(labels).max().orElse(0) + 1);
    // Rows held out may lack a class; the names say how many there are.
    int all = part == data ? classes : Math.max(classes, read(data).targets().size());
    return named(data, Dataset.ofImages(shape, digits(all), pixels, labels));
  }

  private static int label(FieldReader data, FieldReader part, LessonCsv table) {
    String name = LABEL;
    if (data.has("targets")) {
      List<String> names = data.texts("targets");
      if (names.size() != 1) {
        throw data.refuse("targets", "images.targets");
      }
      name = names.getFirst();
    }
    int column = table.names().indexOf(name);
    if (column < 0) {
      throw part.refuse("file", "images.no-label", "found", name);
    }
    return column;
  }

  private static Shape shape(FieldReader data) {
    FieldReader images = data.fields("images", FIELDS);
    List<Double> sizes = images.numbers("shape", Bounds.of(1, 1024));
    boolean whole = sizes.stream().allMatch(size -> size == Math.rint(size));
    if (!whole || sizes.size() < 2 || sizes.size() > 3) {
      throw images.refuse("shape", "images.sizes");
    }
    int[] s = sizes.stream().mapToInt(Double::intValue).toArray();
    Shape shape = s.length == 2 ? new Shape(1, s[0], s[1]) : new Shape(s[0], s[1], s[2]);
    if (shape.size() > MOST_PIXELS) {
      throw images.refuse("shape", "images.large", "limit", String.valueOf(MOST_PIXELS));
    }
    return shape;
  }

  /** The classes may have names of the lesson's own. */
  private static Dataset named(FieldReader data, Dataset found) {
    FieldReader images = data.fields("images", FIELDS);
    if (!images.has("classes")) {
      return found;
    }
    List<String> names = images.texts("classes");
    if (names.size() != found.targets().size() || new HashSet<>(names).size() < names.size()) {
      throw images.refuse(
          "classes", "images.classes", "expected", String.valueOf(found.targets().size()));
    }
    return found.named(found.inputs(), names);
  }
}
