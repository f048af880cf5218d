package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.ladera.engine.spec.Experiment;
import org.ladera.lesson.model.ViewKind;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.control.PushButton;

/** Which views are on the stage, in which order: the first is the largest. */
final class ViewsSection {
  private static final int MOST = 5;
  private static final String[] VIEWS = {"steps", "0", "views"};

  private final LabForm f;

  ViewsSection(LabForm f) {
    this.f = f;
  }

  private Optional<Map<String, Object>> begun(ViewKind kind) {
    Experiment e = f.state.experiment();
    return ViewChoices.of(kind, e, f.state.document().runIds());
  }

  private List<ViewKind> offered() {
    return List.of(ViewKind.values()).stream().filter(k -> begun(k).isPresent()).toList();
  }

  private static String[] at(int view) {
    return new String[] {VIEWS[0], VIEWS[1], VIEWS[2], Integer.toString(view)};
  }

  /** The link of the section's head. */
  Node add() {
    List<ViewKind> shown = f.state.step().views().stream().map(ViewSpec::kind).toList();
    Optional<ViewKind> next = offered().stream().filter(kind -> !shown.contains(kind)).findFirst();
    PushButton add =
        new PushButton(
            f.text("lab.view.add"),
            PushButton.Kind.LINK,
            () -> next.flatMap(this::begun).ifPresent(v -> put(v, shown.size())));
    add.setId("lab-view-add");
    add.setDisable(shown.size() >= MOST || next.isEmpty());
    return add;
  }

  private void put(Map<String, Object> view, int at) {
    f.actions.change(LabPart.VIEWS, d -> d.with(d.draft().with(view, at(at))));
  }

  List<Node> nodes() {
    List<ViewSpec> shown = f.state.step().views();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      nodes.add(row(i, shown.get(i).kind(), shown.size()));
    }
    return nodes;
  }

  private Node row(int i, ViewKind now, int count) {
    List<ViewKind> all = new ArrayList<>(offered());
    if (!all.contains(now)) {
      all.addFirst(now);
    }
    ComboBox<ViewKind> kind =
        f.choice(
            "view-" + (i + 1),
            f.messages.text("lab.view.number", Map.of("number", i + 1)),
            all,
            k -> f.text("stage.view." + k.name().toLowerCase(java.util.Locale.ROOT)),
            now,
            k -> begun(k).ifPresent(view -> put(view, i)));
    HBox.setHgrow(kind, Priority.ALWAYS);
    Node remove =
        f.icon(
            "view-remove-" + (i + 1),
            MaterialDesignC.CLOSE,
            f.messages.text("lab.view.remove", Map.of("number", i + 1)),
            () -> f.actions.change(LabPart.VIEWS, d -> d.with(d.draft().without(at(i)))));
    remove.setDisable(count == 1);
    Node grip = grip(i, count);
    HBox row = new HBox(f.tokens.px(4), kind, grip, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** Where a row is taken to be dragged to another place; with the focus arrows move it. */
  private Node grip(int i, int count) {
    IconButton grip =
        f.icon(
            "view-grip-" + (i + 1),
            MaterialDesignD.DRAG_VERTICAL,
            f.messages.text("lab.view.drag", Map.of("number", i + 1)),
            () -> {});
    grip.setCursor(Cursor.MOVE);
    grip.setDisable(count == 1);
    double[] pressed = new double[1];
    grip.setOnKeyPressed(
        e -> {
          int by = e.getCode() == KeyCode.UP ? -1 : e.getCode() == KeyCode.DOWN ? 1 : 0;
          if (by != 0) {
            move(i, Math.clamp(i + by, 0, count - 1));
            e.consume();
          }
        });
    grip.setOnMousePressed(e -> pressed[0] = e.getSceneY());
    grip.setOnMouseDragged(e -> grip.getParent().setTranslateY(e.getSceneY() - pressed[0]));
    grip.setOnMouseReleased(
        e -> {
          double row = grip.getParent().getLayoutBounds().getHeight() + f.tokens.px(8);
          int to = Math.clamp(i + Math.round((e.getSceneY() - pressed[0]) / row), 0, count - 1);
          grip.getParent().setTranslateY(0);
          move(i, to);
        });
    return grip;
  }

  private void move(int from, int to) {
    if (to != from) {
      f.chosen.focus = Optional.of("lab-view-grip-" + (to + 1));
      f.actions.change(LabPart.VIEWS, d -> d.with(d.draft().moved(from, to, VIEWS)));
    }
  }
}
