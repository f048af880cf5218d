package org.ladera.present.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.kernel.Exponential;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Activation;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.lesson.model.Range;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Subject;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * From the net inputs of the last layer to its outputs, for one example: the brushed one, else that
 * of option {@code sample}, else the first of the next batch. Option {@code range} spans the net
 * inputs.
 *
 * @param scores one for each output
 * @param softmax whether exponentials and their sum lie between score and output
 * @param targets whether an arrow leads from each output to its target
 * @param low the left end of the scale of scores
 * @param sample index of the example in the data; −1 where a picture is looked at that is none
 * @param looked that picture
 * @param sums below the columns, empty where a column has none
 */
public record ProbabilitiesModel(
    String title,
    String reading,
    String spoken,
    List<String> columns,
    List<Score> scores,
    boolean softmax,
    boolean targets,
    double low,
    double high,
    Sums sums,
    int sample,
    Optional<MatrixView> looked)
    implements CardModel {
  /**
   * One output.
   *
   * @param group its class, or −1 when there is only one output
   * @param name of its class where that stands for its mark; else empty
   * @param net the net input z
   * @param exponential e^z as a share of the greatest; 0 without softmax
   * @param output a
   * @param target whether y is 1
   * @param weight the weight that alone decides z, where there is one
   * @param perNet what the weight changes when z changes by 1
   */
  public record Score(
      int group,
      String name,
      double net,
      double exponential,
      double output,
      boolean target,
      String shownNet,
      String shownExponential,
      String shownOutput,
      Optional<ParameterRef> weight,
      double perNet) {}

  public record Sums(String hint, String exponentials, String outputs) {}

  /**
   * What each output changes for each 1 that a score does, ∂a_i/∂z_j = a_i(δ_ij − a_j); only for
   * softmax.
   *
   * @param j whose score, from 0
   */
  public double[] ripple(int j) {
    double[] slopes = new double[scores.size()];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = scores.get(i).output() * ((i == j ? 1 : 0) - scores.get(j).output());
    }
    return slopes;
  }

  public ProbabilitiesModel {
    columns = List.copyOf(columns);
    scores = List.copyOf(scores);
  }

  /** The view of {@code spec} of this frame. */
  public static ProbabilitiesModel of(
      Frame frame,
      ViewSpec.Probabilities spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    return new Builder(frame, spec, highlight, messages, labels).build();
  }

  private static final class Builder {
    private final RunFrame run;
    private final ViewSpec.Probabilities spec;
    private final Messages messages;
    private final Labels labels;
    private final Numbers numbers;
    private final LayerTrace last;
    private final int sample;
    private final double[] z;
    private final double[] a;
    private final String name;

    /** What is shown where examples are pictures. */
    private final Optional<Subject> subject;

    Builder(
        Frame frame,
        ViewSpec.Probabilities spec,
        Highlight highlight,
        Messages messages,
        Labels labels) {
      this.spec = spec;
      this.messages = messages;
      this.labels = labels;
      numbers = messages.numbers();
      run = frame.run(spec.run());
      last = run.next().layers().getLast();
      List<Integer> rows = run.next().rows();
      int wanted = highlight.sample() >= 0 ? highlight.sample() : spec.sample().orElse(0) - 1;
      int row = Math.max(0, rows.indexOf(wanted));
      subject =
          run.experiment().data().images().isPresent()
              ? Optional.of(Subject.of(run, spec.sample(), highlight, messages))
              : Optional.empty();
      sample = subject.map(Subject::sample).orElse(rows.get(row));
      z = new double[last.z().columns()];
      subject
          .map(s -> s.answer().scores())
          .orElse(last.z())
          .copyRows(subject.isPresent() ? 0 : row, 1, z, 0);
      a = new double[z.length];
      Activation.apply(last.spec().activation(), z, a, 1, z.length);
      name = frame.runs().size() > 1 ? labels.run(spec.run(), "") : "";
    }

    ProbabilitiesModel build() {
      boolean softmax = last.spec().activation().kind() == ActivationSpec.Kind.SOFTMAX;
      double[] e = new double[z.length];
      double greatest = 0;
      double sumOfE = 0;
      double sumOfA = 0;
      for (int k = 0; k < z.length; k++) {
        e[k] = softmax ? Exponential.exp(z[k]) : 0;
        greatest = Math.max(greatest, e[k]);
        sumOfE += e[k];
        sumOfA += a[k];
      }
      List<Score> scores = new ArrayList<>();
      for (int k = 0; k < z.length; k++) {
        scores.add(score(k, e[k], greatest));
      }
      String title = messages.text("probabilities.title");
      String sum = messages.text("probabilities.percent", Map.of("value", percent(sumOfA)));
      return new ProbabilitiesModel(
          title,
          name.isEmpty() ? example() : name,
          spoken(title, scores),
          List.of(
              messages.text("probabilities.net"),
              softmax ? messages.text("probabilities.exponential") : "",
              messages.text(softmax ? "probabilities.share" : "probabilities.output")),
          scores,
          softmax,
          spec.targets(),
          spec.range().map(Range::low).orElse(-5.0),
          spec.range().map(Range::high).orElse(5.0),
          new Sums(
              scores.getFirst().weight().isPresent() ? messages.text("probabilities.drag") : "",
              softmax ? messages.text("probabilities.sum", Map.of("value", big(sumOfE))) : "",
              messages.text("probabilities.sum", Map.of("value", sum))),
          sample,
          subject.filter(s -> s.sample() < 0).map(s -> s.answer().x()));
    }

    private Score score(int k, double e, double greatest) {
      Dataset data = run.experiment().data();
      double x = sample < 0 ? 0 : data.x().get(sample, 0);
      List<LayerSpec> layers = run.experiment().network().layers();
      boolean alone =
          layers.size() == 1 && data.x().columns() == 1 && !layers.getFirst().bias() && x != 0;
      return new Score(
          z.length == 1 ? -1 : k,
          subject.isPresent() ? labels.column(data.targets().get(k)) : "",
          z[k],
          // Infinite exponentials fill their bar: that they are equal is all that is left.
          Double.isInfinite(greatest) ? (Double.isInfinite(e) ? 1 : 0) : share(e, greatest),
          a[k],
          subject.map(s -> s.truth() == k).orElseGet(() -> data.y().get(sample, k) == 1),
          numbers.fixed(z[k], Math.abs(z[k]) < 100 ? 3 : 1),
          big(e),
          messages.text("probabilities.percent", Map.of("value", percent(a[k]))),
          alone ? Optional.of(ParameterRef.weight(1, 1, k + 1)) : Optional.empty(),
          alone ? 1 / x : 0);
    }

    private static double share(double e, double greatest) {
      return greatest == 0 ? 0 : e / greatest;
    }

    private String percent(double share) {
      return numbers.fixed(100 * share, 1);
    }

    private String big(double value) {
      if (Double.isInfinite(value)) {
        return "∞";
      }
      return value >= 0.005 && value < 1e5 ? numbers.fixed(value, 2) : numbers.shown(value, 3);
    }

    private String example() {
      if (subject.isPresent() && sample < 0) {
        return subject.get().name();
      }
      return run.experiment().data().size() == 1
          ? ""
          : labels.example(
              sample + 1, messages.text("probabilities.example", Map.of("number", sample + 1)));
    }

    private String spoken(String title, List<Score> scores) {
      StringBuilder words = new StringBuilder(title).append('.');
      for (int k = 0; k < scores.size(); k++) {
        Score s = scores.get(k);
        words
            .append(' ')
            .append(
                messages.text(
                    "probabilities.spoken",
                    Map.of(
                        "class",
                        s.name().isEmpty() ? k + 1 : s.name(),
                        "net",
                        s.shownNet(),
                        "output",
                        s.shownOutput())));
      }
      return words.toString();
    }
  }
}
