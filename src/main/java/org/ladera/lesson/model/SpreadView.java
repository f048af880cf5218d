package org.ladera.lesson.model;

import java.util.List;
import org.ladera.session.reading.LayerReading;

/** A view of many numbers at once: how they are spread. */
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
}
