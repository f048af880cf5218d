package org.ladera.present.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Curvature;
import org.ladera.landscape.RateMap;
import org.ladera.landscape.RateMap.Form;
import org.ladera.landscape.RateMap.Place;
import org.ladera.lesson.model.RaceView;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.relief.Terrain;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.reading.Scalar;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * How fast a rule arrives, over its rate and its memory, with the place of the run.
 *
 * @param reading how many updates a digit takes, as predicted and as the run did, for the header
 * @param spoken the whole state in words
 * @param chart empty where no such map can be drawn
 * @param none says why, where it is empty
 */
public record StabilityModel(
    String title, String reading, String spoken, Optional<Chart> chart, String none)
    implements CardModel {
  /** Points of the grid along each axis. */
  private static final int RATES = 201;

  private static final int MEMORIES = 141;

  /** A memory of 1 never forgets. */
  private static final double MOST_MEMORY = 0.999;

  /** How far beyond the greatest limit the axis goes. */
  private static final double BEYOND = 1.06;

  /**
   * The map.
   *
   * @param now where the run stands
   * @param limits of the forms at each memory, the own one first
   */
  public record Chart(
      RateMap map, PlotAxis rates, PlotAxis memories, Place now, List<Limit> limits) {
    /** The hillside of the updates for a tenth; that takes a while. */
    public Terrain terrain() {
      return Terrain.of(
          map.field(
              new Axis(rates.scale().min(), rates.scale().max(), RATES),
              new Axis(memories.scale().min(), memories.scale().max(), MEMORIES)),
          true);
    }

    /** The nearest place on the map that a run can have. */
    public Place inside(double rate, double memory) {
      double least = rates.scale().max() / 1000;
      return new Place(
          Math.clamp(rate, least, rates.scale().max()), Math.clamp(memory, 0, MOST_MEMORY));
    }

    /** The rule at a place. */
    public OptimizerSpec rule(Place place) {
      return map.form().rule(place.rate(), place.memory());
    }
  }

  /** The limit of one form of the rule. */
  public record Limit(Form form, String name) {}

  /** The view of {@code spec} of this frame. It shows nothing of the highlight. */
  public static StabilityModel of(
      Frame frame, RaceView.Stability spec, Highlight highlight, Messages messages, Labels labels) {
    RunFrame run = frame.run(spec.run());
    String title = labels.title(messages.text("stability.title"), spec, messages);
    Optional<Curvature> curvature = run.curvature().filter(c -> c.smallest() > 0);
    Optional<Form> form = Form.of(run.experiment().optimizer());
    if (curvature.isEmpty() || form.isEmpty()) {
      String none = messages.text(form.isEmpty() ? "stability.rule" : "stability.none");
      return new StabilityModel(title, "", title + ". " + none, Optional.empty(), none);
    }
    RateMap map = new RateMap(form.get(), curvature.get());
    Place now = RateMap.place(run.experiment().optimizer());
    Chart chart =
        new Chart(
            map,
            PlotAxis.of(messages.text("stability.rate"), rates(map, spec), messages.numbers()),
            PlotAxis.of(
                messages.text(form.get() == Form.AVERAGED ? "stability.beta" : "stability.gamma"),
                Scale.linear(0, 1),
                messages.numbers()),
            now,
            limits(form.get(), messages));
    String reading = reading(frame, run, messages);
    String near = curvature.get().everywhere() ? "" : messages.text("stability.near");
    return new StabilityModel(
        title + near,
        reading,
        spoken(title + near, reading, map, now, messages),
        Optional.of(chart),
        "");
  }

  private static Scale rates(RateMap map, RaceView.Stability spec) {
    return spec.rates()
        .map(r -> Scale.linear(r.low(), r.high()))
        .orElseGet(
            () -> {
              // Averaged momentum has no greatest limit: the map ends at that of a usual memory.
              double memory = map.form() == Form.AVERAGED ? 0.9 : 1;
              return Scale.linear(0, BEYOND * map.limit(memory));
            });
  }

  private static List<Limit> limits(Form own, Messages messages) {
    List<Limit> limits = new ArrayList<>();
    limits.add(limit(own, messages));
    if (own != Form.AVERAGED) {
      limits.add(limit(own == Form.MOMENTUM ? Form.NESTEROV : Form.MOMENTUM, messages));
    }
    return List.copyOf(limits);
  }

  private static Limit limit(Form form, Messages messages) {
    return new Limit(
        form,
        messages.text(
            switch (form) {
              case MOMENTUM -> "stability.momentum";
              case AVERAGED -> "stability.averaged";
              case NESTEROV -> "stability.nesterov";
            }));
  }

  private static String reading(Frame frame, RunFrame run, Messages messages) {
    Numbers numbers = messages.numbers();
    OptionalDouble predicted = Scalar.PER_DIGIT.value(frame, run);
    OptionalDouble measured = Scalar.PER_DIGIT_MEASURED.value(frame, run);
    if (predicted.isEmpty()) {
      return messages.text("stability.diverges");
    }
    return measured.isPresent()
        ? messages.text(
            "stability.both",
            Map.of(
                "predicted", numbers.shown(predicted.getAsDouble(), 3),
                "measured", numbers.shown(measured.getAsDouble(), 3)))
        : messages.text(
            "stability.predicted", Map.of("predicted", numbers.shown(predicted.getAsDouble(), 3)));
  }

  private static String spoken(
      String title, String reading, RateMap map, Place now, Messages messages) {
    Numbers numbers = messages.numbers();
    Place best = map.best();
    return messages.text(
        "stability.spoken",
        Map.of(
            "title", title,
            "rate", numbers.shown(now.rate()),
            "memory", numbers.shown(now.memory()),
            "reading", reading,
            "limit", numbers.shown(map.limit(now.memory())),
            "bestRate", numbers.shown(best.rate(), 3),
            "bestMemory", numbers.shown(best.memory(), 3)));
  }
}
