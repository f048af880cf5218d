package org.ladera.present.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ladera.lesson.model.SpreadView;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Tip;
import org.ladera.session.Frame;
import org.ladera.session.setting.Setting;
import org.ladera.session.sweep.Sweep;
import org.ladera.session.sweep.SweepResult;
import org.ladera.session.sweep.SweepState;
import org.ladera.session.sweep.Varied;
import org.ladera.text.Messages;

/**
 * A sweep: each run as a point over the setting that is varied, and through them the medians over
 * the seeds with the range between their quartiles.
 *
 * @param state what is known of it
 * @param x the values of the first setting
 * @param charts one for each reading
 * @param action what the button does now: begin, go on or stop
 */
public record SweepModel(
    String title,
    String reading,
    String spoken,
    SweepState state,
    PlotAxis x,
    List<Chart> charts,
    String action,
    Messages messages)
    implements CardModel {
  /**
   * One reading.
   *
   * @param name of the reading; symbols stand between dollar signs
   * @param lines one for each value of the second setting, or a single one
   */
  public record Chart(String name, PlotAxis y, List<Line> lines, List<Dot> dots) {
    public Chart {
      lines = List.copyOf(lines);
      dots = List.copyOf(dots);
    }
  }

  /**
   * Medians over the seeds with their quartiles. Arrays have one length and are not modified.
   *
   * @param index of its look
   * @param name of the value; empty where there is one line
   */
  public record Line(
      int index, String name, double[] x, double[] median, double[] lower, double[] upper) {}

  /** A run. */
  public record Dot(int line, double x, double y, SweepResult result) {}

  public SweepModel {
    charts = List.copyOf(charts);
  }

  /**
   * The view of {@code spec} of this frame.
   *
   * @param known what is known of a sweep
   */
  public static SweepModel of(
      Frame frame,
      SpreadView.Sweep spec,
      Function<Sweep, SweepState> known,
      Messages messages,
      Labels labels) {
    Sweep sweep = Sweep.of(frame.scene(), spec.run(), spec.vary(), spec.numbers(), spec.readings());
    return new SweepModelBuilder(known.apply(sweep), spec.log(), messages).model();
  }

  public boolean isRunning() {
    return state.stage() == SweepState.Stage.RUNNING;
  }

  public boolean isDone() {
    return state.done() == state.sweep().size();
  }

  /** A run in words. */
  public Tip tip(Dot dot) {
    List<Tip.Line> lines = new ArrayList<>();
    Sweep sweep = state.sweep();
    for (int i = 0; i < sweep.varied().size(); i++) {
      Varied varied = sweep.varied().get(i);
      lines.add(
          new Tip.Line(
              messages.text(
                  "sweep.tip.setting",
                  Map.of(
                      "name", name(varied.setting(), messages),
                      "value", value(varied, dot.result().of().values().get(i), messages))),
              Tip.Tone.TITLE));
    }
    lines.add(text("sweep.tip.seed", Map.of("seed", dot.result().of().seed())));
    for (int i = 0; i < charts.size(); i++) {
      lines.add(
          text(
              "sweep.tip.reading",
              Map.of(
                  "name", charts.get(i).name(),
                  "value", messages.numbers().shown(dot.result().values()[i]))));
    }
    lines.add(new Tip.Line(messages.text("sweep.tip.open"), Tip.Tone.KEYS));
    return new Tip(lines);
  }

  private Tip.Line text(String key, Map<String, ?> values) {
    return new Tip.Line(messages.text(key, values), Tip.Tone.TEXT);
  }

  /** What a setting is called; its own name where there are no words for it. */
  public static String name(Setting setting, Messages messages) {
    for (String kind : List.of("sweep.setting.", "lab.constant.")) {
      if (messages.keys().contains(kind + setting.name())) {
        return messages.text(kind + setting.name());
      }
    }
    return setting.name();
  }

  /** A value as it is written in the person's language. */
  static String value(Varied varied, int index, Messages messages) {
    String written = varied.values().get(index);
    OptionalDouble number = messages.numbers().parse(written);
    if (number.isPresent()) {
      return messages.numbers().shown(number.getAsDouble());
    }
    String key = "name." + varied.setting().name() + "." + written;
    return messages.keys().contains(key) ? messages.text(key) : written;
  }

  /** The point of a run, where it is done. */
  public Optional<Dot> at(int chart, List<Integer> place, long seed) {
    return charts.get(chart).dots().stream()
        .filter(d -> d.result().of().equals(new Sweep.Case(place, seed)))
        .findFirst();
  }
}
