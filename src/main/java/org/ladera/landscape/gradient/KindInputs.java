package org.ladera.landscape.gradient;

import org.ladera.engine.spec.LayerKind;

/**
 * How the net inputs of a layer come from the values that enter it, written a second time, value by
 * value, for every kind of layer of a network.
 */
final class KindInputs {
  private final double[] theta;
  private final int direction;
  private final int weights;
  private final int bias;
  private final Sides sides;

  /**
   * @param theta all parameters, not modified
   * @param direction the position whose derivative is carried along; −1 for none
   * @param weights the position of the first weight of the layer
   * @param bias the position of its first bias; −1 without biases
   * @param sides takes which of the values of a window is the greatest
   */
  KindInputs(double[] theta, int direction, int weights, int bias, Sides sides) {
    this.theta = theta;
    this.direction = direction;
    this.weights = weights;
    this.bias = bias;
    this.sides = sides;
  }

  /** z of one sample, from what enters the layer. */
  Dual[] of(LayerKind kind, Dual[] in) {
    return switch (kind) {
      case LayerKind.Dense(int units) -> dense(units, in);
      case LayerKind.Convolution c -> convolution(c, in);
      case LayerKind.Pool pool -> pool(pool, in);
      case LayerKind.Flatten _ -> in.clone();
      case LayerKind.Function f ->
          throw new IllegalArgumentException("a function has no layers: " + f);
    };
  }

  /**
   * Works out anew what one column of weights, with its bias, leads to in one sample.
   *
   * @param column from 0
   * @param z of the sample, modified there
   */
  void renew(LayerKind kind, Dual[] in, int column, Dual[] z) {
    switch (kind) {
      case LayerKind.Dense(int units) -> z[column] = dense(units, in, column);
      case LayerKind.Convolution c -> {
        for (int unit = column * c.places(); unit < (column + 1) * c.places(); unit++) {
          z[unit] = convolution(c, in, unit);
        }
      }
      case LayerKind.Pool _, LayerKind.Flatten _, LayerKind.Function _ ->
          throw new IllegalArgumentException("no weights: " + kind);
    }
  }

  private Dual parameter(int index) {
    return new Dual(theta[index], index == direction ? 1 : 0);
  }

  private Dual bias(int column) {
    return bias < 0 ? Dual.ZERO : parameter(bias + column);
  }

  /**
   * A bias and products of what enters with weights, added one after the other as {@link Dual#plus}
   * and {@link Dual#times(Dual)} would: a layer of pictures has millions, and an object for each
   * kept the collector busy for half of the time.
   */
  private final class Sum {
    private double value;
    private double slope;

    Sum(Dual bias) {
      value = bias.value();
      slope = bias.slope();
    }

    void add(Dual in, int weight) {
      double w = theta[weight];
      value += in.value() * w;
      slope += in.slope() * w + in.value() * (weight == direction ? 1 : 0);
    }

    Dual dual() {
      return new Dual(value, slope);
    }
  }

  private Dual[] dense(int units, Dual[] in) {
    Dual[] z = new Dual[units];
    for (int j = 0; j < units; j++) {
      z[j] = dense(units, in, j);
    }
    return z;
  }

  private Dual dense(int units, Dual[] in, int j) {
    Sum sum = new Sum(bias(j));
    for (int k = 0; k < in.length; k++) {
      sum.add(in[k], weights + k * units + j);
    }
    return sum.dual();
  }

  private Dual[] convolution(LayerKind.Convolution c, Dual[] in) {
    Dual[] z = new Dual[c.units()];
    for (int unit = 0; unit < z.length; unit++) {
      z[unit] = convolution(c, in, unit);
    }
    return z;
  }

  private Dual convolution(LayerKind.Convolution c, Dual[] in, int unit) {
    int rows = c.weightRows(in.length);
    int filter = unit / c.places();
    Sum sum = new Sum(bias(filter));
    for (int weight = 0; weight < rows; weight++) {
      int input = c.inputAt(unit % c.places(), weight);
      if (input >= 0) {
        sum.add(in[input], weights + weight * c.filters() + filter);
      }
    }
    return sum.dual();
  }

  private Dual[] pool(LayerKind.Pool pool, Dual[] in) {
    Dual[] z = new Dual[pool.units()];
    int window = pool.size() * pool.size();
    for (int unit = 0; unit < z.length; unit++) {
      switch (pool.reduction()) {
        case MAX -> z[unit] = greatest(pool, in, unit, window);
        case AVERAGE -> {
          Dual sum = Dual.ZERO;
          for (int i = 0; i < window; i++) {
            sum = sum.plus(in[pool.inputAt(unit, i)]);
          }
          z[unit] = sum.times(1.0 / window);
        }
      }
    }
    return z;
  }

  private Dual greatest(LayerKind.Pool pool, Dual[] in, int unit, int window) {
    int winner = 0;
    for (int i = 1; i < window; i++) {
      if (in[pool.inputAt(unit, i)].value() > in[pool.inputAt(unit, winner)].value()) {
        winner = i;
      }
    }
    for (int i = 0; i < window; i++) {
      sides.add(i == winner ? 1 : -1);
    }
    return in[pool.inputAt(unit, winner)];
  }
}
