package org.ladera.present.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ladera.text.RichText;
import org.ladera.text.RichText.Span;
import org.ladera.text.RichText.Style;

class LabelsTest {
  @Test
  void formulasInTheNameOfARunBecomeSymbols() {
    Labels labels = new Labels(Map.of("run.edge", "con $\\eta = 0{,}0108$", "run.main", "lote"));
    assertEquals("con $η = 0,0108$", labels.run("edge", ""));
    assertEquals("lote", labels.run("main", ""));
    assertEquals("x", labels.run("other", "x"));
  }

  @Test
  void anIndexOfSeveralSignsStaysTogetherInTheQuestionOverAView() {
    Labels labels = new Labels(Map.of("delta", "¿Cuánto vale $\\delt{\\delta^{[1]}_1}$?"));
    String question = labels.question("delta");
    assertEquals(
        List.of(
            new Span("¿Cuánto vale ", Style.TEXT),
            new Span("δ", Style.SYMBOL),
            new Span("[1]", Style.RAISED),
            new Span("1", Style.LOWERED),
            new Span("?", Style.TEXT)),
        RichText.parse(question).spans());
  }
}
