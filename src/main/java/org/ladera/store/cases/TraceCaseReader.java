package org.ladera.store.cases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.function.NamedFunction;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ScheduleSpec;

/** Reads the cases of {@code ladera trace}; the schema is docs/trace-case.schema.json. */
public final class TraceCaseReader {
  private static final int MOST_STEPS = 10_000_000;
  static final int MOST_UNITS = 100_000;
  static final int MOST_WEIGHTS = 10_000_000;

  /** Those of the published format; the program knows others. */
  static final List<String> FUNCTIONS =
      List.of("quadratic", "rosenbrock", "beale", "himmelblau", "saddle");

  /** Objects inside a network case and their fields. */
  static final Map<String, Set<String>> INSIDE =
      Map.of(
          "activation_parameters", CasePartReader.slopes(),
          "loss", Set.of("name", "factor"),
          "regularisation", Catalogue.PENALTIES.keySet(),
          "batch_norm", Set.of("eps", "gamma", "beta"),
          "dropout", Set.of("p", "masks"));

  static final Set<String> NETWORK_FIELDS =
      Set.of(
          "sizes",
          "activations",
          "activation_parameters",
          "use_bias",
          "loss",
          "regularisation",
          "optimizer",
          "batch_norm",
          "dropout",
          "rows",
          "X",
          "Y",
          "W",
          "b",
          "steps");

  static final Set<String> LAYERED_FIELDS =
      Set.of(
          "input_shape",
          "layers",
          "activation_parameters",
          "loss",
          "regularisation",
          "optimizer",
          "rows",
          "X",
          "Y",
          "steps");

  static final Set<String> FUNCTION_FIELDS = Set.of("function", "start", "optimizer", "steps");

  private TraceCaseReader() {}

  /**
   * @param lenient whether fields that the format does not know are ignored instead of refused
   * @throws IOException when the file cannot be read
   * @throws CaseFault when it is not a case
   */
  public static TraceCase read(Path file, boolean lenient) throws IOException, CaseFault {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, lenient);
    }
  }

  /** As {@link #read(Path, boolean)}. */
  public static TraceCase read(InputStream in, boolean lenient) throws IOException, CaseFault {
    Json json = Json.read(in);
    if (json.has("function")) {
      return function(json, lenient);
    }
    return json.has("layers") || json.has("input_shape")
        ? layered(json, lenient)
        : network(json, lenient);
  }

  private static int steps(Json json) throws CaseFault {
    return json.has("steps") ? json.at("steps").whole(0, MOST_STEPS) : 1;
  }

  private static TraceCase function(Json json, boolean lenient) throws CaseFault {
    Json name = json.at("function");
    if (!FUNCTIONS.contains(name.text())) {
      throw name.name(FUNCTIONS);
    }
    return new TraceCase.Function(
        Experiment.of(
            NamedFunction.named(name.text()).orElseThrow().graph(),
            json.at("start").vector(2),
            OptimizerReader.read(json.at("optimizer")),
            new ScheduleSpec.Constant(),
            0),
        steps(json),
        UnknownFields.of(json, FUNCTION_FIELDS).ignored(lenient));
  }

  private static TraceCase network(Json json, boolean lenient) throws CaseFault {
    List<Json> sizeItems = json.at("sizes").items();
    if (sizeItems.size() < 2) {
      throw json.at("sizes").shape("2 \u2026", String.valueOf(sizeItems.size()));
    }
    int[] sizes = new int[sizeItems.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = sizeItems.get(i).whole(1, MOST_UNITS);
    }
    countable(json.at("sizes"), sizes);
    NetworkSpec network = new NetworkSpec(sizes[0], layers(json, sizes));
    Dataset data = data(json, network);
    int steps = steps(json);
    Experiment experiment = experiment(json, data, network, parameters(json, network));
    List<String> ignored = UnknownFields.of(json, NETWORK_FIELDS).ignored(lenient);
    Optional<List<List<Integer>>> rows = givenRows(json, steps, data.size());
    Optional<List<List<MatrixView>>> masks =
        json.has("dropout")
            ? Optional.of(
                StepInputs.masks(json.at("dropout").at("masks"), steps, network, rows, data.size()))
            : Optional.empty();
    return new TraceCase.Network(experiment, steps, rows, masks, ignored);
  }

  private static TraceCase layered(Json json, boolean lenient) throws CaseFault {
    LayeredCaseReader.Layered read = LayeredCaseReader.read(json);
    MatrixView start = MatrixView.of(1, read.parameters().length, read.parameters());
    int steps = steps(json);
    UnknownFields unknown = UnknownFields.of(json, LAYERED_FIELDS);
    for (Json layer : json.at("layers").items()) {
      String kind = layer.at("kind").text();
      unknown.add(layer, LayeredCaseReader.KINDS.getOrDefault(kind, Set.of()), Set.of());
    }
    return new TraceCase.Network(
        experiment(json, read.data(), read.network(), start),
        steps,
        givenRows(json, steps, read.data().size()),
        Optional.empty(),
        unknown.ignored(lenient));
  }

  private static Experiment experiment(
      Json json, Dataset data, NetworkSpec network, MatrixView start) throws CaseFault {
    return new Experiment(
        data,
        network,
        CasePartReader.loss(json.at("loss")),
        CasePartReader.regularisation(json),
        OptimizerReader.read(json.at("optimizer")),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Given(start),
        0);
  }

  private static Optional<List<List<Integer>>> givenRows(Json json, int steps, int samples)
      throws CaseFault {
    return json.has("rows")
        ? Optional.of(StepInputs.rows(json.at("rows"), steps, samples))
        : Optional.empty();
  }

  private static void countable(Json json, int[] sizes) throws CaseFault {
    long weights = 0;
    for (int l = 1; l < sizes.length; l++) {
      weights += (long) sizes[l - 1] * sizes[l];
    }
    if (weights > MOST_WEIGHTS) {
      throw json.range("\u03a3 W \u2264 " + MOST_WEIGHTS, String.valueOf(weights));
    }
  }

  private static List<LayerSpec> layers(Json json, int[] sizes) throws CaseFault {
    boolean bias = !json.has("use_bias") || json.at("use_bias").flag();
    boolean normalised = json.has("batch_norm");
    double epsilon =
        normalised
            ? json.at("batch_norm").number("eps", LayerSpec.USUAL_EPSILON)
            : LayerSpec.USUAL_EPSILON;
    if (!(epsilon > 0)) {
      throw json.at("batch_norm").at("eps").range("> 0", String.valueOf(epsilon));
    }
    int hidden = sizes.length - 2;
    double[] dropout =
        json.has("dropout") ? json.at("dropout").at("p").vector(hidden) : new double[hidden];
    List<Json> names = json.at("activations").items(sizes.length - 1);
    List<LayerSpec> layers = new ArrayList<>();
    for (int l = 0; l < names.size(); l++) {
      boolean isHidden = l < hidden;
      if (isHidden && !(dropout[l] >= 0 && dropout[l] < 1)) {
        Json p = json.at("dropout").at("p").items().get(l);
        throw p.range("0 \u2264 p < 1", String.valueOf(dropout[l]));
      }
      layers.add(
          new LayerSpec(
              sizes[l + 1],
              CasePartReader.activation(names.get(l), json),
              bias,
              normalised && isHidden,
              isHidden ? dropout[l] : 0,
              epsilon));
    }
    return layers;
  }

  private static Dataset data(Json json, NetworkSpec network) throws CaseFault {
    int samples = json.at("X").items().size();
    if (samples == 0) {
      throw json.at("X").shape("n x " + network.inputs(), "0 x " + network.inputs());
    }
    MatrixView x = json.at("X").matrix(samples, network.inputs());
    MatrixView y = json.at("Y").matrix(samples, network.outputs());
    return Dataset.of(rowsOf(x), rowsOf(y));
  }

  private static double[][] rowsOf(MatrixView matrix) {
    double[][] rows = new double[matrix.rows()][matrix.columns()];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        rows[r][c] = matrix.get(r, c);
      }
    }
    return rows;
  }

  private static MatrixView parameters(Json json, NetworkSpec network) throws CaseFault {
    ParameterLayout layout = new ParameterLayout(network);
    int depth = network.layers().size();
    double[] theta = new double[layout.count()];
    List<Json> weights = json.at("W").items(depth);
    boolean bias = network.layers().getFirst().bias();
    List<Json> biases = bias ? json.at("b").items(depth) : List.of();
    for (ParameterLayout.Block block : layout.blocks()) {
      int l = block.layer() - 1;
      switch (block.kind()) {
        case WEIGHT ->
            weights.get(l).matrix(block.rows(), block.columns()).copyTo(theta, block.offset());
        case BIAS -> put(biases.get(l).vector(block.size()), theta, block.offset());
        case GAMMA ->
            put(ofNorm(json, "gamma", l, depth - 1, block.size(), 1), theta, block.offset());
        case BETA ->
            put(ofNorm(json, "beta", l, depth - 1, block.size(), 0), theta, block.offset());
      }
    }
    return MatrixView.of(1, theta.length, theta);
  }

  private static double[] ofNorm(
      Json json, String name, int layer, int hidden, int units, double otherwise) throws CaseFault {
    Json norm = json.at("batch_norm");
    if (!norm.has(name)) {
      double[] values = new double[units];
      Arrays.fill(values, otherwise);
      return values;
    }
    return norm.at(name).items(hidden).get(layer).vector(units);
  }

  private static void put(double[] values, double[] theta, int offset) {
    System.arraycopy(values, 0, theta, offset, values.length);
  }
}
