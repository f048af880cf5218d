package org.ladera.lesson.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class TexCheckTest {
  private static final TextPosition HERE = new TextPosition(1, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "J(\\theta)=\\frac{1}{2m}\\sum_{i=1}^{m}\\left(h_\\theta(x^{(i)})-y^{(i)}\\right)^2",
        "\\grad{\\frac{\\partial J}{\\partial w}}=\\num{dW[1][1,1]}",
        "w'=\\num[6]{W[1][1,1]}-\\exact{rate}\\cdot\\grad{\\num{dW[1][1,1]}}",
        "\\num{raw/condition}+\\num{start:b[1][1]}+\\num{W'[1][1,1]}",
        "\\begin{cases}1&\\text{si } x\\ge 0\\\\0&\\text{si no}\\end{cases}",
        "\\left\\{x\\mid x>0\\right\\}",
        "\\sqrt[3]{x}+\\hat y+x_\\eta^2+\\tfrac12",
        "0{,}01\\cdot 10^{-3}\\,\\%"
      })
  void formulas_of_lessons_are_accepted(String tex) {
    assertEquals(Optional.empty(), TexCheck.of(tex, HERE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\\newcommand{\\x}{\\x}\\x; UNKNOWN_COMMAND",
        "\\includegraphics{a.png}; UNKNOWN_COMMAND",
        "\\def\\x{1}; UNKNOWN_COMMAND",
        "\\makeatletter; UNKNOWN_COMMAND",
        "\\-; UNKNOWN_COMMAND",
        "x\\; UNKNOWN_COMMAND",
        "\\textcolor{red}{x}; UNKNOWN_COMMAND",
        "\\begin{tabular}x\\end{tabular}; UNKNOWN_ENVIRONMENT",
        "\\begin{array}{p}x\\end{array}; MISSING_ARGUMENT",
        "\\begin{matrix}x\\end{pmatrix}; ENVIRONMENT_NOT_CLOSED",
        "\\begin{matrix}x; ENVIRONMENT_NOT_CLOSED",
        "x\\end{matrix}; ENVIRONMENT_NOT_CLOSED",
        "\\frac{1}{2; BRACE_NOT_CLOSED",
        "x}; BRACE_NOT_OPENED",
        "\\left( x; DELIMITER_NOT_CLOSED",
        "x\\right); DELIMITER_NOT_OPENED",
        "\\left x\\right); MISSING_DELIMITER",
        "\\frac{1}; MISSING_ARGUMENT",
        "\\frac; MISSING_ARGUMENT",
        "x^; MISSING_ARGUMENT",
        "x_^2; MISSING_ARGUMENT",
        "\\hat\\frac12; MISSING_ARGUMENT",
        "\\text{αβ}; NOT_IN_TEXT",
        "\\text{$x$}; NOT_IN_TEXT",
        "a&b; OUTSIDE_TABLE",
        "a\\\\b; OUTSIDE_TABLE",
        "α+1; STRAY_CHARACTER",
        "50 % de x; STRAY_CHARACTER",
        "x@y; STRAY_CHARACTER",
        "\\num{}; BAD_READING",
        "\\num J; BAD_READING",
        "\\num[99]{J}; BAD_READING",
        "\\exact[3]{J}; BAD_READING"
      })
  void slips_and_dangers_are_refused(String tex, TextFault.Kind kind) {
    assertEquals(kind, TexCheck.of(tex, HERE).map(TextFault::kind).orElse(null), tex);
  }

  @Test
  void size_and_depth_have_limits() {
    assertEquals(TextFault.Kind.TOO_LONG, TexCheck.of("x".repeat(2001), HERE).orElseThrow().kind());
    assertEquals(
        TextFault.Kind.TOO_DEEP,
        TexCheck.of("{".repeat(30) + "x" + "}".repeat(30), HERE).orElseThrow().kind());
  }

  @Test
  void every_fault_has_a_sentence_in_both_languages() {
    for (Language language : Language.values()) {
      Messages messages = Messages.load(language);
      for (TextFault.Kind kind : TextFault.Kind.values()) {
        TextFault fault = new TextFault(HERE, kind, "\\frac");
        String sentence = messages.text("fault." + fault.key(), fault.values());
        assertFalse(sentence.isBlank());
      }
    }
  }

  @Test
  void the_list_of_words_holds_nothing_that_defines_reads_or_draws_without_measure() {
    Map<String, String> signs = TexWords.SIGNS;
    for (String word :
        Set.of("def", "newcommand", "input", "rule", "scalebox", "color", "url", "jlmXML")) {
      assertFalse(signs.containsKey(word) || TexWords.known(word), word);
    }
  }
}
