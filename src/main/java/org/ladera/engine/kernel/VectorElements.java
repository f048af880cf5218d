package org.ladera.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Several numbers at a time, by the operations of {@link Exponential} in the same order. */
final class VectorElements implements ElementKernel {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public void sigmoid(double[] z, double[] a, int size) {
    int i = 0;
    for (; i <= size - LANES; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(SPECIES, z, i).neg();
      if (x.abs().compare(VectorOperators.LT, -Exponential.NORMAL_LOW).allTrue()) {
        DoubleVector shifted = x.mul(Exponential.LOG2_E).add(Exponential.ROUNDER);
        DoubleVector e = polynomial(remainder(x, shifted)).add(1).mul(power(shifted));
        DoubleVector.broadcast(SPECIES, 1).div(e.add(1)).intoArray(a, i);
      } else {
        for (int lane = i; lane < i + LANES; lane++) {
          a[lane] = Exponential.sigmoid(z[lane]);
        }
      }
    }
    for (; i < size; i++) {
      a[i] = Exponential.sigmoid(z[i]);
    }
  }

  @Override
  public void tanh(double[] z, double[] a, int size) {
    int i = 0;
    for (; i <= size - LANES; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(SPECIES, z, i);
      DoubleVector y = x.abs().mul(-2);
      y = y.blend(Exponential.EXPM1_LOW, y.compare(VectorOperators.LT, Exponential.EXPM1_LOW));
      DoubleVector shifted = y.mul(Exponential.LOG2_E).add(Exponential.ROUNDER);
      DoubleVector scale = power(shifted);
      DoubleVector t = polynomial(remainder(y, shifted)).mul(scale).add(scale.sub(1));
      DoubleVector magnitude = t.neg().div(t.add(2));
      LongVector sign = x.reinterpretAsLongs().and(Long.MIN_VALUE);
      magnitude
          .reinterpretAsLongs()
          .and(Long.MAX_VALUE)
          .or(sign)
          .reinterpretAsDoubles()
          .intoArray(a, i);
    }
    for (; i < size; i++) {
      a[i] = Exponential.tanh(z[i]);
    }
  }

  private static DoubleVector remainder(DoubleVector x, DoubleVector shifted) {
    DoubleVector k = shifted.sub(Exponential.ROUNDER);
    return x.sub(k.mul(Exponential.LN2_HIGH)).sub(k.mul(Exponential.LN2_LOW));
  }

  private static DoubleVector polynomial(DoubleVector r) {
    DoubleVector r2 = r.mul(r);
    DoubleVector r4 = r2.mul(r2);
    DoubleVector low = pair(r, r2, Exponential.C2, Exponential.C3, Exponential.C4, Exponential.C5);
    DoubleVector middle =
        pair(r, r2, Exponential.C6, Exponential.C7, Exponential.C8, Exponential.C9);
    DoubleVector high =
        pair(r, r2, Exponential.C10, Exponential.C11, Exponential.C12, Exponential.C13);
    return r.add(r2.mul(low.add(r4.mul(middle.add(r4.mul(high))))));
  }

  /** (a + b·r) + (c + d·r)·r². */
  private static DoubleVector pair(
      DoubleVector r, DoubleVector r2, double a, double b, double c, double d) {
    return r.mul(b).add(a).add(r.mul(d).add(c).mul(r2));
  }

  private static DoubleVector power(DoubleVector shifted) {
    return shifted
        .reinterpretAsLongs()
        .add(Exponential.BIAS)
        .lanewise(VectorOperators.LSHL, 52)
        .reinterpretAsDoubles();
  }

  @Override
  public void relu(double[] z, double[] a, int size) {
    int i = 0;
    for (; i <= size - LANES; i += LANES) {
      DoubleVector.fromArray(SPECIES, z, i).max(0).intoArray(a, i);
    }
    for (; i < size; i++) {
      a[i] = Math.max(z[i], 0);
    }
  }

  @Override
  public void reluDerivative(double[] z, double[] delta, int size) {
    int i = 0;
    for (; i <= size - LANES; i += LANES) {
      VectorMask<Double> on = DoubleVector.fromArray(SPECIES, z, i).compare(VectorOperators.GT, 0);
      DoubleVector.zero(SPECIES)
          .blend(DoubleVector.fromArray(SPECIES, delta, i), on)
          .intoArray(delta, i);
    }
    for (; i < size; i++) {
      delta[i] = z[i] > 0 ? delta[i] : 0;
    }
  }

  @Override
  public boolean within(double[] values, int size, double limit) {
    VectorMask<Double> inside = SPECIES.maskAll(true);
    int i = 0;
    for (; i <= size - LANES; i += LANES) {
      inside =
          inside.and(
              DoubleVector.fromArray(SPECIES, values, i).abs().compare(VectorOperators.LE, limit));
    }
    boolean all = inside.allTrue();
    for (; i < size; i++) {
      all &= Math.abs(values[i]) <= limit;
    }
    return all;
  }
}
