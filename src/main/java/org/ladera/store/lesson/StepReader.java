package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Control;
import org.ladera.lesson.model.Cover;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Scene;

/** One entry of the list {@code steps}. */
final class StepReader {
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "scene",
          "runs",
          "trains",
          "views",
          "controls",
          "checks",
          "marks",
          "covers",
          "solution");
  private static final int MOST_VIEWS = 5;
  private static final int MOST_ITEMS = 20;

  private final SceneReader scenes;
  private final FieldReader lessonScene;

  StepReader(SceneReader scenes, FieldReader lessonScene) {
    this.scenes = scenes;
    this.lessonScene = lessonScene;
  }

  Step read(FieldReader steps, Node item, String field) {
    FieldReader step = steps.fields(item, field, FIELDS);
    String id = step.id("id");
    Scene scene = scenes.read(lessonScene, step);
    List<ViewSpec> views = new ArrayList<>();
    ViewReader view = new ViewReader(scene);
    each(step, "views", (node, name) -> views.add(view.read(step, node, name)));
    if (step.items("views").isEmpty() || views.size() > MOST_VIEWS) {
      throw step.refuse("views", "step.views", "limit", String.valueOf(MOST_VIEWS));
    }
    List<Control> controls = new ArrayList<>();
    ControlReader control = new ControlReader(scene);
    each(step, "controls", (node, name) -> controls.add(control.read(step, node, name)));
    List<Check> checks = new ArrayList<>();
    CheckReader check = new CheckReader(scene);
    each(step, "checks", (node, name) -> checks.add(check.read(step, node, name)));
    refuseRepeatedIds(step, controls, checks);
    List<Step.Move> solution = new ArrayList<>();
    MoveReader move = new MoveReader(scene, checkIds(step));
    each(step, "solution", (node, name) -> solution.add(move.read(step, node, name)));
    List<Cover> covers = new ArrayList<>();
    CoverReader cover = new CoverReader(scene, checkIds(step), views.size());
    each(step, "covers", (node, name) -> covers.add(cover.read(step, node, name)));
    return new Step(
        id,
        scene,
        views,
        controls,
        checks,
        marks(step, scene),
        solution,
        covers,
        step.flag("trains", true));
  }

  private static List<Long> marks(FieldReader step, Scene scene) {
    List<Long> marks = new ArrayList<>();
    for (Node item : step.itemsIfAny("marks")) {
      marks.add(step.whole(item, step.at("marks"), 0, scene.epochs()));
    }
    return marks.stream().sorted().distinct().toList();
  }

  /** Reads every item of a list, so that each fault in it is found at once. */
  private static void each(FieldReader step, String list, BiConsumer<Node, String> item) {
    List<Node> items = step.itemsIfAny(list);
    if (items.size() > MOST_ITEMS) {
      throw step.refuse(list, "step.items", "limit", String.valueOf(MOST_ITEMS));
    }
    for (int i = 0; i < items.size(); i++) {
      Node node = items.get(i);
      String name = step.at(list) + "[" + (i + 1) + "]";
      step.source().attempt(() -> item.accept(node, name));
    }
  }

  /** As written, also of checks that were refused: one fault is enough. */
  private static List<String> checkIds(FieldReader step) {
    List<String> ids = new ArrayList<>();
    for (Node item : step.itemsIfAny("checks")) {
      if (item instanceof Node.Fields fields
          && fields.entries().get("id") instanceof Node.Entry(SourcePosition place, Node value)
          && value instanceof Node.Scalar id) {
        ids.add(id.text());
      }
    }
    return ids;
  }

  /** Controls and checks share the labels of a step. */
  private static void refuseRepeatedIds(
      FieldReader step, List<Control> controls, List<Check> checks) {
    Set<String> ids = new HashSet<>();
    for (Control control : controls) {
      if (!ids.add(control.id())) {
        throw step.refuse("controls", "field.repeated", "found", control.id());
      }
    }
    for (Check check : checks) {
      if (!ids.add(check.id())) {
        throw step.refuse("checks", "field.repeated", "found", check.id());
      }
    }
  }
}
