package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.OptimizerSpec.Rule;
import org.ladera.engine.spec.RegularisationSpec.Penalty;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.explain.Dimension;
import org.ladera.explain.RunConversion;
import org.ladera.store.document.LabDocument;
import org.ladera.ui.control.NumberField;

/** How the run goes: update rule, rate, schedule and length, penalties of the weights. */
final class TrainingSections {
  private static final int MOST_EPOCHS = 10_000_000;
  private static final double MOST_RATE = 1e6;

  private final LabForm f;

  TrainingSections(LabForm f) {
    this.f = f;
  }

  private Experiment experiment() {
    return f.state.experiment();
  }

  /** The rule as it is written in a document. */
  static Object written(OptimizerSpec optimizer) {
    Rule rule = optimizer.rule();
    Map<String, Object> fields = new LinkedHashMap<>(Map.of("rule", rule.id()));
    double[] values = optimizer.constants();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != rule.constants().get(i).usual()) {
        fields.put(rule.constants().get(i).name(), values[i]);
      }
    }
    return fields.size() == 1 ? rule.id() : fields;
  }

  private void rule(OptimizerSpec next) {
    f.actions.change(
        LabPart.OPTIMIZER,
        new Edit.SetOptimizer(next),
        d -> d.with(d.draft().with(written(next), "scene", "optimizer").without("scene", "slip")));
  }

  /** The settings of the run as it stands: what was changed on its way is shown. */
  List<Node> optimizer() {
    OptimizerSpec now = f.state.now().optimizer();
    List<Node> nodes = new ArrayList<>();
    nodes.add(
        f.choice(
            "rule",
            f.text(LabPart.OPTIMIZER.text()),
            List.of(Rule.values()),
            rule -> f.text("name.optimizer." + rule.id()),
            now.rule(),
            rule -> rule(rule.usual(now.rate()))));
    nodes.add(f.note(f.text("about.optimizer." + now.rule().id())));
    nodes.add(rate(now));
    double[] values = now.constants();
    List<Hyperparameter> constants = now.rule().constants();
    for (int i = 0; i < values.length; i++) {
      int index = i;
      nodes.add(
          f.constant(
              "constant-" + (i + 1),
              constants.get(i),
              values[i],
              value -> {
                double[] next = values.clone();
                next[index] = value;
                rule(now.rule().with(now.rate(), next));
              }));
    }
    return nodes;
  }

  /** The base rate, as the reader's notation has it. */
  private Node rate(OptimizerSpec now) {
    RunConversion conversion = RunConversion.of(f.state.now(), f.state.notation());
    String label = f.text("lab.rate");
    NumberField field =
        new NumberField(
            f.tokens,
            f.messages.numbers(),
            value -> value > 0 && value <= MOST_RATE,
            typed -> conversion.typed(typed, Dimension.Basic.BASE_RATE),
            value ->
                f.actions.change(
                    LabPart.OPTIMIZER,
                    new Edit.SetRate(value.engine()),
                    d -> d.with(d.draft().with(value.engine(), "scene", "learningRate"))),
            is -> {});
    field.name(org.ladera.text.RichText.parse(label).plain());
    field.field().setId("lab-rate");
    field.size(84);
    field.show(conversion.shown(now.rate(), Dimension.Basic.BASE_RATE));
    return f.row(label, field);
  }

  List<Node> schedule() {
    List<Node> nodes = new ArrayList<>();
    ScheduleSpec now = experiment().schedule();
    nodes.add(
        f.choice(
            "schedule",
            f.text(LabPart.SCHEDULE.text()),
            List.of(ScheduleSpec.Rule.values()),
            rule -> f.text("name.schedule." + rule.id()),
            now.rule(),
            rule -> schedule(usual(rule))));
    nodes.add(f.note(f.text("about.schedule." + now.rule().id())));
    constants(nodes, now);
    nodes.add(
        f.row(
            f.text("lab.epochs"),
            f.number(
                "epochs",
                f.text("lab.epochs"),
                f.state.step().scene().epochs(),
                v -> v >= 1 && v <= MOST_EPOCHS && v == Math.rint(v),
                v ->
                    f.actions.change(
                        LabPart.SCHEDULE,
                        d -> d.with(d.draft().with((long) v, "scene", "epochs"))))));
    return nodes;
  }

  private void constants(List<Node> nodes, ScheduleSpec now) {
    for (Hyperparameter constant : now.rule().constants()) {
      String written =
          constant.words().isEmpty()
              ? first("schedule", constant.name(), constant.usual())
              : Integer.toString(
                  Math.max(
                      0,
                      constant
                          .words()
                          .indexOf(
                              f.state
                                  .document()
                                  .draft()
                                  .word("scene", "schedule", constant.name())
                                  .orElse(""))));
      nodes.add(
          f.constant(
              "schedule-" + constant.name(),
              constant,
              Double.parseDouble(written),
              v ->
                  f.actions.change(
                      LabPart.SCHEDULE,
                      d ->
                          d.with(
                              d.draft()
                                  .with(
                                      constant.words().isEmpty()
                                          ? number(constant, v)
                                          : constant.words().get((int) v),
                                      "scene",
                                      "schedule",
                                      constant.name())))));
    }
  }

  private String first(String part, String name, double usual) {
    return f.state
        .document()
        .draft()
        .word("scene", part, name)
        .orElse(Double.toString(Double.isNaN(usual) ? 1 : usual));
  }

  private static Object number(Hyperparameter constant, double value) {
    boolean whole =
        switch (constant.range()) {
          case COUNT, SEED -> true;
          case SHARE, POSITIVE, NOT_NEGATIVE, ANY -> false;
        };
    return whole ? (Object) (long) value : (Object) value;
  }

  private void schedule(Object written) {
    f.actions.change(LabPart.SCHEDULE, d -> d.with(d.draft().with(written, "scene", "schedule")));
  }

  /** A schedule to begin with: lengths a tenth of the run, factors a tenth less. */
  private Object usual(ScheduleSpec.Rule rule) {
    if (rule.constants().isEmpty()) {
      return rule.id();
    }
    long epochs = f.state.step().scene().epochs();
    Map<String, Object> fields = new LinkedHashMap<>(Map.of("rule", rule.id()));
    for (Hyperparameter constant : rule.constants()) {
      if (!constant.words().isEmpty()) {
        fields.put(constant.name(), constant.words().getFirst());
      } else if (constant.range() == Hyperparameter.Range.COUNT) {
        boolean whole = constant.name().equals("length");
        fields.put(constant.name(), Math.max(1, whole ? epochs : epochs / 10));
      } else if (!constant.hasUsual()) {
        fields.put(
            constant.name(),
            rule == ScheduleSpec.Rule.EXPONENTIAL ? Math.pow(0.1, 1.0 / epochs) : 0.5);
      }
    }
    return fields;
  }

  List<Node> regularisation() {
    List<Node> nodes = new ArrayList<>();
    for (Penalty penalty : Penalty.values()) {
      nodes.add(
          f.row(
              f.text("about.penalty." + penalty.id()),
              f.number(
                  penalty.id(),
                  f.text("part.penalty." + penalty.id()),
                  experiment().regularisation().strength(penalty),
                  v -> penalty.strength().range().holds(v) && v <= penalty.strength().most(),
                  v ->
                      f.actions.change(
                          LabPart.REGULARISATION,
                          d ->
                              d.with(
                                  d.draft().with(v, "scene", "regularisation", penalty.id()))))));
    }
    nodes.add(f.note(f.text("lab.regularisation.more")));
    return nodes;
  }

  List<Node> batch() {
    List<Node> nodes = new ArrayList<>();
    Experiment e = experiment();
    int examples = e.data().size();
    int size = e.batch().sizeFor(examples);
    boolean all = e.batch().size() == 0;
    List<Integer> sizes = new ArrayList<>(List.of(0));
    Arrays.stream(new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024})
        .filter(s -> s < examples)
        .forEach(sizes::add);
    if (!all && !sizes.contains(size)) {
      sizes.add(size);
    }
    BiConsumer<String, Object> set =
        (field, value) ->
            f.actions.change(
                LabPart.BATCH, d -> d.with(batch(d).draft().with(value, "scene", "batch", field)));
    nodes.add(
        f.row(
            f.text("lab.batch.size"),
            f.choice(
                "batch",
                f.text("lab.batch.size"),
                sizes,
                s ->
                    s == 0
                        ? f.messages.text("lab.batch.all", Map.of("count", examples))
                        : f.messages.numbers().whole(s),
                all ? 0 : size,
                s -> set.accept("size", s == 0 ? "all" : s))));
    boolean shuffled = e.batch().order() instanceof org.ladera.engine.spec.BatchSpec.Order.Shuffled;
    nodes.add(
        f.row(
            f.text("lab.batch.order"),
            f.flag(
                "shuffled",
                f.text("lab.batch.shuffled"),
                shuffled,
                is -> set.accept("order", is ? "shuffled" : "fixed"))));
    int updates = e.batch().updatesPerEpoch(examples);
    nodes.add(f.note(f.messages.text("lab.batch.updates", Map.of("count", updates))));
    return nodes;
  }

  /** With a batch of all where none was written. */
  private static LabDocument batch(LabDocument d) {
    return d.draft().has("scene", "batch", "size")
        ? d
        : d.with(d.draft().with(Map.of("size", "all", "order", "fixed"), "scene", "batch"));
  }
}
