package org.ladera.lesson.markup;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

class TexWordsTest {
  @Test
  void the_typesetter_knows_every_allowed_word() {
    Map<String, String> uses = new TreeMap<>();
    // A word without a sign stands for a factor that the notation writes in its place.
    TexWords.SIGNS.forEach(
        (w, sign) -> {
          if (!sign.isEmpty()) {
            uses.put(w, "a\\" + w + " b");
          }
        });
    TexWords.SILENT.forEach(
        w -> uses.put(w, w.endsWith("limits") ? "\\sum\\" + w + "_i x" : "\\" + w + " x"));
    TexWords.TEXT.forEach(w -> uses.put(w, "\\" + w + "{año}"));
    TexWords.SIZES.forEach(w -> uses.put(w, "\\" + w + "( x"));
    TexWords.ENVIRONMENTS.forEach(
        w ->
            uses.put(
                w,
                "\\begin{"
                    + w
                    + "}"
                    + (w.equals("array") ? "{cc}" : "")
                    + "a"
                    + (w.equals("gathered") ? "" : "&b")
                    + "\\end{"
                    + w
                    + "}"));
    TexWords.DELIMITERS.forEach(w -> uses.put(w, "\\left\\" + w + " x\\right."));
    TexWords.ARGUMENTS.forEach(
        (w, n) -> {
          // Colours are the program's own; rates and costs are numbers before they are set.
          if (!java.util.Set.of("loss", "data", "net", "weight", "delt", "grad", "rate", "cost")
              .contains(w)) {
            uses.put(w, "\\" + w + "{x}".repeat(n));
          }
        });
    uses.forEach(
        (word, tex) -> {
          assertEquals(Optional.empty(), TexCheck.of(tex, new TextPosition(1, 1)), tex);
          assertDoesNotThrow(
              () -> new TeXFormula(tex).createTeXIcon(TeXConstants.STYLE_DISPLAY, 20), tex);
        });
  }
}
