package org.ladera.landscape.gradient;

import java.util.Arrays;
import java.util.Optional;
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
 * update; batch normalisation uses the batch.
 */
final class BatchLoss {
  private final StepTrace trace;
  private final LossSpec loss;
  private final ParameterLayout layout;
  private final double factor;

  /**
   * @param loss the loss whose derivative is asked for; usually the experiment's own
   */
  BatchLoss(StepTrace trace, LossSpec loss) {
    this.trace = trace;
    this.loss = loss;
    Experiment e = trace.experiment();
    layout = new ParameterLayout(e.network());
    factor = loss.factor().value(trace.x().rows(), e.network().outputs());
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
    double[] theta = new double[layout.count()];
    for (ParameterLayout.Block block : layout.blocks()) {
      LayerTrace layer = trace.layers().get(block.layer() - 1);
      layer.parameters(block.kind()).before().copyTo(theta, block.offset());
    }
    return theta;
  }

  /**
   * The loss with its penalty and its derivative with respect to one parameter.
   *
   * @param theta (count) not modified
   * @param direction the position whose derivative is carried along; −1 for none
   */
  Dual at(double[] theta, int direction) {
    return at(theta, direction, new Sides());
  }

  /**
   * As above, and on which side of every kink it is.
   *
   * @param sides takes them, in a fixed order
   */
  Dual at(double[] theta, int direction, Sides sides) {
    Optional<FunctionGraph> function = trace.experiment().function();
    if (function.isPresent()) {
      return FunctionValue.of(function.get(), theta, direction, sides).times(factor);
    }
    int samples = trace.x().rows();
    Dual[][] a = new Dual[samples][];
    for (int i = 0; i < samples; i++) {
      a[i] = new Dual[trace.x().columns()];
      for (int k = 0; k < a[i].length; k++) {
        a[i][k] = Dual.of(trace.x().get(i, k));
      }
    }
    Dual[][] z = a;
    int depth = trace.layers().size();
    for (int l = 0; l < depth; l++) {
      LayerTrace layer = trace.layers().get(l);
      z = netInputs(theta, direction, layer, a, sides);
      if (layer.spec().batchNorm()) {
        normalise(theta, direction, layer, z);
      }
      a = activate(layer, z, sides);
    }
    return loss(z, a, sides).plus(penalty(theta, direction, sides));
  }

  private static Dual parameter(double[] theta, int direction, int index) {
    return new Dual(theta[index], index == direction ? 1 : 0);
  }

  private int offset(ParameterRef.Kind kind, LayerTrace layer) {
    return layout.indexOf(new ParameterRef(kind, layer.index(), 1, 1));
  }

  private Dual[][] netInputs(
      double[] theta, int direction, LayerTrace layer, Dual[][] in, Sides sides) {
    LayerSpec spec = layer.spec();
    boolean weighted = spec.kind().weightColumns() > 0;
    KindInputs inputs =
        new KindInputs(
            theta,
            direction,
            weighted ? offset(ParameterRef.Kind.WEIGHT, layer) : -1,
            spec.bias() ? offset(ParameterRef.Kind.BIAS, layer) : -1,
            sides);
    return Arrays.stream(in).map(row -> inputs.of(spec.kind(), row)).toArray(Dual[][]::new);
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
