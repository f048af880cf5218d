package org.ladera.engine.function;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The functions of one variable that an expression may apply, each with its first and second
 * derivative. Every one is {@link StrictMath} or made of it, so that a run has the same bits on
 * every machine.
 */
public enum ElementaryFunction {
  EXP {
    @Override
    public double value(double x) {
      return StrictMath.exp(x);
    }

    @Override
    public double slope(double x, double value) {
      return value;
    }

    @Override
    public double curvature(double x, double value) {
      return value;
    }
  },
  /** The natural logarithm; NaN below 0. */
  LN {
    @Override
    public double value(double x) {
      return StrictMath.log(x);
    }

    @Override
    public double slope(double x, double value) {
      return 1 / x;
    }

    @Override
    public double curvature(double x, double value) {
      return -1 / (x * x);
    }
  },
  SIN {
    @Override
    public double value(double x) {
      return StrictMath.sin(x);
    }

    @Override
    public double slope(double x, double value) {
      return StrictMath.cos(x);
    }

    @Override
    public double curvature(double x, double value) {
      return -value;
    }
  },
  COS {
    @Override
    public double value(double x) {
      return StrictMath.cos(x);
    }

    @Override
    public double slope(double x, double value) {
      return -StrictMath.sin(x);
    }

    @Override
    public double curvature(double x, double value) {
      return -value;
    }
  },
  SQRT {
    @Override
    public double value(double x) {
      return StrictMath.sqrt(x);
    }

    @Override
    public double slope(double x, double value) {
      return 1 / (2 * value);
    }

    @Override
    public double curvature(double x, double value) {
      return -1 / (4 * x * value);
    }
  },
  /** 1/(1 + e^−x), also written σ. */
  SIGMOID {
    @Override
    public double value(double x) {
      if (x < 0) {
        double e = StrictMath.exp(x);
        return e / (1 + e);
      }
      return 1 / (1 + StrictMath.exp(-x));
    }

    @Override
    public double slope(double x, double value) {
      return value * (1 - value);
    }

    @Override
    public double curvature(double x, double value) {
      return value * (1 - value) * (1 - 2 * value);
    }
  },
  TANH {
    @Override
    public double value(double x) {
      return StrictMath.tanh(x);
    }

    @Override
    public double slope(double x, double value) {
      return 1 - value * value;
    }

    @Override
    public double curvature(double x, double value) {
      return -2 * value * (1 - value * value);
    }
  },
  /** max(0, x), with slope 0 at the kink, as the layers of the engine have it. */
  RELU {
    @Override
    public double value(double x) {
      return x > 0 ? x : x <= 0 ? 0 : Double.NaN;
    }

    @Override
    public double slope(double x, double value) {
      return x > 0 ? 1 : 0;
    }

    @Override
    public double curvature(double x, double value) {
      return 0;
    }
  };

  /** f(x). */
  public abstract double value(double x);

  /**
   * f′(x).
   *
   * @param value f(x), which several slopes are made of
   */
  public abstract double slope(double x, double value);

  /**
   * f″(x).
   *
   * @param value f(x)
   */
  public abstract double curvature(double x, double value);

  /** Its name in expressions: exp, ln, sin and so on. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The function called so in expressions; {@code σ} is {@link #SIGMOID}. */
  public static Optional<ElementaryFunction> named(String word) {
    String plain = word.equals("σ") || word.equals("sigma") ? "sigmoid" : word;
    return Arrays.stream(values()).filter(f -> f.word().equals(plain)).findAny();
  }
}
