package org.ladera.landscape;

import java.util.Arrays;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;

/** Functions of two variables on which optimizers are compared. */
public enum TestFunction {
  /** ½(x² + 50y²): condition number 50, minimum 0 at (0, 0). */
  QUADRATIC {
    @Override
    public double at(double x, double y) {
      return 0.5 * (x * x + 50 * (y * y));
    }

    @Override
    public void gradient(double x, double y, double[] out) {
      out[0] = x;
      out[1] = 50 * y;
    }
  },
  /** (1−x)² + 100(y−x²)² (Rosenbrock 1960): a bent valley, minimum 0 at (1, 1). */
  ROSENBROCK {
    @Override
    public double at(double x, double y) {
      double a = 1 - x;
      double b = y - x * x;
      return a * a + 100 * (b * b);
    }

    @Override
    public void gradient(double x, double y, double[] out) {
      double b = y - x * x;
      out[0] = -2 * (1 - x) - 400 * x * b;
      out[1] = 200 * b;
    }
  },
  /** (1.5−x+xy)² + (2.25−x+xy²)² + (2.625−x+xy³)² (Beale 1958): minimum 0 at (3, 0.5). */
  BEALE {
    @Override
    public double at(double x, double y) {
      double a = 1.5 - x + x * y;
      double b = 2.25 - x + x * (y * y);
      double c = 2.625 - x + x * (y * y * y);
      return a * a + b * b + c * c;
    }

    @Override
    public void gradient(double x, double y, double[] out) {
      double y2 = y * y;
      double y3 = y2 * y;
      double a = 1.5 - x + x * y;
      double b = 2.25 - x + x * y2;
      double c = 2.625 - x + x * y3;
      out[0] = 2 * a * (y - 1) + 2 * b * (y2 - 1) + 2 * c * (y3 - 1);
      out[1] = 2 * a * x + 4 * b * x * y + 6 * c * x * y2;
    }
  },
  /** (x²+y−11)² + (x+y²−7)² (Himmelblau 1972): four minima with value 0. */
  HIMMELBLAU {
    @Override
    public double at(double x, double y) {
      double a = x * x + y - 11;
      double b = x + y * y - 7;
      return a * a + b * b;
    }

    @Override
    public void gradient(double x, double y, double[] out) {
      double a = x * x + y - 11;
      double b = x + y * y - 7;
      out[0] = 4 * a * x + 2 * b;
      out[1] = 2 * a + 4 * b * y;
    }
  },
  /** x² − y²: no minimum; from y = 0 exactly, descent ends in the saddle. */
  SADDLE {
    @Override
    public double at(double x, double y) {
      return x * x - y * y;
    }

    @Override
    public void gradient(double x, double y, double[] out) {
      out[0] = 2 * x;
      out[1] = -2 * y;
    }
  },
  /** x²y + y, the example of seed S2: gradient (2xy, x² + 1). */
  X_SQUARED_Y {
    @Override
    public double at(double x, double y) {
      return x * x * y + y;
    }

    @Override
    public void gradient(double x, double y, double[] out) {
      out[0] = 2 * x * y;
      out[1] = x * x + 1;
    }
  };

  public abstract double at(double x, double y);

  /**
   * @param out (∂f/∂x, ∂f/∂y), overwritten
   */
  public abstract void gradient(double x, double y, double[] out);

  /** The values over a rectangle. */
  public Field field(Axis x, Axis y) {
    double[] values = new double[x.count() * y.count()];
    for (int iy = 0, i = 0; iy < y.count(); iy++) {
      for (int ix = 0; ix < x.count(); ix++, i++) {
        values[i] = at(x.at(ix), y.at(iy));
      }
    }
    return new Field(x, y, MatrixView.of(y.count(), x.count(), values));
  }

  /** The function called so in files: quadratic, rosenbrock and so on. */
  public static Optional<TestFunction> named(String name) {
    return Arrays.stream(values()).filter(f -> f.fileName().equals(name)).findAny();
  }

  /** Its name in files. */
  public String fileName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
