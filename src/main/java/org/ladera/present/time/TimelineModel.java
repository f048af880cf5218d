package org.ladera.present.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.RunFrame.BranchFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;
import org.ladera.timeline.History;
import org.ladera.timeline.Moment;

/**
 * The timeline of a run, from epoch 0 to {@code end}: the loss as its ground, what happened on it,
 * and the loss of other branches behind it. Arrays are not to be modified.
 *
 * @param heights the loss at each of {@code epochs}, 0 to 1
 * @param marks moments worth a mark, by increasing update
 * @param ghosts other branches, the one that is compared last
 * @param spoken where the run is, in words
 */
public record TimelineModel(
    double end,
    double now,
    double reached,
    int updatesPerEpoch,
    double[] epochs,
    double[] heights,
    List<Mark> marks,
    List<Ghost> ghosts,
    String spoken) {
  /**
   * A moment one can go to.
   *
   * @param title what happened, {@code place} when; both without symbols
   */
  public record Mark(Moment.Kind kind, double epoch, long update, String title, String place) {}

  /**
   * The loss of a branch that is not on stage, on the same scale.
   *
   * @param label what it is called; may hold symbols between dollar signs
   */
  public record Ghost(double[] epochs, double[] heights, String label, boolean compared) {}

  public TimelineModel {
    marks = List.copyOf(marks);
    ghosts = List.copyOf(ghosts);
  }

  public static TimelineModel of(Frame frame, Messages messages) {
    return new Builder(frame, frame.main(), messages).model();
  }

  /** The first mark after {@code update}. */
  public Optional<Mark> after(long update) {
    return marks.stream().filter(m -> m.update() > update).findFirst();
  }

  /** The last mark before {@code update}. */
  public Optional<Mark> before(long update) {
    return marks.reversed().stream().filter(m -> m.update() < update).findFirst();
  }

  private record Scale(double floor, double range) {
    /** A loss that falls by less than this part of itself must not look like one that vanishes. */
    private static final double LEAST_RANGE = 0.2;

    static Scale of(History history) {
      double smallest = Double.POSITIVE_INFINITY;
      double largest = 0;
      for (int i = 0; i < history.count(); i++) {
        double loss = history.loss(i);
        if (Double.isFinite(loss) && loss > 0) {
          smallest = Math.min(smallest, loss);
          largest = Math.max(largest, loss);
        }
      }
      double floor = Math.min(smallest, (1 - LEAST_RANGE) * largest);
      return new Scale(floor, largest - floor);
    }

    /** The root keeps the foot of a steep curve visible in a strip of thirty pixels. */
    double[] heights(History history) {
      double[] heights = new double[history.count()];
      for (int i = 0; i < heights.length; i++) {
        double share = range > 0 ? (history.loss(i) - floor) / range : 0;
        heights[i] = Double.isFinite(share) ? Math.sqrt(Math.clamp(share, 0, 1)) : 1;
      }
      return heights;
    }
  }

  private record Builder(Frame frame, RunFrame run, Messages messages) {
    TimelineModel model() {
      Scale scale = Scale.of(run.history());
      Numbers numbers = messages.numbers();
      String spoken =
          messages.text(
              "transport.timeline.spoken",
              Map.of(
                  "epoch", numbers.whole(run.epoch()),
                  "epochs", numbers.whole(Math.max(frame.epochs(), run.epoch())),
                  "loss", numbers.shown(run.now().totalLoss())));
      List<Mark> marks = marks();
      String happened =
          marks.stream().map(m -> m.title() + ", " + m.place()).collect(Collectors.joining(". "));
      return new TimelineModel(
          Math.max(frame.epochs(), run.reachedEpoch()),
          (double) run.update() / run.updatesPerEpoch(),
          run.reachedEpoch(),
          run.updatesPerEpoch(),
          epochs(run.history()),
          scale.heights(run.history()),
          marks,
          ghosts(scale),
          messages.text("timeline.spoken", Map.of("now", spoken, "marks", happened)));
    }

    private static double[] epochs(History history) {
      return java.util.Arrays.copyOf(history.epochs(), history.count());
    }

    private List<Mark> marks() {
      Numbers numbers = messages.numbers();
      List<Mark> marks = new ArrayList<>();
      for (Moment moment : run.moments()) {
        double epoch = (double) moment.update() / run.updatesPerEpoch();
        String place =
            run.updatesPerEpoch() == 1
                ? messages.text("timeline.epoch", Map.of("epoch", numbers.whole(moment.update())))
                : messages.text(
                    "timeline.update",
                    Map.of(
                        "epoch", numbers.shown(epoch, 6),
                        "update", numbers.whole(moment.update())));
        String title = RichText.parse(title(moment)).plain();
        marks.add(new Mark(moment.kind(), epoch, moment.update(), title, place));
      }
      return marks;
    }

    private String title(Moment moment) {
      return switch (moment.kind()) {
        case START -> messages.text("timeline.start");
        case EDIT -> messages.text("timeline.edit", Map.of("change", change(moment.update())));
        case BRANCH -> messages.text("timeline.branch", Map.of("names", names(moment.update())));
        case BEST ->
            messages.text(
                "timeline.best",
                Map.of("loss", messages.numbers().shown(active().standing().least())));
        case VALIDATION ->
            messages.text(
                "timeline.validation",
                Map.of(
                    "loss",
                    run.validation().map(v -> messages.numbers().shown(v.least())).orElse("")));
        case DIVERGENCE -> messages.text("timeline.divergence");
      };
    }

    private BranchFrame active() {
      return run.branches().stream().filter(BranchFrame::active).findFirst().orElseThrow();
    }

    private String change(long update) {
      return new EditWords(run.experiment().network(), messages)
          .at(active().recipe().edits(), update);
    }

    private String names(long update) {
      return run.branches().stream()
          .filter(b -> b.fork() == update && b.parent() != b.id())
          .map(b -> BranchTree.name(b, run.branches(), messages))
          .collect(Collectors.joining(messages.text("time.and")));
    }

    private List<Ghost> ghosts(Scale scale) {
      return run.ghosts().stream()
          .sorted(Comparator.comparing(RunFrame.Ghost::compared))
          .map(
              g ->
                  new Ghost(
                      epochs(g.history()),
                      scale.heights(g.history()),
                      BranchTree.label(g, run, messages),
                      g.compared()))
          .toList();
    }
  }
}
