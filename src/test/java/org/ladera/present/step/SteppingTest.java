package org.ladera.present.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Notation;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;
import org.ladera.explain.RandomRuns;
import org.ladera.present.shared.Labels;
import org.ladera.session.Granularity;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** A person who walks through several updates, back and forth, and opens numbers on the way. */
class SteppingTest {
  private static final OpenUpdate.Style STYLE =
      new OpenUpdate.Style(Notation.ENGINE, Messages.load(Language.EN), Labels.NONE, 0);

  private final List<StepTrace> traces = RandomRuns.traces(Xor.thesis(), 3);
  private final Stepping stepping = new Stepping();

  /** Does what the session does: brings the update that was asked for. */
  private void bring(OptionalLong update) {
    if (update.isPresent() && update.getAsLong() < traces.size()) {
      stepping.show(traces.get((int) update.getAsLong()), STYLE, Phase.Scope.UPDATE);
    }
  }

  private String here() {
    return stepping.update().trace().update() + " " + stepping.place();
  }

  @Test
  void asManyStepsBackAsForwardsEndWhereTheyBegan() {
    for (Granularity size :
        List.of(Granularity.ELEMENT, Granularity.OPERATION, Granularity.PHASE)) {
      stepping.resize(size);
      stepping.show(traces.getFirst(), STYLE, Phase.Scope.UPDATE);
      stepping.toStart();
      List<String> way = new ArrayList<>();
      int updates = 0;
      while (updates < 2) {
        way.add(here());
        OptionalLong other = stepping.step(1);
        updates += other.isPresent() ? 1 : 0;
        bring(other);
      }
      for (int i = way.size() - 1; i >= 0; i--) {
        bring(stepping.step(-1));
        assertEquals(way.get(i), here(), size + " " + i);
      }
      assertEquals(OptionalLong.empty(), stepping.step(-1));
      assertEquals(way.getFirst(), here());
    }
  }

  @Test
  void openingNumbersLeavesATrailThatLeadsBack() {
    stepping.show(traces.get(1), STYLE, Phase.Scope.UPDATE);
    Quantity after = new Quantity(Kind.W_AFTER, 1, 1, 2, 1);
    Quantity gradient = new Quantity(Kind.GRADIENT_W, 1, 1, 2, 1);
    Quantity delta = new Quantity(Kind.DELTA, 1, 1, 2, 1);
    bring(stepping.open(after));
    bring(stepping.open(gradient));
    bring(stepping.open(delta));
    assertEquals(
        List.of(after, gradient, delta),
        stepping.trail().subList(stepping.trail().size() - 3, stepping.trail().size()));
    assertEquals(new Phase(Phase.Kind.DELTA, 1), stepping.update().phase(stepping.place()));
    bring(stepping.open(gradient));
    assertEquals(gradient, stepping.trail().getLast());
    assertEquals(new Phase(Phase.Kind.GRADIENT, 1), stepping.update().phase(stepping.place()));
  }

  @Test
  void aWeightOfTheUpdateBeforeIsFoundThere() {
    stepping.show(traces.get(2), STYLE, Phase.Scope.UPDATE);
    Quantity before = new Quantity(Kind.W_AFTER, 1, 2, 3, 1);
    OptionalLong wanted = stepping.open(before);
    assertEquals(OptionalLong.of(1), wanted);
    bring(wanted);
    assertEquals(Phase.Kind.UPDATE, stepping.update().phase(stepping.place()).kind());
    assertEquals(java.util.Optional.of(before), stepping.update().quantity(stepping.place()));
    assertEquals(
        traces.get(2).layers().get(1).w().before().get(2, 0),
        stepping.update().expression(stepping.place()).value());
  }

  @Test
  void aWeightLeadsBackThroughTheUpdatesToTheStartOfTheRun() {
    stepping.show(traces.get(2), STYLE, Phase.Scope.UPDATE);
    bring(stepping.open(new Quantity(Kind.W, 2, 1, 1, 1)));
    List<Long> updates = new ArrayList<>();
    while (true) {
      Breakdown breakdown = Breakdown.of(stepping.update(), stepping.place());
      updates.add(stepping.update().trace().update());
      Quantity weight =
          breakdown.parts().stream()
              .flatMap(part -> part.operands().stream())
              .filter(q -> q.kind() == Kind.W || q.kind() == Kind.W_AFTER)
              .findFirst()
              .orElse(null);
      if (weight == null) {
        assertEquals(
            traces.getFirst().layers().getFirst().w().before().get(0, 0), breakdown.value());
        break;
      }
      bring(stepping.open(weight));
    }
    assertEquals(List.of(2L, 1L, 1L, 0L, 0L), updates);
  }

  @Test
  void aRunThatGoesOnKeepsThePhaseAndTheElement() {
    stepping.show(traces.getFirst(), STYLE, Phase.Scope.UPDATE);
    bring(stepping.open(new Quantity(Kind.DELTA, 0, 1, 3, 2)));
    StepPosition before = stepping.place();
    stepping.show(traces.get(2), STYLE, Phase.Scope.UPDATE);
    assertEquals(before, stepping.place());
    assertEquals(2, stepping.trail().getLast().update());
  }

  @Test
  void anotherNetworkBeginsAtItsStart() {
    RandomRuns runs = new RandomRuns(new SplittableRandom(5));
    for (int i = 0; i < 40; i++) {
      stepping.show(runs.traces().getFirst(), STYLE, Phase.Scope.UPDATE);
      assertTrue(stepping.place().phase() < stepping.update().phases().size());
      stepping.toEnd();
      StepModel model = StepModel.of(stepping);
      assertEquals(model.phases().size(), model.place().phase() + 1);
    }
  }
}
