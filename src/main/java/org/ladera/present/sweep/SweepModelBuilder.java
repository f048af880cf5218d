package org.ladera.present.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.plot.Tick;
import org.ladera.present.runs.ReadingWords;
import org.ladera.present.sweep.SweepModel.Chart;
import org.ladera.present.sweep.SweepModel.Dot;
import org.ladera.present.sweep.SweepModel.Line;
import org.ladera.session.sweep.Sweep;
import org.ladera.session.sweep.SweepResult;
import org.ladera.session.sweep.SweepState;
import org.ladera.session.sweep.Varied;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/** Works out a {@link SweepModel}. */
final class SweepModelBuilder {
  /** Values that differ by more than this factor stand on a logarithmic axis. */
  private static final double FAR = 15;

  private static final double MARGIN = 0.06;

  private final SweepState state;
  private final Sweep sweep;
  private final boolean log;
  private final Messages messages;
  private final Numbers numbers;

  /** Where each value of the first setting stands. */
  private final double[] places;

  private final boolean numeric;

  SweepModelBuilder(SweepState state, boolean log, Messages messages) {
    this.state = state;
    this.log = log;
    this.messages = messages;
    sweep = state.sweep();
    numbers = messages.numbers();
    List<String> values = sweep.varied().getFirst().values();
    List<OptionalDouble> parsed = values.stream().map(numbers::parse).toList();
    numeric = values.size() > 1 && parsed.stream().allMatch(OptionalDouble::isPresent);
    places = new double[values.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = numeric ? parsed.get(i).getAsDouble() : i;
    }
  }

  SweepModel model() {
    List<Chart> charts = new ArrayList<>();
    NetworkSpec network = sweep.base().runs().getFirst().experiment().network();
    ReadingWords words = new ReadingWords(network, messages);
    for (int i = 0; i < sweep.readings().size(); i++) {
      charts.add(chart(i, words.of(sweep.readings().get(i))));
    }
    return new SweepModel(
        messages.text(
            "sweep.title",
            Map.of(
                "name", SweepModel.name(sweep.varied().getFirst().setting(), messages),
                "seeds", sweep.seeds().size())),
        progress(),
        spoken(charts),
        state,
        axis(),
        charts,
        action(),
        messages);
  }

  private String progress() {
    if (state.done() == 0 && state.stage() != SweepState.Stage.RUNNING) {
      return "";
    }
    String done =
        messages.text("sweep.progress", Map.of("done", state.done(), "runs", sweep.size()));
    return state.stage() != SweepState.Stage.RUNNING || Double.isNaN(state.secondsLeft())
        ? done
        : done
            + " · "
            + messages.text("sweep.left", Map.of("seconds", (long) Math.ceil(state.secondsLeft())));
  }

  private String action() {
    return switch (state.stage()) {
      case RUNNING -> messages.text("sweep.stop");
      case DONE -> "";
      case STOPPED, FAILED ->
          state.done() == 0 ? messages.text("sweep.begin") : messages.text("sweep.go-on");
    };
  }

  private PlotAxis axis() {
    Varied first = sweep.varied().getFirst();
    String name = SweepModel.name(first.setting(), messages);
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double place : places) {
      least = Math.min(least, place);
      most = Math.max(most, place);
    }
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      ticks.add(new Tick(places[i], numeric ? numbers.shown(places[i]) : first.values().get(i)));
    }
    ticks.sort(java.util.Comparator.comparingDouble(Tick::value));
    if (numeric && least > 0 && most / least > FAR) {
      double room = Math.pow(most / least, MARGIN);
      return new PlotAxis(name, new Scale.Log(least / room, most * room), ticks);
    }
    double room = Math.max(MARGIN * (most - least), most > least ? 0 : 0.5);
    return new PlotAxis(name, new Scale.Linear(least - room, most + room), ticks);
  }

  private Chart chart(int reading, String name) {
    List<Dot> dots = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (SweepResult result : state.results()) {
      double y = result.values()[reading];
      if (Double.isFinite(y)) {
        List<Integer> place = result.of().values();
        dots.add(new Dot(line(place), places[place.getFirst()], y, result));
        least = Math.min(least, y);
        most = Math.max(most, y);
      }
    }
    List<Line> lines = new ArrayList<>();
    int count = sweep.varied().size() == 2 ? sweep.varied().getLast().values().size() : 1;
    for (int j = 0; j < count; j++) {
      lines.add(line(j, reading));
    }
    return new Chart(name, y(name, least, most), lines, dots);
  }

  private static int line(List<Integer> place) {
    return place.size() == 2 ? place.getLast() : 0;
  }

  private PlotAxis y(String name, double least, double most) {
    if (least > most) {
      return PlotAxis.of(name, new Scale.Linear(0, 1), numbers);
    }
    if (log && least > 0) {
      double room = most > least ? Math.pow(most / least, MARGIN) : 2;
      return PlotAxis.of(name, new Scale.Log(least / room, most * room), numbers);
    }
    double size = Math.max(Math.abs(least), Math.abs(most));
    double room = most > least ? MARGIN * (most - least) : size > 0 ? 0.5 * size : 1;
    double low = least >= 0 ? Math.max(0, least - room) : least - room;
    return PlotAxis.of(name, new Scale.Linear(low, most + room), numbers);
  }

  private Line line(int second, int reading) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      List<Integer> place = sweep.varied().size() == 2 ? List.of(i, second) : List.of(i);
      double x = places[i];
      state
          .summary(place, reading)
          .ifPresent(s -> rows.add(new double[] {x, s.median(), s.lower(), s.upper()}));
    }
    rows.sort(java.util.Comparator.comparingDouble(row -> row[0]));
    String name =
        sweep.varied().size() == 2
            ? messages.text(
                "sweep.tip.setting",
                Map.of(
                    "name", SweepModel.name(sweep.varied().getLast().setting(), messages),
                    "value", SweepModel.value(sweep.varied().getLast(), second, messages)))
            : "";
    return new Line(
        second, name, column(rows, 0), column(rows, 1), column(rows, 2), column(rows, 3));
  }

  private static double[] column(List<double[]> rows, int index) {
    return rows.stream().mapToDouble(row -> row[index]).toArray();
  }

  private String spoken(List<Chart> charts) {
    if (state.done() == 0) {
      return messages.text("sweep.empty", Map.of("runs", sweep.size()));
    }
    StringJoiner sentences = new StringJoiner(" ");
    sentences.add(
        messages.text("sweep.progress", Map.of("done", state.done(), "runs", sweep.size())) + ".");
    Chart chart = charts.getFirst();
    for (List<Integer> place : sweep.places()) {
      Optional<SweepState.Summary> summary = state.summary(place, 0);
      StringJoiner where = new StringJoiner(", ");
      for (int i = 0; i < place.size(); i++) {
        Varied varied = sweep.varied().get(i);
        where.add(
            messages.text(
                "sweep.tip.setting",
                Map.of(
                    "name", SweepModel.name(varied.setting(), messages),
                    "value", SweepModel.value(varied, place.get(i), messages))));
      }
      summary.ifPresent(
          s ->
              sentences.add(
                  messages.text(
                      s.least() == s.greatest() ? "sweep.spoken.one" : "sweep.spoken",
                      Map.of(
                          "where", where.toString(),
                          "name", chart.name(),
                          "median", numbers.shown(s.median()),
                          "least", numbers.shown(s.least()),
                          "greatest", numbers.shown(s.greatest())))));
    }
    sentences.add(messages.text("sweep.keys"));
    return RichText.parse(sentences.toString()).plain();
  }
}
