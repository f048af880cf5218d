package org.ladera.engine.net;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;

/**
 * The passes through a network, in workspaces made once. Parameters live outside, in one array in
 * the order of {@link ParameterLayout}; so do the running figures of batch normalisation: per
 * normalised layer the means, then the variances.
 */
public final class Network {
  private static final ActivationSpec UNFUSED = ActivationSpec.IDENTITY;
  private final NetworkSpec spec;
  private final Layer[] layers;
  private final PairExecutor pair;
  private final double[] lossTerms;

  /**
   * @param batch the most samples a pass will have
   */
  public Network(NetworkSpec spec, int batch) {
    this(spec, batch, PairExecutor.ALONE);
  }

  /**
   * @param batch the most samples a pass will have
   * @param pair who does the two halves of large products
   */
  public Network(NetworkSpec spec, int batch, PairExecutor pair) {
    this.spec = spec;
    this.pair = pair;
    ParameterLayout layout = new ParameterLayout(spec);
    List<Layer> list = new ArrayList<>();
    int running = 0;
    for (int l = 0; l < spec.layers().size(); l++) {
      LayerSpec layer = spec.layers().get(l);
      @Nullable BatchNorm norm = null;
      if (layer.batchNorm()) {
        int gamma = offset(layout, ParameterRef.Kind.GAMMA, l + 1);
        int beta = offset(layout, ParameterRef.Kind.BETA, l + 1);
        norm = new BatchNorm(layer.units(), layer.batchNormEpsilon(), gamma, beta, running, batch);
        running += 2 * layer.units();
      }
      int weights = offset(layout, ParameterRef.Kind.WEIGHT, l + 1);
      int bias = offset(layout, ParameterRef.Kind.BIAS, l + 1);
      Connection connection =
          Connection.of(layer.kind(), spec.inputsOf(l), weights, bias, batch, pair);
      list.add(new Layer(layer, connection, norm, batch, pair));
    }
    layers = list.toArray(Layer[]::new);
    lossTerms = new double[batch * spec.outputs()];
  }

  /** Where a layer's parameters of a kind begin; −1 where it has none. */
  private static int offset(ParameterLayout layout, ParameterRef.Kind kind, int layer) {
    return layout.block(kind, layer).map(ParameterLayout.Block::offset).orElse(-1);
  }

  /** From now on every slope is taken at the activation, as in programs that mix them up. */
  public void slipSlopes() {
    for (Layer layer : layers) {
      layer.slipSlope();
    }
  }

  public NetworkSpec spec() {
    return spec;
  }

  /** Layer 0 is the first after the inputs. */
  public Layer layer(int index) {
    return layers[index];
  }

  public int depth() {
    return layers.length;
  }

  private Layer last() {
    return layers[layers.length - 1];
  }

  /** The running figures before any batch: means 0, variances 1. */
  public double[] startFigures() {
    return startFigures(spec);
  }

  /** The running figures of such a network before any batch. */
  public static double[] startFigures(NetworkSpec spec) {
    return spec.layers().stream()
        .filter(LayerSpec::batchNorm)
        .flatMapToDouble(
            layer ->
                IntStream.range(0, 2 * layer.units()).mapToDouble(i -> i < layer.units() ? 0 : 1))
        .toArray();
  }

  /**
   * Forward through all layers.
   *
   * @param theta parameters, not modified
   * @param running figures of batch normalisation, not modified, used only if not training
   * @param x (rows × inputs), not modified
   * @param training batch statistics and dropout masks, or running figures and no dropout
   * @return the outputs (rows × outputs in use): a workspace, overwritten by the next pass
   */
  public double[] forward(
      double[] theta, double[] running, double[] x, int rows, boolean training) {
    double[] in = x;
    for (Layer layer : layers) {
      layer.forward(theta, running, in, rows, training);
      in = layer.a.data;
      pair.breathe();
    }
    return in;
  }

  /**
   * Only the net inputs of the first layer, left in its {@link Layer#z()}.
   *
   * @param theta parameters, not modified
   * @param x (rows × inputs), not modified
   */
  public void netInputs(double[] theta, double[] x, int rows) {
    layers[0].netInputs(theta, x, rows);
  }

  /**
   * Forward from net inputs of the first layer that already stand in its {@link Layer#z()}, in
   * inference mode.
   *
   * @param theta parameters, not modified
   * @param running figures of batch normalisation, not modified
   * @return the outputs (rows × outputs in use): a workspace, overwritten by the next pass
   */
  public double[] forwardFromNetInputs(double[] theta, double[] running, int rows) {
    layers[0].fromNetInputs(theta, running, rows, false);
    double[] in = layers[0].a.data;
    for (int l = 1; l < layers.length; l++) {
      layers[l].forward(theta, running, in, rows, false);
      in = layers[l].a.data;
    }
    return in;
  }

  /** The sum of the loss over the batch of the last forward pass, before the factor. */
  public double lossSum(LossSpec loss, double[] y, int rows) {
    Layer last = last();
    return Loss.sum(
        last.elements(),
        lossTerms,
        loss,
        dropsOutputs() ? UNFUSED : last.spec.activation(),
        last.activationInput(),
        last.a.data,
        0,
        y,
        rows,
        last.units);
  }

  /**
   * Backward after {@link #forward}, without penalty.
   *
   * @param factor the number before the sum, see {@link Factor}
   * @param value the loss itself
   * @param y (rows × outputs), not modified
   * @param gradient overwritten
   */
  public void backward(
      LossSpec loss,
      double factor,
      double value,
      double[] theta,
      double[] x,
      double[] y,
      int rows,
      boolean training,
      double[] gradient) {
    Layer last = last();
    ActivationSpec outer = dropsOutputs() ? UNFUSED : last.spec.activation();
    boolean pastActivation = Loss.fromNetInputs(loss, outer);
    Loss.derivative(loss, outer, factor, value, last.a.data, y, last.incoming(), rows, last.units);
    for (int l = layers.length - 1; l >= 0; l--) {
      double[] in = l == 0 ? x : layers[l - 1].a.data;
      layers[l].backward(theta, gradient, in, rows, training, pastActivation);
      pastActivation = false;
      if (l > 0) {
        layers[l].passBack(theta, layers[l - 1].incoming(), rows);
      }
      pair.breathe();
    }
  }

  /**
   * How net inputs of a layer answer to the inputs of the network, ∂z/∂x, after {@link #forward} in
   * inference mode of one sample, given once for each of them.
   *
   * @param theta the parameters of that pass, not modified
   * @param layer the layer of the net inputs, from 0
   * @param first the first of their units, from 0
   * @param count how many units, as many as that pass had rows
   * @param into (count × inputs) overwritten
   */
  public void slopes(double[] theta, int layer, int first, int count, double[] into) {
    double[] unused = new double[theta.length];
    double[] delta = layers[layer].delta.data;
    int units = layers[layer].units;
    java.util.Arrays.fill(delta, 0, count * units, 0);
    for (int i = 0; i < count; i++) {
      delta[i * units + first + i] = 1;
    }
    for (int l = layer; l > 0; l--) {
      layers[l].passBack(theta, layers[l - 1].incoming(), count);
      layers[l - 1].toNetInputs(theta, unused, count, false, false);
    }
    layers[0].passBack(theta, into, count);
  }

  /** Takes the batch of the last training pass into the running figures. Modified. */
  public void rememberBatch(double[] running, int rows) {
    for (Layer layer : layers) {
      if (layer.batchNorm != null) {
        layer.batchNorm.remember(running, rows);
      }
    }
  }

  /** Dropout on the outputs breaks the shortcut from the loss to the net inputs. */
  private boolean dropsOutputs() {
    return last().mask != null;
  }

  /**
   * A size of parameters up to which no number of a forward pass can overflow, so that nobody has
   * to look.
   *
   * @param largestInput greatest |x|
   */
  public double harmlessParameter(double largestInput) {
    for (double limit = 1e12; limit >= 1; limit /= 1e3) {
      double bound = largestInput;
      boolean harmless = bound < 1e100;
      for (Layer layer : layers) {
        bound = layer.connection.bound(bound, limit);
        harmless &= bound < 1e100;
        if (layer.batchNorm != null) {
          // A normalised value is at most the root of the number of rows.
          bound = (StrictMath.sqrt(Integer.MAX_VALUE) + 1) * limit;
        }
        bound = Activation.bound(layer.spec.activation(), bound) / (1 - layer.spec.dropout());
        harmless &= bound < 1e100;
      }
      if (harmless) {
        return limit;
      }
    }
    return 0;
  }
}
