package org.ladera.present.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.RaceView;
import org.ladera.present.shared.Arrival;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.OtherRuns;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Status;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;
import org.ladera.timeline.History;

/**
 * Who has come below a loss for good, as far as the runs have been: those that stay below it come
 * first, in the order in which they arrived; the others follow by their loss. The order that was
 * predicted, where there is one, stands beside it.
 *
 * @param reading how much of the predicted order holds now, for the header; may be empty
 * @param spoken the whole state in words
 * @param words what stands above the columns
 * @param places in the order of now
 * @param predicted for each predicted place, from the first, the run that was given it; empty where
 *     nothing was predicted
 */
public record RankingModel(
    String title,
    String reading,
    String spoken,
    Words words,
    List<Place> places,
    List<String> predicted)
    implements CardModel {
  /** What stands above the columns. */
  public record Words(String predicted, String arrived, String epoch, String loss) {}

  /**
   * One run, or the race before of a run.
   *
   * @param look of compared runs; −1 for the main one
   * @param epoch from which on it stays below the goal, in words, or that it has not come there
   * @param behind how many epochs after the first; may be empty
   * @param arrival the update at which it arrived
   * @param ghost whether it is the race before this one
   */
  public record Place(
      String run,
      String name,
      int look,
      String epoch,
      String behind,
      String loss,
      OptionalLong arrival,
      boolean lit,
      boolean ghost) {
    public boolean arrived() {
      return arrival.isPresent();
    }
  }

  public RankingModel {
    places = List.copyOf(places);
    predicted = List.copyOf(predicted);
  }

  /** The name of a run that was given a place. */
  public Place of(String run) {
    return places.stream().filter(p -> p.run().equals(run) && !p.ghost()).findFirst().orElseThrow();
  }

  /** The view of {@code spec} of this frame. */
  public static RankingModel of(
      Frame frame, RaceView.Ranking spec, Highlight highlight, Messages messages, Labels labels) {
    return new Builder(frame, spec, highlight, messages, labels).model();
  }

  private static final class Builder {
    /**
     * @param since the epoch of its arrival; −1 where it has not arrived
     */
    private record Standing(RunFrame run, double loss, long since, boolean ghost) {}

    private final Frame frame;
    private final RaceView.Ranking spec;
    private final Highlight highlight;
    private final Messages messages;
    private final Numbers numbers;
    private final Labels labels;

    Builder(
        Frame frame, RaceView.Ranking spec, Highlight highlight, Messages messages, Labels labels) {
      this.frame = frame;
      this.spec = spec;
      this.highlight = highlight;
      this.messages = messages;
      this.labels = labels;
      numbers = messages.numbers();
    }

    RankingModel model() {
      List<RunFrame> runs =
          frame.runs().stream()
              .filter(r -> spec.runs().isEmpty() || spec.runs().contains(r.id()))
              .toList();
      List<Standing> order = new ArrayList<>();
      for (RunFrame run : runs) {
        double now = (double) run.update() / run.updatesPerEpoch();
        double loss = run.now().totalLoss();
        order.add(
            new Standing(run, loss, Arrival.since(run.history(), now, loss, spec.below()), false));
        before(run).ifPresent(order::add);
      }
      order.sort(
          Comparator.comparingLong((Standing s) -> s.since < 0 ? Long.MAX_VALUE : s.since)
              .thenComparingDouble(s -> Double.isNaN(s.loss) ? Double.POSITIVE_INFINITY : s.loss));
      long first = order.isEmpty() ? -1 : order.getFirst().since;
      List<Place> places = order.stream().map(s -> place(s, first)).toList();
      List<String> predicted =
          Check.Rank.order(labels.answers().getOrDefault(spec.check(), "")).stream()
              .filter(id -> runs.stream().anyMatch(r -> r.id().equals(id)))
              .toList();
      return new RankingModel(
          messages.text("ranking.title"),
          reading(places, predicted),
          spoken(places),
          new Words(
              messages.text("ranking.predicted"),
              messages.text("ranking.arrived"),
              messages.text("ranking.epoch", Map.of("goal", numbers.shown(spec.below(), 3))),
              messages.text("ranking.loss")),
          places,
          predicted);
    }

    /** The race that the run did before, whole. */
    private Optional<Standing> before(RunFrame run) {
      List<RunFrame.Ghost> ghosts = run.ghosts();
      if (ghosts.isEmpty()) {
        return Optional.empty();
      }
      History history = ghosts.getLast().history();
      if (history.count() == 0) {
        return Optional.empty();
      }
      int last = history.count() - 1;
      double loss = history.loss(last);
      return Optional.of(
          new Standing(
              run, loss, Arrival.since(history, history.epoch(last), loss, spec.below()), true));
    }

    private Place place(Standing s, long first) {
      String otherwise = s.run == frame.main() ? messages.text("runs.main") : s.run.id();
      String name = RichText.parse(labels.run(s.run.id(), otherwise)).plain();
      boolean diverged = !s.ghost && s.run.status() instanceof Status.Diverged;
      boolean over = s.run.epoch() >= frame.epochs() || s.ghost;
      String epoch =
          s.since >= 0
              ? numbers.whole(s.since)
              : diverged
                  ? messages.text("ranking.diverged")
                  : messages.text(over ? "ranking.never" : "ranking.not-yet");
      boolean behind = s.since > first && first >= 0;
      return new Place(
          s.run.id(),
          s.ghost ? messages.text("ranking.before", Map.of("run", name)) : name,
          OtherRuns.look(frame, s.run),
          epoch,
          behind
              ? messages.text("ranking.behind", Map.of("epochs", numbers.whole(s.since - first)))
              : "",
          numbers.shown(s.loss, 3),
          s.since >= 0 ? OptionalLong.of(s.since * s.run.updatesPerEpoch()) : OptionalLong.empty(),
          highlight.run().equals(s.run.id()) && !s.ghost,
          s.ghost);
    }

    /** How many pairs of runs that have been told apart stand as they were put. */
    private String reading(List<Place> places, List<String> predicted) {
      List<String> now = places.stream().filter(p -> !p.ghost()).map(Place::run).toList();
      if (predicted.size() < 2) {
        long arrived = places.stream().filter(p -> p.arrived() && !p.ghost()).count();
        return messages.text(
            "ranking.reading",
            Map.of("arrived", numbers.whole(arrived), "runs", numbers.whole(now.size())));
      }
      long pairs = (long) predicted.size() * (predicted.size() - 1) / 2;
      long right =
          IntStream.range(0, predicted.size())
              .mapToLong(
                  i ->
                      IntStream.range(i + 1, predicted.size())
                          .filter(
                              j -> now.indexOf(predicted.get(i)) < now.indexOf(predicted.get(j)))
                          .count())
              .sum();
      return messages.text(
          "ranking.pairs", Map.of("right", numbers.whole(right), "pairs", numbers.whole(pairs)));
    }

    private String spoken(List<Place> places) {
      List<String> sentences = new ArrayList<>();
      sentences.add(
          messages.text("ranking.spoken", Map.of("goal", numbers.shown(spec.below(), 3))));
      for (Place p : places) {
        sentences.add(p.name() + ", " + p.epoch() + ", " + p.loss() + ".");
      }
      sentences.add(messages.text("ranking.keys"));
      return String.join(" ", sentences);
    }
  }
}
