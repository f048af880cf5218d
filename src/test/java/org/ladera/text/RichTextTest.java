package org.ladera.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ladera.text.RichText.Span;
import org.ladera.text.RichText.Style;

class RichTextTest {
  @Test
  void lettersBetweenDollarSignsAreSymbols() {
    assertEquals(
        List.of(new Span("J", Style.SYMBOL), new Span(" (log)", Style.TEXT)),
        RichText.parse("$J$ (log)").spans());
  }

  @Test
  void groupsAndSingleCharactersAreLoweredAndRaised() {
    assertEquals(
        List.of(
            new Span("r", Style.SYMBOL),
            new Span("12", Style.LOWERED),
            new Span("W", Style.SYMBOL),
            new Span("2", Style.RAISED),
            new Span("1", Style.LOWERED),
            new Span("3", Style.TEXT)),
        RichText.parse("$r_(12)$$W^2_13$").spans());
  }

  /** The third index of a symbol begins a pair of its own: none stands over two others. */
  @Test
  void theSecondOfTwoIndicesStandsOverOrUnderTheFirst() {
    assertStacked("$W_1^2$", 2);
    assertStacked("$W^2_1$", 2);
    assertStacked("$W_1^2_3^4$", 2, 4);
    assertStacked("$W_1$ + $b^2$");
    assertStacked("$W_1b^2$");
  }

  private static void assertStacked(String source, Integer... expected) {
    RichText text = RichText.parse(source);
    List<Integer> found =
        IntStream.range(0, text.spans().size()).filter(text::isStacked).boxed().toList();
    assertEquals(List.of(expected), found, source);
  }

  @Test
  void carelessTextsAreStillShown() {
    for (String careless : List.of("", "$", "$J", "a$", "$r_", "$r_(12", "$_$", ")(", "$)$")) {
      RichText.parse(careless).plain();
    }
    assertEquals("r12", RichText.parse("$r_(12").plain());
  }

  @Test
  void theSpokenTextHasNoMarks() {
    assertEquals("ŷ = b + w x", RichText.parse("$ŷ$ = $b$ + $w$ $x$").plain());
  }

  @Test
  void aTextCanBeShortenedUntilNothingIsLeft() {
    RichText text = RichText.parse("costo $J_(12)$");
    int before = text.plain().length() + 1;
    while (!text.spans().isEmpty()) {
      text = text.shortened();
      int now = text.plain().length();
      assertTrue(now < before || now == 1, text.plain());
      assertTrue(text.spans().isEmpty() || text.plain().endsWith("\u2026"), text.plain());
      before = now == 1 ? 1 : now + 1;
    }
  }
}
