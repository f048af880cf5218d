package org.ladera.store.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.engine.spec.OptimizerSpec;

/** Reads {@code {"name": "adam", "lr": 0.05, …}}. */
final class OptimizerReader {
  static final Map<String, OptimizerSpec.Rule> RULES =
      Catalogue.byName(OptimizerSpec.Rule.values(), OptimizerSpec.Rule::traceName);

  private OptimizerReader() {}

  /** The fields of an optimizer of that name. */
  static Set<String> fields(String name) {
    Set<String> fields = new HashSet<>(Set.of("name", "lr"));
    Objects.requireNonNull(RULES.get(plain(name)))
        .constants()
        .forEach(constant -> fields.add(constant.traceName()));
    return fields;
  }

  /** Some programs name gradient descent with weight decay as a rule of its own. */
  private static String plain(String name) {
    return name.equals("sgd_weight_decay") ? "sgd" : name;
  }

  static OptimizerSpec read(Json json) throws CaseFault {
    Json name = json.at("name");
    OptimizerSpec.Rule rule = RULES.get(plain(name.text()));
    if (rule == null) {
      throw name.name(RULES.keySet());
    }
    List<Hyperparameter> constants = rule.constants();
    double[] values = new double[constants.size()];
    double rate = number(json, "lr", rule.traceRate());
    if (!(rate >= 0)) {
      throw json.at("lr").range("\u2265 0", String.valueOf(rate));
    }
    for (int i = 0; i < values.length; i++) {
      double usual = rule.traceAsksForConstants() ? Double.NaN : constants.get(i).usual();
      values[i] = number(json, constants.get(i).traceName(), usual);
      CasePartReader.within(constants.get(i), json, values[i]);
    }
    return rule.with(rate, values);
  }

  private static double number(Json json, String name, double usual) throws CaseFault {
    return Double.isNaN(usual) ? json.at(name).number() : json.number(name, usual);
  }
}
