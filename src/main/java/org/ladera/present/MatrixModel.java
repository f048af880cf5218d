package org.ladera.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.lesson.ViewRef;
import org.ladera.session.Frame;
import org.ladera.session.Readings;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;

/**
 * The Jacobian ∂aᵢ/∂zⱼ of a layer (option {@code layer}, else the last) for one example, with sign.
 *
 * @param classes whether rows and columns are the classes of the task
 * @param values rows i, columns j
 * @param shown with sign and four decimals
 * @param footer what there is to see in its sums
 */
public record MatrixModel(
    String title,
    String reading,
    String spoken,
    boolean classes,
    List<List<Double>> values,
    List<List<String>> shown,
    String footer) {
  private static final int MOST_UNITS = 12;

  public MatrixModel {
    values = values.stream().map(List::copyOf).toList();
    shown = shown.stream().map(List::copyOf).toList();
  }

  /** The view of {@code ref} of this frame. */
  public static MatrixModel of(
      Frame frame, ViewRef ref, Brush brush, Messages messages, Labels labels) {
    RunFrame run = frame.run(ref.run());
    int depth = run.next().layers().size();
    int layer = ref.numbers("layer").stream().findFirst().orElse((double) depth).intValue();
    layer = Math.clamp(layer, 1, depth);
    LayerTrace trace = run.next().layers().get(layer - 1);
    List<Integer> rows = run.next().rows();
    int wanted =
        brush.sample() >= 0
            ? brush.sample()
            : ref.numbers("sample").stream().findFirst().orElse(0.0).intValue() - 1;
    int sample = rows.get(Math.max(0, rows.indexOf(wanted))) + 1;
    int units = Math.min(MOST_UNITS, trace.spec().units());
    List<List<Double>> values = new ArrayList<>();
    List<List<String>> shown = new ArrayList<>();
    for (int i = 1; i <= units; i++) {
      List<Double> line = new ArrayList<>();
      List<String> words = new ArrayList<>();
      for (int j = 1; j <= units; j++) {
        String reading = run.id() + "/jacobian[" + layer + "][" + sample + "," + i + "," + j + "]";
        double value = Readings.value(frame, reading).orElse(0);
        line.add(value);
        words.add(signed(value, messages));
      }
      values.add(line);
      shown.add(words);
    }
    boolean softmax = trace.spec().activation().kind() == ActivationSpec.Kind.SOFTMAX;
    String title = messages.text("matrix.title");
    return new MatrixModel(
        title,
        frame.runs().size() > 1 ? labels.run(run.id(), "") : messages.text("matrix.formula"),
        spoken(title, shown, messages),
        layer == depth && units > 1,
        values,
        shown,
        messages.text(softmax ? "matrix.rows-cancel" : "matrix.diagonal"));
  }

  private static String signed(double value, Messages messages) {
    String number = messages.numbers().fixed(value, 4);
    return value > 0 ? "+" + number : number;
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
