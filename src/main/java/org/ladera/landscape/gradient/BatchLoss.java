package org.ladera.landscape.gradient;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;

/**
 * The loss of one batch as a function of all parameters, written a second time, unit by unit and
 * without matrices, so that it can bear witness against the engine. Dropout masks are those of the
 * update; batch normalisation uses the batch. Used by one thread at a time.
 */
final class BatchLoss {
  private final StepTrace trace;
  private final LossSpec loss;
  private final ParameterLayout layout;
  private final double factor;

  /** All parameters before the update, in the order of the layout; one is moved for a moment. */
  private final double[] before;

  /** Of the layer that was asked for last: parameters are asked for in the order of the layers. */
  private @Nullable Untouched untouched;

  /**
   * What no parameter of a layer changes.
   *
   * @param in what enters it, a row for each sample
   * @param z its net inputs, of which one parameter changes one column
   * @param sides of the kinks before it
   */
  private record Untouched(int layer, Dual[][] in, Dual[][] z, Sides sides) {}

  /**
   * @param loss the loss whose derivative is asked for; usually the experiment's own
   */
  BatchLoss(StepTrace trace, LossSpec loss) {
    this.trace = trace;
    this.loss = loss;
    Experiment e = trace.experiment();
    layout = new ParameterLayout(e.network());
    factor = loss.factor().value(trace.x().rows(), e.network().outputs());
    before = new double[layout.count()];
    for (ParameterLayout.Block block : layout.blocks()) {
      LayerTrace layer = trace.layers().get(block.layer() - 1);
      layer.parameters(block.kind()).before().copyTo(before, block.offset());
    }
  }

  ParameterLayout layout() {
    return layout;
  }

  /** All that comes into a layer, for one sample from 0. */
  double[] into(LayerTrace layer, int sample) {
    MatrixView from = layer.index() == 1 ? trace.x() : trace.layers().get(layer.index() - 2).a();
    double[] in = new double[from.columns()];
    from.copyRows(sample, 1, in, 0);
    return in;
  }

  /** All parameters before the update, in the order of the layout. */
  double[] parameters() {
    return before.clone();
  }

  /**
   * The loss with its penalty, and its derivative with respect to one parameter.
   *
   * @param sides takes on which side of every kink it is, in a fixed order
   */
  Dual dual(int index, Sides sides) {
    return onwards(index, index, sides);
  }

  /**
   * The loss with its penalty where one parameter is moved.
   *
   * @param sides takes on which side of every kink it is, in a fixed order
   */
  double moved(int index, double by, Sides sides) {
    double w = before[index];
    before[index] = w + by;
    double there = onwards(index, -1, sides).value();
    before[index] = w;
    return there;
  }

  /** From the layer of the one parameter that may have been moved. */
  private Dual onwards(int index, int direction, Sides sides) {
    if (trace.experiment().function().isPresent()) {
      return at(before, direction, sides);
    }
    ParameterRef moved = layout.refAt(index);
    LayerTrace layer = trace.layers().get(moved.layer() - 1);
    Untouched rest = untouched(moved.layer() - 1);
    sides.addAll(rest.sides());
    Dual[][] z = Arrays.stream(rest.z()).map(Dual[]::clone).toArray(Dual[][]::new);
    boolean changesZ =
        moved.kind() == ParameterRef.Kind.WEIGHT || moved.kind() == ParameterRef.Kind.BIAS;
    KindInputs inputs = inputs(before, direction, layer, sides);
    for (int i = 0; i < z.length && changesZ; i++) {
      inputs.renew(layer.spec().kind(), rest.in()[i], moved.column() - 1, z[i]);
    }
    return onwards(before, direction, moved.layer() - 1, z, sides);
  }

  private Untouched untouched(int layer) {
    if (untouched == null || untouched.layer() != layer) {
      Sides sides = new Sides();
      Dual[][] in = samples();
      for (int l = 0; l < layer; l++) {
        LayerTrace earlier = trace.layers().get(l);
        in = activations(before, -1, earlier, netInputs(before, -1, earlier, in, sides), sides);
      }
      Dual[][] z = netInputs(before, -1, trace.layers().get(layer), in, sides);
      untouched = new Untouched(layer, in, z, sides);
    }
    return untouched;
  }

  /**
   * The loss with its penalty and its derivative with respect to one parameter.
   *
   * @param theta (count) not modified
   * @param direction the position whose derivative is carried along; −1 for none
   * @param sides takes on which side of every kink it is, in a fixed order
   */
  Dual at(double[] theta, int direction, Sides sides) {
    Optional<FunctionGraph> function = trace.experiment().function();
    if (function.isPresent()) {
      return FunctionValue.of(function.get(), theta, direction, sides).times(factor);
    }
    Dual[][] z = netInputs(theta, direction, trace.layers().getFirst(), samples(), sides);
    return onwards(theta, direction, 0, z, sides);
  }

  private Dual[][] samples() {
    Dual[][] x = new Dual[trace.x().rows()][trace.x().columns()];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < x[i].length; k++) {
        x[i][k] = Dual.of(trace.x().get(i, k));
      }
    }
    return x;
  }

  /**
   * @param layer from 0
   * @param z its net inputs, modified
   */
  private Dual onwards(double[] theta, int direction, int layer, Dual[][] z, Sides sides) {
    LayerTrace here = trace.layers().get(layer);
    Dual[][] a = activations(theta, direction, here, z, sides);
    if (layer + 1 == trace.layers().size()) {
      return loss(z, a, sides).plus(penalty(theta, direction, sides));
    }
    Dual[][] next = netInputs(theta, direction, trace.layers().get(layer + 1), a, sides);
    return onwards(theta, direction, layer + 1, next, sides);
  }

  /**
   * @param z (samples × units) modified where it is normalised
   */
  private Dual[][] activations(
      double[] theta, int direction, LayerTrace layer, Dual[][] z, Sides sides) {
    if (layer.spec().batchNorm()) {
      normalise(theta, direction, layer, z);
    }
    return activate(layer, z, sides);
  }

  private static Dual parameter(double[] theta, int direction, int index) {
    return new Dual(theta[index], index == direction ? 1 : 0);
  }

  private int offset(ParameterRef.Kind kind, LayerTrace layer) {
    return layout.indexOf(new ParameterRef(kind, layer.index(), 1, 1));
  }

  private Dual[][] netInputs(
      double[] theta, int direction, LayerTrace layer, Dual[][] in, Sides sides) {
    KindInputs inputs = inputs(theta, direction, layer, sides);
    return Arrays.stream(in).map(row -> inputs.of(layer.spec().kind(), row)).toArray(Dual[][]::new);
  }

  private KindInputs inputs(double[] theta, int direction, LayerTrace layer, Sides sides) {
    LayerSpec spec = layer.spec();
    boolean weighted = spec.kind().weightColumns() > 0;
    return new KindInputs(
        theta,
        direction,
        weighted ? offset(ParameterRef.Kind.WEIGHT, layer) : -1,
        spec.bias() ? offset(ParameterRef.Kind.BIAS, layer) : -1,
        sides);
  }

  private void normalise(double[] theta, int direction, LayerTrace layer, Dual[][] z) {
    double epsilon = layer.batchNorm().orElseThrow().epsilon();
    int firstGamma = offset(ParameterRef.Kind.GAMMA, layer);
    int firstBeta = offset(ParameterRef.Kind.BETA, layer);
    for (int j = 0; j < layer.spec().units(); j++) {
      Dual mean = Dual.ZERO;
      for (Dual[] row : z) {
        mean = mean.plus(row[j]);
      }
      mean = mean.times(1.0 / z.length);
      Dual variance = Dual.ZERO;
      for (Dual[] row : z) {
        Dual distance = row[j].minus(mean);
        variance = variance.plus(distance.times(distance));
      }
      Dual deviation = variance.times(1.0 / z.length).plus(Dual.of(epsilon)).root();
      Dual gamma = parameter(theta, direction, firstGamma + j);
      Dual beta = parameter(theta, direction, firstBeta + j);
      for (Dual[] row : z) {
        row[j] = row[j].minus(mean).over(deviation).times(gamma).plus(beta);
      }
    }
  }

  private Dual[][] activate(LayerTrace layer, Dual[][] z, Sides sides) {
    LayerSpec spec = layer.spec();
    if (spec.activation().kind().hasCorner()) {
      for (Dual[] row : z) {
        for (Dual u : row) {
          sides.add(u.value());
        }
      }
    }
    Dual[][] a = new Dual[z.length][];
    for (int i = 0; i < z.length; i++) {
      a[i] =
          spec.activation().kind().isLayerWide()
              ? softmax(z[i])
              : Arrays.stream(z[i]).map(u -> function(spec.activation(), u)).toArray(Dual[]::new);
      if (layer.mask().isPresent()) {
        for (int j = 0; j < a[i].length; j++) {
          a[i][j] = a[i][j].times(layer.mask().get().get(i, j) / (1 - spec.dropout()));
        }
      }
    }
    return a;
  }

  private static Dual function(ActivationSpec f, Dual u) {
    return switch (f.kind()) {
      case IDENTITY -> u;
      case STEP -> u.value() >= 0 ? Dual.ONE : Dual.ZERO;
      case SIGMOID -> u.sigmoid();
      case TANH -> u.tanh();
      case RELU -> u.value() > 0 ? u : Dual.ZERO;
      case LEAKY_RELU -> u.value() > 0 ? u : u.times(f.parameter());
      case ELU -> u.value() > 0 ? u : u.exp().minus(Dual.ONE).times(f.parameter());
      case SOFTPLUS -> u.softplus();
      case SOFTMAX -> throw new IllegalArgumentException("softmax needs the whole layer");
    };
  }

  private static Dual[] softmax(Dual[] z) {
    double largest = Arrays.stream(z).mapToDouble(Dual::value).max().orElseThrow();
    Dual[] shares = Arrays.stream(z).map(u -> u.minus(Dual.of(largest)).exp()).toArray(Dual[]::new);
    Dual sum = Arrays.stream(shares).reduce(Dual.ZERO, Dual::plus);
    return Arrays.stream(shares).map(share -> share.over(sum)).toArray(Dual[]::new);
  }

  private Dual loss(Dual[][] z, Dual[][] a, Sides sides) {
    Dual sum = Dual.ZERO;
    for (int i = 0; i < a.length; i++) {
      for (int o = 0; o < a[i].length; o++) {
        sum = sum.plus(term(z[i], o, a[i][o], trace.y().get(i, o)));
        if (loss.kind() == LossSpec.Kind.ABSOLUTE) {
          sides.add(a[i][o].value() - trace.y().get(i, o));
        } else if (loss.kind() == LossSpec.Kind.HUBER) {
          sides.add(Math.abs(a[i][o].value() - trace.y().get(i, o)) - 1);
        }
      }
    }
    Dual total = sum.times(factor);
    return loss.kind() == LossSpec.Kind.ROOT_SQUARED ? total.root() : total;
  }

  private Dual term(Dual[] z, int output, Dual a, double y) {
    Dual error = a.minus(Dual.of(y));
    ActivationSpec.Kind last = trace.layers().getLast().spec().activation().kind();
    return switch (loss.kind()) {
      case SQUARED, ROOT_SQUARED -> error.times(error);
      case ABSOLUTE -> error.absolute();
      case HUBER ->
          Math.abs(error.value()) <= 1
              ? error.times(error).times(0.5)
              : error.absolute().minus(Dual.of(0.5));
      case SQUARED_LOG -> {
        Dual d = a.lnOnePlus().minus(Dual.of(y).lnOnePlus());
        yield d.times(d);
      }
      case BINARY_CROSS_ENTROPY ->
          last == ActivationSpec.Kind.SIGMOID
              ? z[output].softplus().minus(z[output].times(y))
              : a.ln().times(y).plus(Dual.ONE.minus(a).ln().times(1 - y)).negated();
      case CATEGORICAL_CROSS_ENTROPY ->
          y == 0
              ? Dual.ZERO
              : (last == ActivationSpec.Kind.SOFTMAX ? logShare(z, output) : a.ln()).times(-y);
      case NEGATIVE_LOG_LIKELIHOOD -> a.times(-y);
      case OUTPUT -> a;
    };
  }

  /** ln softmax(z)ₒ. */
  private static Dual logShare(Dual[] z, int output) {
    double largest = Arrays.stream(z).mapToDouble(Dual::value).max().orElseThrow();
    Dual sum =
        Arrays.stream(z).map(u -> u.minus(Dual.of(largest)).exp()).reduce(Dual.ZERO, Dual::plus);
    return z[output].minus(Dual.of(largest)).minus(sum.ln());
  }

  private Dual penalty(double[] theta, int direction, Sides sides) {
    var regularisation = trace.experiment().regularisation();
    Dual sum = Dual.ZERO;
    if (regularisation.isNone()) {
      return sum;
    }
    for (ParameterLayout.Block block : layout.blocks()) {
      if (block.kind() == ParameterRef.Kind.WEIGHT) {
        for (int i = block.offset(); i < block.offset() + block.size(); i++) {
          Dual w = new Dual(theta[i], i == direction ? 1 : 0);
          if (regularisation.l1() != 0) {
            sides.add(w.value());
          }
          sum =
              sum.plus(w.absolute().times(regularisation.l1()))
                  .plus(w.times(w).times(regularisation.l2()));
        }
      }
    }
    return sum;
  }
}
