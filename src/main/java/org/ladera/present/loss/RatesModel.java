package org.ladera.present.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.landscape.Curvature;
import org.ladera.landscape.LossFunction;
import org.ladera.landscape.QuadraticDescent;
import org.ladera.lesson.model.RaceView;
import org.ladera.lesson.model.Range;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.OtherRuns;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.reading.Scalar;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/**
 * The loss over the learning rate after the updates of this moment: a curve that the curvature
 * tells for every rate, and on it the runs, which were really trained.
 *
 * @param reading how many epochs
 * @param spoken the whole state in words
 * @param empty what to say instead; none where there is a curve
 * @param rates of the curve
 * @param now losses at these rates at this moment
 * @param ahead losses at the planned end; none where that would tell what is covered
 * @param curved 1/λmax, from where on it zigzags
 * @param limit 2/λmax, from where on it explodes
 * @param limitWords what is written at the limit
 * @param zones what happens below {@code curved}, below {@code limit} and above it; none while that
 *     is covered
 * @param dots the runs, the own one last
 */
public record RatesModel(
    String title,
    String reading,
    String spoken,
    List<String> empty,
    PlotAxis rate,
    PlotAxis loss,
    double[] rates,
    double[] now,
    Optional<double[]> ahead,
    OptionalDouble curved,
    OptionalDouble limit,
    String limitWords,
    List<String> zones,
    List<Dot> dots)
    implements CardModel {
  private static final int POINTS = 360;

  /** So many times the loss of the start is the top of the picture. */
  private static final double TOP = 30;

  /** So many times the loss of the start is the least that is drawn where the minimum is 0. */
  private static final double LEAST = 1e-4;

  private static final double ROOM = 4;

  /**
   * A run.
   *
   * @param look of another run
   * @param loss of this moment; NaN or ∞ once it has diverged
   */
  public record Dot(String name, int look, boolean own, double rate, double loss) {}

  public RatesModel {
    empty = List.copyOf(empty);
    zones = List.copyOf(zones);
    dots = List.copyOf(dots);
  }

  /** The view of {@code spec} of this frame. */
  public static RatesModel of(Frame frame, RaceView.Rates spec, Messages messages, Labels labels) {
    return new Builder(frame, spec, messages, labels).build();
  }

  /** What is read of a run. */
  public String words(Dot dot, Messages messages) {
    Numbers numbers = messages.numbers();
    return messages.text(
        Double.isFinite(dot.loss()) ? "rates.spoken.dot" : "rates.spoken.gone",
        Map.of("rate", numbers.shown(dot.rate()), "loss", numbers.shown(dot.loss(), 3)));
  }

  private static final class Builder {
    private final Frame frame;
    private final RaceView.Rates spec;
    private final Messages messages;
    private final Numbers numbers;
    private final Labels labels;
    private final RunFrame own;

    Builder(Frame frame, RaceView.Rates spec, Messages messages, Labels labels) {
      this.frame = frame;
      this.spec = spec;
      this.messages = messages;
      this.labels = labels;
      numbers = messages.numbers();
      own = frame.run(spec.run());
    }

    RatesModel build() {
      List<Dot> dots = dots();
      Optional<QuadraticDescent> descent =
          QuadraticDescent.of(LossFunction.of(own.experiment()), own.start().parameters());
      Scale rate = rateScale(dots);
      Optional<Curvature> curvature = own.curvature().filter(c -> c.largest() > 0);
      boolean hidden = labels.covered().hides(own.id(), Scalar.STABLE_RATE);
      OptionalDouble limit =
          curvature.map(c -> OptionalDouble.of(c.limit())).orElse(OptionalDouble.empty());
      OptionalDouble curved =
          curvature.map(c -> OptionalDouble.of(1 / c.largest())).orElse(OptionalDouble.empty());
      double[] rates = new double[POINTS];
      for (int i = 0; i < POINTS; i++) {
        rates[i] = rate.value((double) i / (POINTS - 1));
      }
      long end = frame.epochs() * own.updatesPerEpoch();
      String reading = messages.text("rates.reading", Map.of("epochs", numbers.whole(own.epoch())));
      String title = messages.text("rates.title");
      return new RatesModel(
          title,
          reading,
          spoken(title, reading, dots, hidden ? OptionalDouble.empty() : limit),
          descent.isPresent()
              ? List.of()
              : List.of(messages.text("rates.empty"), messages.text("rates.empty.next")),
          PlotAxis.of(messages.text("rates.axis.rate"), rate, numbers),
          PlotAxis.of(messages.text("rates.axis.loss"), lossScale(descent), numbers),
          rates,
          descent.map(d -> curve(d, rates, own.update())).orElse(new double[0]),
          hidden ? Optional.empty() : descent.map(d -> curve(d, rates, end)),
          curved,
          limit,
          limit.isEmpty()
              ? ""
              : hidden
                  ? messages.text("rates.two")
                  : messages.text(
                      "rates.limit", Map.of("limit", numbers.shown(limit.getAsDouble()))),
          labels.covered().behaviour()
              ? List.of()
              : List.of(
                  messages.text("rates.zone.falls"),
                  messages.text("rates.zone.zigzags"),
                  messages.text("rates.zone.explodes")),
          dots);
    }

    private static double[] curve(QuadraticDescent descent, double[] rates, long updates) {
      double[] losses = new double[rates.length];
      for (int i = 0; i < rates.length; i++) {
        losses[i] = descent.loss(rates[i], updates);
      }
      return losses;
    }

    private List<Dot> dots() {
      List<Dot> dots = new ArrayList<>();
      for (RunFrame run : OtherRuns.of(frame, spec.run(), spec.runs())) {
        dots.add(dot(run, false));
      }
      dots.add(dot(own, true));
      return dots;
    }

    private Dot dot(RunFrame run, boolean isOwn) {
      return new Dot(
          labels.run(run.id(), isOwn ? "" : run.id()),
          OtherRuns.look(frame, run),
          isOwn,
          run.next().rate(),
          run.now().totalLoss());
    }

    private Scale rateScale(List<Dot> dots) {
      if (spec.range().isPresent()) {
        Range range = spec.range().get();
        return Scale.log(range.low(), range.high());
      }
      double low = dots.stream().mapToDouble(Dot::rate).min().orElseThrow();
      double high = dots.stream().mapToDouble(Dot::rate).max().orElseThrow();
      return Scale.log(low / ROOM, high * ROOM);
    }

    /** From below the minimum to well above the start; the same all along the run. */
    private Scale lossScale(Optional<QuadraticDescent> descent) {
      if (descent.isEmpty()) {
        return Scale.log(1, 10);
      }
      double start = descent.get().loss(0, 0);
      double least = Math.max(descent.get().floor(), start * LEAST);
      return start > 0 ? Scale.log(least * 0.7, start * TOP) : Scale.log(1, 10);
    }

    private String spoken(String title, String reading, List<Dot> dots, OptionalDouble limit) {
      List<String> sentences = new ArrayList<>(List.of(title + ".", reading + "."));
      limit.ifPresent(
          value ->
              sentences.add(
                  messages.text("rates.limit", Map.of("limit", numbers.shown(value))) + "."));
      if (!labels.covered().behaviour()) {
        sentences.add(messages.text("rates.spoken.zones"));
      }
      for (Dot dot : dots) {
        sentences.add(
            messages.text(
                Double.isFinite(dot.loss()) ? "rates.spoken.dot" : "rates.spoken.gone",
                Map.of("rate", numbers.shown(dot.rate()), "loss", numbers.shown(dot.loss(), 3))));
      }
      return RichText.parse(String.join(" ", sentences)).plain();
    }
  }
}
