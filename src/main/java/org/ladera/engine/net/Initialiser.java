package org.ladera.engine.net;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.ladera.engine.random.MersenneTwister;
import org.ladera.engine.random.SplitMix64;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;

/** Draws start parameters. Weights by the rule, biases and β 0, γ 1 unless the rule says more. */
public final class Initialiser {
  private static final long STREAM = 1;

  private Initialiser() {}

  /**
   * The start parameters in the order of {@link ParameterLayout}.
   *
   * @throws IllegalArgumentException when given parameters have another count
   */
  public static double[] draw(NetworkSpec network, InitSpec init, long seed) {
    ParameterLayout layout = new ParameterLayout(network);
    double[] theta = new double[layout.count()];
    if (init instanceof InitSpec.Given given) {
      if (given.parameters().size() != theta.length) {
        throw new IllegalArgumentException(
            "given parameters: expected " + theta.length + ", found " + given.parameters().size());
      }
      return given.parameters().toArray();
    }
    if (init instanceof InitSpec.Approximation construction) {
      return Construction.of(network, construction);
    }
    SplitMix64 random = new SplitMix64(seed, STREAM);
    Map<InitSpec, MersenneTwister> numpy = new HashMap<>();
    for (ParameterLayout.Block block : layout.blocks()) {
      InitSpec rule = init.of(block.layer());
      int from = block.offset();
      int to = from + block.size();
      switch (block.kind()) {
        case WEIGHT -> fill(theta, from, to, weights(rule, fans(network, block), random, numpy));
        case BIAS -> {
          if (rule instanceof InitSpec.Constant constant) {
            Arrays.fill(theta, from, to, constant.value());
          }
        }
        case GAMMA -> Arrays.fill(theta, from, to, 1);
        case BETA -> {}
      }
    }
    return theta;
  }

  private static void fill(double[] theta, int from, int to, DoubleSupplier next) {
    for (int i = from; i < to; i++) {
      theta[i] = next.getAsDouble();
    }
  }

  /** How many values a unit is fed by, and how many one value feeds. */
  private record Fans(double in, double out) {}

  private static Fans fans(NetworkSpec network, ParameterLayout.Block block) {
    return switch (network.layers().get(block.layer() - 1).kind()) {
      case LayerKind.Convolution c ->
          new Fans(block.rows(), (double) c.filters() * c.rows() * c.columns());
      case LayerKind.Dense dense -> new Fans(block.rows(), block.columns());
      case LayerKind.Function function -> new Fans(block.rows(), block.columns());
      case LayerKind.Pool pool -> throw new IllegalArgumentException("no weights: " + pool);
      case LayerKind.Flatten flatten ->
          throw new IllegalArgumentException("no weights: " + flatten);
    };
  }

  private static DoubleSupplier weights(
      InitSpec init, Fans fans, SplitMix64 random, Map<InitSpec, MersenneTwister> numpy) {
    double in = fans.in();
    double both = fans.in() + fans.out();
    return switch (init) {
      case InitSpec.Zeros() -> () -> 0;
      case InitSpec.Constant(double value) -> () -> value;
      case InitSpec.Uniform(double low, double high) ->
          () -> low + (high - low) * random.nextDouble();
      case InitSpec.Normal(double mean, double deviation) ->
          () -> mean + deviation * random.nextNormal();
      case InitSpec.GlorotUniform(double gain) ->
          symmetric(random, gain * StrictMath.sqrt(6 / both));
      case InitSpec.GlorotNormal(double gain) -> normal(random, gain * StrictMath.sqrt(2 / both));
      case InitSpec.HeUniform() -> symmetric(random, StrictMath.sqrt(6 / in));
      case InitSpec.HeNormal() -> normal(random, StrictMath.sqrt(2 / in));
      case InitSpec.NumpyRandom(long seed, double scale, double shift) -> {
        // Layers with the same rule go on with the same numbers, as one program does.
        MersenneTwister stream = numpy.computeIfAbsent(init, _ -> new MersenneTwister(seed));
        yield () -> stream.nextDouble() * scale + shift;
      }
      case InitSpec.Approximation _ -> throw new IllegalArgumentException("it is not drawn");
      case InitSpec.Given _ -> throw new IllegalArgumentException("given parameters are not drawn");
      case InitSpec.ByLayer _ -> throw new IllegalArgumentException("one rule for each layer");
    };
  }

  private static DoubleSupplier symmetric(SplitMix64 random, double bound) {
    return () -> bound * (2 * random.nextDouble() - 1);
  }

  private static DoubleSupplier normal(SplitMix64 random, double deviation) {
    return () -> deviation * random.nextNormal();
  }
}
