package org.ladera.store.cases;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ladera.text.Nearest;

/**
 * What a name of another program or course is called in this format. Only to answer a person who
 * wrote it: a case is never read by a guess.
 */
final class Meant {
  /** This format's name, then the others for it; one name may stand for several. */
  private static final List<List<String>> FIELDS =
      List.of(
          List.of("lr", "learning_rate", "rate", "eta", "alpha", "step_size"),
          List.of("gamma", "momentum", "mu", "beta"),
          List.of("beta", "momentum", "alpha", "rho", "gamma", "decay"),
          List.of("rho", "beta", "alpha", "gamma"),
          List.of("beta1", "beta_1"),
          List.of("beta2", "beta_2"),
          List.of("eps", "epsilon"),
          List.of("weight_decay", "decay", "lambda", "l2", "wd"),
          List.of("name", "type", "kind"),
          List.of("kind", "type", "name"),
          List.of("factor", "reduction", "scale", "mean"),
          List.of("l2", "lambda", "weight_decay"),
          List.of("sizes", "layer_sizes", "neurons", "units", "shape", "layers"),
          List.of("units", "neurons", "size", "out_features"),
          List.of("filters", "channels", "out_channels"),
          List.of("kernel", "kernel_size"),
          List.of("X", "x", "inputs", "data", "input"),
          List.of("Y", "y", "targets", "labels", "output", "target"),
          List.of("W", "w", "weights", "weight"),
          List.of("b", "biases", "B", "bias"),
          List.of("use_bias", "bias", "fit_intercept"),
          List.of("steps", "epochs", "iterations", "updates", "n_iter", "max_iter"),
          List.of("rows", "batches", "indices", "batch"),
          List.of("loss", "cost", "criterion", "error"),
          List.of("p", "rate", "probability"),
          List.of("activation_parameters", "slope", "negative_slope"));

  /** What is not another field, but another way to say the same. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "momentum", "\"name\": \"momentum\", \"gamma\"",
          "nesterov", "\"name\": \"nesterov\", \"gamma\"",
          "betas", "beta1, beta2");

  private static final List<List<String>> PARTS =
      List.of(
          List.of("linear", "identity", "id", "none"),
          List.of("sigmoid", "logistic", "sig"),
          List.of("leaky_relu", "lrelu"),
          List.of("step", "heaviside", "threshold"),
          List.of("sse", "squared", "sum_squared", "l2"),
          List.of("mse", "mean_squared_error", "mseloss"),
          List.of("mae", "mean_absolute_error", "absolute", "l1", "l1loss"),
          List.of("huber", "smooth_l1", "smoothl1loss", "huberloss"),
          List.of(
              "bce",
              "binary_crossentropy",
              "binary_cross_entropy",
              "log_loss",
              "bceloss",
              "logloss"),
          List.of(
              "cce",
              "categorical_crossentropy",
              "categorical_cross_entropy",
              "cross_entropy",
              "crossentropy",
              "crossentropyloss"),
          List.of("negative_log_likelihood", "nll", "nllloss"),
          List.of("sgd", "gd", "gradient_descent", "batch_gradient_descent"),
          List.of("momentum", "heavy_ball", "sgd_momentum"),
          List.of("nesterov", "nag"));

  private Meant() {}

  /** What stands for a field that the object does not know; present ones are not proposed. */
  static Optional<String> field(
      String written, Collection<String> known, Collection<String> present) {
    List<String> free = known.stream().filter(name -> !present.contains(name)).toList();
    return FIELDS.stream()
        .filter(names -> free.contains(names.getFirst()) && names.indexOf(written) > 0)
        .map(List::getFirst)
        .findFirst()
        .or(() -> Optional.ofNullable(OTHERWISE.get(written)))
        .or(() -> Nearest.to(written, known));
  }

  /** The field that stands where {@code missing} should. */
  static Optional<String> insteadOf(String missing, Collection<String> present) {
    Optional<String> named =
        FIELDS.stream()
            .filter(names -> names.getFirst().equals(missing))
            .flatMap(names -> names.stream().skip(1))
            .filter(present::contains)
            .findFirst();
    // Of names as short as X and Y all are near each other.
    return named.isPresent() || missing.length() < 3
        ? named
        : Nearest.to(missing, present).filter(near -> near.length() > 2);
  }

  /** What stands for an activation, a loss or an optimizer that there is not. */
  static Optional<String> part(String written, Collection<String> known) {
    String plain = written.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return PARTS.stream()
        .filter(names -> names.contains(plain) && known.contains(names.getFirst()))
        .map(List::getFirst)
        .findFirst()
        .or(() -> Nearest.to(written, known));
  }
}
