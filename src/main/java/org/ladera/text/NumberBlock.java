package org.ladera.text;

import java.util.OptionalInt;
import java.util.function.DoubleConsumer;

/**
 * How all numbers of a matrix are written: with as many decimals each, under a common power of ten
 * where all are small or large. A true 0 is 0; a number whose decimals would all be 0 keeps its
 * sign and its size as a power of ten.
 */
public final class NumberBlock {
  /** Between these a greatest number needs no factor, with four decimals and with two. */
  private static final double FINE = 5e-3;

  private static final double COARSE = 0.05;
  private static final double LARGE = 1e4;

  private final Numbers numbers;
  private final boolean signed;
  private final int decimals;
  private final int exponent;
  private final boolean whole;

  private NumberBlock(Numbers numbers, boolean signed, int decimals, int exponent, boolean whole) {
    this.numbers = numbers;
    this.signed = signed;
    this.decimals = decimals;
    this.exponent = exponent;
    this.whole = whole;
  }

  /** Gathers what the numbers of a block have in common. */
  public static final class Gathered implements DoubleConsumer {
    private double greatest;
    private boolean whole = true;

    @Override
    public void accept(double value) {
      if (Double.isFinite(value)) {
        greatest = Math.max(greatest, Math.abs(value));
        whole &= value == Math.rint(value) && Math.abs(value) < 1000;
      }
    }

    /** The greatest size of a finite number; 0 when there is none. */
    public double greatest() {
      return greatest;
    }

    /**
     * The writing with this many decimals.
     *
     * @param signed whether positive numbers show their sign
     */
    public NumberBlock block(Numbers numbers, boolean signed, int decimals) {
      int power = exponent(decimals);
      int shown = decimals;
      if (power != 0) {
        // Of hundreds fewer decimals are read.
        int before = (int) StrictMath.floor(StrictMath.log10(greatest)) - power;
        shown = Math.max(1, Math.min(decimals, 3) - before);
      }
      return new NumberBlock(numbers, signed, shown, power, whole && !signed);
    }

    private int exponent(int decimals) {
      double least = decimals > 3 ? FINE : COARSE;
      if (greatest == 0 || (greatest >= least && greatest < LARGE)) {
        return 0;
      }
      return 3 * (int) StrictMath.floor(StrictMath.log10(greatest) / 3);
    }
  }

  /** The power of ten that every number of the block is to be multiplied by; empty for 1. */
  public OptionalInt exponent() {
    return exponent == 0 || whole ? OptionalInt.empty() : OptionalInt.of(exponent);
  }

  public String text(double value) {
    if (value == 0) {
      return "0";
    }
    double scaled = whole ? value : value / StrictMath.pow(10, exponent);
    String text =
        whole && Double.isFinite(value)
            ? numbers.whole((long) value)
            : numbers.fixed(scaled, decimals);
    if (Double.isFinite(value) && isNought(text)) {
      text = numbers.shown(scaled, 1);
    }
    return signed && value > 0 ? "+" + text : text;
  }

  private static boolean isNought(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '1' && text.charAt(i) <= '9') {
        return false;
      }
    }
    return true;
  }
}
