package org.ladera.landscape.gradient;

/**
 * A dual number v + d·ε with ε² = 0: carrying d along every operation gives the exact derivative of
 * a computation in one direction (forward-mode differentiation). Mutable operations would be
 * faster; a check has to be plain to be trusted.
 */
record Dual(double value, double slope) {
  static final Dual ZERO = new Dual(0, 0);
  static final Dual ONE = new Dual(1, 0);

  static Dual of(double value) {
    return new Dual(value, 0);
  }

  Dual plus(Dual other) {
    return new Dual(value + other.value, slope + other.slope);
  }

  Dual minus(Dual other) {
    return new Dual(value - other.value, slope - other.slope);
  }

  Dual times(Dual other) {
    return new Dual(value * other.value, slope * other.value + value * other.slope);
  }

  Dual times(double factor) {
    return new Dual(value * factor, slope * factor);
  }

  Dual over(Dual other) {
    double quotient = value / other.value;
    return new Dual(quotient, (slope - quotient * other.slope) / other.value);
  }

  Dual negated() {
    return new Dual(-value, -slope);
  }

  Dual exp() {
    double e = StrictMath.exp(value);
    return new Dual(e, e * slope);
  }

  Dual ln() {
    return new Dual(StrictMath.log(value), slope / value);
  }

  /** ln(1 + this). */
  Dual lnOnePlus() {
    return new Dual(StrictMath.log1p(value), slope / (1 + value));
  }

  Dual root() {
    double root = Math.sqrt(value);
    return new Dual(root, slope / (2 * root));
  }

  Dual tanh() {
    double t = StrictMath.tanh(value);
    return new Dual(t, (1 - t * t) * slope);
  }

  Dual absolute() {
    return value == 0 ? ZERO : value > 0 ? this : negated();
  }

  /** 1/(1 + e^−v), from the side on which the exponential does not overflow. */
  Dual sigmoid() {
    return value >= 0 ? ONE.over(ONE.plus(negated().exp())) : exp().over(ONE.plus(exp()));
  }

  /** ln(1 + e^v) without overflow. */
  Dual softplus() {
    return value > 0 ? plus(negated().exp().lnOnePlus()) : exp().lnOnePlus();
  }

  Dual sine() {
    return new Dual(StrictMath.sin(value), slope * StrictMath.cos(value));
  }

  Dual cosine() {
    return new Dual(StrictMath.cos(value), -slope * StrictMath.sin(value));
  }

  /** This to the power of another; the logarithm is asked only where the exponent varies. */
  Dual power(Dual exponent) {
    double power = StrictMath.pow(value, exponent.value);
    double byBase = exponent.value * StrictMath.pow(value, exponent.value - 1) * slope;
    double byExponent = exponent.slope == 0 ? 0 : power * StrictMath.log(value) * exponent.slope;
    return new Dual(power, (slope == 0 ? 0 : byBase) + byExponent);
  }
}
