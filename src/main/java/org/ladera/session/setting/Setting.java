package org.ladera.session.setting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterNames;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.train.Trainer;

/**
 * A setting of an experiment by its name: {@code learningRate}, {@code batchSize}, {@code seed},
 * {@code optimizer} or one of its constants such as {@code gamma}, {@code units} of all hidden
 * layers or {@code units[2]} of one, {@code depth} (how many hidden layers), {@code activation} of
 * the hidden layers, {@code start}, {@code gain} of Glorot's start weights, {@code l1}, {@code l2},
 * {@code dropout} of the hidden layers, or a parameter such as {@code W[1][1,1]} at update 0.
 */
public record Setting(String name) {
  private static final List<String> NAMES =
      List.of(
          "learningRate",
          "batchSize",
          "seed",
          "optimizer",
          "units",
          "depth",
          "activation",
          "start",
          "gain",
          "l1",
          "l2",
          "dropout");

  /** So many parameters are suggested; more would hide the other names. */
  private static final int MOST_NAMES = 20;

  /** As in a lesson. */
  private static final int MOST_UNITS = 1024;

  private static final int MOST_DEPTH = 19;
  private static final double MOST_DROPOUT = 0.95;

  /** Whether it is a setting that has a name of its own, and no parameter. */
  public static boolean isNamed(String name) {
    return NAMES.contains(name) || name.matches("units\\[\\d+]");
  }

  /** The names of all settings of an experiment, the most used ones first. */
  public static List<String> names(Experiment e) {
    List<String> names = new ArrayList<>(NAMES);
    e.optimizer().rule().constants().forEach(constant -> names.add(constant.name()));
    for (int layer = 1; layer < e.network().layers().size(); layer++) {
      names.add("units[" + layer + "]");
    }
    ParameterLayout layout = new ParameterLayout(e.network());
    ParameterNames parameters = ParameterNames.of(e.network());
    for (int i = 0; i < Math.min(layout.count(), MOST_NAMES); i++) {
      names.add(parameters.of(layout.refAt(i)));
    }
    return names;
  }

  /**
   * The experiment with another value of this setting.
   *
   * @throws SettingFault where it has no such setting, or the setting cannot have that value
   */
  public Experiment in(Experiment e, String value) {
    return switch (name) {
      case "learningRate" -> e.withOptimizer(e.optimizer().withRate(positive(value)));
      case "batchSize" -> e.withBatch(batch(e.batch(), (int) whole(value)));
      case "seed" -> seeded(e, whole(value));
      case "optimizer" -> e.withOptimizer(optimizer(value).usual(e.optimizer().rate()));
      case "units" -> units(e, 1, e.network().layers().size() - 1, value);
      case "depth" -> e.withNetwork(drawn(e).withDepth((int) within(value, 1, MOST_DEPTH)));
      case "activation" -> activation(e, value);
      case "start" -> e.withInit(start(value));
      case "gain" -> e.withInit(gain(e.init(), positive(value)));
      case "l1" -> e.withRegularisation(new RegularisationSpec(share(value), l2(e)));
      case "l2" -> e.withRegularisation(new RegularisationSpec(l1(e), share(value)));
      case "dropout" -> dropout(e, value);
      default -> numbered(e, value);
    };
  }

  /** The experiment with another seed, which the rule for its start weights follows. */
  public static Experiment seeded(Experiment e, long seed) {
    return e.withSeed(seed).withInit(e.init().seeded(seed));
  }

  private static BatchSpec batch(BatchSpec before, int size) {
    // Where all examples made one update the order did not matter and was left as it stands.
    return new BatchSpec(
        size, before.size() == 0 ? new BatchSpec.Order.Shuffled() : before.order());
  }

  /** By its name in lessons, or that in trace cases. */
  private OptimizerSpec.Rule optimizer(String value) {
    return Catalogue.OPTIMIZERS.values().stream()
        .filter(rule -> rule.id().equals(value) || rule.traceName().equals(value))
        .findFirst()
        .orElseThrow(
            () -> fault(SettingFault.Kind.OPTIMIZER, value, Catalogue.OPTIMIZERS.keySet()));
  }

  private Experiment activation(Experiment e, String value) {
    var kind = Catalogue.ACTIVATIONS.get(value);
    if (kind == null) {
      throw fault(SettingFault.Kind.ACTIVATION, value, Catalogue.ACTIVATIONS.keySet());
    }
    NetworkSpec network = hidden(e);
    for (int layer = 1; layer < network.layers().size(); layer++) {
      network = network.withActivation(layer, kind.usual());
    }
    return e.withNetwork(network);
  }

  private InitSpec start(String value) {
    InitSpec.Rule rule = Catalogue.STARTS.get(value);
    if (rule == null || !rule.isWord()) {
      List<String> words =
          Catalogue.STARTS.values().stream()
              .filter(InitSpec.Rule::isWord)
              .map(InitSpec.Rule::id)
              .toList();
      throw fault(SettingFault.Kind.START, value, words);
    }
    return rule.usual();
  }

  private InitSpec gain(InitSpec init, double gain) {
    return switch (init) {
      case InitSpec.GlorotUniform _ -> new InitSpec.GlorotUniform(gain);
      case InitSpec.GlorotNormal _ -> new InitSpec.GlorotNormal(gain);
      case InitSpec _ -> throw new SettingFault(SettingFault.Kind.NAME, name, name, NAMES);
    };
  }

  private Experiment dropout(Experiment e, String value) {
    double share = number(value);
    if (!(share >= 0 && share <= MOST_DROPOUT)) {
      throw outside(value, "0", "" + MOST_DROPOUT);
    }
    return e.withNetwork(hidden(e).withDropout(share));
  }

  private Experiment units(Experiment e, int from, int to, String value) {
    int units = (int) within(value, 1, MOST_UNITS);
    NetworkSpec network = drawn(e);
    for (int layer = from; layer <= to; layer++) {
      network = network.withUnits(layer, units);
    }
    return e.withNetwork(network);
  }

  /** The network, whose hidden layers are there and dense, with start weights that are drawn. */
  private NetworkSpec drawn(Experiment e) {
    if (e.init() instanceof InitSpec.Given) {
      throw new SettingFault(SettingFault.Kind.GIVEN, name, "");
    }
    return hidden(e);
  }

  private NetworkSpec hidden(Experiment e) {
    if (e.network().layers().size() < 2 || !e.network().isDense()) {
      throw new SettingFault(SettingFault.Kind.HIDDEN, name, "");
    }
    return e.network();
  }

  private static double l1(Experiment e) {
    return e.regularisation().l1();
  }

  private static double l2(Experiment e) {
    return e.regularisation().l2();
  }

  /** What has a place in its name, or belongs to the rule of this experiment alone. */
  private Experiment numbered(Experiment e, String value) {
    Optional<Integer> layer =
        IntStream.range(1, e.network().layers().size())
            .boxed()
            .filter(l -> name.equals("units[" + l + "]"))
            .findFirst();
    if (layer.isPresent()) {
      return units(e, layer.get(), layer.get(), value);
    }
    List<Hyperparameter> constants = e.optimizer().rule().constants();
    for (int i = 0; i < constants.size(); i++) {
      if (constants.get(i).name().equals(name)) {
        return e.withOptimizer(constant(e.optimizer(), i, constants.get(i), value));
      }
    }
    return parameter(e, value);
  }

  private OptimizerSpec constant(OptimizerSpec rule, int index, Hyperparameter of, String value) {
    double number = number(value);
    if (!of.range().holds(number) || number > of.most()) {
      throw outside(value, "0", "" + of.most());
    }
    double[] constants = rule.constants();
    constants[index] = number;
    return rule.rule().with(rule.rate(), constants);
  }

  private Experiment parameter(Experiment e, String value) {
    ParameterLayout layout = new ParameterLayout(e.network());
    int index;
    try {
      index = layout.indexOf(ParameterNames.of(e.network()).parse(name));
    } catch (IllegalArgumentException unknown) {
      throw new SettingFault(SettingFault.Kind.NAME, name, name, names(e));
    }
    double[] parameters = new double[layout.count()];
    new Trainer(e).copyParameters(parameters);
    parameters[index] = number(value);
    return e.withInit(new InitSpec.Given(MatrixView.of(1, parameters.length, parameters)));
  }

  private double positive(String value) {
    double number = number(value);
    if (number <= 0) {
      throw new SettingFault(SettingFault.Kind.POSITIVE, name, value);
    }
    return number;
  }

  private double share(String value) {
    double number = number(value);
    if (number < 0) {
      throw new SettingFault(SettingFault.Kind.NOT_NEGATIVE, name, value);
    }
    return number;
  }

  /** With a decimal point or comma. */
  private double number(String value) {
    try {
      double number = new BigDecimal(value.strip().replace(',', '.')).doubleValue();
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      // Said below.
    }
    throw new SettingFault(SettingFault.Kind.NUMBER, name, value);
  }

  private long within(String value, long least, long most) {
    long number = whole(value);
    if (number < least || number > most) {
      throw outside(value, "" + least, "" + most);
    }
    return number;
  }

  private long whole(String value) {
    long number;
    try {
      number = Long.parseLong(value.strip());
    } catch (NumberFormatException notOne) {
      throw new SettingFault(SettingFault.Kind.WHOLE, name, value);
    }
    if (number < 0 || name.equals("batchSize") && number > Integer.MAX_VALUE) {
      throw new SettingFault(SettingFault.Kind.NOT_NEGATIVE, name, value);
    }
    return number;
  }

  private SettingFault outside(String value, String least, String most) {
    return new SettingFault(SettingFault.Kind.RANGE, name, value, List.of(least, most));
  }

  private SettingFault fault(SettingFault.Kind kind, String value, Collection<String> known) {
    return new SettingFault(kind, name, value, known);
  }
}
