package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ScheduleSpec;

/** The fields {@code optimizer}, {@code schedule} and {@code batch} of a scene. */
final class TrainingReader {
  static final Bounds RATE = Bounds.above(0, 1e6);

  private static final Map<String, OptimizerSpec.Slip> SLIPS =
      Catalogue.byName(OptimizerSpec.Slip.values(), OptimizerSpec.Slip::id);

  /** A slip that is a rule of its own. */
  private static final String SEQUENTIAL = OptimizerSpec.Rule.SEQUENTIAL.id();

  private static final int LONGEST = 10_000_000;

  private TrainingReader() {}

  /** A word alone, or {@code rule} with its constants. */
  static OptimizerSpec optimizer(FieldReader scene, double rate) {
    OptimizerSpec right = rule(scene, rate);
    if (!scene.has("slip")) {
      return right;
    }
    if (scene.value("slip") instanceof Node.Scalar word && word.text().equals(SEQUENTIAL)) {
      if (right.rule() != OptimizerSpec.Rule.GRADIENT_DESCENT) {
        throw scene.refuse("slip", "slip.of", "found", SEQUENTIAL, "rule", right.rule().id());
      }
      return new OptimizerSpec.SequentialSgd(rate);
    }
    OptimizerSpec.Slip slip = scene.part("slip", SLIPS);
    if (!slip.isOf(right.rule())) {
      throw scene.refuse("slip", "slip.of", "found", slip.id(), "rule", right.rule().id());
    }
    return new OptimizerSpec.Slipped(right, slip);
  }

  private static OptimizerSpec rule(FieldReader scene, double rate) {
    if (!scene.has("optimizer")) {
      return OptimizerSpec.Rule.GRADIENT_DESCENT.usual(rate);
    }
    if (scene.value("optimizer") instanceof Node.Scalar) {
      return scene.part("optimizer", Catalogue.OPTIMIZERS).usual(rate);
    }
    Set<String> known = new HashSet<>(Set.of("rule"));
    Catalogue.OPTIMIZERS.values().forEach(rule -> addNames(rule.constants(), known));
    FieldReader f = scene.fields("optimizer", known);
    OptimizerSpec.Rule rule = f.part("rule", Catalogue.OPTIMIZERS);
    return rule.with(rate, f.constants(rule.constants()));
  }

  static ScheduleSpec schedule(FieldReader scene) {
    if (!scene.has("schedule")) {
      return new ScheduleSpec.Constant();
    }
    if (scene.value("schedule") instanceof Node.Scalar) {
      scene.word("schedule", Set.of(ScheduleSpec.Rule.CONSTANT.id()));
      return new ScheduleSpec.Constant();
    }
    Set<String> known = new HashSet<>(Set.of("rule", "warmUp"));
    Catalogue.SCHEDULES.values().forEach(rule -> addNames(rule.constants(), known));
    FieldReader f = scene.fields("schedule", known);
    ScheduleSpec.Rule rule = f.part("rule", Catalogue.SCHEDULES);
    ScheduleSpec schedule = rule.with(f.constants(rule.constants()));
    return f.has("warmUp")
        ? new ScheduleSpec.WarmUp((int) f.whole("warmUp", 1, LONGEST), schedule)
        : schedule;
  }

  private static void addNames(List<Hyperparameter> constants, Set<String> names) {
    constants.forEach(constant -> names.add(constant.name()));
  }

  /**
   * @param tables where an order in a file is read from
   */
  static BatchSpec batch(FieldReader scene, int examples, ExamplesReader tables) {
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
      FieldReader batch, int size, int examples, ExamplesReader tables) {
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
  private static BatchSpec.Order filed(FieldReader order, int examples, ExamplesReader tables) {
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
