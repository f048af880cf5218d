package org.ladera.lesson.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.ReadingMatrix;
import org.ladera.session.reading.RunReading;

/** A question or a task of a step. Doing nothing never passes. */
public sealed interface Check {
  /** The kinds, each with its fields in a lesson file. */
  enum Kind implements Word {
    CHOICE("options", "right", "shapes", "predict", "at", "reading"),
    NUMBER("reading", "at", "predict", "relative", "mistakes"),
    CELLS("matrix", "ask", "others", "relative", "mistakes"),
    REACH("reading", "below", "above"),
    LINE("lines", "wrong"),
    RANK("runs", "reading", "at", "below", "above"),
    EPOCHS("reading", "below", "above", "ratio"),
    SKETCH("reading", "range", "log", "marks", "tolerance", "at");

    private final Set<String> fields;

    Kind(String... own) {
      Set<String> all = new TreeSet<>(Set.of(own));
      all.add("id");
      fields = Collections.unmodifiableSet(all);
    }

    /** The fields of a lesson file for a check of this kind, {@code id} among them. */
    public Set<String> fields() {
      return fields;
    }
  }

  default Kind kind() {
    return switch (this) {
      case Choice _ -> Kind.CHOICE;
      case Number _ -> Kind.NUMBER;
      case Cells _ -> Kind.CELLS;
      case Reach _ -> Kind.REACH;
      case Line _ -> Kind.LINE;
      case Rank _ -> Kind.RANK;
      case Epochs _ -> Kind.EPOCHS;
      case Sketch _ -> Kind.SKETCH;
    };
  }

  /** Stands between the parts of an answer that has several. */
  String BETWEEN = ";";

  String id();

  /** What is played before a locked answer is compared; empty where it is judged at once. */
  default Optional<Prediction> prediction() {
    return Optional.empty();
  }

  /** Whether answers are held against the engine's own run from the start, not the moment shown. */
  default boolean isPlayedAhead() {
    return prediction().isPresent();
  }

  /**
   * One option of several is right. Option texts are labels {@code <id>.<option>}.
   *
   * @param shapes the picture of each option that has one
   */
  record Choice(
      String id,
      List<String> options,
      String right,
      Map<String, CurveShape> shapes,
      Optional<Prediction> prediction)
      implements Check {
    public Choice {
      options = List.copyOf(options);
      shapes = Map.copyOf(shapes);
    }

    /** One that is judged at once. */
    public Choice(String id, List<String> options, String right) {
      this(id, options, right, Map.of(), Optional.empty());
    }
  }

  /**
   * A number to work out.
   *
   * @param reading the quantity asked for, and of which run
   * @param at the moment whose value is asked for; empty for the one on stage
   * @param predicted whether the answer is locked until that moment has been played
   * @param relative tolerance relative to the right value
   * @param mistakes known wrong ways whose result is recognised, by id
   */
  record Number(
      String id,
      RunReading reading,
      Optional<RunMoment> at,
      boolean predicted,
      double relative,
      List<String> mistakes)
      implements Check {
    public Number {
      mistakes = List.copyOf(mistakes);
    }

    /** The value at the moment on stage. */
    public Number(String id, RunReading reading, double relative, List<String> mistakes) {
      this(id, reading, Optional.empty(), false, relative, mistakes);
    }

    @Override
    public Optional<Prediction> prediction() {
      return at.filter(moment -> predicted).map(moment -> new Prediction(moment, List.of(reading)));
    }

    @Override
    public boolean isPlayedAhead() {
      return at.isPresent();
    }

    /** The same question about the moment on stage. */
    public Number now() {
      return new Number(id, reading, relative, mistakes);
    }
  }

  /**
   * A state to be reached in the run.
   *
   * @param reading quantity
   * @param goal passes when the reading has come there
   */
  record Reach(String id, RunReading reading, Threshold goal) implements Check {}

  /**
   * Find the error: one line of several formulas is wrong. The lines are labels {@code
   * <id>.<line>}; once it is found, {@code <id>.corrected} is shown as the line should be and
   * {@code <id>.consequence} says what came of the slip.
   *
   * @param lines in their order
   * @param wrong the one with the error
   */
  record Line(String id, List<String> lines, String wrong) implements Check {
    /** The label of the line as it should be. */
    public static final String CORRECTED = "corrected";

    /** The label that says what comes of the slip. */
    public static final String CONSEQUENCE = "consequence";

    public Line {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Runs to be put in order before they are played. An answer has their ids with a semicolon
   * between them.
   *
   * @param runs in the order offered
   * @param reading by whose value they are ordered, the smallest first
   * @param goal where there is one, by the epoch from which it is met to the end, the earliest
   *     first
   * @param epochs so many are played
   */
  record Rank(String id, List<String> runs, Reading reading, Optional<Threshold> goal, long epochs)
      implements Check {
    public Rank {
      runs = List.copyOf(runs);
    }

    @Override
    public Optional<Prediction> prediction() {
      return Optional.of(
          new Prediction(
              RunMoment.epoch(epochs),
              runs.stream().map(run -> new RunReading(run, reading)).toList()));
    }

    /** The order as an answer. */
    public static String answer(List<String> order) {
      return String.join(BETWEEN, order);
    }

    /** The order in an answer. */
    public static List<String> order(String answer) {
      return Arrays.stream(answer.split(BETWEEN, -1)).map(String::strip).toList();
    }
  }

  /**
   * After how many epochs? A guess, judged by its ratio to the right number.
   *
   * @param goal what the reading has met from that epoch to the end
   * @param ratio the answer may be so many times too large, or too small
   * @param epochs so many are played
   */
  record Epochs(String id, RunReading reading, Threshold goal, double ratio, long epochs)
      implements Check {
    @Override
    public Optional<Prediction> prediction() {
      return Optional.of(new Prediction(RunMoment.epoch(epochs), List.of(reading)));
    }
  }

  /**
   * A curve drawn by hand before it is played, compared by its shape and at its marks. An answer
   * has values in the engine's numbers, evenly spread from the first epoch to the last, with
   * semicolons between them.
   *
   * @param heights of the plot on which it is drawn
   * @param marks epochs at which it has to be right
   * @param tolerance how far off it may be, as a share of the height of the plot
   * @param epochs so many are played
   */
  record Sketch(
      String id,
      RunReading reading,
      PlotHeights heights,
      List<Long> marks,
      double tolerance,
      long epochs)
      implements Check {
    private static final int MOST = 500;

    public Sketch {
      marks = List.copyOf(marks);
    }

    @Override
    public Optional<Prediction> prediction() {
      return Optional.of(new Prediction(RunMoment.epoch(epochs), List.of(reading)));
    }

    /** Values as an answer, with the digits that a hand can mean. */
    public static String answer(double[] values) {
      return DoubleStream.of(values)
          .mapToObj(v -> new BigDecimal(v).round(new MathContext(4)).toString())
          .collect(Collectors.joining(BETWEEN));
    }

    /** The values of an answer, two at least; empty where it is none. */
    public static Optional<double[]> values(String answer) {
      try {
        double[] values =
            Arrays.stream(answer.split(BETWEEN, -1))
                .mapToDouble(v -> new BigDecimal(v.strip()).doubleValue())
                .toArray();
        return values.length < 2 || values.length > MOST ? Optional.empty() : Optional.of(values);
      } catch (NumberFormatException notANumber) {
        return Optional.empty();
      }
    }
  }

  /**
   * Chosen cells of a matrix to fill in. An answer has the numbers of the cells in their order,
   * with a semicolon between them.
   *
   * @param rows of the matrix
   * @param columns of the matrix
   * @param asked the cells left empty
   * @param othersShown whether the other cells show their numbers
   * @param relative tolerance relative to the right values
   * @param mistakes known wrong ways whose result is recognised, by id
   */
  record Cells(
      String id,
      ReadingMatrix matrix,
      int rows,
      int columns,
      List<Cell> asked,
      boolean othersShown,
      double relative,
      List<String> mistakes)
      implements Check {
    /** A place in a matrix; row and column count from 1. */
    public record Cell(int row, int column) {}

    public Cells {
      asked = List.copyOf(asked);
      mistakes = List.copyOf(mistakes);
    }

    /** The question for one cell alone. */
    public Number number(Cell cell) {
      return new Number(id, matrix.element(cell.row(), cell.column()), relative, mistakes);
    }

    /** The texts of the cells as one answer. */
    public static String answer(List<String> texts) {
      return String.join(BETWEEN, texts);
    }

    /** The text of each asked cell in an answer; empty where nothing was typed. */
    public List<String> texts(String answer) {
      List<String> texts = new ArrayList<>(List.of(answer.split(BETWEEN, -1)));
      while (texts.size() < asked.size()) {
        texts.add("");
      }
      return List.copyOf(texts.subList(0, asked.size()));
    }
  }
}
