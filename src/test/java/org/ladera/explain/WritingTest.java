package org.ladera.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.engine.train.Trainer;
import org.ladera.explain.Quantity.Kind;
import org.ladera.explain.Writing.With;

class WritingTest {
  private final Explainer explainer =
      Explainer.of(new Trainer(IceCream.experiment(0.01)).preview());
  private final Quantity newWeight = new Quantity(Kind.W_AFTER, 0, 1, 1, 1);

  @Test
  void aNewWeightIsWrittenAsItsFormula() {
    Expression e = explainer.explain(newWeight).expression();
    assertEquals(
        "W[1][1,1] - eta · dW[1][1,1]", new PlainText(Notation.ENGINE).write(e, With.NAMES));
    assertEquals(
        "W(1)[1,1] - alpha · dW(1)[1,1]",
        new PlainText(Notation.ENGINE.with(Notation.Rate.ALPHA).with(Notation.Layers.PARENTHESES))
            .write(e, With.NAMES));
    assertEquals("W[1][0, 0] - eta * dW[1][0, 0]", new NumPy(Notation.ENGINE).write(e, With.NAMES));
  }

  @Test
  void numbersInPlaceOfNamesKeepAllTheirDigits() {
    Quantity z = new Quantity(Kind.Z, 0, 1, 2, 1);
    Expression e = explainer.explain(z).expression();
    assertEquals(
        "2.6 · 1.0151747625338823 + 1.5511928819147724",
        new PlainText(Notation.ENGINE).write(e, With.NUMBERS));
    assertEquals(
        "2,6 · 1,0151747625338823 + 1,5511928819147724",
        new PlainText(Notation.ENGINE.with(Notation.Decimal.COMMA)).write(e, With.NUMBERS));
  }

  @Test
  void samplesInColumnsTurnTheIndices() {
    Quantity z = new Quantity(Kind.Z, 0, 1, 7, 1);
    Notation columns = Notation.ENGINE.with(Notation.Samples.COLUMNS);
    assertEquals("z[1][1,7]", new PlainText(columns).name(z));
    assertEquals("z[1][0, 6]", new NumPy(columns).name(z));
  }

  @Test
  void bracketsKeepTheOrderOfOperations() {
    Expression a = new Expression.Literal(2);
    Expression minusThree = new Expression.Literal(-3);
    Expression sum = Expression.sum(a, minusThree);
    PlainText text = new PlainText(Notation.ENGINE);
    assertEquals("2 · (2 + (-3))", text.write(Expression.product(a, sum), With.NUMBERS));
    assertEquals(
        "2 / (2 · 2)", text.write(Expression.over(a, Expression.product(a, a)), With.NUMBERS));
    assertEquals("2 - (2 + (-3))", text.write(Expression.minus(a, sum), With.NUMBERS));
    assertEquals("(2 + (-3))^2", text.write(Expression.squared(sum), With.NUMBERS));
  }

  @Test
  void aTreeEndsInItsNumberAndNamesDataOnce() {
    List<String> lines =
        new ExplanationTree(explainer, new PlainText(Notation.ENGINE), 20).lines(newWeight);
    assertEquals("W_after[1][1,1] = " + explainer.value(newWeight), lines.getLast());
    assertEquals(1, lines.stream().filter(l -> l.strip().startsWith("x[3,1] = ")).count());
    assertTrue(lines.stream().anyMatch(l -> l.contains("y[16,1] = 4.1")));
  }

  @Test
  void whatAPersonTypesNamesANumber() {
    assertEquals(
        new Quantity(Kind.GRADIENT_W, 4, 2, 1, 1), Quantity.parse("dW[2][1, 1]", 4).orElseThrow());
    assertEquals(
        new Quantity(Kind.B_AFTER, 0, 3, 1, 2), Quantity.parse("b_after[3][2]", 0).orElseThrow());
    assertEquals(new Quantity(Kind.LOSS, 0, 0, 0, 0), Quantity.parse("loss", 0).orElseThrow());
    for (String wrong : List.of("dW[2]", "W", "loss[1]", "b[1][1,2]", "q[1][1,1]", "")) {
      assertTrue(Quantity.parse(wrong, 0).isEmpty(), wrong);
    }
  }
}
