package org.ladera.present.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.engine.function.NamedFunction;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Trainer;
import org.ladera.explain.Evaluated;
import org.ladera.explain.Notation;
import org.ladera.explain.Quantity;
import org.ladera.present.shared.Labels;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** An update of a function, taken apart. */
class FunctionUpdateTest {
  private static OpenUpdate update(NamedFunction function) {
    Trainer trainer =
        new Trainer(
            Experiment.of(
                function.graph(),
                new double[] {function.startX(), function.startY()},
                new OptimizerSpec.Adam(0.05),
                new ScheduleSpec.Constant(),
                0));
    trainer.step();
    trainer.step();
    return new OpenUpdate(
        trainer.preview(),
        new OpenUpdate.Style(Notation.ENGINE, Messages.load(Language.EN), Labels.NONE, 0),
        Phase.Scope.UPDATE);
  }

  @Test
  void hasThePhasesOfADescentAndTheNamesOfItsVariables() {
    OpenUpdate update = update(NamedFunction.ROSENBROCK);
    assertEquals(
        List.of(
            Phase.Kind.SAMPLES,
            Phase.Kind.LOSS,
            Phase.Kind.GRADIENT,
            Phase.Kind.MEMORY,
            Phase.Kind.UPDATE),
        update.phases().stream().map(Phase::kind).toList());
    Quantity second = new Quantity(Quantity.Kind.GRADIENT_W, 2, 1, 1, 2);
    assertEquals("\\grad{\\partial J/\\partial y}", update.name(second));
    assertEquals("m_{x}", update.name(new Quantity(Quantity.Kind.MEMORY_W, 2, 1, 1, 1, "m")));
    assertTrue(update.operations(1).getFirst().equation().tex().contains("\\weight{x}^{2}"));
  }

  @Test
  void everyNumberIsWhatItsAccountGives() {
    for (NamedFunction function : NamedFunction.values()) {
      OpenUpdate update = update(function);
      for (int p = 0; p < update.phases().size(); p++) {
        for (int o = 0; o < update.operations(p).size(); o++) {
          Grid grid = update.operations(p).get(o).grid();
          for (int c = 0; c < grid.columns(); c++) {
            var place = new StepPosition(p, o, new Grid.Cell(0, c), StepPosition.Reach.PHASE);
            Evaluated worked = Evaluated.of(Breakdown.of(update, place).expression());
            assertEquals(
                grid.value(0, c),
                worked.value(),
                1e-12 * Math.max(1, worked.largest()),
                function + " " + grid.id());
          }
        }
      }
    }
  }
}
