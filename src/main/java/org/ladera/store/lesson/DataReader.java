package org.ladera.store.lesson;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.HeldOut;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.data.Split;
import org.ladera.engine.matrix.MatrixView;

/**
 * The field {@code data} of a scene: the examples, which of them are held out for validation and
 * test, and their scaling.
 */
final class DataReader {
  static final Set<String> FIELDS =
      Set.of(
          "file",
          "rows",
          "generate",
          "folder",
          "images",
          "examples",
          "noise",
          "seed",
          "inputs",
          "targets",
          "scaling",
          "validation",
          "test",
          "testOpen");
  private static final Set<String> OF_PART =
      Set.of("share", "seed", "file", "rows", "folder", "examples", "noise");
  private static final Set<String> SCALINGS = Set.of("none", "standardise", "min-max");
  private static final long MOST_SEED = 4_294_967_295L;
  private static final Bounds SHARE = Bounds.above(0, 0.9);

  /** Grey from 0 to 255 becomes a number from 0 to 1, where nothing else is said. */
  private static final double WHITE = 255;

  private final ExamplesReader examples;

  /** What was read so far: steps with the same data share it. */
  private final Map<Node.Fields, Parts> known = new HashMap<>();

  DataReader(ExamplesReader examples) {
    this.examples = examples;
  }

  /** What to train on, and what is only looked at. */
  record Parts(Dataset train, HeldOut heldOut) {}

  /** Scalings are fitted to the examples that are trained on, and hold for the others. */
  Parts read(FieldReader data) {
    Parts before = known.get(data.node());
    if (before != null) {
      return before;
    }
    Parts parts = parts(data);
    known.put(data.node(), parts);
    return parts;
  }

  private Parts parts(FieldReader data) {
    Split raw = split(data);
    Scaling ofX = scaling(data, "inputs", raw.train().x());
    Scaling ofY = scaling(data, "targets", raw.train().y());
    UnaryOperator<Dataset> scaled = d -> d.scaled(ofX, ofY);
    boolean open = data.flag("testOpen", false);
    if (open && raw.test().isEmpty()) {
      throw data.refuse("testOpen", "data.no-test");
    }
    return new Parts(
        scaled.apply(raw.train()),
        new HeldOut(raw.validation().map(scaled), raw.test().map(scaled), open));
  }

  private Split split(FieldReader data) {
    Dataset all = examples.read(data);
    Optional<FieldReader> validation = part(data, "validation");
    Optional<FieldReader> test = part(data, "test");
    double ofValidation = validation.map(DataReader::share).orElse(0.0);
    double ofTest = test.map(DataReader::share).orElse(0.0);
    if (ofValidation == 0 && ofTest == 0) {
      return new Split(all, validation.map(p -> others(data, p)), test.map(p -> others(data, p)));
    }
    FieldReader seeded = ofValidation > 0 ? validation.orElseThrow() : test.orElseThrow();
    Split drawn;
    try {
      drawn = Split.of(all, ofValidation, ofTest, seeded.whole("seed", 0, MOST_SEED, 0));
    } catch (IllegalArgumentException tooFewRows) {
      throw seeded.refuse("share", "data.share", "rows", String.valueOf(all.size()));
    }
    return new Split(
        drawn.train(),
        validation.flatMap(p -> p.has("share") ? drawn.validation() : Optional.of(others(data, p))),
        test.flatMap(p -> p.has("share") ? drawn.test() : Optional.of(others(data, p))));
  }

  private static Optional<FieldReader> part(FieldReader data, String name) {
    return data.has(name) ? Optional.of(data.fields(name, OF_PART)) : Optional.empty();
  }

  private static double share(FieldReader part) {
    if (!part.has("share")) {
      return 0;
    }
    for (String field : OF_PART) {
      if (part.has(field) && !field.equals("share") && !field.equals("seed")) {
        throw part.refuse(field, "data.share-alone");
      }
    }
    return part.number("share", SHARE);
  }

  /** Examples of their own: a table, or another draw of the generator. */
  private Dataset others(FieldReader data, FieldReader part) {
    if (part.has("file") || part.has("rows")) {
      return examples.table(data, part);
    }
    if (data.has("folder") || part.has("folder")) {
      return examples.held(data, part);
    }
    if (!data.has("generate")) {
      throw data.source().refuse(part.place(), part.path(), "data.held-out");
    }
    return examples.drawn(data, part);
  }

  /** One scaling for all columns, or one for the inputs and one for the targets. */
  private static Scaling scaling(FieldReader data, String side, MatrixView raw) {
    if (!data.has("scaling")) {
      return data.has("images") && !data.has("rows") && side.equals("inputs")
          ? Scaling.dividedBy(raw.columns(), WHITE)
          : Scaling.none(raw.columns());
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
