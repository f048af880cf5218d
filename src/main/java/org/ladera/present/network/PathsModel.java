package org.ladera.present.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.reading.SampleLoss;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/**
 * How one weight w of a softmax layer (option {@code parameter}, from the input i to the score j)
 * reaches the cross-entropy L of one sample: by way of every output k, because each depends on z_j.
 * ∂L/∂w = Σ_k ∂L/∂a_k · ∂a_k/∂z_j · a_i, with ∂L/∂a_k = −y_k/a_k and ∂a_k/∂z_j = a_k(1_kj − a_j).
 *
 * @param reading which run or sample, for the header
 * @param spoken the whole state in words
 * @param empty what to say instead; none where there are paths
 * @param input the input the weight multiplies, with its value
 * @param score the score it moves, with its value
 * @param step ∂z/∂w
 * @param paths one for each output
 * @param loss L with its value
 * @param sum of all paths
 * @param lit the path that is pointed at, −1 for all
 * @param layer of the outputs, from 1
 */
public record PathsModel(
    String title,
    String reading,
    String spoken,
    List<String> empty,
    String input,
    String score,
    Factor step,
    List<Path> paths,
    String loss,
    String sum,
    int lit,
    int layer)
    implements CardModel {
  /**
   * A derivative.
   *
   * @param symbol its name
   * @param shown its value
   */
  public record Factor(String symbol, double value, String shown) {}

  /**
   * The way by one output.
   *
   * @param output its symbol and value
   * @param inner ∂a_k/∂z_j
   * @param outer ∂L/∂a_k
   * @param product what it carries
   * @param equation all of it with its numbers
   */
  public record Path(String output, Factor inner, Factor outer, double product, String equation) {}

  public PathsModel {
    empty = List.copyOf(empty);
    paths = List.copyOf(paths);
  }

  /** The view of {@code spec} of this frame. */
  public static PathsModel of(
      Frame frame, ViewSpec.Paths spec, Highlight highlight, Messages messages, Labels labels) {
    RunFrame run = frame.run(spec.run());
    ParameterRef weight = spec.parameter();
    Experiment e = run.experiment();
    int depth = e.network().layers().size();
    boolean fits =
        weight.kind() == ParameterRef.Kind.WEIGHT
            && weight.layer() == depth
            && e.network().layers().getLast().activation().kind() == ActivationSpec.Kind.SOFTMAX
            && e.loss().kind() == LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY;
    String title = messages.text("paths.title");
    if (!fits) {
      List<String> words = List.of(messages.text("paths.empty"), messages.text("paths.empty.next"));
      Factor none = new Factor("", 0, "");
      return new PathsModel(
          title, "", String.join(" ", words), words, "", "", none, List.of(), "", "", -1, depth);
    }
    String name = frame.runs().size() > 1 ? labels.run(spec.run(), "") : "";
    return new Builder(frame, run, weight, SampleChoice.of(run, spec.sample(), highlight), messages)
        .build(title, name, highlight);
  }

  private static final class Builder {
    private static final int DIGITS = 4;
    private static final int MOST_DIGITS = 9;

    private final Frame frame;
    private final RunFrame run;
    private final ParameterRef weight;
    private final SampleChoice sample;
    private final Messages messages;
    private final Numbers numbers;
    private final Words words;
    private final UnitValues values;

    Builder(
        Frame frame, RunFrame run, ParameterRef weight, SampleChoice sample, Messages messages) {
      this.frame = frame;
      this.run = run;
      this.weight = weight;
      this.sample = sample;
      this.messages = messages;
      numbers = messages.numbers();
      words = new Words(messages, run.experiment().network());
      values = new UnitValues(run, sample);
    }

    PathsModel build(String title, String name, Highlight highlight) {
      int layer = weight.layer();
      int j = weight.column();
      String z = "$z_(" + j + ")$";
      String from = (layer == 1 ? "$x_(" : "$a_(") + weight.row() + ")$";
      double x = values.a(layer - 1, weight.row());
      Factor step = factor("∂" + z + "/∂$w$", x);
      List<Path> paths = new ArrayList<>();
      double sum = 0;
      for (int k = 1; k <= run.experiment().network().outputs(); k++) {
        Path path = path(k, j, z, step);
        paths.add(path);
        sum += path.product();
      }
      double loss = new SampleLoss(sample.index() + 1).value(frame, run).orElse(Double.NaN);
      String total =
          messages.text("paths.sum", Map.of("terms", terms(paths, sum), "value", shown(sum)));
      int lit =
          highlight.layer() == layer && highlight.unit() <= paths.size()
              ? highlight.unit() - 1
              : -1;
      String reading =
          name.isEmpty()
              ? messages.text(
                  "network.reading",
                  Map.of("sample", words.sample(run.experiment().data(), sample.index())))
              : name;
      return new PathsModel(
          title,
          reading,
          spoken(title, paths, total),
          List.of(),
          equation(from, x),
          equation(z, values.z(layer, j)),
          step,
          paths,
          equation("$L$", loss),
          total,
          lit,
          layer);
    }

    /** Where they nearly cancel, they have as many more digits as that takes from their sum. */
    private String terms(List<Path> paths, double sum) {
      double greatest = paths.stream().mapToDouble(p -> Math.abs(p.product())).max().orElse(0);
      double times = greatest / Math.abs(sum);
      int lost = sum == 0 || times < 10 ? 0 : 2 + (int) Math.log10(times);
      int digits = Math.min(DIGITS + lost, MOST_DIGITS);
      return String.join(
          " + ", paths.stream().map(p -> factor(numbers.shown(p.product(), digits))).toList());
    }

    private Path path(int k, int j, String z, Factor step) {
      String output = "$a_(" + k + ")$";
      double a = values.a(weight.layer(), k);
      MatrixView y = run.experiment().data().y();
      // Minus zero would be shown with its sign.
      double target = y.get(sample.index(), k - 1);
      Factor outer = factor("∂$L$/∂" + output, target == 0 ? 0 : -target / a);
      double own = k == j ? 1 : 0;
      Factor inner = factor("∂" + output + "/∂" + z, a * (own - values.a(weight.layer(), j)));
      double product = outer.value() == 0 ? 0 : outer.value() * inner.value() * step.value();
      String equation =
          messages.text(
              "paths.equation",
              Map.of(
                  "output", output,
                  "outer", outer.shown(),
                  "inner", factor(inner.shown()),
                  "step", factor(step.shown()),
                  "product", shown(product)));
      return new Path(equation(output, a), inner, outer, product, equation);
    }

    private Factor factor(String symbol, double value) {
      return new Factor(symbol, value, shown(value));
    }

    private String shown(double value) {
      return numbers.shown(value, DIGITS);
    }

    /** A number after an operator: a minus stands in brackets. */
    private String factor(String number) {
      return number.startsWith("\u2212")
          ? messages.text("paths.brackets", Map.of("number", number))
          : number;
    }

    private String equation(String symbol, double value) {
      return messages.text(
          "network.equation", Map.of("symbol", symbol, "value", numbers.shown(value, 3)));
    }

    private String spoken(String title, List<Path> paths, String total) {
      List<String> sentences = new ArrayList<>();
      sentences.add(title);
      paths.forEach(p -> sentences.add(p.equation()));
      sentences.add(total);
      sentences.add(messages.text("paths.keys"));
      return RichText.parse(String.join(". ", sentences)).plain();
    }
  }
}
