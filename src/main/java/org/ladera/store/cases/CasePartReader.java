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
        strengths[penalty.ordinal()] = json.at("regularisation").number(penalty.id(), 0);
      }
    }
    return RegularisationSpec.of(strengths);
  }
}
