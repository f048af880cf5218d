package org.ladera.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.explain.Notation;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** {@code ladera explain} in the notation of a course. */
final class ExplainCommandTest {
  /** Two examples, half the sum of squares, heavy-ball momentum. */
  private static final String CASE =
      """
      {"sizes": [1, 2, 1], "activations": ["sigmoid", "linear"], "use_bias": true,
       "loss": {"name": "mse", "factor": 0.5},
       "optimizer": {"name": "momentum", "lr": 0.1, "gamma": 0.9},
       "X": [[0.5], [2]], "Y": [[1], [0]],
       "W": [[[0.1, 0.2]], [[0.3], [0.4]]], "b": [[0, 0], [0.5]], "steps": 3}
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeTheCase() throws IOException {
    Files.writeString(folder.resolve("case.json"), CASE);
  }

  @Test
  void aWeightIsTheSameInEveryNotationAndItsGradientIsConverted() {
    String engine = explain("W_after[2][1,1]", "");
    String course = explain("W_after[2][1,1]", "alpha,theta,columns,parentheses,mean,averaged");
    assertEquals(last(engine), last(course), 1e-15);
    double sum = named(explain("dW[2][1,1]", ""), "dW[2][1,1]");
    // 1/m of two examples against ½ is the same factor; against 1/(2m) it is twice as much.
    String mean = explain("dW[2][1,1]", "mean,theta,parentheses");
    assertEquals(sum, named(mean, "dTheta(2)[1,1]"), 1e-15);
    assertEquals(sum / 2, named(explain("dW[2][1,1]", "half-mean"), "dW[2][1,1]"), 1e-15);
    assertTrue(course.contains("Theta(2)[1,1] - alpha · v_Theta_after(2)[1,1]"), course);
    assertTrue(course.contains("beta · v_Theta(2)[1,1] + (1 - beta) · dTheta(2)[1,1]"), course);
    assertTrue(course.contains("delta(2)[1,2] · a(1)[1,2]"), course);
  }

  @Test
  void theFactorIsWrittenAsTheCourseWritesIt() {
    assertTrue(explain("loss", "half-mean").contains("1 / (2 · m) · ("), out::toString);
    assertTrue(explain("loss", "mean-n").contains("1 / n · ("), out::toString);
    assertTrue(explain("loss", "half").contains("1 / 2 · ("), out::toString);
    assertTrue(explain("loss", "sum").startsWith("loss = (a[2]"), out::toString);
    assertTrue(explain("loss", "half-mean,latex").contains("\\frac{1}{2 \\cdot m}"), out::toString);
  }

  @Test
  void latexHasNoWordsOfItsOwnAndNumpyCountsFromZero() {
    String latex = explain("dW[2][1,1]", "latex,comma");
    assertTrue(latex.startsWith("\\partial J/\\partial W^{[2]}_{1,1} = "), latex);
    assertTrue(latex.contains("0{,}5"), latex);
    String numpy = explain("dW[2][2,1]", "numpy,columns,theta");
    assertTrue(numpy.startsWith("dTheta[2][0, 1] = delta[2][0, 0] * a[1][1, 0] + "), numpy);
  }

  @ParameterizedTest
  @CsvSource({"alfa, alpha", "averagd, averaged", "halfmean, half-mean", "colums, columns"})
  void anUnknownNotationIsAnsweredWithTheNearest(String wrong, String nearest) {
    assertEquals(2, run("explain", file(), "--at", "loss", "--notation", wrong));
    assertTrue(err.toString().contains(nearest), err.toString());
    assertEquals(1, err.toString().lines().count());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theHelpNamesEveryChoice(Language language) {
    run("explain", "--help", "--lang", language.tag());
    String help = out.toString().replaceAll("\\s+", " ");
    for (Notation.Choice choice : Notation.choices()) {
      assertTrue(help.contains(choice.word()), choice.word() + " in " + help);
    }
  }

  private static double last(String lines) {
    return value(lines.lines().toList().getLast());
  }

  /** The value of the first number with this name: the last line of its paragraph. */
  private static double named(String lines, String name) {
    boolean found = false;
    double value = Double.NaN;
    for (String line : lines.lines().map(String::strip).toList()) {
      if (line.startsWith(name + " = ")) {
        found = true;
      } else if (found && line.startsWith("= ")) {
        value = line.matches("= -?[0-9.E-]+") ? value(line) : value;
      } else if (found) {
        return value;
      }
    }
    return value;
  }

  private static double value(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }

  private String file() {
    return folder.resolve("case.json").toString();
  }

  private String explain(String at, String notation) {
    int code =
        notation.isEmpty()
            ? run("explain", file(), "--at", at, "--step", "1", "--lang", "en")
            : run(
                "explain",
                file(),
                "--at",
                at,
                "--step",
                "1",
                "--lang",
                "en",
                "--notation",
                notation);
    assertEquals(0, code, err.toString());
    return out.toString();
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Surroundings here =
        new Surroundings(
            Messages.load(Commands.language(args)),
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            folder,
            folder.resolve("log"));
    return new Commands(here).run(args);
  }
}
