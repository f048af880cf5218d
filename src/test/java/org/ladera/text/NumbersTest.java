package org.ladera.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  private final Numbers spanish = new Numbers(',');
  private final Numbers english = new Numbers('.');

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.8452872530316955 | 1,845 | 1.845",
        "-0.43654 | −0,4365 | −0.4365",
        "0.0108003 | 0,0108 | 0.0108",
        "1500 | 1500 | 1500",
        "12345.678 | 12\u202f350 | 12\u202f350",
        "999.96 | 1000 | 1000",
        "0.00099996 | 0,001 | 0.001",
        "0.00052 | 5,2·10⁻⁴ | 5.2·10⁻⁴",
        "-1234567 | −1,235·10⁶ | −1.235·10⁶",
        "999960 | 1·10⁶ | 1·10⁶",
        "1.6e263 | 1,6·10²⁶³ | 1.6·10²⁶³",
        "4.9e-324 | 4,941·10⁻³²⁴ | 4.941·10⁻³²⁴",
        "0 | 0 | 0",
        "-0.0 | 0 | 0",
        "NaN | NaN | NaN",
        "Infinity | ∞ | ∞",
        "-Infinity | −∞ | −∞"
      })
  void fourDigitsInBothLanguages(double value, String inSpanish, String inEnglish) {
    assertEquals(inSpanish, spanish.shown(value));
    assertEquals(inEnglish, english.shown(value));
  }

  @Test
  void moreDigitsWhereTheyAreAskedFor() {
    assertEquals("0,0108003", spanish.shown(0.010800301, 6));
    assertEquals("1,99994", spanish.shown(1.9999444844, 6));
  }

  @Test
  void fixedDecimalsRoundHalfUpAndLoseTheSignOfZero() {
    assertEquals("2,27", spanish.fixed(2.267, 2));
    assertEquals("0,00", spanish.fixed(-0.001, 2));
    assertEquals("−0,01", spanish.fixed(-0.005000001, 2));
    assertEquals("10\u202f000,5", spanish.fixed(10000.5, 1));
  }

  /** All binary digits decide, also where two decimals are equally near or nearly so. */
  @Test
  void roundingGoesByTheNumberItself() {
    SplittableRandom random = new SplittableRandom(17);
    for (int i = 0; i < 200_000; i++) {
      int decimals = random.nextInt(0, 9);
      double value =
          switch (i % 4) {
            case 0 -> random.nextDouble(-20, 20);
            case 1 -> random.nextInt(-5000, 5000) / 16.0;
            case 2 -> (random.nextInt(-2000, 2000) + 0.5) / StrictMath.pow(10, decimals);
            default -> random.nextDouble(-1, 1) * StrictMath.pow(10, random.nextInt(-3, 6));
          };
      BigDecimal fixed = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
      assertEquals(0, fixed.compareTo(read(english.fixed(value, decimals))), () -> "" + value);
      int digits = random.nextInt(1, 8);
      BigDecimal some = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
      if (some.abs().doubleValue() >= 1e-3) {
        assertEquals(0, some.compareTo(read(english.shown(value, digits))), () -> "" + value);
      }
    }
  }

  private static BigDecimal read(String text) {
    return new BigDecimal(text.replace('\u2212', '-').replace("\u202f", ""));
  }

  @ParameterizedTest
  @CsvSource({"0.0039, 4", "0.077, 3", "0.5, 2", "1, 2", "17.4, 2", "0, 2", "3e-12, 6"})
  void theGreatestOfNumbersThatStandTogetherHasTwoDigits(double greatest, int decimals) {
    assertEquals(decimals, Numbers.decimals(greatest, 2));
  }

  @Test
  void truncationReproducesTheTableOfTheSlide() {
    assertEquals("0,750", spanish.truncated(0.75, 3));
    assertEquals("1,869", spanish.truncated(1.8698800000000002, 3));
    assertEquals("0,028", spanish.truncated(0.028998500000000003, 3));
    assertEquals("2,536", spanish.truncated(2.536904818, 3));
    assertEquals("2,26", spanish.truncated(2.267414921803689, 2));
    assertEquals("0,051", spanish.truncated(0.051511408164627875, 3));
  }

  @Test
  void truncationDoesNotLoseADigitToTheBinaryExpansion() {
    // 0.29 is 0.28999999999999998 in binary.
    assertEquals("0,29", spanish.truncated(0.29, 2));
    assertEquals("−0,29", spanish.truncated(-0.299, 2));
  }

  @Test
  void exactDigitsLeadBackToTheSameDouble() {
    SplittableRandom random = new SplittableRandom(714);
    for (int i = 0; i < 2000; i++) {
      double value = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(-2, 14));
      String text = spanish.exact(value);
      if (!text.contains("·")) {
        assertEquals(value, spanish.parse(text).orElseThrow(), text);
      }
    }
  }

  @Test
  void powersOfTenHaveRaisedDigits() {
    assertEquals("10⁴", spanish.powerOfTen(4));
    assertEquals("10⁻¹²", spanish.powerOfTen(-12));
  }

  @Test
  void shownNumbersCanBeTypedAgain() {
    for (double value : new double[] {0.5, -3.25, 12345.678, 1234.5}) {
      for (Numbers numbers : new Numbers[] {spanish, english}) {
        assertEquals(value, numbers.parse(numbers.exact(value)).orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,01 | 0.01",
        "0.01 | 0.01",
        "' 5 ' | 5",
        "-2 | -2",
        "−2,5 | -2.5",
        "+1 | 1",
        ",5 | 0.5",
        "3. | 3",
        "1e-3 | 0.001",
        "1E−3 | 0.001",
        "12\u202f350 | 12350"
      })
  void commaAndPointAreBothUnderstood(String typed, double value) {
    assertEquals(value, spanish.parse(typed).orElseThrow());
    assertEquals(value, english.parse(typed).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"''", "a", "1.2.3", "1e", "--1", "0x10", "NaN", "Infinity", "1e999", "1d", "1 2"})
  void whatIsNoNumberIsRefused(String typed) {
    assertTrue(spanish.parse(typed).isEmpty(), typed);
  }
}
