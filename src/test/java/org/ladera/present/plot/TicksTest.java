package org.ladera.present.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.text.Numbers;

class TicksTest {
  private static final Numbers NUMBERS = new Numbers(',');

  private static String labels(Scale scale) {
    return Ticks.of(scale, NUMBERS).stream().map(Tick::label).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "23.5 | 41.5 | 25 30 35 40",
        "0 | 47.2 | 0 10 20 30 40",
        "0 | 1500 | 0 500 1000 1500",
        "-5 | 3 | −4 −2 0 2",
        "-1 | 4 | −1 0 1 2 3 4",
        "0.1 | 0.35 | 0,10 0,15 0,20 0,25 0,30 0,35",
        "1.55468 | 1.55474 | 1,55468 1,55470 1,55472 1,55474"
      })
  void linearAxesHaveRoundTicks(double min, double max, String expected) {
    assertEquals(expected, labels(new Scale.Linear(min, max)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.5 | 60 | 1 3 10 30",
        "10 | 100000 | 10 100 1000 10⁴ 10⁵",
        "1 | 12 | 1 2 5 10",
        "0.002 | 6 | 0,01 0,1 1",
        "0.003 | 0.9999 | 0,003 0,01 0,03 0,1 0,3",
        "0.7 | 1.6e263 | 1 10⁵⁰ 10¹⁰⁰ 10¹⁵⁰ 10²⁰⁰ 10²⁵⁰",
        "1.2 | 1.9 | 1,2 1,4 1,6 1,8",
        "1e-6 | 1e-2 | 10⁻⁶ 10⁻⁵ 10⁻⁴ 0,001 0,01"
      })
  void logarithmicAxesHaveRoundTicks(double min, double max, String expected) {
    assertEquals(expected, labels(new Scale.Log(min, max)));
  }

  @Test
  void anyLinearAxisHasAFewDistinctTicksInside() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20000; i++) {
      double size = StrictMath.pow(10, random.nextDouble(-8, 12));
      double min = (random.nextDouble() - 0.5) * size;
      double max = min + random.nextDouble(0.05, 3) * size;
      check(new Scale.Linear(min, max));
    }
  }

  @Test
  void anyLogarithmicAxisHasAFewDistinctTicksInside() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 20000; i++) {
      double min = StrictMath.pow(10, random.nextDouble(-290, 290));
      double max = min * StrictMath.pow(10, StrictMath.pow(10, random.nextDouble(-1, 1)));
      check(new Scale.Log(min, max));
    }
    check(new Scale.Log(Double.MIN_NORMAL, Double.MAX_VALUE));
  }

  private static void check(Scale scale) {
    List<Tick> ticks = Ticks.of(scale, NUMBERS);
    assertTrue(ticks.size() >= 3 && ticks.size() <= 7, scale + " has " + ticks);
    double room = 1e-6;
    for (Tick tick : ticks) {
      double unit = scale.unit(tick.value());
      assertTrue(unit >= -room && unit <= 1 + room, tick + " outside " + scale);
    }
    long labels = ticks.stream().map(Tick::label).distinct().count();
    assertEquals(ticks.size(), labels, scale + " repeats a label: " + ticks);
    for (int i = 1; i < ticks.size(); i++) {
      assertTrue(ticks.get(i).value() > ticks.get(i - 1).value(), ticks.toString());
    }
  }
}
