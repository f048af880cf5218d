package org.ladera.session.reading;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.explain.Dimension;
import org.ladera.landscape.Spread;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;

/**
 * How the numbers of a layer are spread in the next update: {@code std[3]} over all units and
 * examples of the activations of layer 3, {@code mean:z[3]} of its net inputs, {@code std:dW[3]} of
 * the gradient of its weights, {@code dead[3]} the share of its units that pass nothing back.
 *
 * @param of which numbers; of a share the activations
 */
public record LayerReading(What what, Of of, int layer) implements Reading {
  /** What of them. */
  public enum What {
    MEAN("mean"),
    /** The standard deviation, over all of them. */
    DEVIATION("std"),
    /** The share of units whose f′ is 0 for every example. */
    DEAD("dead"),
    /** The share of units and examples with |f′| below {@link Spread#FLAT}. */
    SATURATED("saturated");

    private final String word;

    What(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    private boolean isShare() {
      return this == DEAD || this == SATURATED;
    }
  }

  /** Which numbers of the layer. */
  public enum Of {
    Z("z"),
    A("a"),
    /** ∂J/∂z. */
    DELTA("delta"),
    /** The weights. */
    WEIGHTS("W"),
    /** Their gradient. */
    GRADIENT("dW");

    private final String word;

    Of(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /** The numbers: (batch × units), or of weights (inputs × units). */
    public MatrixView in(LayerTrace layer) {
      return switch (this) {
        case Z -> layer.z();
        case A -> layer.a();
        case DELTA -> layer.delta();
        case WEIGHTS -> layer.w().before();
        case GRADIENT -> layer.w().gradient();
      };
    }
  }

  static Optional<LayerReading> of(ReadingName name) {
    if (!name.indexed(1)) {
      return Optional.empty();
    }
    boolean bare = name.prefix().isEmpty();
    String word = bare ? name.word() : name.prefix();
    return Stream.of(What.values())
        .filter(what -> what.word.equals(word) && (bare || !what.isShare()))
        .findFirst()
        .flatMap(
            what ->
                Stream.of(Of.values())
                    .filter(of -> bare ? of == Of.A : of != Of.A && of.word.equals(name.word()))
                    .findFirst()
                    .map(of -> new LayerReading(what, of, name.at(0, 0))));
  }

  @Override
  public String text() {
    return what.word + (of == Of.A ? "" : ":" + of.word) + "[" + layer + "]";
  }

  @Override
  public boolean exists(Experiment experiment) {
    List<LayerSpec> layers = experiment.network().layers();
    boolean weights = of == Of.WEIGHTS || of == Of.GRADIENT;
    return UnitReading.within(layer, layers.size())
        && (!weights || layers.get(layer - 1).kind().weightColumns() > 0);
  }

  @Override
  public OptionalDouble value(Frame frame, RunFrame run) {
    if (!exists(run.experiment())) {
      return OptionalDouble.empty();
    }
    LayerTrace trace = run.next().layers().get(layer - 1);
    return OptionalDouble.of(
        switch (what) {
          case MEAN -> Spread.mean(of.in(trace));
          case DEVIATION -> Spread.deviation(of.in(trace));
          case DEAD -> Spread.dead(trace);
          case SATURATED -> Spread.saturated(trace);
        });
  }

  @Override
  public Dimension dimension() {
    return what.isShare() || of != Of.DELTA && of != Of.GRADIENT
        ? Dimension.Basic.PLAIN
        : Dimension.Basic.BATCH_LOSS;
  }
}
