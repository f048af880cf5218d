package org.ladera.present.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Evaluated;
import org.ladera.explain.ExplanationTree;
import org.ladera.explain.Notation;
import org.ladera.explain.Quantity;
import org.ladera.explain.RandomRuns;
import org.ladera.present.shared.Labels;
import org.ladera.session.Granularity;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** Updates of random runs, taken apart and walked through. */
class OpenUpdateTest {
  private static final int RUNS = 60;
  private static final Messages ENGLISH = Messages.load(Language.EN);
  private static final Messages SPANISH = Messages.load(Language.ES);

  private final RandomRuns runs = new RandomRuns(new SplittableRandom(20261124));
  private final SplittableRandom random = new SplittableRandom(7);

  private OpenUpdate any(Notation notation, int sample) {
    List<StepTrace> traces = runs.traces();
    return open(traces.get(random.nextInt(traces.size())), notation, sample);
  }

  private static OpenUpdate open(StepTrace trace, Notation notation, int sample) {
    return new OpenUpdate(
        trace, new OpenUpdate.Style(notation, ENGLISH, Labels.NONE, sample), Phase.Scope.UPDATE);
  }

  private static void same(double expected, double worked, double largest, String what) {
    assertEquals(expected, worked, 1e-9 * Math.abs(expected) + 1e-12 * largest + 1e-300, what);
  }

  @Test
  void everyNumberShownIsWhatItsAccountGives() {
    int checked = 0;
    for (int run = 0; run < RUNS; run++) {
      OpenUpdate update = any(Notation.ENGINE, run % 3 == 0 ? 1 : 0);
      for (int p = 0; p < update.phases().size(); p++) {
        for (int o = 0; o < update.operations(p).size(); o++) {
          Grid grid = update.operations(p).get(o).grid();
          int row = random.nextInt(grid.rows());
          int column = random.nextInt(grid.columns());
          StepPosition place =
              new StepPosition(p, o, new Grid.Cell(row, column), StepPosition.Reach.PHASE);
          Breakdown breakdown = Breakdown.of(update, place);
          double shown = grid.value(row, column);
          Evaluated worked = Evaluated.of(breakdown.expression());
          String what =
              update.phases().get(p) + " " + grid.id() + " of " + update.trace().experiment();
          same(shown, worked.value(), worked.largest(), what);
          assertEquals(shown, breakdown.value(), what);
          assertEquals(shown, breakdown.parts().getLast().value(), what);
          checked++;
        }
      }
    }
    assertTrue(checked > 1500, "only " + checked);
  }

  /** What stands left of the equals sign gives what stands right of it, matrix by matrix. */
  @Test
  void factorsOfADeltaMultiplyToItAndSharesAddToTheGradient() {
    int deltas = 0;
    for (int run = 0; run < RUNS; run++) {
      OpenUpdate update = any(Notation.ENGINE, 0);
      for (int p = 0; p < update.phases().size(); p++) {
        List<OpenUpdate.Operation> all = update.operations(p);
        Equation first = all.getFirst().equation();
        Optional<Grid> slope =
            first.results().stream().filter(g -> g.id().startsWith("slope")).findFirst();
        Optional<Grid> pull =
            first.results().stream().filter(g -> g.id().startsWith("pull")).findFirst();
        if (slope.isPresent() && pull.isPresent()) {
          Grid delta = first.results().getLast();
          for (int r = 0; r < delta.rows(); r++) {
            for (int c = 0; c < delta.columns(); c++) {
              same(
                  delta.value(r, c),
                  pull.get().value(r, c) * slope.get().value(r, c),
                  Math.abs(pull.get().value(r, c)),
                  delta.id());
              deltas++;
            }
          }
        }
        if (update.phases().get(p).kind() == Phase.Kind.LOSS) {
          loss(update, first);
        }
        if (update.phases().get(p).kind() == Phase.Kind.GRADIENT) {
          shares(update, p);
        }
      }
    }
    assertTrue(deltas > 100, "only " + deltas);
  }

  private static void loss(OpenUpdate update, Equation first) {
    Grid share = first.results().getFirst();
    double sum = 0;
    double largest = 0;
    for (int r = 0; r < share.rows(); r++) {
      for (int c = 0; c < share.columns(); c++) {
        sum += share.value(r, c);
        largest = Math.max(largest, Math.abs(share.value(r, c)));
      }
    }
    boolean root = first.tex().contains("\\sqrt");
    double total = update.trace().factor() * sum;
    same(update.trace().dataLoss(), root ? Math.sqrt(total) : total, largest, first.tex());
  }

  /** The gradient of the batch is the sum of what each sample says alone. */
  private static void shares(OpenUpdate update, int phase) {
    int samples = update.trace().x().rows();
    Grid whole = update.operations(phase).getFirst().grid();
    double[] sums = new double[whole.size()];
    for (int i = 1; i <= samples; i++) {
      OpenUpdate alone = open(update.trace(), Notation.ENGINE, i);
      Grid share = alone.operations(phase).getFirst().grid();
      assertEquals(whole.rows(), share.rows());
      for (int k = 0; k < sums.length; k++) {
        sums[k] += share.value(k / whole.columns(), k % whole.columns());
      }
    }
    for (int k = 0; k < sums.length; k++) {
      same(whole.value(k / whole.columns(), k % whole.columns()), sums[k], 1, whole.id());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Granularity.class,
      names = {"TERM", "ELEMENT", "OPERATION", "PHASE"})
  void stepsForwardsVisitEverythingOnceAndBackwardsAreTheSameWay(Granularity size) {
    for (int run = 0; run < 12; run++) {
      OpenUpdate update = any(Notation.ENGINE, 0);
      List<StepPosition> way = new ArrayList<>();
      Optional<StepPosition> at = Optional.of(update.order().start(size));
      while (at.isPresent()) {
        way.add(at.get());
        at = update.order().next(at.get(), size);
      }
      int wanted = 0;
      for (int p = 0; p < update.phases().size(); p++) {
        wanted +=
            switch (size) {
              case TERM -> terms(update, p);
              case ELEMENT -> update.operations(p).stream().mapToInt(o -> o.grid().size()).sum();
              case OPERATION -> update.operations(p).size();
              default -> 1;
            };
      }
      assertEquals(wanted, way.size());
      assertEquals(update.order().end(size).phase(), way.getLast().phase());
      assertEquals(update.order().end(size).operation(), way.getLast().operation());
      List<String> back = new ArrayList<>();
      at = Optional.of(way.getLast());
      while (at.isPresent()) {
        back.add(name(at.get(), size));
        at = update.order().back(at.get(), size);
      }
      assertEquals(way.reversed().stream().map(p -> name(p, size)).toList(), back);
    }
  }

  private static int terms(OpenUpdate update, int phase) {
    int terms = 0;
    for (int o = 0; o < update.operations(phase).size(); o++) {
      Grid grid = update.operations(phase).get(o).grid();
      for (int i = 0; i < grid.size(); i++) {
        Grid.Cell cell = new Grid.Cell(i / grid.columns(), i % grid.columns());
        StepPosition place = new StepPosition(phase, o, cell, StepPosition.Reach.PHASE);
        terms += update.accumulation(place).terms().size();
      }
    }
    return terms;
  }

  @Test
  void theTermsOfANumberComeToIt() {
    int sums = 0;
    for (int run = 0; run < RUNS; run++) {
      OpenUpdate update = any(Notation.ENGINE, 0);
      for (int p = 0; p < update.phases().size(); p++) {
        for (int o = 0; o < update.operations(p).size(); o++) {
          Grid grid = update.operations(p).get(o).grid();
          Grid.Cell cell =
              new Grid.Cell(random.nextInt(grid.rows()), random.nextInt(grid.columns()));
          List<Accumulation.Term> terms =
              update.accumulation(new StepPosition(p, o, cell, StepPosition.Reach.PHASE)).terms();
          double value = grid.value(cell.row(), cell.column());
          double so = 0;
          double largest = 0;
          for (Accumulation.Term term : terms) {
            so =
                switch (term.way()) {
                  case FIRST, THROUGH -> term.value();
                  case ADDED -> so + term.value();
                  case TAKEN_AWAY -> so - term.value();
                  case MULTIPLIED -> so * term.value();
                  case DIVIDED -> so / term.value();
                };
            largest = Math.max(largest, Math.abs(term.value()));
            same(so, term.reached(), largest, grid.id());
            sums += term.way() == Accumulation.Way.ADDED ? 1 : 0;
          }
          same(value, terms.getLast().reached(), largest, grid.id());
        }
      }
    }
    assertTrue(sums > RUNS, "only " + sums);
  }

  /** The cell is a choice of the person where a step is larger than one. */
  private static String name(StepPosition place, Granularity size) {
    String where = place.phase() + "/" + place.operation();
    String element = where + "/" + place.cell();
    return size == Granularity.TERM
        ? element + "/" + place.terms()
        : size == Granularity.ELEMENT ? element : where;
  }

  @Test
  void nothingThatIsStillToComeIsShown() {
    for (int run = 0; run < 20; run++) {
      OpenUpdate update = any(Notation.ENGINE, 0);
      StepPosition place = update.order().start(Granularity.ELEMENT);
      int seen = 0;
      for (int steps = 0; steps < 200; steps++) {
        List<OpenUpdate.Operation> all = update.operations(place.phase());
        for (int o = 0; o < all.size(); o++) {
          Grid grid = all.get(o).grid();
          boolean last = update.isShown(place, grid, grid.rows() - 1, grid.columns() - 1);
          boolean done =
              o < place.operation()
                  || (o == place.operation()
                      && place.cell().equals(new Grid.Cell(grid.rows() - 1, grid.columns() - 1)));
          assertEquals(done, last, place + " " + grid.id());
          seen++;
        }
        Optional<StepPosition> next = update.order().next(place, Granularity.ELEMENT);
        if (next.isEmpty()) {
          break;
        }
        place = next.get();
      }
      assertTrue(seen > 0);
    }
  }

  @Test
  void everyOperandOfAnAccountHasItsPlaceUnlessItBelongsToAnotherUpdate() {
    int found = 0;
    for (int run = 0; run < RUNS; run++) {
      OpenUpdate update = any(Notation.ENGINE, 0);
      for (int p = 0; p < update.phases().size(); p++) {
        for (int o = 0; o < update.operations(p).size(); o++) {
          StepPosition place =
              new StepPosition(p, o, new Grid.Cell(0, 0), StepPosition.Reach.PHASE);
          for (Quantity q : ExplanationTree.operands(Breakdown.of(update, place).expression())) {
            Optional<StepPosition> there = update.find(q);
            assertTrue(there.isPresent(), q.name() + " of " + update.trace().experiment());
            assertEquals(Optional.of(q), update.quantity(there.get()));
            found++;
          }
        }
      }
    }
    assertTrue(found > 2000, "only " + found);
  }

  @Test
  void withSamplesInColumnsEveryMatrixLiesOnItsSideAndEveryProductStillFits() {
    Notation columns = Notation.ENGINE.with(Notation.Samples.COLUMNS);
    for (int run = 0; run < 30; run++) {
      List<StepTrace> traces = runs.traces();
      OpenUpdate rows = open(traces.getFirst(), Notation.ENGINE, 0);
      OpenUpdate turned = open(traces.getFirst(), columns, 0);
      for (int p = 0; p < rows.phases().size(); p++) {
        for (int o = 0; o < rows.operations(p).size(); o++) {
          Grid a = rows.operations(p).get(o).grid();
          Grid b = turned.operations(p).get(o).grid();
          assertEquals(a.rows(), b.columns());
          assertEquals(a.columns(), b.rows());
          assertEquals(a.value(a.rows() - 1, 0), b.value(0, a.rows() - 1), a.id());
        }
        fits(rows.operations(p).getFirst().equation());
        fits(turned.operations(p).getFirst().equation());
      }
    }
  }

  /** Inner sizes of a product of matrices are equal, the outer ones those of what comes out. */
  private static void fits(Equation equation) {
    List<Equation.Term> terms = equation.terms();
    if (terms.size() > 1 && terms.get(1).before().equals("\u00b7")) {
      Grid left = terms.get(0).grid();
      Grid right = terms.get(1).grid();
      Grid result = equation.results().getLast();
      assertEquals(left.columns(), right.rows(), equation.tex());
      assertEquals(left.rows(), result.rows(), equation.tex());
      assertEquals(right.columns(), result.columns(), equation.tex());
    }
  }

  /** What is supposed has neither targets nor a step; what it has, adds up as in an update. */
  @Test
  void aSupposedSampleEndsWithTheAnswerAndASupposedPointWithTheSlope() {
    for (int run = 0; run < RUNS; run++) {
      StepTrace trace = runs.traces().getFirst();
      OpenUpdate.Style style = new OpenUpdate.Style(Notation.ENGINE, SPANISH, Labels.NONE, 0);
      OpenUpdate sample = new OpenUpdate(trace, style, Phase.Scope.SAMPLE);
      assertEquals(Phase.Kind.ACTIVATION, sample.phases().getLast().kind());
      long update = trace.update();
      assertTrue(sample.find(new Quantity(Quantity.Kind.X, update, 0, 1, 1)).isPresent());
      assertTrue(sample.find(new Quantity(Quantity.Kind.Y, update, 0, 1, 1)).isEmpty());
      OpenUpdate point = new OpenUpdate(trace, style, Phase.Scope.LOSS);
      assertTrue(
          point.phases().stream()
              .noneMatch(p -> p.kind() == Phase.Kind.UPDATE || p.kind() == Phase.Kind.MEMORY));
      assertTrue(point.find(new Quantity(Quantity.Kind.LOSS, update, 0, 0, 0)).isPresent());
      Stepping stepping = new Stepping();
      stepping.show(trace, style, Phase.Scope.LOSS);
      stepping.toEnd();
      assertTrue(stepping.step(1).isEmpty());
    }
  }

  @Test
  void everyPlaceHasItsWordsInBothLanguages() {
    Set<String> titles = new HashSet<>();
    for (int run = 0; run < RUNS; run++) {
      StepTrace trace = runs.traces().getFirst();
      for (Messages messages : List.of(ENGLISH, SPANISH)) {
        Stepping stepping = new Stepping();
        stepping.show(
            trace,
            new OpenUpdate.Style(Notation.ENGINE, messages, Labels.NONE, 0),
            Phase.Scope.UPDATE);
        for (int p = 0; p < stepping.update().phases().size(); p++) {
          stepping.toPhase(p);
          StepModel model = StepModel.of(stepping);
          titles.add(model.title());
          assertTrue(!model.text().isBlank() && !model.head().isBlank());
          assertTrue(model.breakdown().parts().stream().noneMatch(part -> part.shown().isBlank()));
        }
      }
    }
    assertTrue(titles.size() >= 20, "only " + titles);
  }
}
