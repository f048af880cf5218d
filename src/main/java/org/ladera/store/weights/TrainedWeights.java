package org.ladera.store.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.explain.comparison.GivenArray;
import org.ladera.store.python.GivenArrays;
import org.ladera.store.python.UnreadableArrays;

/**
 * The parameters of a dense network from a file of arrays: {@code W1}, {@code b1} … with a row for
 * each input, or PyTorch's {@code layers.0.weight}, {@code layers.0.bias} with a row for each unit.
 *
 * @param layers from the inputs on
 * @param turned whether the file had a row for each unit
 */
public record TrainedWeights(List<Layer> layers, boolean turned) {
  /**
   * A layer.
   *
   * @param name of its weights in the file
   * @param w (inputs × units)
   * @param b (1 × units); empty for a layer without
   */
  public record Layer(String name, MatrixView w, Optional<MatrixView> b) {}

  private static final Pattern NUMBERED =
      Pattern.compile("(?i)(w|weights?|b|bias(?:es)?)_?(\\d{1,9})");
  private static final Pattern DOTTED = Pattern.compile("(.*?)\\.?(weight|bias)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  public TrainedWeights {
    layers = List.copyOf(layers);
  }

  /**
   * Reads {@code .npz}, JSON, safetensors or printed arrays.
   *
   * @throws IOException when the file cannot be read
   * @throws UnreadableArrays when it holds no such network
   */
  public static TrainedWeights read(Path file) throws IOException, UnreadableArrays {
    return of(GivenArrays.read(file));
  }

  /** Some arrays as a network; others than weights and biases are left out. */
  public static TrainedWeights of(List<GivenArray> arrays) throws UnreadableArrays {
    return of(arrays, Optional.empty());
  }

  /**
   * As above, as a person says it is.
   *
   * @param rows whether the file has a row for each unit; empty: by names and shapes
   */
  public static TrainedWeights of(List<GivenArray> arrays, Optional<Boolean> rows)
      throws UnreadableArrays {
    Map<Integer, GivenArray> weights = new TreeMap<>();
    Map<Integer, GivenArray> biases = new TreeMap<>();
    boolean rowsAreUnits = named(arrays, weights, biases);
    if (weights.isEmpty()) {
      throw new UnreadableArrays("weights");
    }
    boolean turned =
        rows.orElseGet(() -> rowsAreUnits || (!chained(weights, false) && chained(weights, true)));
    List<Layer> layers = new ArrayList<>();
    for (Map.Entry<Integer, GivenArray> entry : weights.entrySet()) {
      GivenArray w = turned ? entry.getValue().transposed() : entry.getValue();
      Optional<GivenArray> b = Optional.ofNullable(biases.get(entry.getKey()));
      if (!layers.isEmpty() && layers.getLast().w().columns() != w.rows()) {
        Layer last = layers.getLast();
        throw new UnreadableArrays(
            "weights.chain",
            "first",
            last.name(),
            "firstShape",
            shape(last.w().rows(), last.w().columns()),
            "second",
            w.name(),
            "secondShape",
            shape(w.rows(), w.columns()));
      }
      if (b.isPresent() && b.get().values().length != w.columns()) {
        throw new UnreadableArrays(
            "weights.bias",
            "name",
            b.get().name(),
            "found",
            String.valueOf(b.get().values().length),
            "expected",
            String.valueOf(w.columns()));
      }
      finite(w);
      if (b.isPresent()) {
        finite(b.get());
      }
      layers.add(
          new Layer(
              w.name(),
              MatrixView.of(w.rows(), w.columns(), w.values()),
              b.map(row -> MatrixView.of(1, row.values().length, row.values()))));
    }
    return new TrainedWeights(layers, turned);
  }

  private static void finite(GivenArray array) throws UnreadableArrays {
    if (!Arrays.stream(array.values()).allMatch(Double::isFinite)) {
      throw new UnreadableArrays("weights.finite", "name", array.name());
    }
  }

  /**
   * Sorts arrays by their names into weights and biases.
   *
   * @return whether the names are PyTorch's
   */
  private static boolean named(
      List<GivenArray> arrays, Map<Integer, GivenArray> weights, Map<Integer, GivenArray> biases) {
    boolean dotted = false;
    List<String> modules = new ArrayList<>();
    for (GivenArray array : arrays) {
      Matcher plain = NUMBERED.matcher(array.name());
      Matcher module = DOTTED.matcher(array.name());
      if (plain.matches()) {
        boolean bias = plain.group(1).toLowerCase(Locale.ROOT).startsWith("b");
        (bias ? biases : weights).put(Integer.parseInt(plain.group(2)), array);
      } else if (module.matches() && !module.group(1).isEmpty()) {
        dotted = true;
        if (!modules.contains(module.group(1))) {
          modules.add(module.group(1));
        }
        (module.group(2).equals("bias") ? biases : weights)
            .put(place(module.group(1), modules), array);
      }
    }
    return dotted;
  }

  /** Modules with a number stand in its order, others as they come. */
  private static int place(String module, List<String> modules) {
    Matcher number = NUMBER.matcher(module);
    int place = -1;
    while (number.find()) {
      place = number.group().length() < 8 ? Integer.parseInt(number.group()) : place;
    }
    return place >= 0 ? place : modules.indexOf(module);
  }

  private static boolean chained(Map<Integer, GivenArray> weights, boolean turned) {
    int before = -1;
    for (GivenArray w : weights.values()) {
      int inputs = turned ? w.columns() : w.rows();
      if (before >= 0 && before != inputs) {
        return false;
      }
      before = turned ? w.rows() : w.columns();
    }
    return true;
  }

  /** Units of the layers before the last one. */
  public List<Integer> hidden() {
    return layers.subList(0, layers.size() - 1).stream().map(l -> l.w().columns()).toList();
  }

  public int inputs() {
    return layers.getFirst().w().rows();
  }

  public int outputs() {
    return layers.getLast().w().columns();
  }

  /** As a text that {@link #read} reads back, bit for bit. */
  public String json() {
    List<String> parts = new ArrayList<>();
    for (int l = 1; l <= layers.size(); l++) {
      Layer layer = layers.get(l - 1);
      parts.add("\"W" + l + "\": " + rows(layer.w()));
      String number = "\"b" + l + "\": ";
      layer.b().ifPresent(b -> parts.add(number + rows(b)));
    }
    return "{\n" + String.join(",\n", parts) + "\n}\n";
  }

  private static String rows(MatrixView m) {
    StringJoiner rows = new StringJoiner(",\n  ", "[", "]");
    for (int r = 0; r < m.rows(); r++) {
      StringJoiner row = new StringJoiner(", ", "[", "]");
      for (int c = 0; c < m.columns(); c++) {
        row.add(Double.toString(m.get(r, c)));
      }
      rows.add(row.toString());
    }
    return rows.toString();
  }

  /** As 3×4. */
  public static String shape(int rows, int columns) {
    return rows + "×" + columns;
  }

  /**
   * All parameters in the order of a network.
   *
   * @throws UnreadableArrays where a shape is another one
   */
  public double[] parameters(NetworkSpec network) throws UnreadableArrays {
    ParameterLayout layout = new ParameterLayout(network);
    double[] values = new double[layout.count()];
    if (layers.size() != network.layers().size()) {
      throw new UnreadableArrays(
          "weights.layers",
          "found",
          String.valueOf(layers.size()),
          "expected",
          String.valueOf(network.layers().size()));
    }
    int inputs = network.inputs();
    for (int l = 1; l <= layers.size(); l++) {
      Layer layer = layers.get(l - 1);
      LayerSpec spec = network.layers().get(l - 1);
      if (!spec.isDense() || spec.batchNorm()) {
        throw new UnreadableArrays("weights.dense", "layer", String.valueOf(l));
      }
      if (layer.w().rows() != inputs || layer.w().columns() != spec.units()) {
        throw new UnreadableArrays(
            "weights.shape",
            "name",
            layer.name(),
            "found",
            shape(layer.w().rows(), layer.w().columns()),
            "expected",
            shape(inputs, spec.units()));
      }
      if (layer.b().isPresent() != spec.bias()) {
        throw new UnreadableArrays(
            spec.bias() ? "weights.no-bias" : "weights.with-bias", "layer", String.valueOf(l));
      }
      put(values, layout, ParameterRef.weight(l, 1, 1), layer.w());
      if (layer.b().isPresent()) {
        put(values, layout, ParameterRef.bias(l, 1), layer.b().get());
      }
      inputs = spec.units();
    }
    return values;
  }

  private static void put(
      double[] values, ParameterLayout layout, ParameterRef first, MatrixView from) {
    from.copyTo(values, layout.indexOf(first));
  }
}
