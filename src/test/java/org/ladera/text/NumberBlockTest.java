package org.ladera.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumberBlockTest {
  private static final Numbers NUMBERS = new Numbers('.');

  private static NumberBlock block(boolean signed, int decimals, double... values) {
    NumberBlock.Gathered all = new NumberBlock.Gathered();
    for (double v : values) {
      all.accept(v);
    }
    return all.block(NUMBERS, signed, decimals);
  }

  @Test
  void smallNumbersShareAFactor() {
    NumberBlock block = block(true, 2, 0.00243, -0.00511, 0.00012, 0);
    assertEquals(OptionalInt.of(-3), block.exponent());
    assertEquals("+2.43", block.text(0.00243));
    assertEquals("\u22125.11", block.text(-0.00511));
    assertEquals("+0.12", block.text(0.00012));
    assertEquals("0", block.text(0));
  }

  @Test
  void ordinaryNumbersHaveNone() {
    NumberBlock block = block(true, 3, 0.0301, -1.81, -2e-9);
    assertEquals(OptionalInt.empty(), block.exponent());
    assertEquals("+0.030", block.text(0.0301));
    assertEquals("\u22122\u00b710\u207b\u2079", block.text(-2e-9));
    assertEquals("0", block.text(-0.0));
  }

  @Test
  void wholeNumbersStayWhole() {
    NumberBlock block = block(false, 4, 0, 1, 3);
    assertEquals("3", block.text(3));
    assertEquals("+3.0000", block(true, 4, 0, 1, 3).text(3));
  }

  /** Whatever the block, what is read times the factor is the number, and its sign is there. */
  @Test
  void everyNumberCanBeReadBackWithItsSign() {
    SplittableRandom random = new SplittableRandom(7);
    for (int trial = 0; trial < 2000; trial++) {
      double[] values = new double[6];
      double size = Math.pow(10, random.nextDouble() * 30 - 20);
      for (int i = 0; i < values.length; i++) {
        values[i] =
            (random.nextDouble() - 0.5) * size * Math.pow(10, -8 * random.nextDouble() * (i % 2));
      }
      NumberBlock block = block(true, 2 + random.nextInt(3), values);
      double factor = Math.pow(10, block.exponent().orElse(0));
      for (double v : values) {
        String text = block.text(v);
        assertEquals(v < 0 ? '\u2212' : '+', text.charAt(0), text);
        assertTrue(text.chars().anyMatch(c -> c >= '1' && c <= '9'), text + " of " + v);
        double read = read(text) * factor;
        // At least one decimal is there.
        double near = Math.max(0.05 * factor, 0.5 * Math.abs(v));
        assertEquals(v, read, near * 1.0001, text);
      }
    }
  }

  private static double read(String text) {
    StringBuilder plain = new StringBuilder();
    for (char c : text.toCharArray()) {
      int power = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".indexOf(c);
      plain.append(
          power >= 0
              ? String.valueOf(power)
              : c == '\u207b' || c == '\u2212'
                  ? "-"
                  : c == '\u00b7' ? "*" : c == '\u202f' ? "" : String.valueOf(c));
    }
    String[] parts = plain.toString().split("\\*10");
    return Double.parseDouble(parts[0])
        * (parts.length > 1 ? Math.pow(10, Integer.parseInt(parts[1])) : 1);
  }
}
