package org.ladera.present.activation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.landscape.gradient.OutputSlope;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.plot.Tick;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.OtherRuns;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/**
 * What is left of the slope of the output after going back through k layers, for each depth k of a
 * network: |∂a/∂z|, in a chain of single units the product of slopes and weights on the way. Beside
 * it 0.25^k, which a chain of sigmoids with weights up to 1 cannot exceed (S1.17).
 *
 * <p>Options: {@code sample}, the example (1); {@code runs}, other networks beside it.
 *
 * @param reading the product through all layers, for the header
 * @param spoken the whole state in words
 * @param depth layers on the way back
 * @param lines one for each run, that of the view last
 * @param bound 0.25^k for k = 1, 2 …, empty where no network is a chain of single sigmoids
 * @param chosen the number of layers that is read, counted back from the output
 * @param note what is read there; empty when nothing is chosen
 * @param discs the name of the view's own run and what the areas of its discs say
 */
public record ChainModel(
    String title,
    String reading,
    String spoken,
    PlotAxis depth,
    PlotAxis size,
    List<Line> lines,
    Optional<Line> bound,
    OptionalInt chosen,
    String note,
    String discs)
    implements CardModel {
  private static final double STEEPEST = 0.25;

  /**
   * The heights of one run.
   *
   * @param index of the look of another run
   * @param own whether it is the view's own run
   * @param sizes for 1, 2 … layers; not to be modified
   */
  public record Line(int index, boolean own, String name, double[] sizes) {}

  public ChainModel {
    lines = List.copyOf(lines);
  }

  /** The view of {@code spec} of this frame; the brushed layer is read. */
  public static ChainModel of(
      Frame frame, ViewSpec.Chain spec, Highlight highlight, Messages messages, Labels labels) {
    return new Builder(frame, spec, highlight, messages, labels).build();
  }

  /** The greatest of all that is left anywhere, 1 at least. */
  public double greatest() {
    return lines.stream()
        .flatMapToDouble(line -> Arrays.stream(line.sizes()))
        .filter(Double::isFinite)
        .reduce(1, Math::max);
  }

  /** How many layers the view's own run has. */
  public int layers() {
    return lines.getLast().sizes().length;
  }

  /** The layer that is reached after going back through {@code k}. */
  public int layer(int k) {
    return layers() + 1 - k;
  }

  private static final class Builder {
    private final ViewSpec.Chain spec;
    private final Highlight highlight;
    private final Messages messages;
    private final Numbers numbers;
    private final Labels labels;
    private final RunFrame own;
    private final Frame frame;
    private final List<RunFrame> others;

    Builder(
        Frame frame, ViewSpec.Chain spec, Highlight highlight, Messages messages, Labels labels) {
      this.spec = spec;
      this.highlight = highlight;
      this.messages = messages;
      this.labels = labels;
      numbers = messages.numbers();
      own = frame.run(spec.run());
      this.frame = frame;
      others = OtherRuns.of(frame, spec.run(), spec.runs());
    }

    ChainModel build() {
      List<Line> lines = new ArrayList<>();
      for (RunFrame other : others) {
        lines.add(line(other, OtherRuns.look(frame, other), false));
      }
      lines.add(line(own, 0, true));
      double[] sizes = lines.getLast().sizes();
      int deepest = lines.stream().mapToInt(line -> line.sizes().length).max().orElseThrow();
      Optional<Line> bound = bound(deepest);
      OptionalInt chosen =
          highlight.layer() > 0 && highlight.layer() <= sizes.length
              ? OptionalInt.of(sizes.length + 1 - highlight.layer())
              : OptionalInt.empty();
      String note =
          chosen.isPresent() ? note(sizes[chosen.getAsInt() - 1], chosen.getAsInt(), bound) : "";
      Map<String, Object> words =
          Map.of("count", sizes.length, "value", numbers.shown(sizes[sizes.length - 1]));
      return new ChainModel(
          messages.text("chain.title"),
          messages.text("chain.reading", words),
          spoken(words, lines, note),
          depth(deepest),
          PlotAxis.of(messages.text("chain.size"), scale(lines, bound), numbers),
          lines,
          bound,
          chosen,
          note,
          discs(lines.getLast().name()));
    }

    private String discs(String name) {
      return name.isEmpty()
          ? messages.text("chain.discs")
          : messages.text("chain.discs.run", Map.of("name", name));
    }

    private Line line(RunFrame run, int index, boolean isOwn) {
      int sample = spec.sample().orElse(1) - 1;
      int row = Math.max(0, run.next().rows().indexOf(sample));
      OutputSlope slope = new OutputSlope(run.next(), row);
      double[] sizes = new double[slope.layers()];
      for (int k = 1; k <= sizes.length; k++) {
        sizes[k - 1] = slope.norm(sizes.length + 1 - k);
      }
      return new Line(index, isOwn, labels.run(run.id(), ""), sizes);
    }

    private Optional<Line> bound(int deepest) {
      if (!isSigmoidChain(own) && others.stream().noneMatch(Builder::isSigmoidChain)) {
        return Optional.empty();
      }
      double[] sizes = new double[deepest];
      for (int k = 1; k <= deepest; k++) {
        sizes[k - 1] = StrictMath.pow(STEEPEST, k);
      }
      String name = messages.text("chain.bound", Map.of("quarter", numbers.shown(STEEPEST)));
      return Optional.of(new Line(0, false, name, sizes));
    }

    private static boolean isSigmoidChain(RunFrame run) {
      return run.experiment().network().layers().stream()
          .allMatch(
              layer ->
                  layer.units() == 1 && layer.activation().kind() == ActivationSpec.Kind.SIGMOID);
    }

    private String note(double size, int k, Optional<Line> bound) {
      String words = messages.text("chain.note", Map.of("count", k, "value", numbers.shown(size)));
      return bound
          .map(
              line ->
                  messages.text(
                      "chain.note.bound",
                      Map.of("note", words, "bound", numbers.shown(line.sizes()[k - 1]))))
          .orElse(words);
    }

    private PlotAxis depth(int deepest) {
      Scale scale = Scale.linear(0.5, deepest + 0.5);
      PlotAxis round = PlotAxis.of(messages.text("chain.depth"), scale, numbers);
      List<Tick> whole = new ArrayList<>();
      int every = deepest <= 16 ? 1 : 2;
      for (int k = 1; k <= deepest; k += every) {
        whole.add(new Tick(k, numbers.whole(k)));
      }
      return new PlotAxis(round.name(), scale, whole);
    }

    private static Scale scale(List<Line> lines, Optional<Line> bound) {
      double low = 1;
      double high = 1;
      List<Line> all = new ArrayList<>(lines);
      bound.ifPresent(all::add);
      for (Line line : all) {
        for (double size : line.sizes()) {
          if (size > 0 && Double.isFinite(size)) {
            low = Math.min(low, size);
            high = Math.max(high, size);
          }
        }
      }
      // Whole decades keep still while the slopes change.
      double least = StrictMath.floor(StrictMath.log10(low / 4) / 2) * 2;
      return Scale.log(StrictMath.pow(10, least), high * 4);
    }

    private String spoken(Map<String, Object> words, List<Line> lines, String note) {
      List<String> sentences = new ArrayList<>();
      sentences.add(messages.text("chain.spoken", words));
      for (Line line : lines) {
        if (!line.own() && !line.name().isEmpty()) {
          sentences.add(
              messages.text(
                  "chain.spoken.other",
                  Map.of(
                      "name", line.name(),
                      "value", numbers.shown(line.sizes()[line.sizes().length - 1]))));
        }
      }
      if (!note.isEmpty()) {
        sentences.add(messages.text("chain.spoken.note", Map.of("note", note)));
      }
      sentences.add(messages.text("chain.keys"));
      return RichText.parse(String.join(" ", sentences)).plain();
    }
  }
}
