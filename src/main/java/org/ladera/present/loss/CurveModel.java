package org.ladera.present.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Tip;
import org.ladera.session.Frame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.timeline.History;

/**
 * The loss over the epochs: the run, what it has not reached again after a rewind, earlier runs and
 * runs beside it.
 *
 * @param reading J now, for the header
 * @param spoken the whole state in words
 * @param x epochs
 * @param log the loss axis on a logarithmic scale
 * @param linear the same on a linear scale
 * @param logFirst which of the two the lesson asks for
 * @param series in the order in which they are drawn, the main run last
 * @param now where the run is
 * @param minimum the least possible loss, where it is known
 * @param best where the loss on the validation examples was least so far, where there are any
 * @param reach the epochs one can go to
 * @param lit the look of the run that is lit among others, −1 for the view's own
 * @param goal a loss that runs are to come below, where there is one
 * @param rates of the runs over the epochs, where a schedule changes one
 */
public record CurveModel(
    String title,
    String reading,
    String spoken,
    PlotAxis x,
    PlotAxis log,
    PlotAxis linear,
    boolean logFirst,
    List<Series> series,
    Optional<Now> now,
    Optional<Reference> minimum,
    Optional<Now> best,
    Reach reach,
    OptionalInt lit,
    Optional<Goal> goal,
    Optional<Rates> rates)
    implements CardModel {
  /** Whose curve it is. */
  public enum Role {
    /** The run up to now. */
    PAST,
    /** What the run did after the moment that is shown. */
    AHEAD,
    /** What the run will do from where it has been, if nobody changes it. */
    PLANNED,
    /** An earlier run that was left. */
    PREVIOUS,
    /** A branch that was put beside the run. */
    COMPARED,
    /** A run beside the main one. */
    OTHER,
    /** The loss on the validation examples, of the run up to now. */
    VALIDATION,
    /** The same after the moment that is shown. */
    VALIDATION_AHEAD
  }

  /**
   * One line, thinned to what can be seen. Arrays must not be modified.
   *
   * @param index of the look of another run, or among those of its role
   * @param label written on the line; empty for none
   * @param diverged whether its run grows without limit
   */
  public record Series(
      Role role, int index, double[] epochs, double[] losses, String label, boolean diverged) {
    public int count() {
      return epochs.length;
    }
  }

  /** The present point; its loss may be infinite or NaN. */
  public record Now(double epoch, double loss, String label) {}

  /** A height with its name. */
  public record Reference(double loss, String label) {}

  /** A loss to come below, and who has. */
  public record Goal(double loss, String label, List<Finish> finishes) {}

  /**
   * Where a run came below the goal for good, as far as it has been.
   *
   * @param look of a compared run; −1 for the view's own
   */
  public record Finish(int look, double epoch, String label) {}

  /**
   * Rates over the epochs.
   *
   * @param now the present rate of the view's own run
   */
  public record Rates(PlotAxis axis, List<Rate> lines, double now) {}

  /**
   * The rate of one run. Arrays must not be modified.
   *
   * @param look of a compared run; −1 for the view's own
   */
  public record Rate(int look, double[] epochs, double[] rates) {}

  /**
   * How far one can seek.
   *
   * @param epoch reached by the run
   * @param updatesPerEpoch updates in one epoch
   * @param history loss along the way; not to be modified
   * @param opens whether an update can be opened at its loss
   */
  public record Reach(double epoch, int updatesPerEpoch, History history, boolean opens) {
    /** The update nearest to {@code wanted} epochs that the run has reached. */
    public long update(double wanted) {
      double inside = Math.max(0, Math.min(wanted, epoch));
      return Math.round(inside * updatesPerEpoch);
    }
  }

  public CurveModel {
    series = List.copyOf(series);
  }

  /** The view of {@code spec} of this frame; runs are named by their rates. */
  public static CurveModel of(
      Frame frame, ViewSpec.LossCurve spec, Highlight highlight, Messages messages) {
    return of(frame, spec, highlight, messages, Labels.NONE);
  }

  /** The view of {@code spec} of this frame. */
  public static CurveModel of(
      Frame frame, ViewSpec.LossCurve spec, Highlight highlight, Messages messages, Labels labels) {
    return new CurveModelBuilder(frame, spec, highlight, messages, labels).model();
  }

  /** Before there is a run. */
  public static CurveModel empty(Messages messages) {
    return CurveModelBuilder.empty(messages);
  }

  /** The epoch of the run's history that is nearest to {@code epoch}: the one a tip speaks of. */
  public double tipEpoch(double epoch) {
    History history = reach.history();
    return history.count() == 0 ? epoch : history.epoch(nearest(epoch));
  }

  private int nearest(double epoch) {
    History history = reach.history();
    int best = 0;
    for (int i = 1; i < history.count(); i++) {
      if (Math.abs(history.epoch(i) - epoch) < Math.abs(history.epoch(best) - epoch)) {
        best = i;
      }
    }
    return best;
  }

  /** What the run's loss was at the point of its history nearest to {@code epoch}. */
  public Optional<Tip> tip(double epoch, Messages messages) {
    History history = reach.history();
    if (history.count() == 0) {
      return Optional.empty();
    }
    int best = nearest(epoch);
    Numbers numbers = messages.numbers();
    double loss = history.loss(best);
    Tip.Line title =
        new Tip.Line(
            messages.text(
                "curve.tip.epoch", Map.of("epoch", numbers.shown(history.epoch(best), 6))),
            Tip.Tone.TITLE);
    List<Tip.Line> keys = new ArrayList<>();
    keys.add(new Tip.Line(messages.text("curve.tip.keys"), Tip.Tone.KEYS));
    if (reach.opens()) {
      keys.add(new Tip.Line(messages.text("view.tip.explain"), Tip.Tone.KEYS));
    }
    if (!Double.isFinite(loss)) {
      return Optional.of(
          new Tip(List.of(title, new Tip.Line(messages.text("curve.tip.diverged"), Tip.Tone.TEXT)))
              .with(keys));
    }
    List<Tip.Line> lines = new ArrayList<>();
    lines.add(title);
    lines.add(
        new Tip.Line(
            messages.text("curve.tip.loss", Map.of("value", numbers.shown(loss))), Tip.Tone.LOSS));
    lines.add(
        new Tip.Line(
            messages.text("curve.tip.exact", Map.of("value", numbers.exact(loss))), Tip.Tone.TEXT));
    if (reach.updatesPerEpoch() > 1 && history.epoch(best) < Math.floor(reach.epoch())) {
      lines.add(new Tip.Line(messages.text("curve.tip.batches"), Tip.Tone.TEXT));
    }
    return Optional.of(new Tip(lines).with(keys));
  }
}
