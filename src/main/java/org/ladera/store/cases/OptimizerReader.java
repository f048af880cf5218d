package org.ladera.store.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** The constants of each rule. */
  static final Map<String, Set<String>> CONSTANTS =
      Map.of(
          "sgd", Set.of("lr", "weight_decay"),
          "momentum", Set.of("lr", "gamma"),
          "momentum_ema", Set.of("lr", "beta"),
          "nesterov", Set.of("lr", "gamma"),
          "adagrad", Set.of("lr", "eps"),
          "adadelta", Set.of("lr", "rho", "eps"),
          "rmsprop", Set.of("lr", "beta", "eps"),
          "adam", Set.of("lr", "beta1", "beta2", "eps", "weight_decay"),
          "adamw", Set.of("lr", "beta1", "beta2", "eps", "weight_decay"));

  private OptimizerReader() {}

  /** The fields of an optimizer of that name. */
  static Set<String> fields(String name) {
    String rule = name.equals("sgd_weight_decay") ? "sgd" : name;
    Set<String> fields = new HashSet<>(CONSTANTS.get(rule));
    fields.add("name");
    return fields;
  }

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
