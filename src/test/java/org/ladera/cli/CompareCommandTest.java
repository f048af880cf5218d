package org.ladera.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** A student's program of a 2-2-1, written here in plain loops, right and with one mistake. */
final class CompareCommandTest {
  private static final double[][] X = {{0, 0}, {0, 1}, {1, 0}, {0.3, 0.7}};
  private static final double[] Y = {0, 1, 1, 0};
  private static final double[][] W1 = {{0.3, -1.2}, {0.9, 0.4}};
  private static final double[] B1 = {0.1, -0.3};
  private static final double[] W2 = {1.2, -0.93};
  private static final double B2 = -0.4;
  private static final double ETA = 0.7;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeTheCase() throws IOException {
    Files.writeString(
        folder.resolve("case.json"),
        """
        {"sizes": [2, 2, 1], "activations": ["sigmoid", "sigmoid"],
         "loss": {"name": "half_mse", "factor": 0.5}, "optimizer": {"name": "sgd", "lr": 0.7},
         "X": [[0, 0], [0, 1], [1, 0], [0.3, 0.7]], "Y": [[0], [1], [1], [0]],
         "W": [[[0.3, -1.2], [0.9, 0.4]], [[1.2], [-0.93]]], "b": [[0.1, -0.3], [-0.4]],
         "steps": 1}
        """);
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  /** The arrays of one update by name; {@code slip} is the one mistake in it. */
  private static Map<String, double[][]> program(String slip) {
    int m = X.length;
    double scale = slip.equals("mean") ? 2.0 / m : 1;
    double[][] z1 = new double[m][2];
    double[][] a1 = new double[m][2];
    double[][] z2 = new double[m][1];
    double[][] d2 = new double[m][1];
    double[][] d1 = new double[m][2];
    double cost = 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < 2; j++) {
        z1[i][j] = X[i][0] * W1[0][j] + X[i][1] * W1[1][j] + (slip.equals("bias") ? 0 : B1[j]);
        a1[i][j] = sigmoid(z1[i][j]);
      }
      z2[i][0] = a1[i][0] * W2[0] + a1[i][1] * W2[1] + B2;
      double a = sigmoid(z2[i][0]);
      cost += scale * (a - Y[i]) * (a - Y[i]) / 2;
      double twice = slip.equals("twice") ? 2 : 1;
      d2[i][0] = twice * scale * (a - Y[i]) * (slip.equals("output") ? 1 : a * (1 - a));
    }
    double[][] dw2 = new double[2][1];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < 2; j++) {
        dw2[j][0] += a1[i][j] * d2[i][0];
      }
    }
    double[][] dw1 = new double[2][2];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < 2; j++) {
        double w = slip.equals("one-after-another") ? W2[j] - ETA * dw2[j][0] : W2[j];
        double a = slip.equals("slope-of-a") ? sigmoid(a1[i][j]) : a1[i][j];
        d1[i][j] = d2[i][0] * w * (slip.equals("no-slope") ? 1 : a * (1 - a));
        for (int r = 0; r < 2; r++) {
          double old = slip.equals("overwritten") ? 0 : dw1[r][j];
          dw1[r][j] = old + X[i][r] * d1[i][j];
        }
      }
    }
    double[][] next = new double[2][1];
    if (slip.equals("example-by-example")) {
      next = oneByOne();
    }
    for (int j = 0; j < 2 && !slip.equals("example-by-example"); j++) {
      next[j][0] = W2[j] + (slip.equals("uphill") ? ETA : -ETA) * dw2[j][0];
    }
    Map<String, double[][]> arrays = new LinkedHashMap<>();
    arrays.put("z1", z1);
    arrays.put("a1", a1);
    arrays.put("J", new double[][] {{cost}});
    arrays.put("d2", d2);
    arrays.put("dW2", dw2);
    arrays.put("d1", d1);
    arrays.put("dW1", dw1);
    arrays.put("W2_new", next);
    return arrays;
  }

  /** W2 after every example has changed all parameters in its turn. */
  private static double[][] oneByOne() {
    double[][] w1 = {W1[0].clone(), W1[1].clone()};
    double[] b1 = B1.clone();
    double[] w2 = W2.clone();
    double b2 = B2;
    for (int i = 0; i < X.length; i++) {
      double[] a = new double[2];
      double z = b2;
      for (int j = 0; j < 2; j++) {
        a[j] = sigmoid(X[i][0] * w1[0][j] + X[i][1] * w1[1][j] + b1[j]);
        z += a[j] * w2[j];
      }
      double out = sigmoid(z);
      double delta = (out - Y[i]) * out * (1 - out);
      for (int j = 0; j < 2; j++) {
        double hidden = delta * w2[j] * a[j] * (1 - a[j]);
        w2[j] -= ETA * delta * a[j];
        w1[0][j] -= ETA * hidden * X[i][0];
        w1[1][j] -= ETA * hidden * X[i][1];
        b1[j] -= ETA * hidden;
      }
      b2 -= ETA * delta;
    }
    return new double[][] {{w2[0]}, {w2[1]}};
  }

  /** As NumPy prints arrays: eight decimals, spaces, no commas. */
  private static String printed(Map<String, double[][]> arrays) {
    StringBuilder text = new StringBuilder();
    arrays.forEach(
        (name, rows) -> {
          text.append(name).append(" = [");
          for (double[] row : rows) {
            text.append('[');
            for (double value : row) {
              text.append(String.format(Locale.ROOT, " %.8f", value));
            }
            text.append("]\n ");
          }
          text.append("]\n");
        });
    return text.toString();
  }

  private static Map<String, double[][]> transposed(Map<String, double[][]> arrays) {
    Map<String, double[][]> turned = new LinkedHashMap<>();
    arrays.forEach(
        (name, rows) -> {
          double[][] t = new double[rows[0].length][rows.length];
          for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < t.length; c++) {
              t[c][r] = rows[r][c];
            }
          }
          turned.put(name, t);
        });
    return turned;
  }

  @Test
  void aRightProgramIsEqualInEveryForm() throws IOException {
    assertEquals(0, compare("mine.txt", printed(program(""))), out::toString);
    assertEquals(8, out.toString().lines().filter(line -> line.startsWith("✓")).count());
    assertEquals(0, compare("mine.txt", printed(transposed(program("")))), out::toString);
    assertTrue(out.toString().contains("samples are columns"), out::toString);
    StringBuilder json = new StringBuilder("{");
    program("")
        .forEach(
            (name, rows) ->
                json.append(json.length() > 1 ? ", \"" : "\"")
                    .append(name)
                    .append("\": ")
                    .append(java.util.Arrays.deepToString(rows)));
    assertEquals(0, compare("mine.json", json + "}"), out::toString);
    assertEquals(
        0,
        compare(
            "a1.csv",
            "0.52497919,0.42555748\n"
                + "0.73105858,0.52497919\n"
                + "0.59868766,0.18242552\n"
                + "0.69423634,0.40612690\n"),
        out::toString);
  }

  @Test
  void anotherFactorOfTheLossIsAConventionAndNoMistake() throws IOException {
    assertEquals(0, compare("mine.txt", printed(program("mean"))), out::toString);
    assertTrue(out.toString().contains("0.5 times"), out::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "bias, z1, input without its bias|bias",
    "output, delta2, derivative of the activation is missing",
    "twice, delta2, factor 2",
    "no-slope, delta1, derivative of the activation is missing",
    "slope-of-a, delta1, at a instead of z",
    "one-after-another, delta1, one after the other",
    "overwritten, dW1, last example",
    "uphill, W2', uphill",
    "example-by-example, W2', one example after another",
  })
  void theMistakeIsNamedWhereThePartingIs(String slip, String quantity, String words)
      throws IOException {
    assertEquals(1, compare("mine.txt", printed(program(slip))));
    String text = out.toString();
    assertTrue(text.contains("They part at " + quantity + ":"), text);
    String last = text.lines().toList().getLast().toLowerCase(Locale.ROOT);
    assertTrue(java.util.Arrays.stream(words.split("\\|")).anyMatch(last::contains), text);
  }

  @Test
  void whatFollowsFromOneMistakeIsNotAnotherOne() throws IOException {
    assertEquals(1, compare("mine.txt", printed(program("no-slope"))));
    assertTrue(lineOf("dW1").contains("follows from your own"), out::toString);
    Map<String, double[][]> two = program("no-slope");
    two.get("dW1")[1][0] += 0.1;
    assertEquals(1, compare("mine.txt", printed(two)));
    assertTrue(lineOf("dW1").contains("a mistake of its own"), out::toString);
    assertEquals(1, compare("mine.txt", printed(program("bias"))));
    for (String after : new String[] {"a1", "dW2"}) {
      assertTrue(lineOf(after).contains("follows from your own"), out::toString);
    }
  }

  private String lineOf(String name) {
    return out.toString().lines().filter(l -> l.contains("(" + name + ",")).findFirst().orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "'z1 = [[0.1 0.2]\n ...\n [0.3 0.4]]', threshold",
    "'z1 = [[0.1 0.2]\n [0.3]]', rows of different lengths",
    "'z1 = [[0.1 0.2', never closed",
    "'nothing here', no array",
    "'z1 = [[[1 2]]]', two dimensions"
  })
  void whatCannotBeReadSaysSoWithTheRemedy(String text, String words) throws IOException {
    assertEquals(1, compare("mine.txt", text));
    assertTrue(err.toString().contains(words), err::toString);
    assertEquals(1, err.toString().lines().count());
  }

  @Test
  void whatIsNotOfTheUpdateIsTold() throws IOException {
    assertEquals(1, compare("mine.txt", "foo = [[1 2]]\n"));
    assertTrue(out.toString().contains("? foo"), out::toString);
  }

  private int compare(String name, String text) throws IOException {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Path mine = Files.writeString(folder.resolve(name), text);
    Surroundings here =
        new Surroundings(
            Messages.load(Language.EN),
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            folder,
            folder.resolve("log"));
    return new Commands(here)
        .run("compare", folder.resolve("case.json").toString(), mine.toString());
  }
}
