package org.ladera.store.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.store.data.Column;
import org.ladera.store.data.DataTable;
import org.ladera.store.data.UnreadableData;
import org.ladera.store.weights.TrainedWeights;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/**
 * A new document from a table, with settings that suit: the output layer and the loss by what the
 * target is, inputs standardised, Adam with a careful rate.
 */
public final class Laboratory {
  /** More rows than these are beyond a lesson's table. */
  public static final int MOST_ROWS = 200_000;

  private static final Set<String> CLASS_NAMES =
      Set.of(
          "label",
          "class",
          "target",
          "digit",
          "category",
          "species",
          "clase",
          "etiqueta",
          "categoria",
          "categoría",
          "especie",
          "digito",
          "dígito",
          "y");

  private static final String WEIGHTS = "weights.json";
  private static final int MOST_CLASSES = 20;
  private static final int BATCH = 32;
  private static final int UPDATES = 20_000;
  private static final int DRAWN = 20;

  /** What the target is, which decides how the network ends. */
  public enum Kind {
    NUMBER("identity", "squared", "half-mean"),
    TWO_CLASSES("sigmoid", "binary-cross-entropy", "mean"),
    CLASSES("softmax", "categorical-cross-entropy", "mean");

    private final String activation;
    private final String loss;
    private final String factor;

    Kind(String activation, String loss, String factor) {
      this.activation = activation;
      this.loss = loss;
      this.factor = factor;
    }

    public String activation() {
      return activation;
    }

    public String loss() {
      return loss;
    }

    public String factor() {
      return factor;
    }

    /** What targets are: 0 and 1 in one column, one 1 in each row of several, or numbers. */
    public static Kind of(MatrixView targets) {
      for (int row = 0; row < targets.rows(); row++) {
        double sum = 0;
        for (int column = 0; column < targets.columns(); column++) {
          double y = targets.get(row, column);
          if (y != 0 && y != 1) {
            return NUMBER;
          }
          sum += y;
        }
        if (targets.columns() > 1 && sum != 1) {
          return NUMBER;
        }
      }
      return targets.columns() > 1 ? CLASSES : TWO_CLASSES;
    }
  }

  private final String name;
  private final DataTable table;
  private final Column target;
  private final List<Integer> hidden;
  private final Kind kind;
  private final List<Column> inputs;
  private final LaboratoryTable written;
  private Optional<TrainedWeights> weights = Optional.empty();
  private String activation = "tanh";

  /** Rows that were written. */
  private long rows;

  /**
   * Every used column that is not the target and has more than one value is an input.
   *
   * @param name of the document, for its title and its id
   * @param target one of the used columns of the table
   * @param hidden units of the hidden layers
   */
  public Laboratory(String name, DataTable table, Column target, List<Integer> hidden) {
    this(name, TableChoice.of(table).withTarget(target), hidden);
  }

  /**
   * @param name of the document, for its title and its id
   * @param chosen the columns, of which one is the target
   * @param hidden units of the hidden layers
   */
  public Laboratory(String name, TableChoice chosen, List<Integer> hidden) {
    this.name = name;
    table = chosen.table();
    target = chosen.target();
    this.hidden = List.copyOf(hidden);
    List<String> classes = chosen.asNumber() ? List.of() : classes(target);
    kind = classes.isEmpty() ? Kind.NUMBER : classes.size() == 2 ? Kind.TWO_CLASSES : Kind.CLASSES;
    inputs = chosen.inputs().stream().filter(c -> !c.constant()).toList();
    written = new LaboratoryTable(table, inputs, target, classes, chosen.gaps());
  }

  public Kind kind() {
    return kind;
  }

  /**
   * Begins with weights that were trained elsewhere, on the columns as they are.
   *
   * @param between the activation of the hidden layers
   */
  public Laboratory startingFrom(TrainedWeights trained, String between) {
    weights = Optional.of(trained);
    activation = between;
    return this;
  }

  /** The columns that the network learns from. */
  public List<Column> inputs() {
    return inputs;
  }

  /** Columns of numbers with a single value, from which nothing can be learnt. */
  public List<Column> constant() {
    return table.used().stream().filter(c -> !c.equals(target) && c.constant()).toList();
  }

  /** Columns of the document: inputs and outputs of the network. */
  public int width() {
    return written.inputs().size() + written.targets().size();
  }

  /** The words of a target that has classes: written ones, yes and no, or codes from 0. */
  private static List<String> classes(Column target) {
    return switch (target.kind()) {
      case CLASSES, TRUE_FALSE -> target.words();
      case NUMBER -> codes(target);
      case INDEX, DATE, TEXT, MIXED, GAPS, EMPTY -> List.of();
    };
  }

  /** Whether a column of numbers may be read as classes, which is a guess. */
  static boolean isCoded(Column column) {
    return column.kind() == Column.Kind.NUMBER && !codes(column).isEmpty();
  }

  /** Whether a name speaks of what is to be learned. */
  static boolean isCalledTarget(Column column) {
    return CLASS_NAMES.contains(column.name().toLowerCase(Locale.ROOT));
  }

  /** Whole numbers 0, 1; or 0, 1, 2 … under a name that speaks of classes. */
  private static List<String> codes(Column target) {
    int count = target.distinct();
    boolean codes =
        target.whole() && target.least() == 0 && target.greatest() == count - 1 && count > 1;
    boolean called = CLASS_NAMES.contains(target.name().toLowerCase(Locale.ROOT));
    return codes && (count == 2 || called && count <= MOST_CLASSES)
        ? IntStream.range(0, count).mapToObj(Integer::toString).toList()
        : List.of();
  }

  /**
   * The files of the document.
   *
   * @throws UnreadableData when the table has changed into something else
   */
  public DocumentFiles files() throws UnreadableData {
    Map<String, String> files = new TreeMap<>();
    files.put("data.csv", written.csv());
    rows = written.rows();
    files.put("lesson.yaml", yaml());
    weights.ifPresent(trained -> files.put(WEIGHTS, trained.json()));
    for (Language language : Language.values()) {
      files.put(language.tag() + ".md", text(Messages.load(language)));
    }
    return DocumentFiles.of(files);
  }

  private static String quoted(List<LaboratoryTable.Written> columns) {
    return columns.stream()
        .map(column -> '"' + column.name() + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String yaml() {
    boolean small = rows <= 2 * BATCH;
    long updates = small ? 1 : (rows + BATCH - 1) / BATCH;
    List<String> layers = new ArrayList<>();
    for (int units : hidden) {
      layers.add(layer(layers.size(), units, activation));
    }
    layers.add(layer(layers.size(), written.targets().size(), kind.activation));
    return String.format(
        Locale.ROOT,
        """
        id: %s
        group: own
        scene:
          data:
            file: data.csv
            inputs: %s
            targets: %s
            scaling: {inputs: %s, targets: %s}
          network:
            layers:
        %s
          loss: {kind: %s, factor: %s}
          optimizer: adam
          learningRate: 0.01
          batch: {size: %s, order: %s}
          start: %s
          seed: 1
          epochs: %d
        steps:
          - id: laboratory
            views:
        %s
            controls:
              - {control: rate, id: eta, min: 0.0001, max: 1, presets: [0.001, 0.01, 0.1], showLimit: false}
            checks: []
            solution: []
        """,
        id(),
        quoted(written.inputs()),
        quoted(written.targets()),
        weights.isPresent() ? "none" : "standardise",
        kind == Kind.NUMBER && !target.constant() && weights.isEmpty() ? "standardise" : "none",
        String.join("\n", layers),
        kind.loss,
        kind.factor,
        small ? "all" : BATCH,
        small ? "fixed" : "shuffled",
        weights.isPresent() ? "{file: " + WEIGHTS + "}" : "glorot-uniform",
        Math.clamp(UPDATES / updates, 20, 1000),
        views());
  }

  private String layer(int index, int units, String bend) {
    boolean bias =
        weights
            .map(w -> index >= w.layers().size() || w.layers().get(index).b().isPresent())
            .orElse(true);
    return "      - {units: " + units + ", activation: " + bend + (bias ? "}" : ", bias: false}");
  }

  private String views() {
    int across = written.inputs().size();
    boolean small = across <= DRAWN && hidden.stream().allMatch(units -> units <= DRAWN);
    return SuitingViews.of(across, kind, small).stream()
        .map(view -> "      - " + view.toString().replace("=", ": "))
        .collect(Collectors.joining("\n"));
  }

  private String id() {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String known = plain.matches("[a-z].*") ? plain : "lab" + (plain.isEmpty() ? "" : "-" + plain);
    return known.substring(0, Math.min(40, known.length()));
  }

  private String text(Messages messages) {
    String title = LaboratoryTable.plain(name);
    StringBuilder text = new StringBuilder("# " + title + "\n\n### labels\n\n");
    new TreeMap<>(written.labels())
        .forEach((column, label) -> text.append("- column." + column + ": " + label + "\n"));
    text.append("\n## " + title + " {#laboratory}\n\n");
    text.append(
        messages.text(
            kind == Kind.NUMBER ? "lab.body.number" : "lab.body.classes",
            Map.of(
                "J",
                "{J}",
                "correct",
                "{correct}",
                "target",
                LaboratoryTable.plain(target.name()),
                "inputs",
                inputs.size(),
                "rows",
                rows)));
    text.append("\n\n### labels\n\n- eta: " + messages.text("lab.eta") + "\n");
    return text.toString();
  }
}
