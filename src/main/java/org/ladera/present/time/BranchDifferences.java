package org.ladera.present.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.present.time.BranchTree.Line;
import org.ladera.session.RunFrame.BranchFrame;
import org.ladera.session.RunFrame.Standing;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.timeline.Recipe;

/** Two branches line by line: how they stand, and what is not the same in them. */
final class BranchDifferences {
  private final BranchFrame a;
  private final BranchFrame b;
  private final Messages messages;
  private final Numbers numbers;
  private final EditWords words;
  private final List<Line> lines = new ArrayList<>();

  private BranchDifferences(BranchFrame a, BranchFrame b, Messages messages) {
    this.a = a;
    this.b = b;
    this.messages = messages;
    numbers = messages.numbers();
    words = new EditWords(a.experiment().network(), messages);
  }

  static List<Line> lines(BranchFrame a, BranchFrame b, Messages messages) {
    BranchDifferences differences = new BranchDifferences(a, b, messages);
    differences.standing();
    differences.settings();
    return List.copyOf(differences.lines);
  }

  /** The first thing in which {@code b} is not as {@code a}: a name for it. */
  static String first(BranchFrame a, BranchFrame b, Messages messages) {
    BranchDifferences differences = new BranchDifferences(a, b, messages);
    if (!sameStart(a, b)) {
      return messages.text("branch.other-start");
    }
    differences.settings();
    return differences.lines.stream()
        .filter(Line::differs)
        .findFirst()
        .map(line -> messages.text("branch.by", Map.of("what", line.what(), "value", line.there())))
        .orElseGet(
            () ->
                messages.text(a.recipe().edits().isEmpty() ? "branch.again" : "branch.from-start"));
  }

  private static boolean sameStart(BranchFrame a, BranchFrame b) {
    Experiment one = a.recipe().experiment();
    Experiment other = b.recipe().experiment();
    return one.init().equals(other.init()) && one.seed() == other.seed();
  }

  private void standing() {
    Standing one = a.standing();
    Standing other = b.standing();
    add("compare.update", numbers.whole(one.update()), numbers.whole(other.update()));
    add("compare.loss", numbers.shown(one.loss()), numbers.shown(other.loss()));
    add("compare.gradient", numbers.shown(one.gradientNorm()), numbers.shown(other.gradientNorm()));
    add("compare.least", numbers.shown(one.least()), numbers.shown(other.least()));
  }

  private void settings() {
    Experiment one = a.experiment();
    Experiment other = b.experiment();
    add("compare.rate", numbers.shown(a.rate()), numbers.shown(b.rate()));
    differing("compare.rule", words.rule(one.optimizer()), words.rule(other.optimizer()));
    for (int l = 0; l < one.network().layers().size(); l++) {
      String what = messages.text("compare.activation", Map.of("layer", l + 1));
      String here = words.activation(one.network().layers().get(l).activation());
      String there = words.activation(other.network().layers().get(l).activation());
      if (!here.equals(there)) {
        lines.add(new Line(what, here, there, true));
      }
    }
    if (!one.data().equals(other.data())) {
      add("compare.data", examples(one), examples(other), true);
    }
    if (!sameStart(a, b)) {
      add("compare.start", seed(a.recipe()), seed(b.recipe()), true);
    }
    differing("compare.hand", byHand(a.recipe()), byHand(b.recipe()));
  }

  private String examples(Experiment of) {
    return messages.text("compare.examples", Map.of("count", of.data().size()));
  }

  private String seed(Recipe of) {
    return messages.text("reading.seed.of", Map.of("seed", of.experiment().seed()));
  }

  /** Where weights were set by hand, and how often. */
  private String byHand(Recipe recipe) {
    List<Recipe.Stamped> hand =
        recipe.edits().stream()
            .filter(
                s ->
                    s.edit() instanceof Edit.SetParameter || s.edit() instanceof Edit.SetParameters)
            .toList();
    if (hand.isEmpty()) {
      return messages.text("compare.hand.none");
    }
    Recipe.Stamped last = hand.getLast();
    return messages.text(
        "compare.hand.last",
        Map.of(
            "change", words.of(last.edit()),
            "update", numbers.whole(last.update())));
  }

  private void differing(String key, String here, String there) {
    if (!Objects.equals(here, there)) {
      add(key, here, there, true);
    }
  }

  private void add(String key, String here, String there) {
    add(key, here, there, !here.equals(there));
  }

  private void add(String key, String here, String there, boolean differs) {
    lines.add(new Line(messages.text(key), here, there, differs));
  }
}
