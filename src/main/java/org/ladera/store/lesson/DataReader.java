package org.ladera.store.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Catalogue;

/**
 * The field {@code data} of a scene: a table, the columns used of it, and their scaling; or a set
 * that the engine draws.
 */
final class DataReader {
  static final Set<String> FIELDS =
      Set.of(
          "file", "rows", "generate", "examples", "noise", "seed", "inputs", "targets", "scaling");
  private static final Set<String> SCALINGS = Set.of("none", "standardise", "min-max");
  private static final List<String> OF_DRAWN = List.of("examples", "noise", "seed");
  private static final int MOST_EXAMPLES = 10_000;
  private static final long MOST_SEED = 4_294_967_295L;
  private static final Bounds NOISE = Bounds.of(0, 10);
  private static final int MOST_BYTES = 20 * 1024 * 1024;

  private final LessonFolder folder;

  /** Tables read so far, by file name; one that was refused is empty. */
  private final Map<String, Optional<LessonCsv>> tables = new HashMap<>();

  DataReader(LessonFolder folder) {
    this.folder = folder;
  }

  Dataset read(FieldReader data) {
    if (data.has("generate")) {
      return drawn(data);
    }
    for (String field : OF_DRAWN) {
      if (data.has(field)) {
        throw data.refuse(field, "data.not-drawn");
      }
    }
    List<String> inputs = columnNames(data, "inputs");
    List<String> targets = columnNames(data, "targets");
    LessonCsv table = data.has("file") ? file(data) : inline(data, inputs, targets);
    MatrixView x = columns(table, inputs, data, "inputs");
    MatrixView y = columns(table, targets, data, "targets");
    Scaling ofX = scaling(data, "inputs", x);
    Scaling ofY = scaling(data, "targets", y);
    return new Dataset(inputs, targets, ofX.apply(x), ofY.apply(y), ofX, ofY);
  }

  private static Dataset drawn(FieldReader data) {
    for (String table : List.of("file", "rows")) {
      if (data.has(table)) {
        throw data.refuse(table, "data.table-and-generate");
      }
    }
    Generator generator = data.part("generate", Catalogue.GENERATORS);
    Dataset raw =
        generator.make(
            (int) data.whole("examples", 1, MOST_EXAMPLES, generator.usualExamples()),
            data.number("noise", NOISE, generator.usualNoise()),
            data.whole("seed", 0, MOST_SEED, 0));
    Scaling ofX = scaling(data, "inputs", raw.x());
    Scaling ofY = scaling(data, "targets", raw.y());
    return new Dataset(
        names(data, "inputs", raw.inputs()),
        names(data, "targets", raw.targets()),
        ofX.apply(raw.x()),
        ofY.apply(raw.y()),
        ofX,
        ofY);
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
    if (names.isEmpty() || names.size() > 64) {
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

  /** One scaling for all columns, or one for the inputs and one for the targets. */
  private static Scaling scaling(FieldReader data, String side, MatrixView raw) {
    if (!data.has("scaling")) {
      return Scaling.none(raw.columns());
    }
    if (data.value("scaling") instanceof Node.Fields both
        && !both.entries().containsKey("divide")) {
      FieldReader sides = data.fields("scaling", Set.of("inputs", "targets"));
      return sides.has(side)
          ? scaling(sides, sides.value(side), sides.at(side), raw)
          : Scaling.none(raw.columns());
    }
    return scaling(data, data.value("scaling"), data.at("scaling"), raw);
  }

  private static Scaling scaling(FieldReader data, Node node, String field, MatrixView raw) {
    if (node instanceof Node.Fields) {
      FieldReader how = data.fields(node, field, Set.of("divide"));
      return Scaling.dividedBy(raw.columns(), how.number("divide", Bounds.above(0, 1e9)));
    }
    String word = data.word(node, field, SCALINGS);
    try {
      return switch (word) {
        case "standardise" -> Scaling.standardised(raw);
        case "min-max" -> Scaling.minMax(raw);
        default -> Scaling.none(raw.columns());
      };
    } catch (IllegalArgumentException constantColumn) {
      throw data.source().refuse(node.place(), field, "data.constant-column");
    }
  }
}
