package org.ladera.engine.spec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;

/**
 * Which output layers, losses and targets belong together: cross-entropies compare probabilities
 * (Bishop 2006, section 4.3; Goodfellow, Bengio and Courville 2016, section 6.2.2), a softmax
 * shares one among several units, batch normalisation takes its mean from several examples (Ioffe
 * and Szegedy 2015). The one table of these for lessons, trace cases and the window.
 */
public final class Suitability {
  /** How far a sum of shares may be from 1 by rounding. */
  private static final double ROUNDING = 1e-6;

  private Suitability() {}

  /**
   * Where a loss is defined: for outputs between {@code low} and {@code high}, which it may touch
   * only where the target asks for nothing there.
   */
  public record Domain(double low, double high) {
    private static final Domain EVERYWHERE =
        new Domain(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private boolean isEverywhere() {
      return equals(EVERYWHERE);
    }
  }

  /** The outputs that a loss can take, and the range in which its targets lie. */
  public static Domain domain(LossSpec.Kind loss) {
    return switch (loss) {
      case BINARY_CROSS_ENTROPY, CATEGORICAL_CROSS_ENTROPY -> new Domain(0, 1);
      case SQUARED_LOG -> new Domain(-1, Double.POSITIVE_INFINITY);
      case SQUARED, ABSOLUTE, ROOT_SQUARED, HUBER, NEGATIVE_LOG_LIKELIHOOD, OUTPUT ->
          Domain.EVERYWHERE;
    };
  }

  /** Whether a loss has a finite value for output {@code a} and target {@code y}. */
  public static boolean takes(LossSpec.Kind loss, double a, double y) {
    return switch (loss) {
      case BINARY_CROSS_ENTROPY -> (y == 0 || a > 0) && (y == 1 || a < 1);
      case CATEGORICAL_CROSS_ENTROPY -> y == 0 || a > 0;
      case SQUARED_LOG -> a > -1 && y > -1;
      case SQUARED, ABSOLUTE, ROOT_SQUARED, HUBER, NEGATIVE_LOG_LIKELIHOOD, OUTPUT -> true;
    };
  }

  /** Whether every output of that activation can be a value that the loss takes. */
  public static boolean puts(ActivationSpec.Kind last, LossSpec.Kind loss) {
    Domain domain = domain(loss);
    return last.low() >= domain.low && (last.high() <= domain.high || domain.high > 1);
  }

  /**
   * Whether least squares finds the best last layer for what enters it: it is linear and trained,
   * the loss squared, no penalty has kinks.
   */
  public static boolean hasClosedForm(Experiment experiment) {
    LayerSpec last = experiment.network().layers().getLast();
    RegularisationSpec penalty = experiment.regularisation();
    return last.isDense()
        && last.trainable()
        && !last.batchNorm()
        && last.dropout() == 0
        && last.activation().kind() == ActivationSpec.Kind.IDENTITY
        && experiment.loss().kind() == LossSpec.Kind.SQUARED
        && penalty.l1() == 0
        && penalty.l2() >= 0;
  }

  /** What does not fit, the serious first; empty where everything does. */
  public static List<Misfit> of(Experiment experiment) {
    List<Misfit> found = new ArrayList<>();
    LayerSpec last = experiment.network().layers().getLast();
    LossSpec.Kind loss = experiment.loss().kind();
    softmaxOfOne(experiment.network()).ifPresent(found::add);
    if (experiment.optimizer() instanceof OptimizerSpec.ClosedForm && !hasClosedForm(experiment)) {
      found.add(new Misfit(Misfit.Part.NETWORK, true, "closed-form", Map.of()));
    }
    if (!puts(last.activation().kind(), loss)) {
      found.add(
          new Misfit(
              Misfit.Part.LOSS,
              false,
              "outputs." + loss.id(),
              Map.of("activation", last.activation().kind().id())));
    } else {
      probabilities(last.activation().kind(), loss).ifPresent(found::add);
    }
    batchesOfOne(experiment).ifPresent(found::add);
    targets(experiment, last.activation().kind()).ifPresent(found::add);
    return found.stream().sorted((a, b) -> Boolean.compare(b.serious(), a.serious())).toList();
  }

  /**
   * A loss that has values for these outputs and still means nothing: it is least where all classes
   * are called certain, or has no least value.
   */
  private static Optional<Misfit> probabilities(ActivationSpec.Kind last, LossSpec.Kind loss) {
    String key =
        switch (loss) {
          case CATEGORICAL_CROSS_ENTROPY -> last == ActivationSpec.Kind.SOFTMAX ? "" : "unshared";
          case NEGATIVE_LOG_LIKELIHOOD -> last.high() <= 0 ? "" : "no-logarithms";
          case SQUARED, ABSOLUTE, ROOT_SQUARED, HUBER, SQUARED_LOG, BINARY_CROSS_ENTROPY, OUTPUT ->
              "";
        };
    return key.isEmpty()
        ? Optional.empty()
        : Optional.of(new Misfit(Misfit.Part.LOSS, false, key, Map.of("activation", last.id())));
  }

  private static Optional<Misfit> softmaxOfOne(NetworkSpec network) {
    for (int l = 0; l < network.layers().size(); l++) {
      LayerSpec layer = network.layers().get(l);
      if (layer.activation().kind() == ActivationSpec.Kind.SOFTMAX && layer.units() == 1) {
        return Optional.of(
            new Misfit(
                Misfit.Part.NETWORK,
                true,
                "softmax-one",
                Map.of("layer", Integer.toString(l + 1))));
      }
    }
    return Optional.empty();
  }

  /** One example is its own mean: what is normalised is 0 whatever comes in. */
  private static Optional<Misfit> batchesOfOne(Experiment experiment) {
    int examples = experiment.data().size();
    int size = experiment.batch().sizeFor(examples);
    boolean rest = size > 1 && examples % size == 1;
    for (int l = 0; l < experiment.network().layers().size(); l++) {
      if (experiment.network().layers().get(l).batchNorm() && (size == 1 || rest)) {
        return Optional.of(
            new Misfit(
                Misfit.Part.BATCH,
                size == 1,
                size == 1 ? "batch-one" : "batch-rest",
                Map.of(
                    "layer", Integer.toString(l + 1),
                    "size", Integer.toString(size),
                    "examples", Integer.toString(examples))));
      }
    }
    return Optional.empty();
  }

  private static Optional<Misfit> targets(Experiment experiment, ActivationSpec.Kind last) {
    LossSpec.Kind loss = experiment.loss().kind();
    if (loss == LossSpec.Kind.OUTPUT) {
      return Optional.empty();
    }
    Domain domain = domain(loss);
    MatrixView y = experiment.data().y();
    Optional<Misfit> outside =
        domain.isEverywhere()
            ? Optional.empty()
            : outside(y, domain.low, domain.high, "targets." + loss.id(), true, Map.of());
    if (outside.isPresent()) {
      return outside;
    }
    if (loss == LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY) {
      return shares(y);
    }
    // A target at the edge is approached, one beyond it never.
    return loss == LossSpec.Kind.NEGATIVE_LOG_LIKELIHOOD
        ? Optional.empty()
        : outside(
            y,
            last.low(),
            last.high(),
            "reach" + (last.high() > 1 ? ".above" : ""),
            false,
            Map.of(
                "activation", last.id(), "low", number(last.low()), "high", number(last.high())));
  }

  private static Optional<Misfit> outside(
      MatrixView y,
      double low,
      double high,
      String key,
      boolean serious,
      Map<String, String> more) {
    for (int i = 0; i < y.size(); i++) {
      if (y.get(i) < low || y.get(i) > high) {
        Map<String, String> values = new HashMap<>(more);
        values.put("example", Integer.toString(i / y.columns() + 1));
        values.put("output", Integer.toString(i % y.columns() + 1));
        values.put("value", number(y.get(i)));
        return Optional.of(new Misfit(Misfit.Part.DATA, serious, key, values));
      }
    }
    return Optional.empty();
  }

  private static Optional<Misfit> shares(MatrixView y) {
    for (int row = 0; row < y.rows(); row++) {
      double sum = 0;
      for (int c = 0; c < y.columns(); c++) {
        sum += y.get(row, c);
      }
      if (Math.abs(sum - 1) > ROUNDING) {
        return Optional.of(
            new Misfit(
                Misfit.Part.DATA,
                false,
                "shares",
                Map.of("example", Integer.toString(row + 1), "sum", number(sum))));
      }
    }
    return Optional.empty();
  }

  /** As short as it can be read: 255, not 255.0. */
  private static String number(double value) {
    return Double.isInfinite(value)
        ? value > 0 ? "∞" : "−∞"
        : new BigDecimal(value)
            .round(new MathContext(6))
            .stripTrailingZeros()
            .toPlainString()
            .replace('-', '\u2212');
  }
}
