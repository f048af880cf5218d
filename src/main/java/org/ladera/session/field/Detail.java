package org.ladera.session.field;

import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.session.FieldRequest;

/**
 * How much work a picture may be: a first one has to be there at once, on fewer points or by fewer
 * examples, and is made finer while nobody asks for another.
 *
 * @param most multiplications
 */
record Detail(double most) {
  /** All points, by all examples. */
  static final Detail ALL = new Detail(Double.POSITIVE_INFINITY);

  /** Some 50 milliseconds of one thread. */
  static final Detail FIRST = new Detail(5e8);

  /** How many times as much work the next one is. */
  private static final double STEP = 8;

  /** A picture that takes no more than so many times what it may is made whole. */
  private static final double ALMOST = 2;

  /** The activation of a unit takes as long as about so many multiplications. */
  private static final double VALUE = 12;

  private static final int FEWEST_POINTS = 12;
  private static final int FEWEST_EXAMPLES = 128;

  Detail next() {
    return new Detail(STEP * most);
  }

  boolean isAll() {
    return most == Double.POSITIVE_INFINITY;
  }

  /** This, or {@link #ALL} where it is enough for everything. */
  Detail enough(FieldRequest request, FieldWork.Input input) {
    return isAll() || work(request, input) <= ALMOST * most ? ALL : this;
  }

  private static double work(FieldRequest request, FieldWork.Input input) {
    double each = each(input.experiment().network());
    double examples = input.experiment().data().size();
    return switch (request) {
      case FieldRequest.LossSurface r -> points(r.uAxis(), r.vAxis()) * examples * each;
      case FieldRequest.PlaneSurface r -> (double) r.points() * r.points() * examples * each;
      case FieldRequest.OutputMap r -> points(r.x(), r.y()) * each;
      case FieldRequest.OutputMaps r -> points(r.x(), r.y()) * each;
      case FieldRequest.UnitMap r -> points(r.x(), r.y()) * each;
      case FieldRequest.UnitMaps r -> points(r.x(), r.y()) * each;
      case FieldRequest.LossSlice _, FieldRequest.OutputCurves _, FieldRequest.Check _ -> 0;
    };
  }

  private static double points(Axis x, Axis y) {
    return (double) x.count() * y.count();
  }

  /** A pass of one example. */
  private static double each(NetworkSpec network) {
    double sum = 0;
    for (int l = 0; l < network.layers().size(); l++) {
      LayerSpec layer = network.layers().get(l);
      sum += layer.kind().products(network.inputsOf(l)) + VALUE * layer.units();
    }
    return sum;
  }

  /** As many points of an axis as it may have where each point of the map costs a pass. */
  Axis of(Axis axis, NetworkSpec network) {
    return atMost(fewer(axis.count(), most / each(network)), axis);
  }

  /** As many points along an edge where each costs a pass of all {@link #examples}. */
  int points(int wanted, FieldWork.Input input) {
    double costs = each(input.experiment().network()) * examples(wanted, input);
    return fewer(wanted, most / costs);
  }

  /** How many examples a loss over so many points each way is computed by. */
  int examples(int points, FieldWork.Input input) {
    int all = input.experiment().data().size();
    double pass = each(input.experiment().network());
    double share = isAll() ? all : most / ((double) points * points * pass);
    return (int) Math.clamp(share, Math.min(FEWEST_EXAMPLES, all), all);
  }

  static Axis atMost(int points, Axis axis) {
    return new Axis(axis.min(), axis.max(), Math.min(points, axis.count()));
  }

  private int fewer(int wanted, double points) {
    return isAll()
        ? wanted
        : (int) Math.clamp(Math.sqrt(points), Math.min(FEWEST_POINTS, wanted), wanted);
  }

  /** The field, marked as one by {@code examples} of {@code all}. */
  static Field marked(Field field, int examples, int all) {
    return examples == all ? field : new Field(field.x(), field.y(), field.values(), examples);
  }
}
