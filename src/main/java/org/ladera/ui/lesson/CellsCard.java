package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ladera.lesson.markup.Markup;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.session.Frame;
import org.ladera.ui.control.PushButton;

/** A matrix with some cells to fill in, and a verdict for each of them. */
final class CellsCard implements CheckCard {
  /** More than any matrix to fill in has rows or columns. */
  private static final int FAR = 100;

  private final Check.Cells check;
  private final AnswerState state;
  private final Grader grader;
  private final StepScope scope;
  private final VBox box;
  private final Attempts attempts;

  /** In the order of the asked cells. */
  private final List<CellField> fields = new ArrayList<>();

  private final List<CellNumber> numbers = new ArrayList<>();
  private final NewestFrame newest;

  CellsCard(Check.Cells check, AnswerState state, Grader grader, StepScope scope) {
    this.check = check;
    this.state = state;
    this.grader = grader;
    this.scope = scope;
    newest = scope.newest(check.id());
    attempts = new Attempts(check, state, scope, this::update);
    List<String> texts = check.texts(state.typed());
    for (int i = 0; i < check.asked().size(); i++) {
      fields.add(field(check.asked().get(i), texts.get(i)));
    }
    PushButton button = new PushButton(scope.messages().text("lesson.check.button"), this::answer);
    String question = scope.labels().getOrDefault(check.id(), check.id());
    box =
        new VBox(
            scope.px(8),
            scope.line(question, LineStyle.body(scope.tokens())),
            head(),
            grid(),
            button,
            attempts);
    update();
  }

  /** The name of the matrix and its shape. */
  private Region head() {
    String shape =
        scope
            .messages()
            .text("lesson.cells.shape", Map.of("rows", check.rows(), "columns", check.columns()));
    HBox head =
        new HBox(
            scope.px(8),
            scope.line(
                "$" + MatrixSymbol.matrix(check.matrix()) + "$", LineStyle.control(scope.tokens())),
            scope.line(shape, LineStyle.caption(scope.tokens())));
    head.setAlignment(Pos.BASELINE_LEFT);
    return head;
  }

  private CellGrid grid() {
    List<Region> cells = new ArrayList<>();
    for (int row = 1; row <= check.rows(); row++) {
      for (int column = 1; column <= check.columns(); column++) {
        int asked = check.asked().indexOf(new Check.Cells.Cell(row, column));
        if (asked >= 0) {
          cells.add(fields.get(asked));
        } else {
          CellNumber number = new CellNumber(check.matrix(), row, column, name(row, column), scope);
          numbers.add(number);
          cells.add(number);
        }
      }
    }
    return new CellGrid(
        check.rows(), check.columns(), cells, scope.tokens(), scope.messages().numbers());
  }

  /** How a cell is called aloud. */
  private String name(int row, int column) {
    String matrix = Markup.plain(Markup.line("$" + MatrixSymbol.matrix(check.matrix()) + "$"));
    return scope
        .messages()
        .text("lesson.cells.cell", Map.of("matrix", matrix, "row", row, "column", column));
  }

  private CellField field(Check.Cells.Cell cell, String text) {
    return new CellField(
        name(cell.row(), cell.column()),
        text,
        scope.tokens(),
        new CellField.Listener() {
          @Override
          public void typed() {
            state.type(Check.Cells.answer(fields.stream().map(CellField::text).toList()));
          }

          @Override
          public void done() {
            answer();
          }

          @Override
          public void leave(KeyCode arrow) {
            neighbour(cell, arrow);
          }
        });
  }

  /** The focus goes to the nearest asked cell on that side, where there is one. */
  private void neighbour(Check.Cells.Cell from, KeyCode arrow) {
    int best = -1;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < fields.size(); i++) {
      int far = distance(from, check.asked().get(i), arrow);
      if (far > 0 && far < least) {
        least = far;
        best = i;
      }
    }
    if (best >= 0) {
      fields.get(best).focus();
    }
  }

  /**
   * How far {@code to} lies in the direction of the arrow, 0 when it does not: up and down count
   * rows first, sideways the own row comes first.
   */
  private static int distance(Check.Cells.Cell from, Check.Cells.Cell to, KeyCode arrow) {
    int down = to.row() - from.row();
    int across = to.column() - from.column();
    return switch (arrow) {
      case UP -> down < 0 ? -down * FAR + Math.abs(across) : 0;
      case DOWN -> down > 0 ? down * FAR + Math.abs(across) : 0;
      case LEFT -> across < 0 ? -across + FAR * Math.abs(down) : 0;
      default -> across > 0 ? across + FAR * Math.abs(down) : 0;
    };
  }

  private void answer() {
    String typed = Check.Cells.answer(fields.stream().map(CellField::text).toList());
    newest.with(frame -> answer(typed, frame));
  }

  private void answer(String typed, Frame frame) {
    Verdict verdict = grader.grade(check, typed, frame);
    state.type(typed);
    state.judge(verdict);
    update();
    scope.actions().answered(check, typed, verdict);
  }

  private void update() {
    for (int i = 0; i < fields.size(); i++) {
      Verdict one =
          switch (state.verdict()) {
            case Verdict.Partly(List<Verdict> each) -> each.get(i);
            case Verdict.Right right -> right;
            case Verdict.Wrong _,
                Verdict.FewDigits _,
                Verdict.Unreadable _,
                Verdict.Locked _,
                Verdict.NotYet _ ->
                new Verdict.NotYet();
          };
      fields.get(i).show(one, spoken(one));
    }
    attempts.update(
        newest
            .get()
            .map(
                frame ->
                    check.asked().stream()
                        .map(cell -> check.matrix().element(cell.row(), cell.column()))
                        .flatMap(reading -> reading.value(frame).stream().boxed())
                        .toList())
            .orElse(List.of()));
  }

  private String spoken(Verdict one) {
    return switch (one) {
      case Verdict.Right right -> scope.messages().text("lesson.cells.spoken.right");
      case Verdict.Wrong wrong -> scope.messages().text("lesson.cells.spoken.wrong");
      case Verdict.Unreadable unreadable -> scope.messages().text("lesson.cells.spoken.wrong");
      case Verdict.FewDigits fewDigits -> scope.messages().text("lesson.cells.spoken.digits");
      case Verdict.Locked locked -> "";
      case Verdict.NotYet notYet -> "";
      case Verdict.Partly partly -> "";
    };
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void render(NotatedFrame frame) {
    Frame now = frame.shown();
    if (check.othersShown()) {
      double greatest =
          numbers.stream()
              .map(number -> number.value(now))
              .flatMapToDouble(OptionalDouble::stream)
              .map(Math::abs)
              .max()
              .orElse(0);
      numbers.forEach(number -> number.show(now, greatest));
    }
    newest.take(now, this::update);
  }
}
