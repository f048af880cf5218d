package org.ladera.present.step;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Explainer;
import org.ladera.explain.Expression;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;
import org.ladera.explain.Tex;
import org.ladera.present.network.Words;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.present.step.Grid.Meaning;
import org.ladera.text.Messages;

/** Makes the grids of one update: which numbers, whose names, and how they lie. */
final class Grids {
  /** What the rows and the columns of a matrix are, in the engine's own order. */
  private record Lie(
      int rows,
      int columns,
      IntFunction<String> row,
      IntFunction<String> column,
      Optional<Tiles> tiles) {
    Lie(int rows, int columns, IntFunction<String> row, IntFunction<String> column) {
      this(rows, columns, row, column, Optional.empty());
    }

    /** Pictures, whose places have names of their own. */
    static Lie of(Tiles tiles) {
      return new Lie(tiles.rows(), tiles.columns(), r -> "", c -> "", Optional.of(tiles));
    }

    /** Pictures stay upright. */
    Lie turned() {
      return tiles
          .map(pictures -> of(pictures.turned()))
          .orElseGet(() -> new Lie(columns, rows, column, row));
    }
  }

  /** The arithmetic of an element, by the engine's row and column, from 1. */
  interface Element {
    Expression at(int row, int column);
  }

  private final StepTrace trace;
  private final Explainer explainer;
  private final Tex tex;
  private final Messages messages;
  private final Labels labels;
  private final Words words;
  private final boolean columns;
  private final int sample;

  /**
   * @param columns whether samples are columns
   * @param sample the only sample of the batch that is shown, from 1; 0 for all
   */
  Grids(
      StepTrace trace,
      Explainer explainer,
      Tex tex,
      Messages messages,
      Labels labels,
      boolean columns,
      int sample) {
    this.trace = trace;
    this.explainer = explainer;
    this.tex = tex;
    this.messages = messages;
    this.labels = labels;
    this.columns = columns;
    this.sample = sample;
    words = new Words(messages, trace.experiment().network());
  }

  boolean samplesAreColumns() {
    return columns;
  }

  /** The sample that is shown alone, from 1; 0 for all. */
  int sample() {
    return sample;
  }

  /** The numbers of a kind in a layer. */
  Grid of(Kind kind, int layer) {
    return of(kind, layer, "", false);
  }

  Grid of(Kind kind, int layer, String memory) {
    return of(kind, layer, memory, false);
  }

  /** The same matrix with rows and columns exchanged, as a formula asks for it. */
  Grid transposed(Kind kind, int layer) {
    return of(kind, layer, "", true);
  }

  private Grid of(Kind kind, int layer, String memory, boolean transposed) {
    boolean turned = columns != transposed;
    Lie shape = shape(kind, layer);
    Lie drawn = turned ? shape.turned() : shape;
    int only = kind.isPerSample() ? sample : 0;
    Grid.Family family =
        new Grid.Family(kind, trace.update(), layer, memory, only, turned, shape.tiles());
    Quantity name = new Quantity(kind, trace.update(), layer, 1, 1, memory);
    return new Grid(
        kind + "/" + layer + "/" + memory + (transposed ? "/T" : ""),
        transposed ? "{" + tex.matrix(name) + "}^{\\top}" : tex.matrix(name),
        Meanings.of(kind),
        signed(kind, layer),
        drawn.rows(),
        drawn.columns(),
        drawn.row(),
        drawn.column(),
        (r, c) -> {
          Quantity q = family.quantity(r, c);
          return new Expression.Operand(q, explainer.value(q));
        },
        Optional.of(family),
        drawn.tiles());
  }

  /**
   * A matrix that the engine does not keep: each element is the arithmetic that gives it.
   *
   * @param like a kind of the same shape
   */
  Grid derived(
      String id, String name, Meaning meaning, boolean signed, Kind like, int layer, Element at) {
    Lie shape = shape(like, layer);
    Lie drawn = columns ? shape.turned() : shape;
    boolean alone = like.isPerSample() && sample > 0;
    return new Grid(
        id,
        name,
        meaning,
        signed,
        drawn.rows(),
        drawn.columns(),
        drawn.row(),
        drawn.column(),
        (r, c) -> {
          int row = shape.tiles().map(t -> t.row(r, c)).orElse(columns ? c : r) + 1;
          int column = shape.tiles().map(t -> t.column(r, c)).orElse(columns ? r : c) + 1;
          return at.at(alone ? sample : row, column);
        },
        Optional.empty(),
        drawn.tiles());
  }

  private Lie shape(Kind kind, int layer) {
    return switch (kind.shape()) {
      case SCALAR -> new Lie(1, 1, r -> "", c -> "");
      case DATA ->
          kind == Kind.X
              ? pictures(0)
                  .orElseGet(
                      () -> new Lie(samples(), trace.x().columns(), this::sampleName, this::input))
              : new Lie(samples(), trace.y().columns(), this::sampleName, this::target);
      case BATCH -> kind == Kind.A && layer == 0 ? shape(Kind.X, 0) : batch(layer);
      case ROW -> new Lie(1, biases(kind, layer), r -> "", this::unit);
      case WEIGHTS -> weights(layer);
    };
  }

  private Lie weights(int layer) {
    MatrixView w = layer(layer).w().before();
    if (trace.experiment().function().isPresent()) {
      return new Lie(1, w.columns(), r -> "", this::variable);
    }
    if (layer(layer).spec().kind() instanceof LayerKind.Convolution c) {
      Shape kernel = new Shape(c.input().channels(), c.rows(), c.columns());
      TileNames names = new TileNames(messages, kernel, this::filter, Optional.empty());
      return Lie.of(new Tiles(kernel, c.filters(), true, Optional.empty(), names));
    }
    IntFunction<String> before = layer == 1 ? this::input : this::unit;
    Optional<Shape> picture = layer == 1 ? trace.experiment().pictures(0) : Optional.<Shape>empty();
    if (picture.isPresent()) {
      TileNames names =
          new TileNames(messages, picture.get(), this::unit, Optional.of(this::input));
      return Lie.of(new Tiles(picture.get(), w.columns(), true, dimensions(w), names));
    }
    return new Lie(w.rows(), w.columns(), before, this::unit);
  }

  /** A filter has one bias for all its places. */
  private int biases(Kind kind, int layer) {
    return kind.isOf(ParameterRef.Kind.BIAS)
        ? layer(layer).b().before().columns()
        : layer(layer).spec().units();
  }

  private Lie batch(int layer) {
    return pictures(layer)
        .orElseGet(
            () -> new Lie(samples(), layer(layer).spec().units(), this::sampleName, this::unit));
  }

  private Optional<Lie> pictures(int layer) {
    boolean row = layer == 0 && trace.experiment().network().pictures(0).isEmpty();
    return trace
        .experiment()
        .pictures(layer)
        .map(
            shape -> {
              Optional<IntFunction<String>> pixels =
                  row ? Optional.of(this::input) : Optional.empty();
              Optional<Tiles.Dimensions> matrix =
                  row
                      ? Optional.of(new Tiles.Dimensions(samples(), shape.size()))
                      : Optional.empty();
              TileNames names = new TileNames(messages, shape, this::sampleName, pixels);
              return Lie.of(new Tiles(shape, samples(), false, matrix, names));
            });
  }

  private static Optional<Tiles.Dimensions> dimensions(MatrixView w) {
    return Optional.of(new Tiles.Dimensions(w.rows(), w.columns()));
  }

  private String filter(int index) {
    return messages.text("step.place.filter", Map.of("filter", index + 1));
  }

  private int samples() {
    return sample > 0 ? 1 : trace.x().rows();
  }

  LayerTrace layer(int layer) {
    return trace.layers().get(layer - 1);
  }

  private String sampleName(int row) {
    int inBatch = sample > 0 ? sample - 1 : row;
    return words.sample(trace.experiment().data(), trace.rows().get(inBatch));
  }

  private String unit(int index) {
    return messages.text("step.unit", Map.of("unit", index + 1));
  }

  private String variable(int index) {
    return ParameterSymbols.of(
        ParameterRef.weight(1, 1, index + 1), trace.experiment().network(), messages.letters());
  }

  private String input(int index) {
    return named(trace.experiment().data().inputs().get(index));
  }

  private String target(int index) {
    return named(trace.experiment().data().targets().get(index));
  }

  /** Columns called x1 or y2 are written as symbols. */
  private String named(String column) {
    String label = labels.column(column);
    return label.matches("[a-z]\\d+")
        ? "$" + label.charAt(0) + "_(" + label.substring(1) + ")$"
        : label;
  }

  /** Whether numbers of this kind show their sign; data do only where some are negative. */
  private boolean signed(Kind kind, int layer) {
    return switch (kind.role()) {
      case DATA ->
          negative(
              kind == Kind.Y
                  ? trace.y().toArray()
                  : layer == 0 ? trace.x().toArray() : layer(layer).a().toArray());
      case LOSS, SETTING -> false;
      case NET -> kind != Kind.VARIANCE;
      case GRADIENT -> kind != Kind.GRADIENT_NORM;
      case DELTA, PARAMETER, CHANGED, MEMORY, CHANGED_MEMORY -> true;
    };
  }

  private static boolean negative(double[] values) {
    for (double v : values) {
      if (v < 0) {
        return true;
      }
    }
    return false;
  }
}
