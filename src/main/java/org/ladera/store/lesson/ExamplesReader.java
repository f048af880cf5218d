package org.ladera.store.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.Catalogue;

/** Examples as a lesson gives them, not yet scaled: a table, or a set that the engine draws. */
final class ExamplesReader {
  private static final List<String> OF_DRAWN = List.of("examples", "noise", "seed");
  private static final int MOST_EXAMPLES = 10_000;
  private static final long MOST_SEED = 4_294_967_295L;
  private static final Bounds NOISE = Bounds.of(0, 10);
  private static final int MOST_BYTES = 20 * 1024 * 1024;

  private final LessonFolder folder;
  private final ImagesReader images;

  /** Tables read so far, by file name; one that was refused is empty. */
  private final Map<String, Optional<LessonCsv>> tables = new HashMap<>();

  ExamplesReader(LessonFolder folder) {
    this.folder = folder;
    images = new ImagesReader(folder, this);
  }

  /**
   * The examples of the field {@code data}.
   *
   * @throws Refused when they are not written as they should be
   */
  Dataset read(FieldReader data) {
    if (data.has("images")) {
      return images.read(data);
    }
    if (data.has("folder")) {
      throw data.refuse("folder", "images.none");
    }
    if (data.has("generate")) {
      for (String table : List.of("file", "rows")) {
        if (data.has(table)) {
          throw data.refuse(table, "data.table-and-generate");
        }
      }
      return drawn(data, data);
    }
    for (String field : OF_DRAWN) {
      if (data.has(field)) {
        throw data.refuse(field, "data.not-drawn");
      }
    }
    return table(data, data);
  }

  /** Other rows of the same columns: {@code part} has a file or rows. */
  Dataset table(FieldReader data, FieldReader part) {
    if (data.has("images")) {
      return images.table(data, part);
    }
    List<String> inputs = data.has("generate") ? usual(data).inputs() : columnNames(data, "inputs");
    List<String> targets =
        data.has("generate") ? usual(data).targets() : columnNames(data, "targets");
    LessonCsv table = part.has("file") ? file(part) : inline(part, inputs, targets);
    String at = part == data ? "inputs" : "file";
    return unscaled(
        inputs,
        targets,
        columns(table, inputs, part, at),
        columns(table, targets, part, part == data ? "targets" : "file"));
  }

  private static Dataset usual(FieldReader data) {
    Generator generator = data.part("generate", Catalogue.GENERATORS);
    Dataset one = generator.make(generator.usualExamples(), 0, 0);
    return unscaled(
        names(data, "inputs", one.inputs()),
        names(data, "targets", one.targets()),
        one.x(),
        one.y());
  }

  /** Other draws of the generator of {@code data}: {@code part} says how many and which. */
  Dataset drawn(FieldReader data, FieldReader part) {
    if (data.has("images")) {
      return images.drawn(data, part);
    }
    Dataset raw = Draw.read(data, part).make();
    return raw.named(names(data, "inputs", raw.inputs()), names(data, "targets", raw.targets()));
  }

  /** The folder's own examples for tests, or those of another folder. */
  Dataset held(FieldReader data, FieldReader part) {
    if (!data.has("images")) {
      throw part.refuse("folder", "images.none");
    }
    return images.held(data, part);
  }

  /** Which examples are drawn: the same draw is the same examples. */
  record Draw(Generator generator, int examples, double noise, long seed) {
    static Draw read(FieldReader data, FieldReader part) {
      Generator generator = data.part("generate", Catalogue.GENERATORS);
      return new Draw(
          generator,
          (int) part.whole("examples", 1, MOST_EXAMPLES, generator.usualExamples()),
          part.number("noise", NOISE, data.number("noise", NOISE, generator.usualNoise())),
          part.whole("seed", 0, MOST_SEED, 0));
    }

    Dataset make() {
      return generator.make(examples, noise, seed);
    }
  }

  private static Dataset unscaled(
      List<String> inputs, List<String> targets, MatrixView x, MatrixView y) {
    return new Dataset(inputs, targets, x, y, Scaling.none(x.columns()), Scaling.none(y.columns()));
  }

  /** The columns of a drawn set may have names of the lesson's own. */
  private static List<String> names(FieldReader data, String field, List<String> usual) {
    if (!data.has(field)) {
      return usual;
    }
    List<String> names = columnNames(data, field);
    if (names.size() != usual.size()) {
      throw data.refuse(field, "data.names", "expected", String.valueOf(usual.size()));
    }
    return names;
  }

  private static List<String> columnNames(FieldReader data, String field) {
    List<String> names = data.texts(field);
    if (names.isEmpty() || names.size() > LessonCsv.MOST_COLUMNS) {
      throw data.refuse(field, "field.list-empty");
    }
    return names;
  }

  private LessonCsv file(FieldReader data) {
    if (data.has("rows")) {
      throw data.refuse("rows", "data.file-and-rows");
    }
    return table(data);
  }

  /** The table that the field {@code file} of {@code data} names; each is read once. */
  LessonCsv table(FieldReader data) {
    String name = data.text("file");
    Optional<LessonCsv> known = tables.get(name);
    if (known != null) {
      return known.orElseThrow(Refused::new);
    }
    tables.put(name, Optional.empty());
    Path path = folder.named(name, data, "file");
    LessonSource source = data.source().file(name);
    LessonCsv table = LessonCsv.read(StrictText.read(path, source, MOST_BYTES), source);
    tables.put(name, Optional.of(table));
    return table;
  }

  /** A picture in each row, its values as they are, then its targets. */
  Dataset pictures(FieldReader data, Shape shape) {
    List<String> inputs = IntStream.rangeClosed(1, shape.size()).mapToObj(i -> "p" + i).toList();
    List<String> targets = columnNames(data, "targets");
    LessonCsv table = inline(data, inputs, targets);
    return new Dataset(
        inputs,
        targets,
        columns(table, inputs, data, "rows"),
        columns(table, targets, data, "targets"),
        Scaling.none(inputs.size()),
        Scaling.none(targets.size()),
        Optional.of(shape));
  }

  private static LessonCsv inline(FieldReader data, List<String> inputs, List<String> targets) {
    List<String> names = new ArrayList<>(inputs);
    names.addAll(targets);
    List<double[]> rows = new ArrayList<>();
    for (Node item : data.items("rows")) {
      String field = data.at("rows") + "[" + (rows.size() + 1) + "]";
      if (!(item instanceof Node.Items cells) || cells.items().size() != names.size()) {
        throw data.source()
            .refuse(item.place(), field, "data.row", "expected", String.valueOf(names.size()));
      }
      rows.add(
          cells.items().stream()
              .mapToDouble(cell -> data.number(cell, field, Bounds.ANY))
              .toArray());
    }
    if (rows.isEmpty()) {
      throw data.refuse("rows", "field.list-empty");
    }
    return new LessonCsv(names, rows);
  }

  private static MatrixView columns(
      LessonCsv table, List<String> names, FieldReader data, String field) {
    double[][] values = new double[table.rows().size()][names.size()];
    for (int c = 0; c < names.size(); c++) {
      int column = table.names().indexOf(names.get(c));
      if (column < 0) {
        throw data.refuse(
            field, "data.column", "found", names.get(c), "known", String.join(", ", table.names()));
      }
      for (int r = 0; r < values.length; r++) {
        values[r][c] = table.rows().get(r)[column];
      }
    }
    return MatrixView.of(values);
  }
}
