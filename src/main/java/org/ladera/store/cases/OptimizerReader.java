package org.ladera.store.cases;

import java.util.List;
import org.ladera.engine.spec.OptimizerSpec;

/** Reads {@code {"name": "adam", "lr": 0.05, …}}. */
final class OptimizerReader {
  static final List<String> NAMES =
      List.of(
          "sgd",
          "momentum",
          "momentum_ema",
          "nesterov",
          "adagrad",
          "adadelta",
          "rmsprop",
          "adam",
          "adamw");

  private OptimizerReader() {}

  static OptimizerSpec read(Json json) throws CaseFault {
    Json name = json.at("name");
    double decay = json.number("weight_decay", 0);
    return switch (name.text()) {
      case "sgd", "sgd_weight_decay" -> new OptimizerSpec.Sgd(rate(json), decay);
      case "momentum" -> new OptimizerSpec.Momentum(rate(json), json.at("gamma").number());
      case "momentum_ema" ->
          new OptimizerSpec.AveragedMomentum(rate(json), json.at("beta").number());
      case "nesterov" -> new OptimizerSpec.Nesterov(rate(json), json.at("gamma").number());
      case "adagrad" -> new OptimizerSpec.AdaGrad(rate(json), json.number("eps", 1e-10));
      case "adadelta" ->
          new OptimizerSpec.AdaDelta(
              json.number("lr", 1), json.number("rho", 0.9), json.number("eps", 1e-6));
      case "rmsprop" ->
          new OptimizerSpec.RmsProp(rate(json), json.number("beta", 0.9), json.number("eps", 1e-8));
      case "adam" ->
          new OptimizerSpec.Adam(
              rate(json),
              json.number("beta1", 0.9),
              json.number("beta2", 0.999),
              json.number("eps", 1e-8),
              decay);
      case "adamw" ->
          new OptimizerSpec.AdamW(
              rate(json),
              json.number("beta1", 0.9),
              json.number("beta2", 0.999),
              json.number("eps", 1e-8),
              decay);
      default -> throw name.name(NAMES);
    };
  }

  private static double rate(Json json) throws CaseFault {
    return json.at("lr").number();
  }
}
