package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ladera.engine.spec.Experiment;
import org.ladera.lesson.grading.Mistake;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.CurveShape;
import org.ladera.lesson.model.PlotHeights;
import org.ladera.lesson.model.Threshold;
import org.ladera.session.Scene;
import org.ladera.session.reading.ReadingMatrix;
import org.ladera.session.reading.RunReading;

/** One entry of the list {@code checks}. */
final class CheckReader {
  private static final Kinds<Check.Kind> KINDS = new Kinds<>("check", Check.Kind.values());
  private static final Set<String> MISTAKES =
      Arrays.stream(Mistake.values()).map(Mistake::id).collect(Collectors.toUnmodifiableSet());
  private static final Bounds TOLERANCE = Bounds.above(0, 0.05);
  private static final Bounds GUESS = Bounds.above(0, 0.5);
  private static final Bounds OFF = Bounds.of(0.05, 0.4);
  private static final Bounds RATIO = Bounds.of(1, 10);

  /** What fits beside the text and can still be worked out by hand. */
  private static final int MOST_ROWS = 9;

  private static final int MOST_COLUMNS = 8;
  private static final int MOST_ASKED = 12;
  private static final int MOST_LINES = 8;

  private final Scene scene;

  CheckReader(Scene scene) {
    this.scene = scene;
  }

  Check read(FieldReader step, Node item, String field) {
    Check.Kind kind = KINDS.of(step, item, field);
    FieldReader check = KINDS.fields(step, item, field, kind.fields());
    return switch (kind) {
      case CHOICE -> choice(check);
      case NUMBER -> number(check);
      case CELLS -> cells(check);
      case REACH -> reach(check);
      case LINE -> line(check);
      case RANK -> rank(check);
      case EPOCHS -> epochs(check);
      case SKETCH -> sketch(check);
    };
  }

  private Check choice(FieldReader f) {
    List<String> options = f.ids("options");
    if (options.size() < 2) {
      throw f.refuse("options", "field.list-short");
    }
    return new Check.Choice(
        f.id("id"),
        options,
        f.word("right", options),
        shapes(f, options),
        new MomentReader(scene, f).prediction());
  }

  /** The picture of each option, where they have some. */
  private static Map<String, CurveShape> shapes(FieldReader f, List<String> options) {
    if (!f.has("shapes")) {
      return Map.of();
    }
    Map<String, CurveShape> known =
        Arrays.stream(CurveShape.values())
            .collect(Collectors.toUnmodifiableMap(CurveShape::word, shape -> shape));
    FieldReader each = f.fields("shapes", options);
    Map<String, CurveShape> shapes = new HashMap<>();
    for (String option : options) {
      shapes.put(option, each.part(option, known));
    }
    return shapes;
  }

  private Check number(FieldReader f) {
    MomentReader moment = new MomentReader(scene, f);
    double relative = f.number("relative", moment.predicted() ? GUESS : TOLERANCE, 0.001);
    return new Check.Number(
        f.id("id"), reading(f), moment.asked(), moment.predicted(), relative, mistakes(f));
  }

  private static double relative(FieldReader f) {
    return f.number("relative", TOLERANCE, 0.001);
  }

  private static List<String> mistakes(FieldReader f) {
    return f.has("mistakes")
        ? f.items("mistakes").stream()
            .map(item -> f.word(item, f.at("mistakes"), MISTAKES))
            .toList()
        : MISTAKES.stream().sorted().toList();
  }

  private Check cells(FieldReader f) {
    ReadingMatrix matrix = matrix(f);
    Experiment experiment = experiment(matrix).orElseThrow();
    int rows = matrix.rows(experiment);
    int columns = matrix.columns(experiment);
    if (rows > MOST_ROWS || columns > MOST_COLUMNS) {
      throw f.refuse("matrix", "cells.too-large", "shape", rows + " × " + columns);
    }
    List<Check.Cells.Cell> asked = new ArrayList<>();
    for (Node item : f.items("ask")) {
      String at = f.at("ask") + "[" + (asked.size() + 1) + "]";
      asked.add(cell(f, item, at, rows, columns));
    }
    if (asked.isEmpty() || asked.size() > MOST_ASKED) {
      throw f.refuse("ask", "cells.count", "limit", String.valueOf(MOST_ASKED));
    }
    if (asked.stream().distinct().count() < asked.size()) {
      throw f.refuse("ask", "cells.twice");
    }
    boolean shown = !f.has("others") || f.word("others", Set.of("shown", "hidden")).equals("shown");
    return new Check.Cells(
        f.id("id"), matrix, rows, columns, asked, shown, relative(f), mistakes(f));
  }

  private ReadingMatrix matrix(FieldReader f) {
    String name = f.text("matrix");
    Optional<ReadingMatrix> matrix = ReadingMatrix.parse(name);
    if (matrix.isEmpty()) {
      throw f.refuse("matrix", "cells.no-matrix", "found", name);
    }
    Optional<Experiment> experiment = experiment(matrix.get());
    if (experiment.isEmpty()) {
      throw f.refuse("matrix", "reading.no-run", "found", name);
    }
    if (!matrix.get().exists(experiment.get())) {
      throw f.refuse("matrix", "reading.missing", "found", name);
    }
    return matrix.get();
  }

  private Optional<Experiment> experiment(ReadingMatrix matrix) {
    return scene.runs().stream()
        .filter(run -> run.id().equals(matrix.run()))
        .map(Scene.Run::experiment)
        .findFirst();
  }

  /** Row and column of a cell, a pair of whole numbers from 1. */
  private static Check.Cells.Cell cell(
      FieldReader f, Node item, String field, int rows, int columns) {
    if (!(item instanceof Node.Items pair) || pair.items().size() != 2) {
      throw f.source().refuse(item.place(), field, "cells.pair");
    }
    return new Check.Cells.Cell(
        (int) f.whole(pair.items().get(0), field, 1, rows),
        (int) f.whole(pair.items().get(1), field, 1, columns));
  }

  private Check reach(FieldReader f) {
    return new Check.Reach(f.id("id"), reading(f), threshold(f));
  }

  /** One of the fields {@code below} and {@code above}. */
  private static Threshold threshold(FieldReader f) {
    List<Threshold.Side> sides =
        Arrays.stream(Threshold.Side.values()).filter(side -> f.has(side.word())).toList();
    if (sides.size() != 1) {
      throw f.refuse(Threshold.Side.BELOW.word(), "check.one-side");
    }
    Threshold.Side side = sides.getFirst();
    return new Threshold(side, f.number(side.word(), Bounds.ANY));
  }

  private Check rank(FieldReader f) {
    List<String> runs = f.ids("runs");
    List<String> known = scene.runs().stream().map(Scene.Run::id).toList();
    for (Node item : f.items("runs")) {
      f.word(item, f.at("runs"), known);
    }
    if (runs.size() < 2) {
      throw f.refuse("runs", "field.list-short");
    }
    RunReading reading = ofOnePass(f);
    if (!reading.run().equals(Scene.MAIN)) {
      throw f.refuse("reading", "reading.in-table", "found", reading.text());
    }
    boolean race = Arrays.stream(Threshold.Side.values()).anyMatch(side -> f.has(side.word()));
    return new Check.Rank(
        f.id("id"),
        runs,
        reading.reading(),
        race ? Optional.of(threshold(f)) : Optional.empty(),
        new MomentReader(scene, f).epoch());
  }

  private Check epochs(FieldReader f) {
    return new Check.Epochs(
        f.id("id"), ofOnePass(f), threshold(f), f.number("ratio", RATIO, 2), scene.epochs());
  }

  private Check sketch(FieldReader f) {
    long epochs = new MomentReader(scene, f).epoch();
    List<Long> marks = new ArrayList<>();
    for (Node item : f.itemsIfAny("marks")) {
      marks.add(f.whole(item, f.at("marks"), 0, epochs));
    }
    return new Check.Sketch(
        f.id("id"), reading(f), heights(f), marks, f.number("tolerance", OFF, 0.15), epochs);
  }

  private static PlotHeights heights(FieldReader f) {
    List<Double> ends = f.numbers("range", Bounds.ANY);
    boolean log = f.flag("log", false);
    if (ends.size() != 2 || !(ends.get(0) < ends.get(1))) {
      throw f.refuse("range", "field.range");
    }
    if (log && ends.get(0) <= 0) {
      throw f.refuse("range", "sketch.log");
    }
    return new PlotHeights(ends.get(0), ends.get(1), log);
  }

  /** One that every epoch of a run has, and cheaply. */
  private RunReading ofOnePass(FieldReader f) {
    RunReading reading = reading(f);
    if (!reading.reading().isOfOnePass()) {
      throw f.refuse("reading", "check.one-pass", "found", reading.text());
    }
    return reading;
  }

  private static Check line(FieldReader f) {
    List<String> lines = f.ids("lines");
    if (lines.size() < 2 || lines.size() > MOST_LINES) {
      throw f.refuse("lines", "line.count", "limit", String.valueOf(MOST_LINES));
    }
    if (lines.contains(Check.Line.CORRECTED) || lines.contains(Check.Line.CONSEQUENCE)) {
      throw f.refuse("lines", "line.reserved");
    }
    return new Check.Line(f.id("id"), lines, f.word("wrong", lines));
  }

  private RunReading reading(FieldReader f) {
    return ReadingNames.read(f, "reading", scene);
  }
}
