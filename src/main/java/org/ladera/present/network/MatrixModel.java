package org.ladera.present.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.explain.Quantity;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Tip;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.reading.JacobianReading;
import org.ladera.text.Messages;
import org.ladera.text.NumberBlock;
import org.ladera.text.Numbers;

/**
 * The Jacobian ∂aᵢ/∂zⱼ of a layer (option {@code layer}, else the last) for one example, with sign.
 *
 * @param classes whether rows and columns are the classes of the task
 * @param values rows i, columns j
 * @param shown with sign and four decimals
 * @param tips the arithmetic of each
 * @param layer it is the Jacobian of
 * @param example the example, from 0
 * @param footer what there is to see in its sums
 */
public record MatrixModel(
    String title,
    String reading,
    String spoken,
    boolean classes,
    List<List<Double>> values,
    List<List<String>> shown,
    List<List<Tip>> tips,
    int layer,
    int example,
    String footer)
    implements CardModel {
  private static final int MOST_UNITS = 12;

  public MatrixModel {
    values = values.stream().map(List::copyOf).toList();
    shown = shown.stream().map(List::copyOf).toList();
    tips = tips.stream().map(List::copyOf).toList();
  }

  /** Where a row comes from: the activation of its unit. */
  public Asked asked(int row) {
    return new Asked.Unit(Quantity.Kind.A, layer, row + 1, example);
  }

  /** The view of {@code spec} of this frame. */
  public static MatrixModel of(
      Frame frame, ViewSpec.Matrix spec, Highlight highlight, Messages messages, Labels labels) {
    RunFrame run = frame.run(spec.run());
    int depth = run.next().layers().size();
    int layer = spec.layer().orElse(depth);
    layer = Math.clamp(layer, 1, depth);
    LayerTrace trace = run.next().layers().get(layer - 1);
    List<Integer> rows = run.next().rows();
    int wanted = highlight.sample() >= 0 ? highlight.sample() : spec.sample().orElse(0) - 1;
    int sample = rows.get(Math.max(0, rows.indexOf(wanted))) + 1;
    int units = Math.min(MOST_UNITS, trace.spec().units());
    List<List<Double>> values = new ArrayList<>();
    List<List<String>> shown = new ArrayList<>();
    List<List<Tip>> tips = new ArrayList<>();
    for (int i = 1; i <= units; i++) {
      List<Double> line = new ArrayList<>();
      List<Tip> lines = new ArrayList<>();
      for (int j = 1; j <= units; j++) {
        double value = new JacobianReading(layer, sample, i, j).value(frame, run).orElse(0);
        line.add(value);
        lines.add(tip(run, trace, rows.indexOf(sample - 1), i, j, value, messages));
      }
      tips.add(lines);
      values.add(line);
    }
    NumberBlock.Gathered all = new NumberBlock.Gathered();
    values.forEach(line -> line.forEach(all::accept));
    NumberBlock block = all.block(messages.numbers(), true, 4);
    values.forEach(line -> shown.add(line.stream().map(block::text).toList()));
    boolean softmax = trace.spec().activation().kind() == ActivationSpec.Kind.SOFTMAX;
    String title = messages.text("matrix.title");
    return new MatrixModel(
        title,
        frame.runs().size() > 1 ? labels.run(run.id(), "") : messages.text("matrix.formula"),
        spoken(title, shown, messages),
        layer == depth && units > 1,
        values,
        shown,
        tips,
        layer,
        sample - 1,
        footer(messages.text(softmax ? "matrix.rows-cancel" : "matrix.diagonal"), block, messages));
  }

  private static String footer(String words, NumberBlock block, Messages messages) {
    return block.exponent().isEmpty()
        ? words
        : messages.text(
            "matrix.factor",
            Map.of(
                "factor",
                messages.numbers().powerOfTen(block.exponent().getAsInt()),
                "words",
                words));
  }

  private static Tip tip(
      RunFrame run, LayerTrace trace, int row, int i, int j, double value, Messages messages) {
    boolean softmax = trace.spec().activation().kind() == ActivationSpec.Kind.SOFTMAX;
    boolean same = i == j;
    String key =
        softmax
            ? same ? "matrix.tip.softmax" : "matrix.tip.softmax.other"
            : same ? "matrix.tip.alone" : "matrix.tip.alone.other";
    Numbers numbers = messages.numbers();
    String words =
        messages.text(
            key,
            Map.of(
                "i", i,
                "j", j,
                "ai", numbers.shown(trace.a().get(row, i - 1), 4),
                "aj", numbers.shown(trace.a().get(row, j - 1), 4),
                "z", numbers.shown(trace.z().get(row, i - 1), 4),
                "value", numbers.shown(value, 4)));
    List<Tip.Line> lines = new ArrayList<>();
    lines.add(new Tip.Line(words, Tip.Tone.TITLE));
    lines.add(
        new Tip.Line(
            messages.text("step.exact", Map.of("value", numbers.exact(value))), Tip.Tone.TEXT));
    lines.addAll(Tip.explain(run, messages));
    return new Tip(lines);
  }

  private static String spoken(String title, List<List<String>> shown, Messages messages) {
    StringBuilder words = new StringBuilder(title).append('.');
    for (int i = 0; i < shown.size(); i++) {
      words
          .append(' ')
          .append(
              messages.text(
                  "matrix.spoken",
                  Map.of("row", i + 1, "values", String.join(", ", shown.get(i)))));
    }
    return words.toString();
  }
}
