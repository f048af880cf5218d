package org.ladera.present.loss;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Status;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;
import org.ladera.timeline.History;

/** The words that surface and contour write beside what they show. */
final class LossWords {
  private final RunFrame run;
  private final LossMap map;
  private final Messages messages;
  private final Numbers numbers;

  LossWords(Frame frame, ViewSpec.OverParameters spec, LossMap map, Messages messages) {
    run = frame.run(spec.run());
    this.map = map;
    this.messages = messages;
    numbers = messages.numbers();
  }

  private Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    values.put("u", map.uSymbol());
    values.put("v", map.vSymbol());
    values.put("uValue", numbers.shown(map.now().u()));
    values.put("vValue", numbers.shown(map.now().v()));
    values.put("epoch", numbers.shown((double) run.update() / run.updatesPerEpoch(), 6));
    values.put("value", numbers.shown(map.now().loss()));
    values.put("start", numbers.shown(map.start().loss()));
    values.put("trend", messages.text("surface.trend." + trend()));
    return values;
  }

  String text(String key) {
    return messages.text(key, values());
  }

  /** The title of a map over two parameters, or over the plane of its kind. */
  String title(String key, String ofKind) {
    return text(map.variant().isEmpty() ? key : ofKind + map.variant());
  }

  /** By how many examples the hillside is drawn, where not by all; empty where by all. */
  private String sample() {
    return map.field()
        .filter(field -> field.sample() > 0)
        .map(
            field ->
                messages.text(
                    "surface.sample",
                    Map.of(
                        "count", numbers.whole(field.sample()),
                        "all", numbers.whole(run.experiment().data().size()))))
        .orElse("");
  }

  /** What is read off the map, with the examples it is of. */
  String reading(String words) {
    return Stream.of(sample(), words).filter(w -> !w.isEmpty()).collect(joining(" · "));
  }

  /** How honestly the hillside and the way are drawn; empty where nothing is said of that. */
  String gauge() {
    return reading(way());
  }

  private String way() {
    return map.gauge()
        .map(
            g ->
                g.distance() == 0
                    ? messages.text("surface.gauge.none")
                    : messages.text(
                        g.climbs() ? "surface.gauge.climbs" : "surface.gauge",
                        Map.of(
                            "distance", numbers.shown(g.distance(), 3),
                            "loss", numbers.shown(g.at().loss(), 3),
                            "drawn", numbers.shown(g.drawn(), 3))))
        .orElse("");
  }

  /** The distance, to be written beside the place that lies furthest from the plane. */
  String away() {
    return map.gauge()
        .filter(g -> g.distance() > 0)
        .map(
            g ->
                messages.text(
                    "surface.gauge.mark", Map.of("distance", numbers.shown(g.distance(), 3))))
        .orElse("");
  }

  String start() {
    return messages.text("surface.start", Map.of("value", numbers.shown(map.start().loss())));
  }

  /** The whole state in words, with the keys that do something. */
  String spoken(String key, String keys) {
    String state = RichText.parse(text(key)).plain();
    String minimum =
        map.minimum()
            .map(
                m ->
                    RichText.parse(
                                messages.text(
                                    "surface.spoken.minimum",
                                    Map.of(
                                        "u", map.uSymbol(),
                                        "v", map.vSymbol(),
                                        "uValue", numbers.shown(m.u()),
                                        "vValue", numbers.shown(m.v()),
                                        "value", numbers.shown(m.loss()))))
                            .plain()
                        + " ")
            .orElse("");
    String honest = gauge().isEmpty() ? "" : RichText.parse(gauge()).plain() + ". ";
    return state + " " + minimum + honest + messages.text(keys);
  }

  private String trend() {
    if (run.status() instanceof Status.Diverged) {
      return "diverged";
    }
    History history = run.history();
    double epoch = (double) run.update() / run.updatesPerEpoch();
    double before = Double.NaN;
    for (int i = history.count() - 1; i >= 0 && Double.isNaN(before); i--) {
      if (history.epoch(i) < epoch - 1e-9) {
        before = history.loss(i);
      }
    }
    if (Double.isNaN(before)) {
      return "start";
    }
    double now = map.now().loss();
    return now < before ? "falling" : now > before ? "rising" : "still";
  }
}
