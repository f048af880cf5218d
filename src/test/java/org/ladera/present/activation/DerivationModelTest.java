package org.ladera.present.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.engine.oracle.Case;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.explain.Expression;
import org.ladera.explain.SigmoidProof;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Highlight;
import org.ladera.session.Scene;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class DerivationModelTest {
  private static DerivationModel at(ActivationSpec function, double z) {
    return DerivationModel.of(
        Unit.frame(Unit.at(function, z)),
        Unit.view(ViewSpec.Derivation.class, Scene.MAIN),
        Highlight.NONE,
        Messages.load(Language.EN));
  }

  @Test
  void everyLineIsTheDerivativeOnAGrid() {
    Case oracle = Case.load("e-activations");
    double[] grid = oracle.at("grid").numbers();
    Case exact = oracle.at("activations", "sigmoid", "exact_derivative");
    int compared = 0;
    for (int i = 0; i < grid.length; i++) {
      if (Math.abs(grid[i]) <= 37) {
        List<SigmoidProof.Line> lines = SigmoidProof.at(grid[i]);
        assertEquals(6, lines.size());
        for (SigmoidProof.Line line : lines.subList(1, 6)) {
          assertEquals(exact.at(i).number(), line.expression().value(), 1e-15);
          compared++;
        }
      }
    }
    assertTrue(compared >= 100, "the grid has points: " + compared);
  }

  @Test
  void theLinesAreDifferentArithmetic() {
    List<Expression> all =
        SigmoidProof.at(0.7).stream().map(SigmoidProof.Line::expression).toList();
    assertEquals(6, all.stream().distinct().count());
  }

  @Test
  void namesNumbersAndValuesStandInEachLine() {
    DerivationModel model = at(ActivationSpec.SIGMOID, 1);
    DerivationModel.Line chain = model.lines().get(1);
    assertEquals("−(1 + $e^(−z)$)$^(−2)$ · (−$e^(−z)$)", chain.formula());
    assertEquals("−(1 + 0.3679)$^(−2)$ · (−0.3679)", chain.numbers());
    assertEquals("chain rule", chain.reason());
    assertEquals("$σ$ · (1 − $σ$)", model.lines().get(5).formula());
    assertEquals("0.7311 · (1 − 0.7311)", model.lines().get(5).numbers());
    for (DerivationModel.Line line : model.lines().subList(1, 6)) {
      assertEquals("0.1966119332", line.value());
    }
    assertEquals("the program takes 0.1966119332", model.engine());
  }

  @Test
  void anotherFunctionHasAnotherProof() {
    assertEquals("This proof is that of the sigmoid", at(ActivationSpec.TANH, 1).missing());
    assertEquals(List.of(), at(ActivationSpec.TANH, 1).lines());
  }
}
