package org.ladera.present.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HillDescentTest {
  private static final double[] X = {
    -1.6, -1.3077, -1.0154, -0.7231, -0.4308, -0.1385, 0.1538, 0.4462, 0.7385, 1.0308, 1.3231,
    1.6154, 1.9077, 2.2
  };
  private static final double[] Y = {
    -1.0604, -0.9999, -0.6257, -0.4657, -0.3775, 0.2108, 0.4962, 0.8606, 0.7919, 1.0047, 0.8448,
    0.721, 0.2034, -0.1652
  };

  private static double loss(double w, double b) {
    double sum = 0;
    for (int i = 0; i < X.length; i++) {
      double r = Math.sin(w * X[i] + b) - Y[i];
      sum += r * r / 2;
    }
    return sum;
  }

  @Test
  void the_ball_goes_where_the_gradient_of_the_loss_sends_it() {
    HillDescent descent = HillDescent.compute();
    assertEquals(X.length, HillDescent.examples());
    for (int k = 1; k < descent.path().size(); k++) {
      HillDescent.Place from = descent.path().get(k - 1);
      HillDescent.Place to = descent.path().get(k);
      double dw = 0;
      double db = 0;
      for (int i = 0; i < X.length; i++) {
        double z = from.w() * X[i] + from.b();
        double r = (Math.sin(z) - Y[i]) * Math.cos(z);
        dw += r * X[i];
        db += r;
      }
      assertEquals(from.w() - 0.008 * dw, to.w(), 1e-12);
      assertEquals(from.b() - 0.008 * db, to.b(), 1e-12);
      assertEquals(loss(to.w(), to.b()), to.loss(), 1e-12);
      assertTrue(to.loss() < from.loss(), "update " + k);
    }
  }

  @Test
  void it_ends_on_the_ground_of_a_valley_of_the_hillside_that_is_shown() {
    HillDescent descent = HillDescent.compute();
    HillDescent.Place end = descent.path().getLast();
    assertTrue(end.loss() < 0.01 * descent.path().getFirst().loss(), "J " + end.loss());
    assertEquals(end.loss(), descent.terrain().loss(end.w(), end.b()), 0.02);
    assertEquals(loss(-3.2, 4.8), descent.terrain().loss(-3.2, 4.8), 1e-6);
  }
}
