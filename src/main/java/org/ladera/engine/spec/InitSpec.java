package org.ladera.engine.spec;

import org.ladera.engine.matrix.MatrixView;

/** Where the start weights come from. Biases start at 0 unless the rule says otherwise. */
public sealed interface InitSpec {
  record Zeros() implements InitSpec {}

  /** Every weight and bias equal. */
  record Constant(double value) implements InitSpec {}

  record Uniform(double low, double high) implements InitSpec {}

  record Normal(double mean, double deviation) implements InitSpec {}

  /** Glorot and Bengio 2010, uniform: ±√(6/(in+out)) times gain. */
  record GlorotUniform(double gain) implements InitSpec {}

  /** Standard deviation √(2/(in+out)) times gain. */
  record GlorotNormal(double gain) implements InitSpec {}

  /** He et al. 2015, uniform: ±√(6/in). */
  record HeUniform() implements InitSpec {}

  /** Standard deviation √(2/in). */
  record HeNormal() implements InitSpec {}

  /** numpy's {@code seed(seed); random(shape) * scale + shift}, layer by layer, weights only. */
  record NumpyRandom(long seed, double scale, double shift) implements InitSpec {}

  /**
   * Given parameters in the order of {@link ParameterLayout}.
   *
   * @param parameters (1 × count)
   */
  record Given(MatrixView parameters) implements InitSpec {}
}
