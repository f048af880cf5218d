package org.ladera.engine.kernel;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.ladera.engine.kernel.Exponential.C10;
import static org.ladera.engine.kernel.Exponential.C11;
import static org.ladera.engine.kernel.Exponential.C12;
import static org.ladera.engine.kernel.Exponential.C13;
import static org.ladera.engine.kernel.Exponential.C2;
import static org.ladera.engine.kernel.Exponential.C3;
import static org.ladera.engine.kernel.Exponential.C4;
import static org.ladera.engine.kernel.Exponential.C5;
import static org.ladera.engine.kernel.Exponential.C6;
import static org.ladera.engine.kernel.Exponential.C7;
import static org.ladera.engine.kernel.Exponential.C8;
import static org.ladera.engine.kernel.Exponential.C9;
import static org.ladera.engine.kernel.Exponential.EXPM1_LOW;
import static org.ladera.engine.kernel.Exponential.LN2_HIGH;
import static org.ladera.engine.kernel.Exponential.LN2_LOW;
import static org.ladera.engine.kernel.Exponential.LOG2_E;
import static org.ladera.engine.kernel.Exponential.NORMAL_LOW;
import static org.ladera.engine.kernel.Exponential.ROUNDER;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Several numbers at a time, by the operations of {@link Exponential} in the same order. Each
 * method is written out in full: a vector that crosses a call which the compiler does not dissolve
 * becomes an object, and a hundred times slower. A limit is a comparison and a blend: {@code max}
 * tells −0 from 0 and takes six instructions.
 */
final class VectorElements implements ElementKernel {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int FEW = 64;
  private static final DoubleVector HIGH = DoubleVector.broadcast(SPECIES, -LN2_HIGH);
  private static final DoubleVector LOW = DoubleVector.broadcast(SPECIES, -LN2_LOW);

  /** Up to where whole registers are done: where there is room, beyond {@code to}. */
  private static int whole(double[] z, double[] a, int from, int to) {
    int more = from + ElementKernel.room(to - from);
    return more <= z.length && more <= a.length ? more : to - (to - from) % LANES;
  }

  @Override
  public void sigmoid(double[] z, double[] a, int from, int to) {
    int whole = whole(z, a, from, to);
    for (int i = from; i < whole; i += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, z, i);
      if (v.abs().compare(GT, -NORMAL_LOW).anyTrue()) {
        for (int j = i; j < i + LANES; j++) {
          a[j] = Exponential.sigmoid(z[j]);
        }
        continue;
      }
      DoubleVector x = v.neg();
      DoubleVector shifted = x.fma(LOG2_E, ROUNDER);
      DoubleVector k = shifted.sub(ROUNDER);
      DoubleVector r = k.fma(LOW, k.fma(HIGH, x));
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector low = r.fma(C5, C4).fma(r2, r.fma(C3, C2));
      DoubleVector middle = r.fma(C9, C8).fma(r2, r.fma(C7, C6));
      DoubleVector high = r.fma(C13, C12).fma(r2, r.fma(C11, C10));
      DoubleVector p = r2.fma(r4.fma(r4.fma(high, middle), low), r);
      DoubleVector scale = shifted.reinterpretAsLongs().lanewise(LSHL, 52).reinterpretAsDoubles();
      DoubleVector e = p.fma(scale, scale);
      DoubleVector.broadcast(SPECIES, 1.0).div(e.add(1.0)).intoArray(a, i);
    }
    for (int i = whole; i < to; i++) {
      a[i] = Exponential.sigmoid(z[i]);
    }
  }

  @Override
  public void tanh(double[] z, double[] a, int from, int to) {
    int whole = whole(z, a, from, to);
    for (int i = from; i < whole; i += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, z, i);
      DoubleVector all = v.abs().mul(-2.0);
      DoubleVector y = all.blend(EXPM1_LOW, all.compare(LT, EXPM1_LOW));
      DoubleVector shifted = y.fma(LOG2_E, ROUNDER);
      DoubleVector k = shifted.sub(ROUNDER);
      DoubleVector r = k.fma(LOW, k.fma(HIGH, y));
      DoubleVector r2 = r.mul(r);
      DoubleVector r4 = r2.mul(r2);
      DoubleVector low = r.fma(C5, C4).fma(r2, r.fma(C3, C2));
      DoubleVector middle = r.fma(C9, C8).fma(r2, r.fma(C7, C6));
      DoubleVector high = r.fma(C13, C12).fma(r2, r.fma(C11, C10));
      DoubleVector p = r2.fma(r4.fma(r4.fma(high, middle), low), r);
      DoubleVector scale = shifted.reinterpretAsLongs().lanewise(LSHL, 52).reinterpretAsDoubles();
      DoubleVector t = p.fma(scale, scale.sub(1.0));
      t.neg()
          .div(t.add(2.0))
          .reinterpretAsLongs()
          .and(Long.MAX_VALUE)
          .or(v.reinterpretAsLongs().and(Long.MIN_VALUE))
          .reinterpretAsDoubles()
          .intoArray(a, i);
    }
    for (int i = whole; i < to; i++) {
      a[i] = Exponential.tanh(z[i]);
    }
  }

  @Override
  public void relu(double[] z, double[] a, int from, int to) {
    int whole = to - (to - from) % LANES;
    for (int i = from; i < whole; i += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, z, i);
      v.blend(0.0, v.compare(LE, 0.0)).intoArray(a, i);
    }
    for (int i = whole; i < to; i++) {
      a[i] = Math.max(z[i], 0);
    }
  }

  @Override
  public void reluDerivative(double[] z, double[] delta, int from, int to) {
    int whole = to - (to - from) % LANES;
    for (int i = from; i < whole; i += LANES) {
      VectorMask<Double> on = DoubleVector.fromArray(SPECIES, z, i).compare(GT, 0.0);
      DoubleVector.zero(SPECIES)
          .blend(DoubleVector.fromArray(SPECIES, delta, i), on)
          .intoArray(delta, i);
    }
    for (int i = whole; i < to; i++) {
      delta[i] = z[i] > 0 ? delta[i] : 0;
    }
  }

  @Override
  public void add(double b, double[] a, int from, int to) {
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      DoubleVector.fromArray(SPECIES, a, i).add(b).intoArray(a, i);
    }
    for (; i < to; i++) {
      a[i] += b;
    }
  }

  @Override
  public void crossEntropies(double[] s, int at, double[] y, double[] out, int size) {
    VectorLogarithm.crossEntropies(s, at, y, out, size);
  }

  @Override
  public boolean within(double[] values, int from, int to, double limit) {
    // Numbers that were just written one by one are not yet where a register would be filled from.
    return to - from < FEW
        ? PlainElements.areWithin(values, from, to, limit)
        : areWithin(values, from, to, limit);
  }

  private static boolean areWithin(double[] values, int from, int to, double limit) {
    int whole = to - (to - from) % LANES;
    VectorMask<Double> inside = SPECIES.maskAll(true);
    for (int i = from; i < whole; i += LANES) {
      inside = inside.and(DoubleVector.fromArray(SPECIES, values, i).abs().compare(LE, limit));
    }
    return inside.allTrue() && PlainElements.areWithin(values, whole, to, limit);
  }
}
