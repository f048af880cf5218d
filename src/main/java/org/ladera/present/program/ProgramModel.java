package org.ladera.present.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ladera.explain.comparison.ComparedQuantity;
import org.ladera.explain.comparison.ComparedQuantity.Kind;
import org.ladera.explain.comparison.ProgramComparison;
import org.ladera.present.program.Station.State;
import org.ladera.present.step.Grid;
import org.ladera.present.step.OpenUpdate;
import org.ladera.text.Messages;

/**
 * A program's numbers beside an update.
 *
 * @param stations the quantities in the order of the computation
 * @param beside the one that is looked at; empty where nothing was recognised
 * @param notes conventions that were recognised, and names that were not
 */
public record ProgramModel(
    List<Station> stations, Optional<Beside> beside, OptionalInt chosen, List<String> notes) {
  /** These stand on the way only where the program has them. */
  private static final Set<Kind> ONLY_GIVEN = Set.of(Kind.Y, Kind.W, Kind.B, Kind.DB, Kind.NEW_B);

  public ProgramModel {
    stations = List.copyOf(stations);
    notes = List.copyOf(notes);
  }

  /** The update alone: what a program may be compared in. */
  public static ProgramModel of(OpenUpdate update) {
    List<Station> stations =
        ComparedQuantity.of(update.trace()).stream()
            .filter(quantity -> !ONLY_GIVEN.contains(quantity.kind()))
            .map(quantity -> missing(update, quantity))
            .toList();
    return new ProgramModel(stations, Optional.empty(), OptionalInt.empty(), List.of());
  }

  /**
   * @param wanted the line that is looked at; the parting where there is no such line
   * @param cell of it, as drawn; the one that is furthest off where there is none
   */
  public static ProgramModel of(
      OpenUpdate update, ProgramComparison found, OptionalInt wanted, Optional<Grid.Cell> cell) {
    List<ProgramComparison.Line> lines = found.lines();
    OptionalInt chosen = wanted.isPresent() ? wanted : parting(lines);
    List<Station> stations = new ArrayList<>();
    for (ComparedQuantity quantity : ComparedQuantity.of(update.trace())) {
      OptionalInt line = line(lines, quantity);
      if (line.isPresent()) {
        stations.add(given(update, lines.get(line.getAsInt()), line.getAsInt()));
      } else if (!ONLY_GIVEN.contains(quantity.kind())) {
        stations.add(missing(update, quantity));
      }
    }
    Optional<Beside> beside =
        chosen.isEmpty()
            ? Optional.empty()
            : BesideBuilder.of(update, found, chosen.getAsInt(), cell);
    return new ProgramModel(stations, beside, chosen, notes(update, found));
  }

  private static OptionalInt parting(List<ProgramComparison.Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).equal()) {
        return OptionalInt.of(i);
      }
    }
    return lines.isEmpty() ? OptionalInt.empty() : OptionalInt.of(lines.size() - 1);
  }

  private static OptionalInt line(List<ProgramComparison.Line> lines, ComparedQuantity quantity) {
    for (int i = 0; i < lines.size(); i++) {
      ComparedQuantity other = lines.get(i).quantity();
      if (other.kind() == quantity.kind() && other.layer() == quantity.layer()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static Station missing(OpenUpdate update, ComparedQuantity quantity) {
    return new Station(
        tex(update, quantity),
        words(update, quantity),
        State.MISSING,
        update.style().messages().text("program.missing"),
        OptionalInt.empty());
  }

  private static Station given(OpenUpdate update, ProgramComparison.Line line, int index) {
    Messages messages = update.style().messages();
    State state =
        switch (line.standing()) {
          case EQUAL -> State.EQUAL;
          case PARTS -> State.PARTS;
          case FOLLOWS -> State.FOLLOWS;
          case APART -> State.APART;
          case AFTER -> State.AFTER;
        };
    String under =
        state == State.EQUAL
            ? shape(line, messages)
            : messages.text("program.state." + state.name().toLowerCase(Locale.ROOT));
    return new Station(
        tex(update, line.quantity()),
        words(update, line.quantity()),
        state,
        under,
        OptionalInt.of(index));
  }

  private static String shape(ProgramComparison.Line line, Messages messages) {
    int rows = line.quantity().expected().rows();
    int columns = line.quantity().expected().columns();
    return rows * columns == 1
        ? messages.text("program.number")
        : messages.text("program.shape", Map.of("rows", rows, "columns", columns));
  }

  static String tex(OpenUpdate update, ComparedQuantity quantity) {
    return quantity.kind() == Kind.J
        ? "\\loss{J}"
        : update.tex().matrix(quantity.number(update.trace().update(), 1, 1));
  }

  private static String words(OpenUpdate update, ComparedQuantity quantity) {
    return update
        .style()
        .messages()
        .text(
            "program.what." + quantity.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            Map.of("layer", quantity.layer()));
  }

  private static List<String> notes(OpenUpdate update, ProgramComparison found) {
    Messages messages = update.style().messages();
    List<String> notes = new ArrayList<>();
    if (found.transposed()) {
      notes.add(messages.text("compare.transposed"));
    }
    if (found.reversed()) {
      notes.add(messages.text("compare.reversed"));
    }
    if (found.factor() != 1) {
      notes.add(
          messages.text(
              "compare.factor", Map.of("factor", messages.numbers().shown(found.factor()))));
    }
    if (!found.unknown().isEmpty()) {
      notes.add(
          messages.text("program.unknown", Map.of("names", String.join(", ", found.unknown()))));
    }
    return notes;
  }
}
