package org.ladera.landscape.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;

/**
 * Holds the derivatives that backpropagation gave for one update against derivatives found in three
 * other ways: by dual numbers, by the central difference (J(w+h) − J(w−h))/2h, and by its
 * sixth-order Richardson extrapolation. All of them use a second, plain implementation of the loss.
 * Used by one thread at a time.
 */
public final class GradientCheck {
  /** Step of the Richardson value; smaller steps lose more digits than they gain. */
  private static final double RICHARDSON_STEP = 4e-3;

  /** Step to each side of a kink. */
  private static final double TINY = 0x1p-20;

  /** The curve of errors: so many points for each power of ten, from 1 down to 10^−12. */
  private static final int FINEST = 4;

  private static final int DECADES = 12;

  private final StepTrace trace;
  private final BatchLoss batchLoss;
  private final Rounding rounding;

  /** Checks against the loss that the run descends. */
  public GradientCheck(StepTrace trace) {
    this(trace, trace.experiment().loss());
  }

  /**
   * @param loss the loss whose derivative is claimed; another one than the run descends shows the
   *     factor that a program has lost (S1.X: the ratio is 2 for every weight)
   */
  public GradientCheck(StepTrace trace, LossSpec loss) {
    this.trace = trace;
    batchLoss = new BatchLoss(trace, loss);
    rounding = new Rounding(trace, batchLoss);
  }

  /** The parameters there are, for a list to choose from. */
  public ParameterLayout layout() {
    return batchLoss.layout();
  }

  /**
   * One derivative from all sides.
   *
   * @param step of the central difference
   * @param budget roughly how many products of a weight and a sample the curve of errors may cost;
   *     it has fewer points where they cost more
   * @throws IllegalArgumentException when the network has no such parameter
   */
  public Inspection inspect(ParameterRef parameter, double step, long budget) {
    int index = batchLoss.layout().indexOf(parameter);
    Comparison comparison = compare(index);
    boolean tells = comparison.isNumber() && !comparison.isNothing() && !comparison.isRounding();
    OptionalDouble kink = kink(index);
    boolean on = kink.isPresent() && kink.getAsDouble() == 0;
    long points = budget / (2 * cost());
    int fineness = points > FINEST * DECADES ? FINEST : points > 2 * DECADES ? 2 : 1;
    return new Inspection(
        trace.update(),
        comparison,
        step,
        central(index, step),
        richardson(index),
        tells ? errors(index, comparison.dual(), fineness) : List.of(),
        kink,
        on ? side(index, -TINY) : Double.NaN,
        on ? side(index, TINY) : Double.NaN,
        comparison.isNothing() ? stillness(parameter) : Inspection.Stillness.NONE);
  }

  /**
   * All parameters, or evenly chosen ones where there are more than {@code most} or their cost is
   * above the budget; none where a single one is.
   *
   * @param budget roughly how many products of a weight and a sample it may cost
   * @param cancelled polled for every parameter
   */
  public GradientReport all(int most, long budget, BooleanSupplier cancelled) {
    int count = batchLoss.layout().count();
    int room = (int) Math.min(Math.min(most, count), budget / cost());
    int stride = room == 0 ? count + 1 : (count + room - 1) / room;
    List<Comparison> compared = new ArrayList<>();
    for (int i = 0; i < count && room > 0 && !cancelled.getAsBoolean(); i += stride) {
      compared.add(compare(i));
    }
    return new GradientReport(trace.update(), count, compared);
  }

  /** Products of a weight and a sample in one evaluation of the loss. */
  private long cost() {
    NetworkSpec network = trace.experiment().network();
    long products = 0;
    for (int l = 0; l < network.layers().size(); l++) {
      products += network.layers().get(l).kind().products(network.inputsOf(l));
    }
    return Math.max(1, trace.x().rows() * Math.max(products, batchLoss.layout().count()));
  }

  private Comparison compare(int index) {
    ParameterRef parameter = batchLoss.layout().refAt(index);
    double backprop = backprop(parameter);
    Sides sides = new Sides();
    double dual = batchLoss.dual(index, sides).slope();
    double noise = Comparison.suspicious(backprop, dual) ? rounding.of(index, dual, sides) : 0;
    return Comparison.of(parameter, backprop, dual, noise);
  }

  private double backprop(ParameterRef p) {
    return layer(p).parameters(p.kind()).gradient().get(p.row() - 1, p.column() - 1);
  }

  private LayerTrace layer(ParameterRef p) {
    return trace.layers().get(p.layer() - 1);
  }

  private double side(int index, double step) {
    return (moved(index, step) - moved(index, 0)) / step;
  }

  private double central(int index, double step) {
    return (moved(index, step) - moved(index, -step)) / (2 * step);
  }

  private double moved(int index, double by) {
    return batchLoss.moved(index, by, new Sides());
  }

  /** D(h), D(h/2), D(h/4) combined so that the terms in h² and h⁴ cancel. */
  private double richardson(int index) {
    double h = RICHARDSON_STEP;
    double one = central(index, h);
    double two = central(index, h / 2);
    double four = central(index, h / 4);
    double first = (4 * two - one) / 3;
    double second = (4 * four - two) / 3;
    return (16 * second - first) / 15;
  }

  private List<Inspection.ErrorAt> errors(int index, double exact, int fineness) {
    List<Inspection.ErrorAt> errors = new ArrayList<>();
    for (int i = 0; i <= DECADES * fineness; i++) {
      double step = StrictMath.pow(10, -i / (double) fineness);
      double error = Math.abs(central(index, step) - exact);
      errors.add(new Inspection.ErrorAt(step, exact == 0 ? error : error / Math.abs(exact)));
    }
    return errors;
  }

  /** Whole powers of ten are tried. */
  private OptionalDouble kink(int index) {
    Sides here = new Sides();
    batchLoss.moved(index, 0, here);
    for (int decade = DECADES; decade >= 0; decade--) {
      double step = StrictMath.pow(10, -decade);
      Sides above = new Sides();
      Sides below = new Sides();
      batchLoss.moved(index, step, above);
      batchLoss.moved(index, -step, below);
      if (!above.same(here) || !below.same(here)) {
        return OptionalDouble.of(decade == DECADES ? 0 : step);
      }
    }
    return OptionalDouble.empty();
  }

  private Inspection.Stillness stillness(ParameterRef p) {
    LayerTrace layer = layer(p);
    boolean input = false;
    boolean unit = false;
    for (int i = 0; i < trace.x().rows(); i++) {
      double[] in = batchLoss.into(layer, i);
      for (int place = 0; place < places(layer); place++) {
        unit |= layer.delta().get(i, (p.column() - 1) * places(layer) + place) != 0;
        input |= p.kind() != ParameterRef.Kind.WEIGHT || seen(layer, in, place, p.row() - 1) != 0;
      }
    }
    if (!input) {
      return Inspection.Stillness.INPUT_OFF;
    }
    if (unit) {
      return Inspection.Stillness.BALANCED;
    }
    for (int place = 0; place < places(layer); place++) {
      if (reached(layer, (p.column() - 1) * places(layer) + place)) {
        return Inspection.Stillness.UNIT_OFF;
      }
    }
    return Inspection.Stillness.NO_DELTA;
  }

  /** How many units a parameter of the layer serves: one, or every place of a window. */
  private static int places(LayerTrace layer) {
    return layer.spec().kind() instanceof LayerKind.Convolution c ? c.places() : 1;
  }

  private static double seen(LayerTrace layer, double[] in, int place, int row) {
    if (layer.spec().kind() instanceof LayerKind.Convolution c) {
      int input = c.inputAt(place, row);
      return input < 0 ? 0 : in[input];
    }
    return in[row];
  }

  /** Whether an error comes back to the unit from the layer after it, or from the loss. */
  private boolean reached(LayerTrace layer, int unit) {
    boolean last = layer.index() == trace.layers().size();
    for (int i = 0; i < trace.x().rows(); i++) {
      if (last) {
        if (layer.a().get(i, unit) != trace.y().get(i, unit)) {
          return true;
        }
      } else {
        LayerTrace next = trace.layers().get(layer.index());
        double[] deltas = new double[next.spec().units()];
        for (int o = 0; o < deltas.length; o++) {
          deltas[o] = Math.abs(next.delta().get(i, o));
        }
        if (WayBack.through(next, deltas, batchLoss.into(next, i), Math::abs)[unit] != 0) {
          return true;
        }
      }
    }
    return false;
  }
}
