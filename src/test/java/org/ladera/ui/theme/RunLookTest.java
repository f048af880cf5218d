package org.ladera.ui.theme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunLookTest {
  /** About ten just noticeable differences. */
  private static final double APART = 20;

  @ParameterizedTest
  @EnumSource(Profile.class)
  void noRunTakesAColourThatMeansSomething(Profile profile) {
    Tokens tokens = Tokens.of(profile);
    List<Color> taken = new ArrayList<>();
    taken.add(tokens.delta().mark());
    taken.add(tokens.loss().mark());
    taken.add(tokens.danger().mark());
    for (int group = 0; group < 3; group++) {
      taken.add(ClassColours.of(tokens, group).mark());
    }
    for (int i = 0; i < RunLook.COUNT; i++) {
      for (Color colour : taken) {
        double apart = apart(RunLook.of(tokens, i).color(), colour);
        assertTrue(apart > APART, "look " + i + " is only " + apart + " from " + colour);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void eightRunsAreToldApartByColourAloneAndByDashesAlone(Profile profile) {
    Tokens tokens = Tokens.of(profile);
    for (int i = 0; i < RunLook.COUNT; i++) {
      for (int j = 0; j < i; j++) {
        RunLook one = RunLook.of(tokens, i);
        RunLook other = RunLook.of(tokens, j);
        assertTrue(!Arrays.equals(one.dashes(), other.dashes()), i + " and " + j);
        double apart = apart(one.color(), other.color());
        assertTrue(apart > 10, i + " is only " + apart + " from " + j);
      }
    }
  }

  /** Euclidean distance in CIELAB under D65. */
  private static double apart(Color a, Color b) {
    double[] p = lab(a);
    double[] q = lab(b);
    return Math.sqrt(
        (p[0] - q[0]) * (p[0] - q[0])
            + (p[1] - q[1]) * (p[1] - q[1])
            + (p[2] - q[2]) * (p[2] - q[2]));
  }

  private static double[] lab(Color c) {
    double r = linear(c.getRed());
    double g = linear(c.getGreen());
    double b = linear(c.getBlue());
    double x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    double y = root(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    double z = root((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double linear(double v) {
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  private static double root(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }
}
