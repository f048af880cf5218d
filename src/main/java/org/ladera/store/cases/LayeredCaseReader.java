package org.ladera.store.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;

/**
 * Reads the network, the start parameters and the examples of a case whose layers are of several
 * kinds. The weights of a convolution stand in the file as filters × channels × rows × columns.
 */
final class LayeredCaseReader {
  static final Map<String, Set<String>> KINDS =
      Map.of(
          "convolution",
              Set.of("kind", "filters", "kernel", "stride", "padding", "activation", "W", "b"),
          "max_pool", Set.of("kind", "size", "stride"),
          "average_pool", Set.of("kind", "size", "stride"),
          "flatten", Set.of("kind"),
          "dense", Set.of("kind", "units", "activation", "W", "b"));

  private static final int MOST_SIDE = 4096;

  private final Json json;
  private final List<LayerSpec> layers = new ArrayList<>();
  private final List<double[]> parameters = new ArrayList<>();

  private LayeredCaseReader(Json json) {
    this.json = json;
  }

  /**
   * A network with its start parameters in the order of the layout, and its examples.
   *
   * @param parameters (1 × count)
   */
  record Layered(NetworkSpec network, double[] parameters, Dataset data) {}

  static Layered read(Json json) throws CaseFault {
    return new LayeredCaseReader(json).read();
  }

  private Layered read() throws CaseFault {
    List<Json> sides = json.at("input_shape").items(3);
    Shape input =
        new Shape(
            sides.get(0).whole(1, MOST_SIDE),
            sides.get(1).whole(1, MOST_SIDE),
            sides.get(2).whole(1, MOST_SIDE));
    limit(json.at("input_shape"), input.size(), TraceCaseReader.MOST_UNITS);
    List<Json> items = json.at("layers").items();
    if (items.isEmpty()) {
      throw json.at("layers").shape("1 …", "0");
    }
    Shape shape = input;
    for (Json item : items) {
      shape = layer(item, shape);
      limit(item, layers.getLast().units(), TraceCaseReader.MOST_UNITS);
    }
    NetworkSpec network = new NetworkSpec(input.size(), layers);
    return new Layered(network, joined(), data(input, shape));
  }

  private Dataset data(Shape input, Shape output) throws CaseFault {
    int samples = json.at("X").items().size();
    if (samples == 0) {
      throw json.at("X").shape("n x …", "0 x …");
    }
    double[] x = json.at("X").tensor(samples, input.channels(), input.rows(), input.columns());
    double[] y = json.at("Y").tensor(samples, output.size());
    return Dataset.of(rows(x, samples), rows(y, samples));
  }

  private static double[][] rows(double[] values, int count) {
    double[][] rows = new double[count][values.length / count];
    for (int r = 0; r < count; r++) {
      System.arraycopy(values, r * rows[r].length, rows[r], 0, rows[r].length);
    }
    return rows;
  }

  private double[] joined() {
    int count = parameters.stream().mapToInt(part -> part.length).sum();
    double[] theta = new double[count];
    int at = 0;
    for (double[] part : parameters) {
      System.arraycopy(part, 0, theta, at, part.length);
      at += part.length;
    }
    return theta;
  }

  /** Reads one layer; returns the shape of what leaves it. */
  private Shape layer(Json item, Shape in) throws CaseFault {
    return switch (item.at("kind").oneOf(KINDS.keySet())) {
      case "convolution" -> convolution(item, in);
      case "max_pool" -> pool(item, in, LayerKind.Pool.Reduction.MAX);
      case "average_pool" -> pool(item, in, LayerKind.Pool.Reduction.AVERAGE);
      case "flatten" -> {
        layers.add(LayerSpec.plain(new LayerKind.Flatten(in)));
        yield new Shape(in.size(), 1, 1);
      }
      default -> dense(item, in);
    };
  }

  private Shape convolution(Json item, Shape in) throws CaseFault {
    List<Json> window = item.at("kernel").items(2);
    int padding = item.has("padding") ? item.at("padding").whole(0, MOST_SIDE) : 0;
    int rows = window.get(0).whole(1, in.rows() + 2 * padding);
    int columns = window.get(1).whole(1, in.columns() + 2 * padding);
    int filters = item.at("filters").whole(1, TraceCaseReader.MOST_UNITS);
    int stride = item.has("stride") ? item.at("stride").whole(1, MOST_SIDE) : 1;
    LayerKind.Convolution kind =
        new LayerKind.Convolution(in, filters, rows, columns, stride, padding);
    limit(
        item,
        (long) kind.output().rows() * kind.output().columns() * filters,
        TraceCaseReader.MOST_UNITS);
    limit(item, (long) kind.weightRows(in.size()) * filters, TraceCaseReader.MOST_WEIGHTS);
    double[] given = item.at("W").tensor(filters, in.channels(), rows, columns);
    int patch = kind.weightRows(in.size());
    double[] weights = new double[given.length];
    for (int filter = 0; filter < filters; filter++) {
      for (int p = 0; p < patch; p++) {
        weights[p * filters + filter] = given[filter * patch + p];
      }
    }
    parameters.add(weights);
    add(kind, item, bias(item, filters));
    return kind.output();
  }

  private Shape pool(Json item, Shape in, LayerKind.Pool.Reduction reduction) throws CaseFault {
    int size = item.at("size").whole(1, Math.min(in.rows(), in.columns()));
    int stride = item.has("stride") ? item.at("stride").whole(1, MOST_SIDE) : size;
    LayerKind.Pool kind = new LayerKind.Pool(in, reduction, size, stride);
    layers.add(LayerSpec.plain(kind));
    return kind.output();
  }

  private Shape dense(Json item, Shape in) throws CaseFault {
    int units = item.at("units").whole(1, TraceCaseReader.MOST_UNITS);
    limit(item, (long) in.size() * units, TraceCaseReader.MOST_WEIGHTS);
    parameters.add(item.at("W").tensor(in.size(), units));
    add(new LayerKind.Dense(units), item, bias(item, units));
    return new Shape(units, 1, 1);
  }

  private boolean bias(Json item, int count) throws CaseFault {
    boolean has = item.has("b");
    if (has) {
      parameters.add(item.at("b").vector(count));
    }
    return has;
  }

  private void add(LayerKind kind, Json item, boolean bias) throws CaseFault {
    ActivationSpec activation =
        item.has("activation")
            ? CasePartReader.activation(item.at("activation"), json)
            : ActivationSpec.IDENTITY;
    layers.add(new LayerSpec(kind, activation, bias, false, 0, LayerSpec.USUAL_EPSILON));
  }

  private static void limit(Json at, long found, int most) throws CaseFault {
    if (found > most) {
      throw at.range("≤ " + most, String.valueOf(found));
    }
  }
}
