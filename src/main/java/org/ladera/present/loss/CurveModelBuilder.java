package org.ladera.present.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.loss.CurveModel.Now;
import org.ladera.present.loss.CurveModel.Reach;
import org.ladera.present.loss.CurveModel.Reference;
import org.ladera.present.loss.CurveModel.Role;
import org.ladera.present.loss.CurveModel.Series;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.plot.Thinning;
import org.ladera.present.shared.Arrival;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.OtherRuns;
import org.ladera.present.time.BranchTree;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.session.Status;
import org.ladera.session.reading.LossReading;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;
import org.ladera.timeline.History;

/** Works out a {@link CurveModel}. */
final class CurveModelBuilder {
  /** Ghosts further back would only be clutter. */
  private static final int GHOSTS = 3;

  /** Lines shorter than this share of the plan lie too close together to be named. */
  private static final double LABELLED = 0.03;

  /** So many runs beside the own one have their names in a list from the start. */
  private static final int LISTED = 3;

  private final Frame frame;
  private final ViewSpec.LossCurve spec;
  private final Highlight highlight;
  private final Messages messages;
  private final Numbers numbers;
  private final Labels labels;
  private final RunFrame run;
  private final List<RunFrame> others;

  CurveModelBuilder(
      Frame frame, ViewSpec.LossCurve spec, Highlight highlight, Messages messages, Labels labels) {
    this.frame = frame;
    this.highlight = highlight;
    this.spec = spec;
    this.messages = messages;
    this.numbers = messages.numbers();
    this.labels = labels;
    run = frame.run(spec.run());
    others = OtherRuns.of(frame, spec.run(), spec.runs());
  }

  CurveModel model() {
    double epoch = (double) run.update() / run.updatesPerEpoch();
    double loss = run.now().totalLoss();
    List<Series> series = series(epoch);
    OptionalDouble least = LossReading.OPTIMUM.value(frame, run);
    List<RunFrame> runs = new ArrayList<>(others);
    runs.addFirst(run);
    CurveRange range = new CurveRange(runs, series, frame.epochs(), least);
    spec.below().ifPresent(range::aim);
    PlotAxis x = PlotAxis.of(messages.text("curve.epoch"), range.epochs(), numbers);
    return new CurveModel(
        messages.text("curve.title"),
        messages.text("curve.reading", Map.of("value", numbers.shown(loss))),
        spoken(loss, least),
        x,
        PlotAxis.of(messages.text("curve.loss.log"), range.log(), numbers),
        PlotAxis.of(messages.text("curve.loss"), range.linear(), numbers),
        spec.log(),
        series,
        Optional.of(new Now(epoch, loss, nowLabel(epoch))),
        least.isPresent()
            ? Optional.of(new Reference(least.getAsDouble(), minimumLabel(least.getAsDouble())))
            : Optional.empty(),
        best(),
        new Reach(run.reachedEpoch(), run.updatesPerEpoch(), run.history(), opens()),
        lit(runs),
        spec.below().stream().boxed().findFirst().map(below -> goal(below, runs)),
        RateCurves.of(frame, runs, messages));
  }

  private OptionalInt lit(List<RunFrame> runs) {
    return runs.stream()
        .filter(r -> r.id().equals(highlight.run()))
        .mapToInt(r -> r == run ? -1 : OtherRuns.look(frame, r))
        .findFirst();
  }

  private CurveModel.Goal goal(double below, List<RunFrame> runs) {
    List<CurveModel.Finish> finishes = new ArrayList<>();
    for (RunFrame each : runs) {
      double now = (double) each.update() / each.updatesPerEpoch();
      long since = Arrival.since(each.history(), now, each.now().totalLoss(), below);
      if (since >= 0) {
        int look = each == run ? -1 : OtherRuns.look(frame, each);
        finishes.add(new CurveModel.Finish(look, since, numbers.whole(since)));
      }
    }
    return new CurveModel.Goal(below, numbers.shown(below, 3), finishes);
  }

  private boolean opens() {
    return run.id().equals(Scene.MAIN) && new Asked.Loss(0).in(run.next()).isPresent();
  }

  static CurveModel empty(Messages messages) {
    Numbers numbers = messages.numbers();
    History none = new History(new double[0], new double[0], 0);
    return new CurveModel(
        messages.text("curve.title"),
        "",
        messages.text("curve.empty"),
        PlotAxis.of(messages.text("curve.epoch"), Scale.linear(0, 100), numbers),
        PlotAxis.of(messages.text("curve.loss.log"), Scale.log(0.1, 100), numbers),
        PlotAxis.of(messages.text("curve.loss"), Scale.linear(0, 100), numbers),
        true,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Reach(0, 1, none, false),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private List<Series> series(double epoch) {
    List<Series> series = new ArrayList<>();
    List<RunFrame.Ghost> ghosts = run.ghosts();
    List<RunFrame.Ghost> earlier = ghosts.stream().filter(g -> !g.compared()).toList();
    for (int i = Math.max(0, earlier.size() - GHOSTS); i < earlier.size(); i++) {
      RunFrame.Ghost ghost = earlier.get(i);
      History left = CurvePoints.of(ghost, run.updatesPerEpoch());
      int age = earlier.size() - 1 - i;
      boolean named = age == 0 && earlier.size() == ghosts.size();
      add(series, Role.PREVIOUS, age, left, 0, left.count(), named ? ghostLabel(ghost) : "", false);
    }
    for (RunFrame.Ghost ghost : ghosts) {
      if (ghost.compared()) {
        History left = CurvePoints.of(ghost, run.updatesPerEpoch());
        String label = BranchTree.label(ghost, run, messages);
        add(series, Role.COMPARED, 0, left, 0, left.count(), label, false);
      }
    }
    for (RunFrame other : others) {
      double now = (double) other.update() / other.updatesPerEpoch();
      History history = CurvePoints.of(other, now);
      add(
          series,
          Role.OTHER,
          OtherRuns.look(frame, other),
          history,
          0,
          CurvePoints.upTo(history, now),
          name(other),
          diverged(other));
    }
    run.validation().ifPresent(v -> validation(series, v.history(), epoch));
    History history = CurvePoints.of(run, epoch);
    int now = CurvePoints.upTo(history, epoch);
    boolean crowded = series.isEmpty() || isEarly(epoch);
    String label = crowded ? "" : labels.run(run.id(), rate(run));
    run.plan().ifPresent(plan -> planned(series, CurvePoints.of(run, plan.history())));
    add(series, Role.AHEAD, 0, history, Math.max(0, now - 1), history.count(), "", diverged(run));
    add(series, Role.PAST, 0, history, 0, now, label, diverged(run));
    return series;
  }

  /** What the run will do from where it has been. */
  private void planned(List<Series> series, History history) {
    int from = Math.max(0, CurvePoints.upTo(history, run.reachedEpoch()) - 1);
    add(series, Role.PLANNED, 0, history, from, history.count(), "", false);
  }

  private void validation(List<Series> series, History history, double epoch) {
    String label = isEarly(epoch) ? "" : messages.text("curve.validation");
    int now = CurvePoints.upTo(history, epoch);
    add(
        series,
        Role.VALIDATION_AHEAD,
        0,
        history,
        Math.max(0, now - 1),
        history.count(),
        "",
        false);
    add(series, Role.VALIDATION, 0, history, 0, now, label, false);
  }

  /** Where early stopping would go back to; nothing while the newest moment is the best. */
  private Optional<Now> best() {
    return run.validation()
        .filter(v -> v.leastEpoch() < run.reachedEpoch() && v.history().count() > 1)
        .map(
            v ->
                new Now(
                    v.leastEpoch(),
                    v.least(),
                    messages.text(
                        "curve.validation.best",
                        Map.of(
                            "epoch", numbers.whole(v.leastEpoch()),
                            "value", numbers.shown(v.least())))));
  }

  /** A run from the same start with other settings is the previous one; a branch has its name. */
  private String ghostLabel(RunFrame.Ghost ghost) {
    boolean forked =
        run.branches().stream()
            .anyMatch(b -> b.fork() > 0 && (b.active() || b.id() == ghost.branch()));
    return forked || !ghost.name().isEmpty()
        ? BranchTree.label(ghost, run, messages)
        : messages.text("curve.previous", Map.of("rate", numbers.shown(ghost.rate())));
  }

  /** A few names stand at their lines, which need some length first; many are listed. */
  private boolean isEarly(double epoch) {
    return others.size() < LISTED && epoch < LABELLED * frame.epochs();
  }

  private String name(RunFrame other) {
    if (isEarly(other.epoch())) {
      return "";
    }
    String name = labels.run(other.id(), rate(other));
    if (others.size() >= LISTED) {
      return name;
    }
    History history = other.history();
    double last = Double.NaN;
    for (int i = history.count() - 1; i >= 0 && !Double.isFinite(last); i--) {
      last = history.loss(i);
    }
    return diverged(other) && Double.isFinite(last)
        ? messages.text("curve.beyond", Map.of("name", name, "value", numbers.shown(last, 2)))
        : name;
  }

  private static void add(
      List<Series> series,
      Role role,
      int index,
      History history,
      int from,
      int to,
      String label,
      boolean diverged) {
    Thinning thin = Thinning.of(history.epochs(), history.losses(), from, to);
    boolean ahead = role == Role.AHEAD || role == Role.PLANNED || role == Role.VALIDATION_AHEAD;
    if (thin.count() > (ahead ? 1 : 0)) {
      series.add(new Series(role, index, thin.x(), thin.y(), label, diverged));
    }
  }

  private String rate(RunFrame of) {
    return messages.text("number.rate", Map.of("value", numbers.shown(of.next().rate())));
  }

  private static boolean diverged(RunFrame of) {
    return of.status() instanceof Status.Diverged;
  }

  private String nowLabel(double epoch) {
    return messages.text("curve.now", Map.of("epoch", numbers.shown(epoch, 6)));
  }

  private String minimumLabel(double value) {
    return messages.text("curve.minimum", Map.of("value", numbers.shown(value)));
  }

  private String spoken(double loss, OptionalDouble least) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        messages.text(
            "curve.spoken",
            Map.of(
                "epoch", numbers.whole(run.epoch()),
                "epochs", numbers.whole(frame.epochs()),
                "loss", numbers.shown(loss),
                "first", numbers.shown(run.start().loss()))));
    least.ifPresent(
        value ->
            sentences.add(
                messages.text("curve.spoken.minimum", Map.of("value", numbers.shown(value)))));
    if (diverged(run)) {
      sentences.add(messages.text("curve.spoken.diverged"));
    }
    sentences.add(messages.text("curve.spoken.keys"));
    return RichText.parse(String.join(" ", sentences)).plain();
  }
}
