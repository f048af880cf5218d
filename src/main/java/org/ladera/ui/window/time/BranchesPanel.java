package org.ladera.ui.window.time;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.present.time.BranchTree;
import org.ladera.present.time.BranchTree.Role;
import org.ladera.present.time.BranchTree.Row;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.text.Messages;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.theme.Tokens;

/** The tree of branches, what can be done with the chosen one, and two of them side by side. */
final class BranchesPanel extends TimePanel {
  private final Consumer<Command> send;
  private final BranchList list;
  private final Button show;
  private final Button compare;
  private final Button rename;
  private final Button delete;
  private final Button undo;
  private final CompareTable table;
  private final TextFlow hint;
  private @Nullable BranchTree shown;

  BranchesPanel(Consumer<Command> send, Messages messages, Tokens tokens, Runnable close) {
    super("branch.title", messages, tokens, close);
    this.send = send;
    list =
        new BranchList(
            messages,
            tokens,
            this::wish,
            (row, name) -> send.accept(new Command.NameBranch(row.id(), name)),
            this::fit);
    show = push("branch.show", "branch-show", () -> wish(BranchList.Wish.SHOW));
    compare = push("branch.compare", "branch-compare", () -> wish(BranchList.Wish.COMPARE));
    rename = push("branch.rename", "branch-rename", list::rename);
    delete = push("branch.delete", "branch-delete", () -> wish(BranchList.Wish.DELETE));
    undo = push("branch.undo", "branch-undo", () -> send.accept(new Command.Undo()));
    FlowPane buttons =
        new FlowPane(tokens.px(6), tokens.px(6), show, compare, rename, delete, undo);
    table = new CompareTable(tokens);
    hint = words(messages.text("branch.hint"), 12, tokens.muted());
    TextFlow keys = words(messages.text("branch.keys"), 12, tokens.muted());
    getChildren().addAll(hint, list, buttons, table, keys);
  }

  private Button push(String key, String id, Runnable action) {
    Button button = new PushButton(messages.text(key), action);
    button.setId(id);
    return button;
  }

  private void wish(BranchList.Wish wish) {
    list.choice().ifPresent(row -> wish(wish, row));
  }

  private void wish(BranchList.Wish wish, Row row) {
    if (row.role() == Role.ON_STAGE) {
      return;
    }
    send.accept(
        switch (wish) {
          case SHOW -> new Command.SwitchBranch(row.id());
          case COMPARE ->
              new Command.Compare(
                  row.role() == Role.COMPARED ? Optional.empty() : Optional.of(row.id()));
          case DELETE -> new Command.DeleteBranch(row.id());
        });
  }

  @Override
  void show(NotatedFrame now) {
    Frame frame = now.shown();
    BranchTree tree = BranchTree.of(frame, messages);
    if (tree.equals(shown)) {
      return;
    }
    shown = tree;
    list.show(tree.rows());
    hint.setVisible(tree.rows().size() == 1);
    hint.setManaged(tree.rows().size() == 1);
    undo.setDisable(!tree.canUndo());
    tree.comparison().ifPresent(table::show);
    table.setVisible(tree.comparison().isPresent());
    table.setManaged(tree.comparison().isPresent());
    fit();
  }

  /** Only what the chosen branch allows. */
  private void fit() {
    if (show == null || undo == null) {
      return;
    }
    Optional<Row> row = list.choice();
    boolean other = row.isPresent() && row.get().role() != Role.ON_STAGE;
    boolean compared = row.isPresent() && row.get().role() == Role.COMPARED;
    show.setDisable(!other);
    compare.setDisable(!other);
    delete.setDisable(!other);
    rename.setDisable(row.isEmpty());
    compare.setText(messages.text(compared ? "branch.compare.end" : "branch.compare"));
  }
}
