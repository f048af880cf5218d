package org.ladera.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.text.NumberSyntaxException.Expected;

class WrittenNumberTest {
  private static WrittenNumber first(String typed) throws NumberSyntaxException {
    return WrittenNumber.readings(typed).getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7/3 | 2.3333333333333335",
        "14/20 | 0.7",
        "½ | 0.5",
        "1½ | 1.5",
        "-⅔ | -0.6666666666666666",
        "70 % | 0.7",
        "70% | 0.7",
        "0,25 | 0.25",
        ".5 | 0.5",
        "+3 | 3",
        "−0.43 | -0.43",
        "–0.43 | -0.43",
        "4.54·10^-5 | 4.54e-5",
        "4.54×10⁻⁵ | 4.54e-5",
        "4,54·10⁻⁵ | 4.54e-5",
        "4.54 * 10^(-5) | 4.54e-5",
        "4.5e-5 | 4.5e-5",
        "4.5E−5 | 4.5e-5",
        "0.25^8 | 1.52587890625e-5",
        "2⁻³ | 0.125",
        "-2^2 | -4",
        "2^3^2 | 512",
        "ln 3 | 1.0986122886681098",
        "ln(3)/2 | 0.5493061443340549",
        "log10 1000 | 3",
        "sqrt(2) | 1.4142135623730951",
        "√2 | 1.4142135623730951",
        "2√9 | 6",
        "2π | 6.283185307179586",
        "e | 2.718281828459045",
        "e^-1 | 0.36787944117144233",
        "1/(1 + e^-1) | 0.7310585786300049",
        "1.015 − 0.01·103.6 | -0.021",
        "12 345 | 12345",
        "11.198,8 | 11198.8",
        "11,198.8 | 11198.8",
        "1.234.567 | 1234567",
        "-11\u202f200 | -11200",
      })
  void isReadAsPeopleWriteIt(String typed, double value) throws NumberSyntaxException {
    assertEquals(value, first(typed).value(), 1e-12 * Math.abs(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.50 | 2",
        "0.143 | 3",
        "4.5·10⁻⁵ | 2",
        "-4.54e-5 | 3",
        "70 % | 2",
        "1200 | 4",
        "12\u202f345 | 5",
      })
  void itsDigitsAreThoseThatWereTyped(String typed, int digits) throws NumberSyntaxException {
    assertEquals(digits, first(typed).digits());
  }

  @Test
  void anExpressionHasAllItsDigits() throws NumberSyntaxException {
    assertEquals(0, first("7/3").unit());
    assertEquals(0, first("10^-5").unit());
  }

  @Test
  void oneSignBeforeThreeDigitsMayStandBetweenThousands() throws NumberSyntaxException {
    assertEquals(1.015, WrittenNumber.readings("1.015").get(0).value());
    assertEquals(1015, WrittenNumber.readings("1.015").get(1).value());
    assertEquals(1, WrittenNumber.readings("0.015").size());
    assertEquals(1, WrittenNumber.readings("1.0154").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eight | WORD",
        "NaN | WORD",
        "2x3y | OPERATOR",
        "log 2 | LOGARITHM",
        "2 3 | OPERATOR",
        "2) | OPENING",
        "(2 | CLOSING",
        "2 + | MORE",
        "*2 | OPERAND",
        "1.2.3 | DIGITS",
        "1,23,456 | DIGITS",
        "2e | OPERATOR",
        "1/0 | VALUE",
        "ln 0 | VALUE",
        "√(-1) | VALUE",
        "1e999 | VALUE",
        "9^9^9^9 | VALUE",
      })
  void whatIsNoNumberSaysWhy(String typed, Expected expected) {
    assertEquals(
        expected,
        assertThrows(NumberSyntaxException.class, () -> WrittenNumber.readings(typed)).expected());
  }

  @Test
  void everyFaultHasASentenceInBothLanguages() {
    for (Language language : Language.values()) {
      Messages messages = Messages.load(language);
      for (String typed :
          new String[] {"eight", "log 2", "2 3", "2)", "(2", "2+", "1.2.3", "1/0"}) {
        String sentence =
            assertThrows(NumberSyntaxException.class, () -> WrittenNumber.readings(typed))
                .sentence(messages);
        assertFalse(sentence.contains("{"), sentence);
      }
    }
  }

  @Test
  void itsSizeIsBoundedAndNoTextEndsInAnythingElse() {
    assertEquals(
        Expected.SHORTER,
        assertThrows(NumberSyntaxException.class, () -> WrittenNumber.readings("(".repeat(60)))
            .expected());
    assertEquals(
        Expected.SHORTER,
        assertThrows(NumberSyntaxException.class, () -> WrittenNumber.readings("1".repeat(5000)))
            .expected());
    SplittableRandom random = new SplittableRandom(11);
    String signs = "0123456789.,eE+-−^()/·×%√π½⁻²³ lnsqrtogxp\u202f";
    for (int i = 0; i < 20000; i++) {
      StringBuilder typed = new StringBuilder();
      random
          .ints(random.nextInt(1, 14), 0, signs.length())
          .forEach(c -> typed.append(signs.charAt(c)));
      try {
        assertTrue(Double.isFinite(first(typed.toString()).value()), typed::toString);
      } catch (NumberSyntaxException refused) {
        assertFalse(refused.getMessage().isEmpty());
      }
    }
  }
}
