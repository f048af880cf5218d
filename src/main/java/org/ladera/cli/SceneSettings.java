package org.ladera.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterNames;
import org.ladera.engine.train.Trainer;
import org.ladera.session.Scene;
import org.ladera.text.Messages;

/** What {@code --set} changes in a scene before it runs. */
final class SceneSettings {
  private static final List<String> NAMES =
      List.of("learningRate", "batchSize", "seed", "optimizer");

  /** So many parameters are suggested; more would hide the other names. */
  private static final int MOST_NAMES = 20;

  private final Messages messages;

  SceneSettings(Messages messages) {
    this.messages = messages;
  }

  /**
   * The scene with each {@code name=value} or {@code run/name=value} applied in turn; without a run
   * the main one is meant.
   */
  Scene apply(Scene scene, List<String> settings) {
    List<Scene.Run> runs = new ArrayList<>(scene.runs());
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw Refusal.usage(messages.text("cli.expected.setting", Map.of("name", "--set")));
      }
      String name = setting.substring(0, equals).strip();
      String value = setting.substring(equals + 1).strip();
      int slash = name.indexOf('/');
      int at = slash < 0 ? 0 : indexOf(runs, name.substring(0, slash));
      Scene.Run run = runs.get(at);
      runs.set(
          at, new Scene.Run(run.id(), change(run.experiment(), name.substring(slash + 1), value)));
    }
    return scene.with(runs);
  }

  private int indexOf(List<Scene.Run> runs, String id) {
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).id().equals(id)) {
        return i;
      }
    }
    throw Refusal.unknown(messages, "run", id, runs.stream().map(Scene.Run::id).toList());
  }

  private Experiment change(Experiment e, String name, String value) {
    return switch (name) {
      case "learningRate" -> e.withOptimizer(e.optimizer().withRate(positive(name, value)));
      case "batchSize" -> e.withBatch(batch(e.batch(), (int) whole(name, value)));
      case "seed" -> seeded(e, whole(name, value));
      case "optimizer" -> e.withOptimizer(optimizer(value, e.optimizer().rate()));
      default -> start(e, name, number(name, value));
    };
  }

  private static BatchSpec batch(BatchSpec before, int size) {
    // Where all examples made one update the order did not matter and was left as it stands.
    return new BatchSpec(
        size, before.size() == 0 ? new BatchSpec.Order.Shuffled() : before.order());
  }

  private static Experiment seeded(Experiment e, long seed) {
    Experiment seeded = e.withSeed(seed);
    return e.init() instanceof InitSpec.NumpyRandom numpy
        ? seeded.withInit(new InitSpec.NumpyRandom(seed, numpy.scale(), numpy.shift()))
        : seeded;
  }

  /** By its name in lessons, or that in trace cases. */
  private OptimizerSpec optimizer(String name, double rate) {
    return Catalogue.OPTIMIZERS.values().stream()
        .filter(rule -> rule.id().equals(name) || rule.traceName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> Refusal.unknown(messages, "optimizer", name, Catalogue.OPTIMIZERS.keySet()))
        .usual(rate);
  }

  private Experiment start(Experiment e, String name, double value) {
    ParameterLayout layout = new ParameterLayout(e.network());
    ParameterNames names = ParameterNames.of(e.network());
    int index;
    try {
      index = layout.indexOf(names.parse(name));
    } catch (IllegalArgumentException unknown) {
      List<String> valid = new ArrayList<>(NAMES);
      for (int i = 0; i < Math.min(layout.count(), MOST_NAMES); i++) {
        valid.add(names.of(layout.refAt(i)));
      }
      throw Refusal.unknown(messages, "setting", name, valid);
    }
    double[] parameters = new double[layout.count()];
    new Trainer(e).copyParameters(parameters);
    parameters[index] = value;
    return e.withInit(new InitSpec.Given(MatrixView.of(1, parameters.length, parameters)));
  }

  private double positive(String name, String value) {
    double number = number(name, value);
    if (number <= 0) {
      throw Refusal.usage(
          messages.text("cli.expected.positive", Map.of("name", name, "value", value)));
    }
    return number;
  }

  private double number(String name, String value) {
    OptionalDouble number = messages.numbers().parse(value);
    return number.orElseThrow(
        () ->
            Refusal.usage(
                messages.text("cli.expected.number", Map.of("name", name, "value", value))));
  }

  private long whole(String name, String value) {
    long number;
    try {
      number = Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw Refusal.usage(
          messages.text("cli.expected.whole", Map.of("name", name, "value", value)));
    }
    if (number < 0 || name.equals("batchSize") && number > Integer.MAX_VALUE) {
      throw Refusal.usage(
          messages.text("cli.expected.not-negative", Map.of("name", name, "value", value)));
    }
    return number;
  }
}
