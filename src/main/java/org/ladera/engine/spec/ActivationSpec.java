package org.ladera.engine.spec;

/**
 * An activation function and its one parameter.
 *
 * @param kind which function
 * @param parameter the slope below 0 of {@link Kind#LEAKY_RELU}, α of {@link Kind#ELU}; 0 elsewhere
 */
public record ActivationSpec(Kind kind, double parameter) {
  public enum Kind {
    IDENTITY,
    STEP,
    SIGMOID,
    TANH,
    RELU,
    LEAKY_RELU,
    ELU,
    SOFTPLUS,
    SOFTMAX
  }

  public static final ActivationSpec IDENTITY = new ActivationSpec(Kind.IDENTITY, 0);
  public static final ActivationSpec STEP = new ActivationSpec(Kind.STEP, 0);
  public static final ActivationSpec SIGMOID = new ActivationSpec(Kind.SIGMOID, 0);
  public static final ActivationSpec TANH = new ActivationSpec(Kind.TANH, 0);
  public static final ActivationSpec RELU = new ActivationSpec(Kind.RELU, 0);
  public static final ActivationSpec SOFTPLUS = new ActivationSpec(Kind.SOFTPLUS, 0);
  public static final ActivationSpec SOFTMAX = new ActivationSpec(Kind.SOFTMAX, 0);

  public static ActivationSpec leakyRelu(double slope) {
    return new ActivationSpec(Kind.LEAKY_RELU, slope);
  }

  public static ActivationSpec elu(double alpha) {
    return new ActivationSpec(Kind.ELU, alpha);
  }
}
