package org.ladera.lesson.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.IceCream;
import org.ladera.Xor;
import org.ladera.explain.Conversion;
import org.ladera.explain.Notation;

/** The formulas of lessons in the notation of a course. */
final class TexNotationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\\hat{y} = \\weight{b} + \\weight{w}\\,\\data{x}"
            + "| \\hat{y} = \\weight{\\theta_{0}} + \\weight{\\theta_{1}}\\,\\data{x}",
        "\\weight{w}' = \\weight{w} - \\eta\\,\\grad{\\frac{\\partial J}{\\partial w}}"
            + "| \\weight{\\theta_{1}}' = \\weight{\\theta_{1}} -"
            + " \\alpha\\,\\grad{\\frac{\\partial J}{\\partial \\theta_{1}}}",
        "\\weight{w_1} + \\weight{w_{12}} | \\weight{\\theta_{1}} + \\weight{\\theta_{12}}",
        "\\weight{W^1_{2,1}} | \\weight{\\Theta^{(1)}_{2,1}}",
        "\\delt{\\delta^1_j}\\,\\delt{r_i}^2 | \\delt{\\delta^{(1)}_{j}}\\,\\delt{r_i}^2",
        "\\data{a^{l-1}} + e^5 + \\data{x_i}^2 | \\data{a^{(l-1)}} + e^5 + \\data{x_i}^2",
        "\\frac{\\partial \\data{a^{15}}}{\\partial \\net{z^{1}}} \\le (0.25)^{15}"
            + "| \\frac{\\partial \\data{a^{(15)}}}{\\partial \\net{z^{(1)}}} \\le (0.25)^{15}",
        "\\text{with w, b and 0.5} \\num{W[1][1,1]}|\\text{with w, b and 0.5} \\num{W[1][1,1]}",
        "\\eta\\,\\lambda_{\\max} = 1{,}5 | \\alpha\\,\\lambda_{\\max} = 1.5",
      })
  void lettersLayersAndDecimals(String written, String read) {
    Notation course =
        Notation.LESSONS
            .with(Notation.Rate.ALPHA)
            .with(Notation.Parameters.THETA)
            .with(Notation.Layers.PARENTHESES)
            .with(Notation.Decimal.POINT);
    assertEquals(read, new TexNotation(course, ',', line(course)).of(written));
  }

  private static Conversion line(Notation notation) {
    return Conversion.of(IceCream.experiment(0.01), notation);
  }

  private static Conversion network(Notation notation) {
    return Conversion.of(Xor.thesis(), notation);
  }

  @Test
  void factorsAndRatesAreThoseOfTheReader() {
    String written =
        "\\lossfactor\\sum r^2 \\quad \\slopefactor\\sum r \\quad \\eta = \\r"
            + "ate{0.01}, J = \\cost{1.5}";
    assertEquals(
        "\\tfrac{1}{2}\\sum r^2 \\quad \\sum r \\quad \\eta = 0.01, J = 1.5",
        new TexNotation(Notation.LESSONS.with(Notation.Decimal.POINT), '.', line(Notation.LESSONS))
            .of(written));
    // 16 examples: J is an eighth, so the rate is eight times as large.
    Notation mean = Notation.LESSONS.with(Notation.LossFactor.MEAN_N);
    assertEquals(
        "\\frac{1}{n}\\sum r^2 \\quad \\frac{2}{n}\\sum r \\quad \\eta = {0.08}, J = {0.1875}",
        new TexNotation(mean, '.', line(mean)).of(written));
  }

  @Test
  void samplesInColumnsTurnProductsAndPlaces() {
    TexNotation columns =
        new TexNotation(
            Notation.LESSONS.with(Notation.Samples.COLUMNS).with(Notation.Decimal.COMMA),
            '.',
            network(Notation.LESSONS));
    assertEquals(
        "\\net{z} = \\weight{W^{[1]}}\\,\\data{x} + \\weight{b^{[1]}}",
        columns.of("\\net{z} = \\data{x}\\,\\weight{W^1} + \\weight{b^1}"));
    assertEquals("\\weight{W^{[2]}_{1,3}}", columns.of("\\weight{W^2_{3,1}}"));
    assertEquals("\\data{a^{[1]}_{2,4}} = 0{,}25", columns.of("\\data{a^1_{4,2}} = 0.25"));
    assertEquals("0,25 of S1 and 3.", columns.words("0.25 of S1 and 3."));
  }

  @Test
  void everyFormulaOfTheLessonsStaysAFormulaInEveryNotation() throws Exception {
    Pattern formula = Pattern.compile("(?s)```formula[^\\n]*\\n(.*?)```|\\$([^$\\n]+)\\$");
    int seen = 0;
    List<Path> texts;
    try (var files = Files.walk(Path.of(System.getProperty("ladera.lessons", "lessons")))) {
      texts = files.filter(f -> f.toString().matches(".*/(es|en)\\.md")).toList();
    }
    for (Path text : texts) {
      char decimal = text.endsWith("es.md") ? ',' : '.';
      Notation own =
          Notation.LESSONS
              .with(Notation.Layers.PLAIN)
              .with(decimal == ',' ? Notation.Decimal.COMMA : Notation.Decimal.POINT);
      Matcher m = formula.matcher(Files.readString(text));
      while (m.find()) {
        String tex = m.group(1) == null ? m.group(2) : m.group(1).strip();
        // As the lesson is written: only braces around indices may differ, and words that stand
        // for what the notation decides.
        if (!tex.matches("(?s).*\\\\(loss|slope)factor.*")) {
          assertEquals(
              tex.replaceAll("\\\\(rate|cost)|[{}]", ""),
              new TexNotation(own, decimal, network(own)).of(tex).replaceAll("[{}]", ""));
        }
        for (Notation.Choice choice : Notation.choices()) {
          String other = new TexNotation(own.with(choice), decimal, line(own.with(choice))).of(tex);
          assertTrue(
              TexCheck.of(other, new TextPosition(1, 1)).isEmpty(), tex + " became " + other);
          assertEquals(
              TexTemplate.of(tex).readings().stream().sorted().toList(),
              TexTemplate.of(other).readings().stream().sorted().toList());
        }
        seen++;
      }
    }
    assertTrue(seen > 500, "only " + seen + " formulas in " + Arrays.toString(texts.toArray()));
  }
}
