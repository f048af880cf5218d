package org.ladera.engine.kernel;

import static jdk.incubator.vector.VectorOperators.GE;
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
import static org.ladera.engine.kernel.Exponential.LN2_HIGH;
import static org.ladera.engine.kernel.Exponential.LN2_LOW;
import static org.ladera.engine.kernel.Exponential.LOG2_E;
import static org.ladera.engine.kernel.Exponential.NORMAL_LOW;
import static org.ladera.engine.kernel.Exponential.ROUNDER;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * ln(1 + e^−|s|) several at a time, by the operations of {@link Exponential#exp} and of fdlibm's
 * log1p (s_log1p.c, Sun Microsystems 1993), which is what {@link StrictMath#log1p} is: the same
 * bits. Of its cases those are here that e^−|s| can fall into; the rare ones at their edges are
 * left to it.
 */
final class VectorLogarithm {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final DoubleVector HIGH = DoubleVector.broadcast(SPECIES, -LN2_HIGH);
  private static final DoubleVector LOW = DoubleVector.broadcast(SPECIES, -LN2_LOW);

  /** √2 − 1 as fdlibm has it: up to here ln(1 + x) is computed about 0, beyond about ln 2. */
  private static final double ABOUT_ZERO = Double.longBitsToDouble(0x3FDA827A00000000L);

  /** Below it ln(1 + x) is x − x²/2. */
  private static final double TINY = 0x1p-29;

  /** Nearer to 1 than this fdlibm has cases of their own. */
  private static final double NEARLY_ONE = 0.9999;

  private static final double P1 = 6.666666666666735130e-01;
  private static final double P2 = 3.999999999940941908e-01;
  private static final double P3 = 2.857142874366239149e-01;
  private static final double P4 = 2.222219843214978396e-01;
  private static final double P5 = 1.818357216161805012e-01;
  private static final double P6 = 1.531383769920937332e-01;
  private static final double P7 = 1.479819860511658591e-01;

  private VectorLogarithm() {}

  /**
   * Arguments as in {@link ElementKernel#crossEntropies}. The last register overlaps the one before
   * and finds the same numbers again: four left over one by one took longer than sixty together.
   */
  static void crossEntropies(double[] s, int at, double[] y, double[] out, int size) {
    if (size < LANES) {
      PlainElements.crossEntropies(s, at, y, out, 0, size);
      return;
    }
    for (int next = 0; next < size; next += LANES) {
      int i = Math.min(next, size - LANES);
      DoubleVector v = DoubleVector.fromArray(SPECIES, s, at + i);
      DoubleVector x = v.abs().neg();
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
      boolean ordinary = x.compare(GE, NORMAL_LOW + 1).and(e.compare(LT, NEARLY_ONE)).allTrue();
      if (!ordinary) {
        PlainElements.crossEntropies(s, at, y, out, i, i + LANES);
        continue;
      }
      VectorMask<Double> large = e.compare(GE, ABOUT_ZERO);
      DoubleVector u = e.add(1.0);
      DoubleVector c = e.sub(u.sub(1.0)).div(u);
      DoubleVector f = e.blend(u.mul(0.5).sub(1.0), large);
      DoubleVector half = f.mul(0.5).mul(f);
      DoubleVector q = f.div(f.add(2.0));
      DoubleVector z = q.mul(q);
      DoubleVector sum = z.mul(P7).add(P6).mul(z).add(P5).mul(z).add(P4).mul(z).add(P3);
      sum = sum.mul(z).add(P2).mul(z).add(P1).mul(z);
      DoubleVector product = q.mul(half.add(sum));
      DoubleVector small = f.sub(half.sub(product));
      DoubleVector big =
          DoubleVector.broadcast(SPECIES, LN2_HIGH)
              .sub(half.sub(product.add(c.add(LN2_LOW))).sub(f));
      DoubleVector log =
          small.blend(big, large).blend(e.sub(e.mul(e).mul(0.5)), e.compare(LT, TINY));
      DoubleVector positive = v.blend(0.0, v.compare(LE, 0.0));
      positive.sub(v.mul(DoubleVector.fromArray(SPECIES, y, i))).add(log).intoArray(out, i);
    }
  }
}
