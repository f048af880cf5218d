package org.ladera.lesson.model;

import java.util.List;
import java.util.stream.LongStream;
import org.ladera.session.reading.LayerReading;
import org.ladera.session.reading.Reading;
import org.ladera.session.sweep.Varied;

/** A view of many numbers or many runs at once: how they are spread. */
public sealed interface SpreadView extends ViewSpec {
  /**
   * How the numbers of each layer are spread.
   *
   * @param of which numbers have a column; z, a, δ and ∇W when empty
   * @param own whether each picture has a scale of its own at first sight
   */
  record Layers(String run, List<LayerReading.Of> of, boolean own) implements SpreadView {
    /** What there can be columns of. */
    private static final List<LayerReading.Of> COLUMNS =
        List.of(
            LayerReading.Of.Z, LayerReading.Of.A, LayerReading.Of.DELTA, LayerReading.Of.GRADIENT);

    public Layers {
      of = List.copyOf(of);
    }

    /** What there can be columns of, in their order. */
    public static List<LayerReading.Of> all() {
      return COLUMNS;
    }

    /** The columns that there are. */
    public List<LayerReading.Of> columns() {
      return of.isEmpty() ? COLUMNS : of;
    }
  }

  /**
   * How large the gradient of each layer was along several runs, in one scale of colours.
   *
   * @param runs ids of further runs below the own one
   */
  record Norms(String run, List<String> runs) implements SpreadView {
    public Norms {
      runs = List.copyOf(runs);
    }
  }

  /** Where every parameter began and where it is now. */
  record Moves(String run) implements SpreadView {}

  /**
   * Many runs that differ in a setting or two and in their seeds.
   *
   * @param vary one or two settings with their values
   * @param seeds how many seeds: 1, 2, 3 …
   * @param readings what is read at the end of each run
   * @param log whether heights are logarithms
   */
  record Sweep(String run, List<Varied> vary, int seeds, List<Reading> readings, boolean log)
      implements SpreadView {
    public Sweep {
      vary = List.copyOf(vary);
      readings = List.copyOf(readings);
    }

    /** The seeds themselves. */
    public List<Long> numbers() {
      return LongStream.rangeClosed(1, seeds).boxed().toList();
    }
  }
}
