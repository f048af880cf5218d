package org.ladera.present.step;

import static org.ladera.engine.spec.ParameterRef.Kind.BIAS;
import static org.ladera.engine.spec.ParameterRef.Kind.WEIGHT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Quantity;
import org.ladera.session.Granularity;

/**
 * Where a person stands while they step through updates, and the trail of the numbers they opened
 * on the way. It moves inside the update that is open; when the way leads into another one it says
 * which, and goes on as soon as it gets that one's trace.
 */
public final class Stepping {
  private static final Pattern CELL = Pattern.compile("(\\d{1,6})\\s*[,;. ]\\s*(\\d{1,6})");

  /** Null while nothing is open, when nobody asks for anything else than that. */
  @SuppressWarnings("NullAway.Init")
  private OpenUpdate update;

  @SuppressWarnings("NullAway.Init")
  private StepPosition place;

  private Granularity size = Granularity.PHASE;
  private final List<Quantity> trail = new ArrayList<>();
  private Pending pending = new Pending.None();

  /** What is to be done when the trace of another update comes. */
  private sealed interface Pending {
    record None() implements Pending {}

    record Start() implements Pending {}

    record End() implements Pending {}

    record Find(Quantity quantity) implements Pending {}
  }

  /** Shows a trace; the place stays where it can, or goes where a step before wanted to go. */
  public void show(StepTrace trace, OpenUpdate.Style style, Phase.Scope scope) {
    boolean other = update == null || trace.update() != update.trace().update();
    boolean shaped =
        update != null
            && trace.experiment().network().equals(update.trace().experiment().network())
            && Phase.of(trace, scope).equals(update.phases());
    StepPosition before = place;
    update = new OpenUpdate(trace, style, scope);
    if (before == null || !shaped) {
      place = update.order().start(size);
    } else {
      place = fitted(before);
    }
    if (other) {
      switch (pending) {
        case Pending.Start start -> go(update.order().start(size));
        case Pending.End end -> go(update.order().end(size));
        case Pending.Find(Quantity q) when q.update() != trace.update() -> {
          // The run was elsewhere for a moment; the update that is asked for is on its way.
          return;
        }
        case Pending.Find(Quantity q) -> update.find(q).ifPresent(p -> place = p);
        case Pending.None none -> renumber(trace.update());
      }
      pending = new Pending.None();
    }
  }

  /** The same numbers of the update that is open now. */
  private void renumber(long now) {
    trail.replaceAll(q -> q.at(now));
  }

  private StepPosition fitted(StepPosition before) {
    int phase = Math.min(before.phase(), update.phases().size() - 1);
    List<OpenUpdate.Operation> all = update.operations(phase);
    int operation = Math.min(before.operation(), all.size() - 1);
    Grid grid = all.get(operation).grid();
    Grid.Cell cell =
        new Grid.Cell(
            Math.min(before.cell().row(), grid.rows() - 1),
            Math.min(before.cell().column(), grid.columns() - 1));
    return new StepPosition(phase, operation, cell, before.open(), before.terms());
  }

  /** A place that this update does not have was asked of another picture, and is left alone. */
  private void go(StepPosition next) {
    if (!update.has(next)) {
      return;
    }
    place = next;
    pending = new Pending.None();
    trail.clear();
    update.quantity(place).ifPresent(trail::add);
  }

  public boolean isOpen() {
    return update != null;
  }

  public OpenUpdate update() {
    return update;
  }

  public StepPosition place() {
    return place;
  }

  public Granularity size() {
    return size;
  }

  /** How far one step goes from now on: an element, an operation or a phase. */
  public void resize(Granularity next) {
    size = next;
  }

  /** The numbers that were opened one from the other; the last one is shown, or near it. */
  public List<Quantity> trail() {
    return List.copyOf(trail);
  }

  /**
   * One step.
   *
   * @param direction +1 or −1
   * @return the update that has to be shown first, when the step leads out of this one
   */
  public OptionalLong step(int direction) {
    Optional<StepPosition> next =
        direction > 0 ? update.order().next(place, size) : update.order().back(place, size);
    if (next.isPresent()) {
      go(next.get());
      return OptionalLong.empty();
    }
    long number = update.trace().update() + direction;
    if (number < 0 || update.scope() == Phase.Scope.LOSS) {
      return OptionalLong.empty();
    }
    pending = direction > 0 ? new Pending.Start() : new Pending.End();
    return OptionalLong.of(number);
  }

  /** Whether the chosen element comes about in several terms. */
  public boolean accumulates() {
    return update.accumulation(place).terms().size() > 1;
  }

  /** Begins to put the chosen element together, term by term. */
  public void begin() {
    place = place.withTerms(1);
  }

  /** Whether all terms of the chosen element are there. */
  public boolean isTogether() {
    return place.terms() == 0 || place.terms() >= update.accumulation(place).terms().size();
  }

  /** To the first phase of another layer, or to the end where there is none. */
  public void nextLayer(int direction) {
    update
        .order()
        .nextLayer(place, direction)
        .ifPresentOrElse(this::go, direction > 0 ? this::toEnd : this::toStart);
  }

  public void toStart() {
    go(update.order().start(size));
  }

  public void toEnd() {
    go(update.order().end(size));
  }

  /** To a phase, all of it. */
  public void toPhase(int phase) {
    if (phase >= 0 && phase < update.phases().size()) {
      go(update.order().whole(phase, place.cell()));
    }
  }

  /**
   * Chooses an element of a grid that is computed here.
   *
   * @param phase the one that the person sees it in; while another one is open already, nothing is
   *     chosen
   */
  public void choose(int phase, int operation, Grid.Cell cell) {
    if (phase == place.phase()) {
      go(new StepPosition(phase, operation, cell, place.open()));
    }
  }

  /**
   * Opens a number: goes to where it is computed, and keeps the way back.
   *
   * @return the update that has to be shown first, when it is another one
   */
  public OptionalLong open(Quantity q) {
    int known = trail.indexOf(q);
    if (known >= 0) {
      trail.subList(known + 1, trail.size()).clear();
    } else {
      trail.add(q);
    }
    if (update == null || q.update() != update.trace().update()) {
      pending = new Pending.Find(q);
      return OptionalLong.of(q.update());
    }
    update.find(q).ifPresent(p -> place = p);
    return OptionalLong.empty();
  }

  /**
   * Goes to a number by its name ({@code delta[1][2,1]}), or to a cell of the grid that is open by
   * row and column.
   *
   * @return whether there is such a number
   */
  public boolean search(String typed) {
    Matcher cell = CELL.matcher(typed.strip());
    if (cell.matches()) {
      Grid grid = update.operation(place).grid();
      int row = Integer.parseInt(cell.group(1));
      int column = Integer.parseInt(cell.group(2));
      if (row >= 1 && row <= grid.rows() && column >= 1 && column <= grid.columns()) {
        choose(place.phase(), place.operation(), new Grid.Cell(row - 1, column - 1));
        return true;
      }
    }
    Optional<Quantity> named =
        Quantity.parse(typed, update.trace().update()).filter(q -> update.find(q).isPresent());
    named.ifPresent(this::open);
    return named.isPresent();
  }

  /** Forgets the way here. */
  public void forget() {
    trail.clear();
  }

  /** Begins anew: nothing is open. */
  @SuppressWarnings("NullAway")
  public void close() {
    update = null;
    place = null;
    trail.clear();
    pending = new Pending.None();
  }

  /**
   * The parameter whose derivative is being worked out: the last one on the trail, or else one of
   * the chosen unit. Empty for what is supposed, for only the gradient of the run is checked.
   */
  public Optional<ParameterRef> derivative() {
    if (update.scope() != Phase.Scope.UPDATE) {
      return Optional.empty();
    }
    Phase phase = update.phase(place);
    return switch (phase.kind()) {
      case DELTA, GRADIENT, PENALTY -> {
        Optional<Quantity> here = update.quantity(place);
        List<Quantity> asked = new ArrayList<>(trail);
        here.ifPresent(asked::add);
        yield asked.reversed().stream()
            .map(Stepping::parameter)
            .flatMap(Optional::stream)
            .findFirst()
            .or(
                () ->
                    here.filter(q -> q.column() > 0)
                        .flatMap(q -> weightOf(phase.layer(), q.column())));
      }
      case SAMPLES, NET_INPUT, NORMALISATION, ACTIVATION, LOSS, MEMORY, UPDATE -> Optional.empty();
    };
  }

  /** A weight of the unit; none where nothing is learned. */
  private Optional<ParameterRef> weightOf(int layer, int unit) {
    LayerKind kind = update.trace().layers().get(layer - 1).spec().kind();
    return kind.weightColumns() == 0
        ? Optional.empty()
        : Optional.of(
            ParameterRef.weight(
                layer,
                1,
                kind instanceof LayerKind.Convolution c ? (unit - 1) / c.places() + 1 : unit));
  }

  private static Optional<ParameterRef> parameter(Quantity q) {
    return q.memory().isEmpty()
        ? q.kind()
            .parameter()
            .filter(kind -> kind == WEIGHT || kind == BIAS)
            .map(kind -> new ParameterRef(kind, q.layer(), q.row(), q.column()))
        : Optional.empty();
  }
}
