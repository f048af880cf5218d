package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ScheduleSpec;

/** The fields {@code optimizer}, {@code schedule} and {@code batch} of a scene. */
final class TrainingReader {
  static final Bounds RATE = Bounds.above(0, 1e6);

  static final Set<String> RULES =
      Set.of(
          "gradient-descent",
          "sequential",
          "momentum",
          "averaged-momentum",
          "nesterov",
          "adagrad",
          "adadelta",
          "rmsprop",
          "adam",
          "adamw");
  static final Set<String> SCHEDULES =
      Set.of("constant", "step", "exponential", "cosine", "cyclical");
  private static final Bounds SHARE = Bounds.of(0, 0.999999);
  private static final Bounds EPSILON = Bounds.above(0, 1);
  private static final Bounds DECAY = Bounds.of(0, 1e3);
  private static final int LONGEST = 10_000_000;

  private TrainingReader() {}

  /** A word alone, or {@code rule} with its constants. */
  static OptimizerSpec optimizer(FieldReader scene, double rate) {
    FieldReader f =
        ruled(
            scene,
            "optimizer",
            Set.of("rule", "gamma", "beta", "rho", "beta1", "beta2", "epsilon", "weightDecay"));
    String rule =
        f == null ? word(scene, "optimizer", "gradient-descent", RULES) : f.word("rule", RULES);
    return switch (rule) {
      case "sequential" -> new OptimizerSpec.SequentialSgd(rate);
      case "momentum" -> new OptimizerSpec.Momentum(rate, number(f, "gamma", SHARE, 0.9));
      case "averaged-momentum" ->
          new OptimizerSpec.AveragedMomentum(rate, number(f, "beta", SHARE, 0.9));
      case "nesterov" -> new OptimizerSpec.Nesterov(rate, number(f, "gamma", SHARE, 0.9));
      case "adagrad" -> new OptimizerSpec.AdaGrad(rate, number(f, "epsilon", EPSILON, 1e-8));
      case "adadelta" ->
          new OptimizerSpec.AdaDelta(
              rate, number(f, "rho", SHARE, 0.95), number(f, "epsilon", EPSILON, 1e-6));
      case "rmsprop" ->
          new OptimizerSpec.RmsProp(
              rate, number(f, "beta", SHARE, 0.9), number(f, "epsilon", EPSILON, 1e-8));
      case "adam" ->
          new OptimizerSpec.Adam(
              rate,
              number(f, "beta1", SHARE, 0.9),
              number(f, "beta2", SHARE, 0.999),
              number(f, "epsilon", EPSILON, 1e-8),
              number(f, "weightDecay", DECAY, 0));
      case "adamw" ->
          new OptimizerSpec.AdamW(
              rate,
              number(f, "beta1", SHARE, 0.9),
              number(f, "beta2", SHARE, 0.999),
              number(f, "epsilon", EPSILON, 1e-8),
              number(f, "weightDecay", DECAY, 0.01));
      default -> new OptimizerSpec.Sgd(rate, number(f, "weightDecay", DECAY, 0));
    };
  }

  static ScheduleSpec schedule(FieldReader scene) {
    FieldReader f =
        ruled(
            scene,
            "schedule",
            Set.of("rule", "every", "gamma", "length", "floor", "half", "mode", "warmUp"));
    String rule =
        f == null
            ? word(scene, "schedule", "constant", Set.of("constant"))
            : f.word("rule", SCHEDULES);
    ScheduleSpec schedule =
        switch (rule) {
          case "step" ->
              new ScheduleSpec.Step((int) f.whole("every", 1, LONGEST), f.number("gamma", EPSILON));
          case "exponential" -> new ScheduleSpec.Exponential(f.number("gamma", EPSILON));
          case "cosine" ->
              new ScheduleSpec.Cosine(
                  (int) f.whole("length", 1, LONGEST), f.number("floor", Bounds.of(0, 1), 0));
          case "cyclical" -> cyclical(f);
          default -> ScheduleSpec.CONSTANT;
        };
    return f != null && f.has("warmUp")
        ? new ScheduleSpec.WarmUp((int) f.whole("warmUp", 1, LONGEST), schedule)
        : schedule;
  }

  private static ScheduleSpec cyclical(FieldReader f) {
    ScheduleSpec.Cyclical.Mode mode =
        switch (f.word("mode", Set.of("triangular", "triangular2", "exponential-range"))) {
          case "triangular2" -> ScheduleSpec.Cyclical.Mode.TRIANGULAR2;
          case "exponential-range" -> ScheduleSpec.Cyclical.Mode.EXPONENTIAL_RANGE;
          default -> ScheduleSpec.Cyclical.Mode.TRIANGULAR;
        };
    return new ScheduleSpec.Cyclical(
        (int) f.whole("half", 1, LONGEST),
        f.number("floor", Bounds.of(0, 1), 0),
        mode,
        f.number("gamma", EPSILON, 1));
  }

  /** The mapping of a field, or null when it is left out or a word alone. */
  private static FieldReader ruled(FieldReader scene, String field, Collection<String> known) {
    return scene.has(field) && !(scene.value(field) instanceof Node.Scalar)
        ? scene.fields(field, known)
        : null;
  }

  private static String word(
      FieldReader scene, String field, String otherwise, Set<String> allowed) {
    return scene.has(field) ? scene.word(field, allowed) : otherwise;
  }

  private static double number(FieldReader f, String name, Bounds bounds, double otherwise) {
    return f == null ? otherwise : f.number(name, bounds, otherwise);
  }

  /**
   * @param tables where an order in a file is read from
   */
  static BatchSpec batch(FieldReader scene, int examples, DataReader tables) {
    if (!scene.has("batch")) {
      return BatchSpec.FULL;
    }
    FieldReader batch = scene.fields("batch", Set.of("size", "order"));
    int size = size(batch, examples);
    return new BatchSpec(size, order(batch, size, examples, tables));
  }

  private static int size(FieldReader batch, int examples) {
    if (batch.value("size") instanceof Node.Scalar scalar && scalar.text().equals("all")) {
      return 0;
    }
    return (int) batch.whole("size", 1, examples);
  }

  private static BatchSpec.Order order(
      FieldReader batch, int size, int examples, DataReader tables) {
    if (!batch.has("order")) {
      return size == 0 ? new BatchSpec.Order.Fixed() : new BatchSpec.Order.Shuffled();
    }
    if (batch.value("order") instanceof Node.Scalar) {
      return batch.word("order", Set.of("fixed", "shuffled")).equals("fixed")
          ? new BatchSpec.Order.Fixed()
          : new BatchSpec.Order.Shuffled();
    }
    if (batch.value("order") instanceof Node.Fields) {
      return filed(batch.fields("order", Set.of("file")), examples, tables);
    }
    List<List<Integer>> epochs = new ArrayList<>();
    for (Node item : batch.items("order")) {
      epochs.add(epoch(batch, item, batch.at("order") + "[" + (epochs.size() + 1) + "]", examples));
    }
    if (epochs.isEmpty()) {
      throw batch.refuse("order", "field.list-empty");
    }
    return new BatchSpec.Order.Given(epochs);
  }

  /** One line for each epoch, one column for each place in the order. */
  private static BatchSpec.Order filed(FieldReader order, int examples, DataReader tables) {
    List<List<Integer>> epochs = new ArrayList<>();
    for (double[] row : tables.table(order).rows()) {
      List<Integer> epoch = Arrays.stream(row).mapToObj(number -> (int) number - 1).toList();
      boolean whole = Arrays.stream(row).allMatch(n -> n == Math.rint(n) && n > 0 && n <= examples);
      if (!whole || epoch.size() != examples || epoch.stream().distinct().count() != examples) {
        throw order.refuse("file", "batch.order", "count", String.valueOf(examples));
      }
      epochs.add(epoch);
    }
    return new BatchSpec.Order.Given(epochs);
  }

  /** Example numbers from 1 in the file, from 0 in the engine; each exactly once. */
  private static List<Integer> epoch(FieldReader batch, Node item, String field, int examples) {
    List<Integer> rows = new ArrayList<>();
    if (item instanceof Node.Items numbers) {
      for (Node number : numbers.items()) {
        rows.add((int) batch.whole(number, field, 1, examples) - 1);
      }
    }
    if (rows.size() != examples || rows.stream().distinct().count() != examples) {
      throw batch
          .source()
          .refuse(item.place(), field, "batch.order", "count", String.valueOf(examples));
    }
    return rows;
  }
}
