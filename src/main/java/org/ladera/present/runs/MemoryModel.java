package org.ladera.present.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.RaceView;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.OtherRuns;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.reading.MemoryReading;
import org.ladera.session.reading.ParameterReading;
import org.ladera.session.reading.Reading;
import org.ladera.text.Messages;
import org.ladera.text.RichText;

/**
 * What the rules of some runs keep of each parameter, as bars: the gradient, the memories, the rate
 * that each parameter has for itself, and the step that comes of it.
 *
 * @param reading for the header; empty
 * @param spoken the whole state in words
 * @param parameters their symbols, one column each
 * @param blocks one for each run
 */
public record MemoryModel(
    String title, String reading, String spoken, List<String> parameters, List<Block> blocks)
    implements CardModel {
  /** What a bar shows; each has a colour of its own. */
  public enum Meaning {
    GRADIENT,
    MEMORY,
    RATE,
    STEP
  }

  /**
   * A run.
   *
   * @param name empty where there is only one
   * @param look of compared runs; −1 for the main one
   */
  public record Block(String run, String name, int look, boolean lit, List<Line> lines) {
    public Block {
      lines = List.copyOf(lines);
    }
  }

  /** One quantity of all parameters. */
  public record Line(String name, Meaning meaning, List<Bar> bars) {
    public Line {
      bars = List.copyOf(bars);
    }
  }

  /**
   * @param share of the longest bar of that quantity, with its sign; 0 where there is no number
   * @param shown the number, or that there is none
   */
  public record Bar(double share, String shown) {}

  public MemoryModel {
    parameters = List.copyOf(parameters);
    blocks = List.copyOf(blocks);
  }

  /** The view of {@code spec} of this frame. */
  public static MemoryModel of(
      Frame frame, RaceView.Memory spec, Highlight highlight, Messages messages, Labels labels) {
    return new Builder(frame, spec, highlight, messages, labels).model();
  }

  private static final class Builder {
    /** What is compared between runs has one scale. */
    private record Values(String name, Meaning meaning, String scale, double[] values) {}

    private final Frame frame;
    private final RaceView.Memory spec;
    private final Highlight highlight;
    private final Messages messages;
    private final Labels labels;
    private final List<RunFrame> runs;
    private final Map<String, Double> longest = new HashMap<>();

    Builder(
        Frame frame, RaceView.Memory spec, Highlight highlight, Messages messages, Labels labels) {
      this.frame = frame;
      this.spec = spec;
      this.highlight = highlight;
      this.messages = messages;
      this.labels = labels;
      runs = OtherRuns.withOwn(frame, spec.run(), spec.runs());
    }

    MemoryModel model() {
      RunFrame own = frame.run(spec.run());
      List<String> parameters =
          spec.parameters().stream()
              .map(p -> ParameterSymbols.of(p, own.experiment().network(), messages.letters()))
              .toList();
      List<List<Values>> all = runs.stream().map(this::values).toList();
      for (List<Values> of : all) {
        for (Values v : of) {
          for (double value : v.values) {
            if (Double.isFinite(value)) {
              longest.merge(v.scale, Math.abs(value), Math::max);
            }
          }
        }
      }
      List<Block> blocks = new ArrayList<>();
      for (int i = 0; i < runs.size(); i++) {
        RunFrame run = runs.get(i);
        String otherwise = run == frame.main() ? messages.text("runs.main") : run.id();
        blocks.add(
            new Block(
                run.id(),
                runs.size() == 1 ? "" : RichText.parse(labels.run(run.id(), otherwise)).plain(),
                OtherRuns.look(frame, run),
                highlight.run().equals(run.id()),
                all.get(i).stream().map(this::line).toList()));
      }
      return new MemoryModel(
          labels.title(messages.text("memory.title"), spec, messages),
          "",
          spoken(parameters, blocks),
          parameters,
          blocks);
    }

    private List<Values> values(RunFrame run) {
      List<Values> lines = new ArrayList<>();
      lines.add(
          new Values(
              messages.text("memory.gradient"),
              Meaning.GRADIENT,
              "gradient",
              each(run, ParameterReading::gradient)));
      for (String letter : used(run.experiment().optimizer())) {
        lines.add(
            new Values(
                messages.text("memory." + letter),
                Meaning.MEMORY,
                run.experiment().optimizer().rule() + letter,
                each(run, p -> new MemoryReading(letter, p))));
      }
      lines.add(
          new Values(
              messages.text("memory.effective"),
              Meaning.RATE,
              "rate",
              each(run, MemoryReading::effective)));
      lines.add(
          new Values(
              messages.text("memory.step"),
              Meaning.STEP,
              "step",
              spec.parameters().stream().mapToDouble(p -> nextStep(run, p)).toArray()));
      return lines;
    }

    /** Without the corrections that a slip leaves out. */
    private static List<String> used(OptimizerSpec rule) {
      List<String> all = MemoryReading.kept(rule);
      return rule instanceof OptimizerSpec.Slipped(OptimizerSpec _, OptimizerSpec.Slip slip)
          ? all.stream().filter(letter -> !leftOut(slip, letter)).toList()
          : all;
    }

    private static boolean leftOut(OptimizerSpec.Slip slip, String letter) {
      return switch (slip) {
        case NO_HAT -> letter.equals("mhat");
        case NO_CORRECTION -> letter.equals("mhat") || letter.equals("vhat");
        case ASCENT, LOST_FACTOR, LAST_EXAMPLE_ONLY, SLOPE_AT_A, UNNORMALISED_MEAN -> false;
      };
    }

    private double nextStep(RunFrame run, ParameterRef p) {
      double now = ParameterReading.now(p).value(frame, run).orElse(Double.NaN);
      return ParameterReading.newValue(run.next(), p) - now;
    }

    /** What is covered is not there. */
    private double[] each(RunFrame run, Function<ParameterRef, Reading> reading) {
      return spec.parameters().stream()
          .map(reading)
          .mapToDouble(
              r ->
                  labels.covered().hides(run.id(), r)
                      ? Double.NaN
                      : r.value(frame, run).orElse(Double.NaN))
          .toArray();
    }

    private Line line(Values v) {
      List<Bar> bars = new ArrayList<>();
      double most = longest.getOrDefault(v.scale, 0.0);
      for (double value : v.values) {
        bars.add(
            Double.isNaN(value)
                ? new Bar(0, messages.text("runs.missing"))
                : new Bar(share(value, most), messages.numbers().shown(value, 3)));
      }
      return new Line(v.name, v.meaning, bars);
    }

    private static double share(double value, double most) {
      return !Double.isFinite(value) ? Math.signum(value) : most > 0 ? value / most : 0;
    }

    private String spoken(List<String> parameters, List<Block> blocks) {
      StringBuilder words = new StringBuilder(messages.text("memory.title")).append('.');
      for (Block block : blocks) {
        words.append(block.name().isEmpty() ? "" : " " + block.name() + ":");
        for (Line line : block.lines()) {
          words.append(' ').append(RichText.parse(line.name()).plain());
          for (int i = 0; i < parameters.size(); i++) {
            words
                .append(i == 0 ? " " : ", ")
                .append(RichText.parse(parameters.get(i)).plain())
                .append(' ')
                .append(line.bars().get(i).shown());
          }
          words.append('.');
        }
      }
      return words.toString();
    }
  }
}
