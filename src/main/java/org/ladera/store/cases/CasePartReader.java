package org.ladera.store.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.RegularisationSpec;

/** Reads the activations, the loss and the penalties of a case, by their names in this format. */
final class CasePartReader {
  static final Map<String, ActivationSpec.Kind> ACTIVATIONS =
      Catalogue.byName(ActivationSpec.Kind.values(), ActivationSpec.Kind::traceName);

  static final Map<String, LossSpec.Kind> LOSSES = losses();

  private CasePartReader() {}

  private static Map<String, LossSpec.Kind> losses() {
    Map<String, LossSpec.Kind> losses = new LinkedHashMap<>();
    for (LossSpec.Kind kind : LossSpec.Kind.values()) {
      kind.traceNames().forEach(name -> losses.put(name, kind));
    }
    return losses;
  }

  static Set<String> slopes() {
    return ACTIVATIONS.values().stream()
        .flatMap(kind -> kind.constant().stream())
        .map(Hyperparameter::name)
        .collect(Collectors.toSet());
  }

  static ActivationSpec activation(Json name, Json json) throws CaseFault {
    ActivationSpec.Kind chosen = name.part(ACTIVATIONS);
    ActivationSpec spec = chosen.usual();
    if (json.has("activation_parameters")) {
      // All are read, so that a fault is found in those of other layers too.
      for (ActivationSpec.Kind kind : ACTIVATIONS.values()) {
        if (kind.constant().isPresent()) {
          Hyperparameter constant = kind.constant().get();
          double value = json.at("activation_parameters").number(constant.name(), constant.usual());
          spec = kind == chosen ? new ActivationSpec(kind, value) : spec;
        }
      }
    }
    return spec;
  }

  static LossSpec loss(Json json) throws CaseFault {
    LossSpec.Kind kind = json.at("name").part(LOSSES);
    return new LossSpec(kind, Factor.fixed(json.at("factor").number()));
  }

  static RegularisationSpec regularisation(Json json) throws CaseFault {
    double[] strengths = new double[Catalogue.PENALTIES.size()];
    if (json.has("regularisation")) {
      for (RegularisationSpec.Penalty penalty : Catalogue.PENALTIES.values()) {
        Json penalties = json.at("regularisation");
        double strength = penalties.number(penalty.id(), 0);
        if (!(strength >= 0)) {
          throw penalties.at(penalty.id()).range("\u2265 0", String.valueOf(strength));
        }
        strengths[penalty.ordinal()] = strength;
      }
    }
    return RegularisationSpec.of(strengths);
  }

  /** A constant of a rule must be one that the rule can work with. */
  static void within(Hyperparameter constant, Json json, double value) throws CaseFault {
    if (!constant.range().holds(value)) {
      String condition =
          switch (constant.range()) {
            case SHARE -> "0 \u2264 \u2026 < 1";
            case POSITIVE -> "> 0";
            case NOT_NEGATIVE -> "\u2265 0";
            case COUNT -> "1, 2, 3 \u2026";
            case SEED -> "0, 1, 2 \u2026";
            case ANY -> "\u211d";
          };
      throw json.at(constant.traceName()).range(condition, String.valueOf(value));
    }
  }
}
