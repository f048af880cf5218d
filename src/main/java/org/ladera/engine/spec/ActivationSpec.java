package org.ladera.engine.spec;

import java.util.Optional;

/**
 * An activation function and its one parameter.
 *
 * @param kind which function
 * @param parameter the slope below 0 of {@link Kind#LEAKY_RELU}, α of {@link Kind#ELU}; 0 elsewhere
 */
public record ActivationSpec(Kind kind, double parameter) {
  private static final double FREE = Double.POSITIVE_INFINITY;

  /** The catalogue of activation functions; what they compute is in {@code engine.net}. */
  public enum Kind {
    /** f(z) = z. */
    IDENTITY("linear", "\\operatorname{id}", -FREE, FREE, 1, false),
    /** 1 from z = 0 on, else 0 (McCulloch and Pitts 1943). */
    STEP("step", "f", 0, 1, 0, true),
    /** 1/(1 + e^−z). */
    SIGMOID("sigmoid", "\\sigma", 0, 1, 0.25, false),
    TANH("tanh", "\\tanh", -1, 1, 1, false),
    /** max(0, z) (Nair and Hinton 2010). */
    RELU("relu", "\\operatorname{ReLU}", 0, FREE, 1, true),
    /** z above 0, else a small slope times z (Maas et al. 2013). */
    LEAKY_RELU("leaky_relu", "f", -FREE, FREE, 1, true, parameter("leaky_relu_slope", 0.01)),
    /** z above 0, else α(e^z − 1) (Clevert et al. 2016). */
    ELU("elu", "f", -FREE, FREE, 1, true, parameter("elu_alpha", 1)),
    /** ln(1 + e^z) (Dugas et al. 2001). */
    SOFTPLUS("softplus", "f", 0, FREE, 1, false),
    /** e^z over the sum of e^z of the layer (Bridle 1990). */
    SOFTMAX("softmax", "\\operatorname{softmax}", 0, 1, 1, false);

    private final String traceName;
    private final String symbol;
    private final double low;
    private final double high;
    private final double steepest;
    private final boolean corner;
    private final Optional<Hyperparameter> constant;

    Kind(
        String traceName,
        String symbol,
        double low,
        double high,
        double steepest,
        boolean corner,
        Hyperparameter... constant) {
      this.traceName = traceName;
      this.symbol = symbol;
      this.low = low;
      this.high = high;
      this.steepest = steepest;
      this.corner = corner;
      this.constant = constant.length == 0 ? Optional.empty() : Optional.of(constant[0]);
    }

    private static Hyperparameter parameter(String name, double usual) {
      return new Hyperparameter(name, "α", Hyperparameter.Range.NOT_NEGATIVE, 10, usual);
    }

    /** Its name in lessons and texts: {@code leaky-relu}. */
    public String id() {
      return Catalogue.id(this);
    }

    public String traceName() {
      return traceName;
    }

    /** How formulas write the function, as TeX. */
    public String symbol() {
      return symbol;
    }

    /**
     * The one number it has. Lessons call it {@code parameter}, trace cases by its own name, which
     * is that of all layers at once.
     */
    public Optional<Hyperparameter> constant() {
      return constant;
    }

    /** Whether all values lie between {@link #low} and {@link #high}. */
    public boolean isBounded() {
      return low > -FREE && high < FREE;
    }

    public double low() {
      return low;
    }

    public double high() {
      return high;
    }

    /** The greatest slope. */
    public double steepest() {
      return steepest;
    }

    /** Whether there is a point, 0, where it has no derivative or more than one. */
    public boolean hasCorner() {
      return corner;
    }

    /** Whether each value depends on all units of the layer, so that there is no slope f′(z). */
    public boolean isLayerWide() {
      return this == SOFTMAX;
    }

    /** Whether δ is what comes in times f′(z): not for f(z) = z, where nothing changes. */
    public boolean hasSlope() {
      return this != IDENTITY && !isLayerWide();
    }

    /** The function with its usual parameter. */
    public ActivationSpec usual() {
      return new ActivationSpec(this, constant.map(Hyperparameter::usual).orElse(0.0));
    }
  }

  public static final ActivationSpec IDENTITY = Kind.IDENTITY.usual();
  public static final ActivationSpec STEP = Kind.STEP.usual();
  public static final ActivationSpec SIGMOID = Kind.SIGMOID.usual();
  public static final ActivationSpec TANH = Kind.TANH.usual();
  public static final ActivationSpec RELU = Kind.RELU.usual();
  public static final ActivationSpec SOFTPLUS = Kind.SOFTPLUS.usual();
  public static final ActivationSpec SOFTMAX = Kind.SOFTMAX.usual();

  public static ActivationSpec leakyRelu(double slope) {
    return new ActivationSpec(Kind.LEAKY_RELU, slope);
  }

  public static ActivationSpec elu(double alpha) {
    return new ActivationSpec(Kind.ELU, alpha);
  }
}
