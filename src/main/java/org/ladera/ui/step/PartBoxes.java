package org.ladera.ui.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.ladera.present.step.Accumulation;
import org.ladera.present.step.StepModel;

/** What stands for each part of a breakdown; what has not been put in yet is faint. */
final class PartBoxes {
  private static final double FAINT = 0.35;

  private final Map<Integer, Node> boxes = new HashMap<>();
  private @Nullable StepModel model;

  /** What stands for the parts that are not told one by one. */
  private @Nullable Node rest;

  void clear(StepModel next) {
    model = next;
    boxes.clear();
    rest = null;
  }

  /** Of one part, by its place in the breakdown. */
  Node part(int index, Node node) {
    boxes.put(index, node);
    return node;
  }

  Node rest(Node node) {
    rest = node;
    return node;
  }

  void light(TermLight light) {
    if (model == null) {
      return;
    }
    List<Accumulation.Term> all = model.accumulation().terms();
    int reached = light.term().map(all::indexOf).orElse(all.size() - 1);
    boolean together = reached == all.size() - 1 && light.reached().isPresent();
    boxes.values().forEach(box -> box.setOpacity(together ? 1 : FAINT));
    if (rest != null) {
      rest.setOpacity(together ? 1 : FAINT);
    }
    // All of them are lit already where it is together.
    for (int i = 0; i <= reached && !together; i++) {
      of(all.get(i)).forEach(box -> box.setOpacity(1));
    }
  }

  /** Where a term stands; nowhere when it is a part of nothing shown. */
  List<Node> of(Accumulation.Term term) {
    if (model == null) {
      return List.of();
    }
    return term.several() > 1 && rest != null
        ? List.of(rest)
        : model.breakdown().of(term).stream().map(boxes::get).filter(Objects::nonNull).toList();
  }

  /** Where the number itself stands. */
  Optional<Node> whole() {
    return Optional.ofNullable(model).map(known -> boxes.get(known.breakdown().parts().size() - 1));
  }
}
