package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.session.Scene;
import org.ladera.store.document.LabDocument;
import org.ladera.store.lesson.LessonDraft;
import org.ladera.ui.control.PushButton;

/**
 * Runs beside the main one: each keeps the settings that the main one had when it was put there,
 * and goes on in step with it.
 */
final class CompareSection {
  private static final int MOST = 8;
  private static final String[] RUNS = {"steps", "0", "runs"};

  /** What a run beside may have of its own. */
  private static final List<String> OWN =
      List.of(
          "network",
          "loss",
          "regularisation",
          "optimizer",
          "learningRate",
          "schedule",
          "batch",
          "start",
          "seed");

  private final LabForm f;

  CompareSection(LabForm f) {
    this.f = f;
  }

  /** The link of the section's head. */
  Node keep() {
    PushButton keep =
        new PushButton(
            f.text("lab.compare.keep"),
            PushButton.Kind.LINK,
            () -> f.actions.change(LabPart.COMPARE, CompareSection::kept));
    keep.setId("lab-compare-keep");
    keep.setDisable(f.state.step().scene().runs().size() >= MOST);
    return keep;
  }

  /** The settings of now, as a run of their own beside the main one. */
  static LabDocument kept(LabDocument document) {
    LessonDraft draft = document.draft();
    List<String> ids = document.runIds();
    char letter = 'b';
    while (ids.contains(String.valueOf(letter))) {
      letter++;
    }
    String id = String.valueOf(letter);
    String at = Integer.toString(ids.size());
    if (ids.isEmpty()) {
      draft = draft.with(List.of(Map.of("id", id)), RUNS);
    } else {
      draft = draft.with(Map.of("id", id), RUNS[0], RUNS[1], RUNS[2], at);
    }
    for (String field : OWN) {
      draft = draft.copied(new String[] {"scene", field}, RUNS[0], RUNS[1], RUNS[2], at, field);
    }
    return shown(document.with(draft)).with("run." + id, id.toUpperCase(java.util.Locale.ROOT));
  }

  /** Every plot that can shows the run too, and there is a table of all. */
  private static LabDocument shown(LabDocument document) {
    LessonDraft draft = document.draft();
    List<String> all = document.with(draft).runIds();
    boolean table = false;
    int views = draft.size("steps", "0", "views");
    for (int v = 0; v < views; v++) {
      String at = Integer.toString(v);
      String kind = draft.word("steps", "0", "views", at, "view").orElse("");
      table |= kind.equals("runs");
      if (List.of("loss-curve", "data", "chain", "activation").contains(kind)) {
        draft = draft.with(all, "steps", "0", "views", at, "runs");
      }
    }
    if (!table && views < 5) {
      Map<String, Object> runs = new LinkedHashMap<>();
      runs.put("view", "runs");
      runs.put("readings", List.of("J", "gradientNorm", "epoch"));
      draft = draft.with(runs, "steps", "0", "views", Integer.toString(views));
    }
    return document.with(draft);
  }

  private static LabDocument without(LabDocument document, int run, String id) {
    LessonDraft draft = document.draft().without(RUNS[0], RUNS[1], RUNS[2], Integer.toString(run));
    boolean last = document.runIds().size() == 1;
    if (last) {
      draft = draft.without(RUNS);
    }
    for (int v = draft.size("steps", "0", "views") - 1; v >= 0; v--) {
      String at = Integer.toString(v);
      String kind = draft.word("steps", "0", "views", at, "view").orElse("");
      List<String> named = new ArrayList<>(draft.words("steps", "0", "views", at, "runs"));
      boolean about = draft.word("steps", "0", "views", at, "run").filter(id::equals).isPresent();
      if (about || last && kind.equals("runs") && draft.size("steps", "0", "views") > 1) {
        draft = draft.without("steps", "0", "views", at);
      } else if (named.remove(id)) {
        draft =
            named.isEmpty()
                ? draft.without("steps", "0", "views", at, "runs")
                : draft.with(named, "steps", "0", "views", at, "runs");
      }
    }
    return document.with(draft);
  }

  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    List<Scene.Run> runs = f.state.step().scene().runs();
    if (runs.size() == 1) {
      nodes.add(f.note(f.text("lab.compare.none")));
      return nodes;
    }
    for (int i = 0; i < runs.size(); i++) {
      nodes.add(row(i, runs.get(i).id()));
    }
    nodes.add(f.note(f.text("lab.compare.more")));
    return nodes;
  }

  private Node row(int i, String id) {
    TextField name = new TextField(name(id));
    name.getStyleClass().setAll("text-field", "field", "low", "size-12");
    name.setId("lab-run-" + id);
    name.setAccessibleText(f.messages.text("lab.compare.name", Map.of("run", name(id))));
    HBox.setHgrow(name, Priority.ALWAYS);
    Runnable rename =
        () -> {
          String typed = name.getText().strip();
          if (!typed.isEmpty() && !typed.equals(name(id))) {
            f.actions.change(LabPart.COMPARE, d -> d.with("run." + id, typed));
          }
        };
    name.setOnAction(e -> rename.run());
    name.focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (!is) {
                rename.run();
              }
            });
    HBox row = new HBox(f.tokens.px(4), name);
    row.setAlignment(Pos.CENTER_LEFT);
    if (i > 0) {
      row.getChildren()
          .add(
              f.icon(
                  "run-remove-" + id,
                  MaterialDesignC.CLOSE,
                  f.messages.text("lab.compare.remove", Map.of("run", name(id))),
                  () -> f.actions.change(LabPart.COMPARE, d -> without(d, i - 1, id))));
    }
    return row;
  }

  private String name(String id) {
    return f.state
        .document()
        .words()
        .getOrDefault(f.messages.language().tag(), Map.of())
        .getOrDefault(
            "run." + id, id.equals(Scene.MAIN) ? "A" : id.toUpperCase(java.util.Locale.ROOT));
  }
}
