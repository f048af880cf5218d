package org.ladera.present.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Notation;
import org.ladera.explain.RandomRuns;
import org.ladera.present.shared.Labels;
import org.ladera.session.Granularity;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** The small network of an open update holds what its matrices show, and no more. */
class DataFlowTest {
  private static final Messages MESSAGES = Messages.load(Language.EN);

  private final StepTrace trace = RandomRuns.traces(Xor.thesis(), 1).getFirst();
  private final Stepping stepping = new Stepping();

  @BeforeEach
  void begin() {
    begin(trace);
  }

  private void begin(StepTrace update) {
    stepping.resize(Granularity.TERM);
    stepping.show(
        update,
        new OpenUpdate.Style(Notation.ENGINE, MESSAGES, Labels.NONE, 0),
        Phase.Scope.UPDATE);
    stepping.toStart();
  }

  private StepModel to(Phase.Kind kind, int layer, int row, int column, int terms) {
    for (int i = 0; i < 10_000; i++) {
      StepModel model = StepModel.of(stepping);
      Phase phase = model.update().phase(model.place());
      boolean here =
          phase.kind() == kind
              && phase.layer() == layer
              && model.place().terms() == terms
              && model
                  .quantity()
                  .filter(q -> q.row() == row && q.column() == column && q.layer() == layer)
                  .isPresent();
      if (here) {
        return model;
      }
      stepping.step(1);
    }
    throw new AssertionError("never there");
  }

  private static List<String> shown(DataFlow flow, int layer) {
    return flow.layers().get(layer).units().stream().map(DataFlow.Unit::shown).toList();
  }

  private static double read(String shown) {
    return Double.parseDouble(shown.replace('\u2212', '-').replace("+", ""));
  }

  @Test
  void aUnitHoldsTheSumSoFarAndThoseAfterItNothing() {
    LayerTrace first = trace.layers().getFirst();
    // The last sample has two ones, so that a sum of two terms is known.
    int row = trace.x().rows();
    double sum = 0;
    for (int terms = 1; terms <= 2; terms++) {
      sum += trace.x().get(row - 1, terms - 1) * first.w().before().get(terms - 1, 0);
      StepModel model = to(Phase.Kind.NET_INPUT, 1, row, 1, terms);
      List<String> units = shown(model.dataFlow(), 1);
      assertEquals(sum, read(units.getFirst()), 6e-4, "after " + terms);
      assertTrue(units.stream().skip(1).allMatch(String::isEmpty), units.toString());
    }
    StepModel second = to(Phase.Kind.NET_INPUT, 1, row, 2, 2);
    assertEquals(first.z().get(row - 1, 0), read(shown(second.dataFlow(), 1).get(0)), 6e-4);
    assertEquals(first.z().get(row - 1, 1), read(shown(second.dataFlow(), 1).get(1)), 6e-4);
  }

  @Test
  void aTermOnItsWayLeavesInTheUnitWhatIsInTheCell() {
    StepModel model = to(Phase.Kind.NET_INPUT, 1, trace.x().rows(), 1, 2);
    Accumulation.Term term = model.term().orElseThrow();
    assertEquals("", shown(model.dataFlow(term, OptionalDouble.empty()), 1).getFirst());
    DataFlow waiting = model.dataFlow(term, OptionalDouble.of(0.625));
    assertEquals("0.625", shown(waiting, 1).getFirst());
  }

  @Test
  void layersOfADeepNetworkAreSeenWholeOrNotAtAllAndThoseThatAreLitAre() {
    begin(RandomRuns.traces(Xor.deep(), 1).getFirst());
    stepping.resize(Granularity.PHASE);
    int away = 0;
    for (int phase = 0; phase < 12; phase++) {
      DataFlow flow = StepModel.of(stepping).dataFlow();
      for (int l = 0; l < flow.layers().size(); l++) {
        double seen = flow.span().seen(l);
        boolean lit = flow.layers().get(l).units().stream().anyMatch(DataFlow.Unit::lit);
        assertTrue(seen == 1 || (seen == 0 && !lit), "layer " + l + " in phase " + phase);
        away += seen == 0 ? 1 : 0;
      }
      stepping.step(1);
    }
    assertTrue(away > 0);
  }

  @Test
  void deltasThatAreNotComputedYetAreNotShown() {
    int layer = trace.layers().size() - 1;
    StepModel model = to(Phase.Kind.DELTA, layer, 1, 1, 1);
    List<String> units = shown(model.dataFlow(), layer);
    assertTrue(!units.getFirst().isEmpty() && units.get(1).isEmpty(), units.toString());
    stepping.resize(Granularity.PHASE);
    stepping.step(1);
    units = shown(StepModel.of(stepping).dataFlow(), layer);
    assertTrue(units.stream().noneMatch(String::isEmpty), units.toString());
  }
}
