package org.ladera.present.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ladera.explain.Notation;
import org.ladera.explain.Quantity;
import org.ladera.explain.Tex;
import org.ladera.explain.comparison.CodeLine;
import org.ladera.explain.comparison.ComparedQuantity;
import org.ladera.explain.comparison.GivenArray;
import org.ladera.explain.comparison.ProgramComparison;
import org.ladera.explain.comparison.ProgramComparison.Line;
import org.ladera.present.step.Grid;
import org.ladera.present.step.OpenUpdate;
import org.ladera.text.Messages;

/** Lays a line of a comparison out as the update is drawn, and says what is wrong with it. */
final class BesideBuilder {
  /** What is wrong, in bold, and the sentences after it. */
  private static final Pattern HEADED = Pattern.compile("\\*\\*(.+?)\\.?\\*\\*\\s*(.*)");

  private final OpenUpdate update;
  private final ProgramComparison found;
  private final Line line;
  private final Messages messages;

  private BesideBuilder(OpenUpdate update, ProgramComparison found, Line line) {
    this.update = update;
    this.found = found;
    this.line = line;
    messages = update.style().messages();
  }

  /** Empty where the update draws no such matrix. */
  static Optional<Beside> of(
      OpenUpdate update, ProgramComparison found, int index, Optional<Grid.Cell> cell) {
    BesideBuilder builder = new BesideBuilder(update, found, found.lines().get(index));
    return builder.grid().map(grid -> builder.beside(grid, cell));
  }

  private Quantity number(int row, int column) {
    return line.quantity().number(update.trace().update(), row, column);
  }

  /** The matrix as a phase of the update has it. */
  private Optional<Grid> grid() {
    Quantity first = number(1, 1);
    // Without a penalty the loss of the data is all of J.
    return update
        .find(first)
        .or(
            () ->
                first.kind() == Quantity.Kind.TOTAL
                    ? update.find(new Quantity(Quantity.Kind.LOSS, first.update(), 0, 0, 0))
                    : Optional.empty())
        .map(place -> update.operation(place).grid());
  }

  private Beside beside(Grid grid, Optional<Grid.Cell> wanted) {
    GivenArray given = line.given();
    double[][] yours = new double[grid.rows()][grid.columns()];
    double[][] right = new double[grid.rows()][grid.columns()];
    boolean[][] wrong = new boolean[grid.rows()][grid.columns()];
    int different = 0;
    for (int r = 0; r < grid.rows(); r++) {
      for (int c = 0; c < grid.columns(); c++) {
        Quantity q = grid.quantity(r, c).orElseThrow();
        int row = Math.max(0, q.row() - 1);
        int column = Math.max(0, q.column() - 1);
        yours[r][c] = given.get(row, column);
        right[r][c] = line.quantity().expected().get(row, column);
        wrong[r][c] = !line.equal() && !given.isNear(right[r][c], row, column);
        different += wrong[r][c] ? 1 : 0;
      }
    }
    Grid.Cell chosen =
        wanted
            .filter(c -> c.row() < grid.rows() && c.column() < grid.columns())
            .or(() -> furthest(grid))
            .orElse(new Grid.Cell(0, 0));
    Quantity q = grid.quantity(chosen.row(), chosen.column()).orElseThrow();
    double mine = yours[chosen.row()][chosen.column()];
    double theirs = right[chosen.row()][chosen.column()];
    String verdict = verdict();
    Matcher headed = HEADED.matcher(verdict);
    boolean split = headed.matches();
    List<String> sentences = new ArrayList<>();
    if (split && !headed.group(2).isEmpty()) {
      sentences.add(headed.group(2));
    }
    after().ifPresent(sentences::add);
    return new Beside(
        ProgramModel.tex(update, line.quantity()),
        line.name(),
        grid,
        yours,
        right,
        wrong,
        chosen,
        messages.text("program.different", Map.of("different", different, "cells", grid.size())),
        new Beside.Figures(
            messages.numbers().shown(mine),
            messages.numbers().shown(theirs),
            theirs == 0 ? "–" : messages.numbers().shown(mine / theirs, 4)),
        update.account(q),
        split ? headed.group(1) : verdict,
        sentences,
        found.transposed()
            ? Optional.empty()
            : CodeLine.of(update.trace(), line.quantity(), mistake()),
        q);
  }

  private Optional<Grid.Cell> furthest(Grid grid) {
    return line.difference().flatMap(d -> grid.find(number(d.row(), d.column())));
  }

  /** Of a quantity that is not right with the program's own numbers either. */
  private Optional<String> mistake() {
    return switch (line.standing()) {
      case PARTS, APART -> line.difference().flatMap(ProgramComparison.Parting::mistake);
      case EQUAL, FOLLOWS, AFTER -> Optional.empty();
    };
  }

  private String verdict() {
    return switch (line.standing()) {
      case EQUAL -> messages.text(found.parting().isEmpty() ? "program.all" : "program.equal");
      case PARTS, APART ->
          mistake()
              .map(id -> messages.text(MistakeWords.key(id)))
              .orElseGet(() -> messages.text("program.no-mistake"));
      case FOLLOWS -> messages.text("program.follows", Map.of("first", first()));
      case AFTER -> messages.text("program.after", Map.of("first", first()));
    };
  }

  private String first() {
    return found.parting().map(p -> symbol(p.quantity())).orElse("");
  }

  /** As the texts write it: they are put into the reader's notation afterwards. */
  private String symbol(ComparedQuantity quantity) {
    Tex tex = new Tex(Notation.LESSONS, value -> "").of(update.trace().experiment().network());
    return quantity.kind() == ComparedQuantity.Kind.J
        ? "$J$"
        : "$" + tex.matrix(quantity.number(update.trace().update(), 1, 1)) + "$";
  }

  /** Of the first parting: whether the rest is right. */
  private Optional<String> after() {
    if (line.standing() != ProgramComparison.Standing.PARTS) {
      return Optional.empty();
    }
    List<String> right = new ArrayList<>();
    boolean others = false;
    for (Line other : found.lines()) {
      switch (other.standing()) {
        case FOLLOWS -> right.add(symbol(other.quantity()));
        case APART, AFTER -> others = true;
        case EQUAL, PARTS -> {}
      }
    }
    return right.isEmpty()
        ? Optional.empty()
        : Optional.of(
            messages.text(
                others ? "program.rest.some" : "program.rest.all",
                Map.of("names", String.join(", ", right))));
  }
}
