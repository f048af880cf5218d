package org.ladera.present.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.RunFrame.BranchFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/**
 * The branches of a run as a small tree, from its first line down, and two of them side by side.
 *
 * @param comparison empty while no branch is put beside the one on stage
 * @param canUndo whether a change can be taken back
 */
public record BranchTree(List<Row> rows, Optional<Comparison> comparison, boolean canUndo) {
  /** How a branch is drawn everywhere. */
  public enum Role {
    ON_STAGE,
    COMPARED,
    OTHER
  }

  /**
   * One branch. Texts may hold symbols between dollar signs.
   *
   * @param depth how many forks lie between it and the first line
   * @param last whether it is the last one of its parent
   * @param open for each depth above it, whether the line there goes on below this row
   * @param name given by a person, else what makes it different
   * @param written the name that a person gave, empty for none
   * @param from where it left its parent
   * @param rule rate and rule now
   * @param loss J at its newest moment, or at the present one of the branch on stage
   * @param spoken all of it in words
   */
  public record Row(
      int id,
      int depth,
      boolean last,
      List<Boolean> open,
      Role role,
      String name,
      String written,
      String from,
      String rule,
      String loss,
      String spoken) {}

  /**
   * The branch on stage and the compared one, line by line.
   *
   * @param here name of the one on stage
   */
  public record Comparison(String here, String there, List<Line> lines) {}

  /** One number or setting of both; {@code differs} where they are not the same. */
  public record Line(String what, String here, String there, boolean differs) {}

  public BranchTree {
    rows = List.copyOf(rows);
  }

  public static BranchTree of(Frame frame, Messages messages) {
    RunFrame run = frame.main();
    return new Builder(run, messages).tree();
  }

  /** What a branch is called: by a person, else by what was changed where it left its parent. */
  public static String name(BranchFrame branch, List<BranchFrame> all, Messages messages) {
    if (!branch.name().isEmpty()) {
      return branch.name();
    }
    if (branch.parent() == branch.id()) {
      return messages.text("branch.first");
    }
    EditWords words = new EditWords(branch.experiment().network(), messages);
    String change = words.at(branch.recipe().edits(), branch.fork());
    if (!change.isEmpty()) {
      return change;
    }
    return all.stream()
        .filter(b -> b.id() == branch.parent())
        .findFirst()
        .map(parent -> BranchDifferences.first(parent, branch, messages))
        .orElseGet(() -> messages.text("branch.other-start"));
  }

  /** What a branch behind the one on stage is called, with the update at which they part. */
  public static String label(RunFrame.Ghost ghost, RunFrame run, Messages messages) {
    return run.branches().stream()
        .filter(b -> b.id() == ghost.branch())
        .findFirst()
        .map(
            b ->
                b.fork() == 0
                    ? name(b, run.branches(), messages)
                    : messages.text(
                        "branch.label",
                        Map.of(
                            "name", name(b, run.branches(), messages),
                            "update", messages.numbers().whole(b.fork()))))
        .orElse("");
  }

  private record Builder(RunFrame run, Messages messages) {
    BranchTree tree() {
      List<Row> rows = new ArrayList<>();
      List<BranchFrame> roots = children(Optional.empty());
      for (int i = 0; i < roots.size(); i++) {
        add(rows, roots.get(i), 0, i == roots.size() - 1, List.of());
      }
      return new BranchTree(rows, comparison(), run.canUndo());
    }

    private List<BranchFrame> children(Optional<BranchFrame> of) {
      return run.branches().stream()
          .filter(
              b ->
                  of.map(p -> b.parent() == p.id() && b.id() != p.id())
                      .orElseGet(() -> b.parent() == b.id()))
          .sorted(Comparator.comparingLong(BranchFrame::fork).thenComparingInt(BranchFrame::id))
          .toList();
    }

    private void add(
        List<Row> rows, BranchFrame branch, int depth, boolean last, List<Boolean> open) {
      Numbers numbers = messages.numbers();
      EditWords words = new EditWords(branch.experiment().network(), messages);
      String name = name(branch, run.branches(), messages);
      String from = from(branch);
      String rule =
          messages.text(
              "branch.rule",
              Map.of(
                  "rate", words.rate(branch.rate()),
                  "rule", words.rule(branch.experiment().optimizer())));
      String loss = numbers.shown(branch.standing().loss());
      Role role = branch.active() ? Role.ON_STAGE : branch.compared() ? Role.COMPARED : Role.OTHER;
      String spoken =
          messages.text(
              "branch.spoken",
              Map.of(
                  "name", name,
                  "from", from,
                  "rule", rule,
                  "loss", loss,
                  "role", messages.text("branch.role." + role.name().toLowerCase(Locale.ROOT))));
      rows.add(
          new Row(
              branch.id(),
              depth,
              last,
              open,
              role,
              name,
              branch.name(),
              from,
              rule,
              loss,
              RichText.parse(spoken).plain()));
      List<BranchFrame> children = children(Optional.of(branch));
      for (int i = 0; i < children.size(); i++) {
        List<Boolean> below = new ArrayList<>(open);
        if (depth > 0) {
          below.add(!last);
        }
        add(rows, children.get(i), depth + 1, i == children.size() - 1, List.copyOf(below));
      }
    }

    private String from(BranchFrame branch) {
      if (branch.parent() == branch.id()) {
        return messages.text("branch.from.start");
      }
      return branch.fork() == 0
          ? messages.text("branch.from.zero")
          : messages.text("branch.from", Map.of("update", messages.numbers().whole(branch.fork())));
    }

    private Optional<Comparison> comparison() {
      List<BranchFrame> all = run.branches();
      Optional<BranchFrame> here = all.stream().filter(BranchFrame::active).findFirst();
      Optional<BranchFrame> there = all.stream().filter(BranchFrame::compared).findFirst();
      return here.flatMap(
          a ->
              there.map(
                  b ->
                      new Comparison(
                          name(a, all, messages),
                          name(b, all, messages),
                          BranchDifferences.lines(a, b, messages))));
    }
  }
}
