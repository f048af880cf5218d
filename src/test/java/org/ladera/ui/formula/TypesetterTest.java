package org.ladera.ui.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

class TypesetterTest {
  private static final Typesetter TYPESETTER = new Typesetter();

  @BeforeAll
  static void loaded() {
    TYPESETTER.awaitReady();
  }

  static Set<String> bombs() {
    return Set.of(
        "\\newcommand{\\x}{\\x}\\x",
        "\\newcommand{\\x}{\\y}\\newcommand{\\y}{\\x}\\x",
        "\\includegraphics{/etc/hostname}",
        "\\includegraphics{http://localhost:9/a.png}",
        "\\rule{1000000cm}{1000000cm}",
        "\\scalebox{1000000}{x}",
        "\\resizebox{1000000cm}{1000000cm}{x}",
        "\\jlmXML{x}",
        "\\jlmDynamic{x}",
        "\\DeclareMathSizes{9}{9}{9}{9}x",
        "\\magnification{1000000}x",
        "\\makeatletter x",
        "{".repeat(990) + "x" + "}".repeat(990),
        "{".repeat(20_000) + "x" + "}".repeat(20_000),
        "\\frac{1}{".repeat(180) + "x" + "}".repeat(180),
        "\\sqrt".repeat(390) + "x");
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void a_bomb_is_refused_at_once(String bomb) {
    Optional<Typeset> result =
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> TYPESETTER.typeset(bomb, true));
    assertTrue(result.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void a_bomb_that_slips_past_the_check_cannot_hang_the_library(String bomb) {
    boolean harmless =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () -> {
              try {
                var icon = new TeXFormula(bomb).createTeXIcon(TeXConstants.STYLE_DISPLAY, 20);
                return icon.getIconWidth() < 100_000;
              } catch (RuntimeException | StackOverflowError refused) {
                return true;
              }
            });
    assertTrue(harmless);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\loss{J}(b,w)=\\frac{1}{2}\\sum_i (b+w\\,\\data{x_i}-y_i)^2",
        "\\grad{\\nabla J}=\\begin{pmatrix}\\sum r_i\\\\\\sum r_i\\,\\data{x_i}\\end{pmatrix}",
        "\\delt{\\delta^1}=\\left(\\delt{\\delta^2}\\cdot(\\weight{W^2})^\\top\\r"
            + "ight)\\odot\\n"
            + "et{\\sigma'(z^1)}",
        "\\text{señal más pequeña, ¿cuánto?}",
        "\\begin{aligned} a&=b\\\\ &=c \\end{aligned}",
        "2/\\lambda_{\\text{máx}}=0{,}0108003"
      })
  void formulas_of_the_lessons_have_outlines(String tex) {
    Typeset set = TYPESETTER.typeset(tex, true).orElseThrow();
    assertTrue(set.width() > 0 && set.ascent() > 0);
    assertFalse(set.outlines().isEmpty());
  }

  @Test
  void each_meaning_has_its_own_outline() {
    Typeset set =
        TYPESETTER
            .typeset("\\loss{J}\\data{x}\\net{z}\\weight{w}\\delt{\\delta}\\grad{g}+1", false)
            .orElseThrow();
    assertEquals(
        Set.of(Ink.values()),
        set.outlines().stream().map(Typeset.Outline::ink).collect(Collectors.toSet()));
  }

  @Test
  void colour_does_not_change_the_measures_of_a_formula() {
    Typeset plain = TYPESETTER.typeset("b+wx=J", false).orElseThrow();
    Typeset coloured = TYPESETTER.typeset("b+w\\data{x}=\\loss{J}", false).orElseThrow();
    assertEquals(plain.width(), coloured.width(), 1);
    assertEquals(plain.ascent(), coloured.ascent(), 1e-6);
  }

  @Test
  void a_formula_that_is_too_wide_is_broken_into_lines() {
    String tex = "a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v+w+x+y+z";
    Typeset one = TYPESETTER.typeset(tex, true).orElseThrow();
    Typeset more = TYPESETTER.typeset(tex, true, 12).orElseThrow();
    assertTrue(more.width() <= 12 * Typeset.EM + 1, "width " + more.width());
    assertTrue(more.ascent() + more.descent() > 2.5 * (one.ascent() + one.descent()));
  }

  @Test
  void a_number_is_never_broken() {
    String tex = "w={1{,}2345678}\\cdot{9{,}8765432}";
    Typeset one = TYPESETTER.typeset(tex, true).orElseThrow();
    Typeset narrow = TYPESETTER.typeset(tex, true, 3).orElseThrow();
    assertTrue(narrow.width() > 0.7 * one.width(), "width " + narrow.width());
  }
}
