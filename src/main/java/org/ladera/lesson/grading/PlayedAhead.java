package org.ladera.lesson.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ladera.engine.spec.Experiment;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Prediction;
import org.ladera.lesson.model.RunMoment;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.reading.RunReading;
import org.ladera.session.run.InlineSession;

/**
 * What the engine's own runs of a scene show for a question about a later moment: they are played
 * once from the start as the lesson has them, whatever is done on stage meanwhile.
 *
 * @param around the moment asked for and those one before and after it; empty where no moment is
 * @param curves as the prediction of the check names them
 * @param updatesPerEpoch of the run that the check is about
 */
public record PlayedAhead(
    Check check, Optional<Around> around, List<RunCurve> curves, int updatesPerEpoch) {
  /** More points than a small picture can show. */
  private static final int MOST_POINTS = 200;

  /**
   * A moment and its neighbours.
   *
   * @param before the moment itself where it is the first
   */
  public record Around(Frame before, Frame at, Frame after) {
    private Around as(UnaryOperator<Frame> notation) {
      return new Around(notation.apply(before), notation.apply(at), notation.apply(after));
    }
  }

  /**
   * The places that a run may be given, from 0.
   *
   * @param last not before {@code first}
   */
  public record Places(int first, int last) {
    public boolean holds(int place) {
      return place >= first && place <= last;
    }
  }

  public PlayedAhead {
    curves = List.copyOf(curves);
  }

  /** Plays the scene; that takes as long as its runs do. */
  public static PlayedAhead of(Scene scene, Check check) {
    List<RunCurve> curves =
        check.prediction().map(prediction -> curves(scene, prediction)).orElse(List.of());
    Optional<RunMoment> asked =
        check instanceof Check.Number number ? number.at() : Optional.empty();
    Experiment about =
        experiment(scene, curves.isEmpty() ? Scene.MAIN : curves.getFirst().reading().run());
    return new PlayedAhead(
        check,
        asked.map(moment -> around(scene, moment)),
        curves,
        about.batch().updatesPerEpoch(about.data().size()));
  }

  /**
   * The places of the runs of a ranking, in the order of the curves; runs that tie share theirs.
   */
  public List<Places> places() {
    return check instanceof Check.Rank rank ? new Ranking(rank, curves).places() : List.of();
  }

  /** What an answer in the engine's own numbers shows. */
  public Verdict grade(String answer) {
    return grade(answer, frame -> frame);
  }

  /**
   * What an answer shows.
   *
   * @param notation gives frames the numbers of the reader
   */
  public Verdict grade(String answer, UnaryOperator<Frame> notation) {
    return answer.isBlank()
        ? new Verdict.NotYet()
        : new PredictionGrading(this, notation).of(answer.strip());
  }

  /** The moment asked for in the reader's numbers. */
  public Frame at(UnaryOperator<Frame> notation) {
    return notation.apply(around.orElseThrow().at());
  }

  /** The moment and its neighbours in the reader's numbers. */
  Around around(UnaryOperator<Frame> notation) {
    return around.orElseThrow().as(notation);
  }

  private static Around around(Scene scene, RunMoment moment) {
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(scene));
      int updatesPerEpoch = session.newest().main().updatesPerEpoch();
      long update = moment.update(updatesPerEpoch);
      long step = new RunMoment(moment.unit(), 1).update(updatesPerEpoch);
      return new Around(
          seek(session, Math.max(0, update - step)),
          seek(session, update),
          seek(session, update + step));
    }
  }

  private static Frame seek(InlineSession session, long update) {
    session.send(new Command.Seek(update));
    return session.newest();
  }

  private static List<RunCurve> curves(Scene scene, Prediction prediction) {
    boolean exact =
        prediction.until().unit() == RunMoment.Unit.EPOCH
            && prediction.curves().stream().allMatch(r -> r.reading().isOfOnePass());
    return exact
        ? prediction.curves().stream()
            .map(
                reading ->
                    RunCurve.ofEpochs(
                        reading,
                        experiment(scene, reading.run()),
                        Math.toIntExact(prediction.until().count())))
            .toList()
        : sampled(scene, prediction);
  }

  private static Experiment experiment(Scene scene, String run) {
    return scene.runs().stream()
        .filter(r -> r.id().equals(run))
        .findFirst()
        .orElseThrow()
        .experiment();
  }

  /** Numbers that a frame has, at moments evenly spread. */
  private static List<RunCurve> sampled(Scene scene, Prediction prediction) {
    List<Frame> frames = new ArrayList<>();
    long last;
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(scene));
      last = prediction.until().update(session.newest().main().updatesPerEpoch());
      long points = Math.min(MOST_POINTS, last);
      for (long i = 0; i <= points; i++) {
        frames.add(seek(session, points == 0 ? 0 : Math.round((double) last * i / points)));
      }
    }
    boolean whole = frames.getLast().main().update() == last;
    return prediction.curves().stream().map(reading -> curve(reading, frames, whole)).toList();
  }

  private static RunCurve curve(RunReading reading, List<Frame> frames, boolean whole) {
    int count = frames.size();
    double[] epochs = new double[count];
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      Frame frame = frames.get(i);
      epochs[i] = (double) frame.main().update() / frame.main().updatesPerEpoch();
      values[i] = RunCurve.present(reading.value(frame));
    }
    return new RunCurve(reading, epochs, values, whole);
  }
}
