package org.ladera.present.step;

import java.util.List;
import java.util.Optional;
import org.ladera.session.Granularity;

/** The places of an update in their order, and how far a step of each size goes. */
public final class StepOrder {
  private final OpenUpdate update;

  StepOrder(OpenUpdate update) {
    this.update = update;
  }

  /** The first place of the update, as far as a step of this size goes. */
  public StepPosition start(Granularity size) {
    return inside(0, 0, size, new Grid.Cell(0, 0));
  }

  /** The last place of the update. */
  public StepPosition end(Granularity size) {
    int phase = update.phases().size() - 1;
    StepPosition place =
        inside(phase, update.operations(phase).size() - 1, size, new Grid.Cell(0, 0));
    return place.open() == StepPosition.Reach.ELEMENT ? last(place, size) : place;
  }

  /** A phase as it is when it is done. */
  public StepPosition whole(int phase, Grid.Cell wanted) {
    return inside(phase, 0, Granularity.PHASE, wanted);
  }

  private StepPosition inside(int phase, int operation, Granularity size, Grid.Cell wanted) {
    List<OpenUpdate.Operation> all = update.operations(phase);
    return switch (size) {
      case TERM -> StepPosition.at(phase, operation, StepPosition.Reach.ELEMENT).withTerms(1);
      case ELEMENT -> StepPosition.at(phase, operation, StepPosition.Reach.ELEMENT);
      case OPERATION ->
          clamped(new StepPosition(phase, operation, wanted, StepPosition.Reach.OPERATION));
      case PHASE, UPDATE, EPOCH -> {
        int about = update.phases().get(phase).kind() == Phase.Kind.SAMPLES ? 0 : main(all);
        yield clamped(new StepPosition(phase, about, wanted, StepPosition.Reach.PHASE));
      }
    };
  }

  /** The grid that a phase is about: the last one of its first equation. */
  private static int main(List<OpenUpdate.Operation> all) {
    int index = 0;
    while (index + 1 < all.size() && all.get(index + 1).equation() == all.get(0).equation()) {
      index++;
    }
    return index;
  }

  private StepPosition clamped(StepPosition place) {
    Grid grid = update.operation(place).grid();
    return place.withCell(
        new Grid.Cell(
            Math.clamp(place.cell().row(), 0, grid.rows() - 1),
            Math.clamp(place.cell().column(), 0, grid.columns() - 1)));
  }

  /**
   * One step on.
   *
   * @param size TERM, ELEMENT, OPERATION or PHASE; the terms of an element that is there begin anew
   * @return empty at the end of the update
   */
  public Optional<StepPosition> next(StepPosition from, Granularity size) {
    if (size == Granularity.TERM && from.terms() < terms(from)) {
      return Optional.of(from.withTerms(from.terms() + 1));
    }
    Grid grid = update.operation(from).grid();
    int index = index(grid, from);
    if (isSmall(size) && from.open() == StepPosition.Reach.ELEMENT && index + 1 < grid.size()) {
      StepPosition next = from.withCell(cell(grid, index + 1));
      return Optional.of(size == Granularity.TERM ? next.withTerms(1) : next);
    }
    boolean more = from.operation() + 1 < update.operations(from.phase()).size();
    if (size != Granularity.PHASE && from.open() != StepPosition.Reach.PHASE && more) {
      return Optional.of(inside(from.phase(), from.operation() + 1, size, from.cell()));
    }
    return from.phase() + 1 < update.phases().size()
        ? Optional.of(inside(from.phase() + 1, 0, size, from.cell()))
        : Optional.empty();
  }

  /** One step back; empty at the beginning of the update. */
  public Optional<StepPosition> back(StepPosition from, Granularity size) {
    if (size == Granularity.TERM) {
      int there = from.terms() == 0 ? terms(from) : from.terms();
      if (there > 1) {
        return Optional.of(from.withTerms(there - 1));
      }
    }
    Grid grid = update.operation(from).grid();
    int index = index(grid, from);
    if (isSmall(size) && from.open() == StepPosition.Reach.ELEMENT && index > 0) {
      return Optional.of(done(from.withCell(cell(grid, index - 1)), size));
    }
    if (size != Granularity.PHASE
        && from.open() != StepPosition.Reach.PHASE
        && from.operation() > 0) {
      return Optional.of(last(inside(from.phase(), from.operation() - 1, size, from.cell()), size));
    }
    if (from.phase() == 0) {
      return Optional.empty();
    }
    int phase = from.phase() - 1;
    int operation = update.operations(phase).size() - 1;
    return Optional.of(last(inside(phase, operation, size, from.cell()), size));
  }

  private static boolean isSmall(Granularity size) {
    return size == Granularity.TERM || size == Granularity.ELEMENT;
  }

  /** The last element of a grid, where elements are stepped through. */
  private StepPosition last(StepPosition place, Granularity size) {
    if (!isSmall(size)) {
      return place;
    }
    Grid grid = update.operation(place).grid();
    return done(place.withCell(cell(grid, grid.size() - 1)), size);
  }

  private StepPosition done(StepPosition place, Granularity size) {
    return size == Granularity.TERM ? place.withTerms(terms(place)) : place;
  }

  private int terms(StepPosition place) {
    return update.accumulation(place).terms().size();
  }

  private static int index(Grid grid, StepPosition place) {
    return place.cell().row() * grid.columns() + place.cell().column();
  }

  private static Grid.Cell cell(Grid grid, int index) {
    return new Grid.Cell(index / grid.columns(), index % grid.columns());
  }

  /** The first phase of the layer after (or, backwards, before) the one at {@code from}. */
  public Optional<StepPosition> nextLayer(StepPosition from, int direction) {
    int layer = update.phase(from).layer();
    for (int p = from.phase() + direction; p >= 0 && p < update.phases().size(); p += direction) {
      if (update.phases().get(p).layer() != layer) {
        return Optional.of(whole(p, from.cell()));
      }
    }
    return Optional.empty();
  }
}
