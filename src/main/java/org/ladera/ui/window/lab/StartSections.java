package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.engine.spec.InitSpec;
import org.ladera.store.document.LabDocument;
import org.ladera.store.lesson.LessonDraft;
import org.ladera.ui.control.PushButton;

/** What is drawn from a seed before the first update: start weights, and who is held out. */
final class StartSections {
  private static final long MOST_SEED = 4_294_967_295L;
  private static final long OTHER_SEEDS = 10_000;
  private static final String[] START = {"scene", "start"};

  private final LabForm f;

  StartSections(LabForm f) {
    this.f = f;
  }

  /** The rule for start weights; empty where every weight is given. */
  private static Optional<InitSpec.Rule> rule(LessonDraft draft) {
    Optional<String> word = draft.word(START);
    for (InitSpec.Rule rule : InitSpec.Rule.values()) {
      if (word.filter(rule.id()::equals).isPresent() || draft.has("scene", "start", rule.id())) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  List<Node> start() {
    LessonDraft draft = f.state.document().draft();
    Optional<InitSpec.Rule> now = rule(draft);
    List<Optional<InitSpec.Rule>> all = new ArrayList<>();
    for (InitSpec.Rule rule : InitSpec.Rule.values()) {
      all.add(Optional.of(rule));
    }
    if (now.isEmpty()) {
      all.addFirst(now);
    }
    List<Node> nodes = new ArrayList<>();
    nodes.add(
        f.choice(
            "start",
            f.text(LabPart.START.text()),
            all,
            rule -> rule.map(r -> f.text("name.start." + r.id())).orElse(f.text("lab.start.given")),
            now,
            rule -> rule.ifPresent(r -> put(written(r, usual(r))))));
    now.ifPresent(
        rule -> {
          nodes.add(f.note(f.text("about.start." + rule.id())));
          double[] values = values(draft, rule);
          for (int i = 0; i < values.length; i++) {
            int index = i;
            nodes.add(
                f.constant(
                    "start-" + (i + 1),
                    rule.constants().get(i),
                    values[i],
                    v -> {
                      double[] next = values.clone();
                      next[index] = v;
                      put(written(rule, next));
                    }));
          }
        });
    PushButton weights = new PushButton(f.text("lab.start.file"), f.actions.exchange()::weights);
    weights.setId("lab-start-file");
    nodes.add(weights);
    nodes.add(seed("seed", f.state.experiment().seed(), LabPart.START, "scene", "seed"));
    return nodes;
  }

  private void put(Object written) {
    f.actions.change(LabPart.START, d -> d.with(d.draft().with(written, START)));
  }

  private static double[] usual(InitSpec.Rule rule) {
    double[] values = new double[rule.constants().size()];
    for (int i = 0; i < values.length; i++) {
      Hyperparameter constant = rule.constants().get(i);
      values[i] =
          constant.hasUsual()
              ? constant.usual()
              : switch (rule) {
                case UNIFORM -> i == 0 ? -0.5 : 0.5;
                case NORMAL -> i;
                case CONSTANT -> 0.1;
                case NUMPY, ZEROS, GLOROT_UNIFORM, GLOROT_NORMAL, HE_UNIFORM, HE_NORMAL -> 0;
              };
    }
    return values;
  }

  private static double[] values(LessonDraft draft, InitSpec.Rule rule) {
    double[] values = usual(rule);
    for (int i = 0; i < values.length; i++) {
      String id = rule.id();
      Optional<String> word =
          switch (rule.form()) {
            case FIELDS -> draft.word("scene", "start", id, rule.constants().get(i).name());
            case LIST, RANGE ->
                values.length == 1
                    ? draft.word("scene", "start", id)
                    : draft.word("scene", "start", id, Integer.toString(i));
          };
      if (word.isPresent()) {
        values[i] = Double.parseDouble(word.get());
      }
    }
    return values;
  }

  /** A rule with its constants as it stands in a document. */
  private static Object written(InitSpec.Rule rule, double[] values) {
    if (rule.constants().isEmpty()) {
      return rule.id();
    }
    List<Object> list = new ArrayList<>();
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      Hyperparameter constant = rule.constants().get(i);
      boolean whole = constant.range() == Hyperparameter.Range.SEED;
      Object value = whole ? (Object) (long) values[i] : (Object) values[i];
      list.add(value);
      fields.put(constant.name(), value);
    }
    return Map.of(
        rule.id(),
        switch (rule.form()) {
          case FIELDS -> fields;
          case LIST -> list.size() == 1 ? list.getFirst() : list;
          case RANGE -> list;
        });
  }

  /** A seed to type, and a button for another one. */
  Node seed(String id, long now, LabPart part, String... path) {
    return f.row(
        f.text("lab.constant.seed"),
        f.number(
            id,
            f.text("lab.constant.seed"),
            now,
            v -> v >= 0 && v <= MOST_SEED && v == Math.rint(v),
            v -> f.actions.change(part, d -> d.with(d.draft().with((long) v, path)))),
        f.icon(
            id + "-other",
            MaterialDesignD.DICE_5_OUTLINE,
            f.text("lab.seed.other"),
            () ->
                f.actions.change(
                    part, d -> d.with(d.draft().with((now * 31 + 17) % OTHER_SEEDS, path)))));
  }

  /** Who is held out for validation and test, and what that ends. */
  List<Node> split() {
    List<Node> nodes = new ArrayList<>();
    Experiment e = f.state.experiment();
    LessonDraft draft = f.state.document().draft();
    held(nodes, "validation", e.heldOut().validation().isPresent());
    held(nodes, "test", e.heldOut().test().isPresent());
    nodes.add(
        f.note(
            f.messages.text(
                "lab.split.sizes",
                Map.of(
                    "train",
                    e.data().size(),
                    "validation",
                    e.heldOut().validation().map(d -> d.size()).orElse(0),
                    "test",
                    e.heldOut().test().map(d -> d.size()).orElse(0)))));
    if (e.heldOut().test().isPresent()) {
      boolean open = draft.word("scene", "data", "testOpen").filter("true"::equals).isPresent();
      nodes.add(
          f.row(
              f.text("lab.split.open"),
              f.flag(
                  "test-open",
                  f.text("lab.split.open.flag"),
                  open,
                  is ->
                      f.actions.change(
                          LabPart.SPLIT,
                          d -> d.with(d.draft().with(is, "scene", "data", "testOpen"))))));
    }
    if (e.heldOut().validation().isPresent()) {
      double patience = f.state.step().scene().patience().orElse(0);
      nodes.add(
          f.row(
              f.text("lab.patience"),
              f.number(
                  "patience",
                  f.text("lab.patience"),
                  patience,
                  v -> v >= 0 && v <= 1e7 && v == Math.rint(v),
                  v ->
                      f.actions.change(
                          LabPart.SPLIT,
                          d ->
                              d.with(
                                  v == 0
                                      ? d.draft().without("scene", "patience")
                                      : d.draft().with((long) v, "scene", "patience"))))));
      nodes.add(f.note(f.text("lab.patience.more")));
    }
    return nodes;
  }

  private void held(List<Node> nodes, String part, boolean is) {
    LessonDraft draft = f.state.document().draft();
    boolean drawn = draft.has("scene", "data", "generate");
    double now =
        draft
            .word("scene", "data", part, drawn ? "examples" : "share")
            .map(Double::parseDouble)
            .orElse(0.0);
    String label = f.text("lab.split." + part + (drawn ? ".drawn" : ""));
    if (is && now == 0) {
      nodes.add(f.row(label, f.note(f.text("lab.split.file"))));
      return;
    }
    nodes.add(
        f.row(
            label,
            f.number(
                part,
                label,
                drawn ? now : 100 * now,
                v -> v >= 0 && (drawn ? v <= 10_000 && v == Math.rint(v) : v <= 80),
                v -> f.actions.change(LabPart.SPLIT, d -> hold(d, part, drawn, v)))));
  }

  private static LabDocument hold(LabDocument d, String part, boolean drawn, double v) {
    if (v == 0) {
      LessonDraft without = d.draft().without("scene", "data", part);
      return d.with(
          part.equals("validation")
              ? without.without("scene", "patience")
              : without.without("scene", "data", "testOpen"));
    }
    long seed = part.equals("validation") ? 101 : 202;
    return d.with(
        drawn
            ? d.draft().with(Map.of("seed", seed, "examples", (long) v), "scene", "data", part)
            : d.draft()
                .with(v / 100, "scene", "data", part, "share")
                .with(7L, "scene", "data", part, "seed"));
  }
}
