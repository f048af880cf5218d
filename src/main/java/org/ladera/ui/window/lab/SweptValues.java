package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.engine.spec.InitSpec;
import org.ladera.session.setting.Setting;
import org.ladera.session.setting.SettingFault;

/** The settings of an experiment that a sweep can vary, with values to begin with. */
record SweptValues(Experiment experiment) {
  private static final List<String> ORDER =
      List.of(
          "learningRate",
          "batchSize",
          "units",
          "depth",
          "activation",
          "optimizer",
          "start",
          "gain",
          "l1",
          "l2",
          "dropout");

  /** The most used ones first; only those that the experiment has. */
  List<String> names() {
    List<String> names = new ArrayList<>(ORDER);
    experiment.optimizer().rule().constants().forEach(constant -> names.add(constant.name()));
    if (experiment.network().layers().size() > 2) {
      IntStream.range(1, experiment.network().layers().size())
          .forEach(layer -> names.add("units[" + layer + "]"));
    }
    return names.stream().distinct().filter(this::has).toList();
  }

  private boolean has(String name) {
    try {
      usual(name).forEach(value -> new Setting(name).in(experiment, value));
      return true;
    } catch (SettingFault none) {
      return false;
    }
  }

  /** The values that are words; none where they are numbers. */
  static List<String> words(String name) {
    return switch (name) {
      case "optimizer" -> List.copyOf(Catalogue.OPTIMIZERS.keySet());
      case "activation" ->
          Catalogue.ACTIVATIONS.values().stream()
              .filter(kind -> !kind.isLayerWide())
              .map(kind -> kind.id())
              .toList();
      case "start" ->
          Catalogue.STARTS.values().stream()
              .filter(InitSpec.Rule::isWord)
              .map(InitSpec.Rule::id)
              .toList();
      default -> List.of();
    };
  }

  /** Values around the present one. */
  List<String> usual(String name) {
    return switch (name) {
      case "learningRate" -> numbers(experiment.optimizer().rate(), 0.1, 0.3, 1, 3);
      case "batchSize" ->
          LongStream.of(1, 8, 32, 128)
              .filter(size -> size == 1 || size < experiment.data().size())
              .mapToObj(Long::toString)
              .toList();
      case "units" -> units(0);
      case "depth" -> List.of("1", "2", "3");
      case "activation" -> List.of("sigmoid", "tanh", "relu");
      case "optimizer" -> List.of("gradient-descent", "momentum", "adam");
      case "start" -> List.of("zeros", "glorot-uniform", "he-uniform");
      case "gain" -> List.of("0.5", "1", "2");
      case "l1", "l2" -> List.of("0", "0.001", "0.01", "0.1");
      case "dropout" -> List.of("0", "0.2", "0.5");
      default -> constant(name);
    };
  }

  private List<String> constant(String name) {
    if (name.startsWith("units[")) {
      return units(Integer.parseInt(name.replaceAll("\\D", "")) - 1);
    }
    List<Hyperparameter> constants = experiment.optimizer().rule().constants();
    OptionalInt index =
        IntStream.range(0, constants.size())
            .filter(i -> constants.get(i).name().equals(name))
            .findFirst();
    if (index.isEmpty()) {
      return List.of("0", "1");
    }
    double now = experiment.optimizer().constants()[index.getAsInt()];
    return switch (constants.get(index.getAsInt()).range()) {
      case SHARE -> List.of("0", "0.5", "0.9");
      case POSITIVE, NOT_NEGATIVE, ANY -> numbers(now == 0 ? 0.01 : now, 0.1, 1, 10);
      case COUNT, SEED -> List.of("1", "2", "4");
    };
  }

  private List<String> units(int layer) {
    int now = experiment.network().layers().get(layer).units();
    return IntStream.of(1, 2, 4, now, 2 * now)
        .filter(units -> units <= 1024)
        .distinct()
        .sorted()
        .mapToObj(Integer::toString)
        .toList();
  }

  private static List<String> numbers(double now, double... factors) {
    return Arrays.stream(factors).mapToObj(factor -> plain(factor * now)).distinct().toList();
  }

  /** 0.003 and not 0.0030000000000000005. */
  private static String plain(double value) {
    return new java.math.BigDecimal(value)
        .round(new java.math.MathContext(4))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** As a person writes them: with a decimal comma a semicolon stands between them. */
  static String written(List<String> values, char decimal) {
    return decimal == ',' ? String.join("; ", values).replace('.', ',') : String.join(", ", values);
  }

  /**
   * What a person has typed, apart by spaces, semicolons, or commas where these are no decimals.
   */
  static List<String> typed(String text, char decimal) {
    String apart = decimal == ',' ? "[;\\s]+|,\\s+" : "[;,\\s]+";
    LinkedHashSet<String> values = new LinkedHashSet<>();
    for (String value : text.strip().split(apart)) {
      if (!value.isBlank()) {
        values.add(value.replace(',', '.'));
      }
    }
    return List.copyOf(values);
  }
}
