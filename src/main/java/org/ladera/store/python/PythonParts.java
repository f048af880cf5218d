package org.ladera.store.python;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.OptimizerSpec;

/** What a program for NumPy and one for PyTorch say in the same words. */
final class PythonParts {
  private PythonParts() {}

  /** Refuses what neither program knows. */
  static void check(Experiment e) throws Unexportable {
    for (LayerSpec layer : e.network().layers()) {
      if (layer.kind() instanceof LayerKind.Function) {
        throw new Unexportable("function");
      }
    }
    update(e.optimizer());
  }

  /** Where the weights and the biases of each layer stand in w, as two lists. */
  static String places(List<LayerSpec> layers) {
    List<String> weights = new ArrayList<>();
    List<String> biases = new ArrayList<>();
    int at = 0;
    for (LayerSpec layer : layers) {
      weights.add(layer.kind().weightColumns() > 0 ? Integer.toString(at++) : "None");
      biases.add(layer.bias() ? Integer.toString(at++) : "None");
      at += layer.batchNorm() ? 2 : 0;
    }
    return "# Where they stand in w, layer by layer.\n"
        + ("W = " + PythonText.list(weights) + "\n")
        + ("b = " + PythonText.list(biases) + "\n\n");
  }

  /** How many places a layer has in w. */
  static int blocks(LayerSpec layer) {
    int count = layer.kind().weightColumns() > 0 ? 1 : 0;
    return count + (layer.bias() ? 1 : 0) + (layer.batchNorm() ? 2 : 0);
  }

  /** The indices in w that the penalty is taken of. */
  static String weights(List<LayerSpec> layers) {
    boolean all = layers.stream().allMatch(layer -> layer.kind().weightColumns() > 0);
    return all ? "W" : "[l for l in W if l is not None]";
  }

  static String number(double value) {
    return PythonText.number(value);
  }

  /** The factor of the loss for a batch of m examples with k outputs. */
  static String factor(Factor factor) {
    return switch (factor.rule()) {
      case ONE -> "1.0";
      case HALF -> "0.5";
      case PER_SAMPLE -> "1 / m";
      case HALF_PER_SAMPLE -> "1 / (2 * m)";
      case PER_ELEMENT -> "1 / (m * k)";
      case FIXED -> number(factor.value(1, 1));
    };
  }

  /** What the optimizer keeps for each parameter. */
  static List<String> memory(OptimizerSpec optimizer) {
    return switch (optimizer) {
      case OptimizerSpec.Momentum _,
          OptimizerSpec.AveragedMomentum _,
          OptimizerSpec.Nesterov _,
          OptimizerSpec.RmsProp _ ->
          List.of("v");
      case OptimizerSpec.AdaGrad _ -> List.of("G");
      case OptimizerSpec.AdaDelta _ -> List.of("E", "D");
      case OptimizerSpec.Adam _, OptimizerSpec.AdamW _ -> List.of("m1", "m2");
      case OptimizerSpec.Sgd _,
          OptimizerSpec.SequentialSgd _,
          OptimizerSpec.LocalSearch _,
          OptimizerSpec.ClosedForm _,
          OptimizerSpec.Slipped _ ->
          List.of();
    };
  }

  /** The lines that change one parameter {@code w[i]} by its gradient {@code g}. */
  static List<String> update(OptimizerSpec optimizer) throws Unexportable {
    return switch (optimizer) {
      case OptimizerSpec.Sgd(double _, double decay) ->
          decay == 0
              ? List.of("w[i] -= eta * g")
              : List.of("w[i] -= eta * (g + " + number(decay) + " * w[i])");
      case OptimizerSpec.Momentum(double _, double gamma) ->
          List.of("v[i] = " + number(gamma) + " * v[i] + eta * g", "w[i] -= v[i]");
      case OptimizerSpec.AveragedMomentum(double _, double beta) ->
          List.of(
              "v[i] = " + number(beta) + " * v[i] + (1 - " + number(beta) + ") * g",
              "w[i] -= eta * v[i]");
      case OptimizerSpec.Nesterov(double _, double gamma) ->
          List.of(
              "v[i] = " + number(gamma) + " * v[i] + g",
              "w[i] -= eta * (g + " + number(gamma) + " * v[i])");
      case OptimizerSpec.AdaGrad(double _, double epsilon) ->
          List.of("G[i] += g * g", "w[i] -= eta * g / (sqrt(G[i]) + " + number(epsilon) + ")");
      case OptimizerSpec.AdaDelta(double _, double rho, double epsilon) ->
          List.of(
              "E[i] = " + number(rho) + " * E[i] + (1 - " + number(rho) + ") * (g * g)",
              "change = sqrt(D[i] + %s) / sqrt(E[i] + %s) * g".replace("%s", number(epsilon)),
              "D[i] = " + number(rho) + " * D[i] + (1 - " + number(rho) + ") * (change * change)",
              "w[i] -= eta * change");
      case OptimizerSpec.RmsProp(double _, double beta, double epsilon) ->
          List.of(
              "v[i] = " + number(beta) + " * v[i] + (1 - " + number(beta) + ") * (g * g)",
              "w[i] -= eta * g / (" + number(epsilon) + " + sqrt(v[i]))");
      case OptimizerSpec.Adam o ->
          adam(
              o.weightDecay() == 0
                  ? List.of()
                  : List.of("g = g + " + number(o.weightDecay()) + " * w[i]"),
              o.beta1(),
              o.beta2(),
              o.epsilon());
      case OptimizerSpec.AdamW o ->
          adam(
              List.of("w[i] *= 1 - eta * " + number(o.weightDecay())),
              o.beta1(),
              o.beta2(),
              o.epsilon());
      case OptimizerSpec.SequentialSgd _ -> throw new Unexportable("sequential");
      case OptimizerSpec.LocalSearch _, OptimizerSpec.ClosedForm _, OptimizerSpec.Slipped _ ->
          throw new Unexportable(optimizer.rule().id());
    };
  }

  private static List<String> adam(
      List<String> before, double beta1, double beta2, double epsilon) {
    List<String> lines = new java.util.ArrayList<>(before);
    lines.add("m1[i] = " + number(beta1) + " * m1[i] + (1 - " + number(beta1) + ") * g");
    lines.add("m2[i] = " + number(beta2) + " * m2[i] + (1 - " + number(beta2) + ") * (g * g)");
    lines.add(
        "w[i] -= eta * (m1[i] / (1 - "
            + number(beta1)
            + " ** t)) / (sqrt(m2[i] / (1 - "
            + number(beta2)
            + " ** t)) + "
            + number(epsilon)
            + ")");
    return lines;
  }

  static boolean drawsNumbers(Experiment e) {
    return e.batch().order() instanceof BatchSpec.Order.Shuffled
        || e.network().layers().stream().anyMatch(layer -> layer.dropout() > 0);
  }

  /** Ladera's own random numbers: the orders and the masks are those of the run. */
  static final String RANDOM =
      """
      # Random numbers as Ladera draws them: SplitMix64 (Steele, Lea and Flood 2014).
      MASK = (1 << 64) - 1
      GOLDEN = 0x9E3779B97F4A7C15


      def mix(z):
          z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
          z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
          return z ^ (z >> 31)


      class Stream:
          def __init__(self, *names):
              self.state = mix((names[0] + GOLDEN) & MASK)
              for name in names[1:]:
                  self.state = mix((self.state + mix((name + GOLDEN) & MASK)) & MASK)

          def next(self):
              self.state = (self.state + GOLDEN) & MASK
              return mix(self.state)

          def uniform(self):
              return (self.next() >> 11) * 2.0**-53

          def below(self, bound):
              limit = (1 << 31) - (1 << 31) % bound
              while True:
                  draw = self.next() >> 33
                  if draw < limit:
                      return draw % bound


      """;

  /** The function {@code order(epoch)}: which examples an epoch visits, in which order. */
  static String order(BatchSpec batch, long seed) {
    return switch (batch.order()) {
      case BatchSpec.Order.Fixed _ ->
          """
          def order(epoch):
              return list(range(len(X)))


          """;
      case BatchSpec.Order.Shuffled _ ->
          """
          def order(epoch):
              stream = Stream(SEED, 2, epoch)
              rows = list(range(len(X)))
              for i in range(len(rows) - 1, 0, -1):
                  j = stream.below(i + 1)
                  rows[i], rows[j] = rows[j], rows[i]
              return rows


          """
              .replace("SEED", Long.toString(seed));
      case BatchSpec.Order.Given(List<List<Integer>> epochs) ->
          "ORDERS = "
              + PythonText.list(epochs.stream().map(List::toString).toList())
              + "\n\n\ndef order(epoch):\n    return ORDERS[min(epoch, len(ORDERS) - 1)]\n\n\n";
    };
  }

  /** The name of an activation in the programs. */
  static String name(ActivationSpec activation) {
    return activation.kind().id().replace('-', '_');
  }
}
