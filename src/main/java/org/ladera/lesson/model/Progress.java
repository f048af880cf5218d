package org.ladera.lesson.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a person has come: immutable, every change gives a new one.
 *
 * @param at the step last looked at, to resume there
 * @param last by lesson, its step last looked at
 * @param steps by {@code lesson/step}, in the order of the alphabet
 */
public record Progress(Optional<Mark> at, Map<String, String> last, Map<Mark, StepProgress> steps) {
  public static final Progress NONE = new Progress(Optional.empty(), Map.of());

  /** Where only one lesson was looked at. */
  public Progress(Optional<Mark> at, Map<Mark, StepProgress> steps) {
    this(at, Map.of(), steps);
  }

  /** One step of one lesson, by their ids. */
  public record Mark(String lesson, String step) implements Comparable<Mark> {
    @Override
    public int compareTo(Mark other) {
      int byLesson = lesson.compareTo(other.lesson);
      return byLesson != 0 ? byLesson : step.compareTo(other.step);
    }
  }

  public enum State {
    NEW,
    STARTED,
    DONE
  }

  /**
   * What was answered last to a check.
   *
   * @param right whether nothing is left to do: it is right, or a prediction that was compared
   */
  public record Answer(String text, boolean right) {}

  /**
   * @param answers by check id
   */
  public record StepProgress(State state, Map<String, Answer> answers) {
    private static final StepProgress NEW = new StepProgress(State.NEW, Map.of());

    public StepProgress {
      answers = Map.copyOf(answers);
    }

    private StepProgress as(State other) {
      // What was done once stays done.
      return state == State.DONE ? this : new StepProgress(other, answers);
    }

    private StepProgress with(StepProgress other) {
      Map<String, Answer> all = new LinkedHashMap<>(other.answers);
      // Of two answers the right one stays; of two wrong ones the one of this window.
      answers.forEach((check, mine) -> all.merge(check, mine, (o, m) -> o.right() ? o : m));
      return new StepProgress(state.compareTo(other.state) >= 0 ? state : other.state, all);
    }

    private StepProgress with(String check, Answer answer) {
      Map<String, Answer> all = new LinkedHashMap<>(answers);
      all.put(check, answer);
      return new StepProgress(state, all);
    }
  }

  public Progress {
    Map<String, String> all = new TreeMap<>(last);
    at.ifPresent(mark -> all.put(mark.lesson(), mark.step()));
    last = Collections.unmodifiableMap(all);
    steps = Collections.unmodifiableMap(new TreeMap<>(steps));
  }

  /** A step of a lesson; new when it was never opened. */
  public StepProgress of(String lesson, String step) {
    return steps.getOrDefault(new Mark(lesson, step), StepProgress.NEW);
  }

  /** What the step covers, by what was answered. */
  public Covered covered(String lesson, Step step) {
    Map<String, Answer> answers = of(lesson, step.id()).answers();
    return Covered.of(step, id -> answers.containsKey(id) && answers.get(id).right());
  }

  /** Done when all its steps are, new when none was opened. */
  public State of(Lesson lesson) {
    long done = count(lesson, State.DONE);
    if (done == lesson.steps().size()) {
      return State.DONE;
    }
    return done + count(lesson, State.STARTED) > 0 ? State.STARTED : State.NEW;
  }

  /** How many steps of the lesson are in this state. */
  public long count(Lesson lesson, State state) {
    return lesson.steps().stream()
        .filter(step -> of(lesson.id(), step.id()).state() == state)
        .count();
  }

  /** This and what was done elsewhere; nothing of either is lost. The place is this one's. */
  public Progress with(Progress other) {
    Map<Mark, StepProgress> all = new TreeMap<>(other.steps);
    steps.forEach((mark, mine) -> all.merge(mark, mine, (theirs, ours) -> ours.with(theirs)));
    Map<String, String> places = new TreeMap<>(other.last);
    places.putAll(last);
    return new Progress(at.or(other::at), places, all);
  }

  /** The step was opened. */
  public Progress opened(String lesson, String step) {
    Mark mark = new Mark(lesson, step);
    return new Progress(Optional.of(mark), last, with(mark, of(lesson, step).as(State.STARTED)));
  }

  /** The step was left by going on; without questions it is done then. */
  public Progress passed(String lesson, Step step) {
    if (!step.checks().isEmpty()) {
      return this;
    }
    Mark mark = new Mark(lesson, step.id());
    return new Progress(at, last, with(mark, of(lesson, step.id()).as(State.DONE)));
  }

  /** A check was answered; with all checks right once the step is done. */
  public Progress answered(String lesson, Step step, String check, String text, Verdict verdict) {
    boolean right = settles(step.check(check), verdict);
    StepProgress before = of(lesson, step.id()).as(State.STARTED);
    Answer old = before.answers().get(check);
    // A right answer is not lost by playing on.
    StepProgress after =
        old != null && old.right() && !right ? before : before.with(check, new Answer(text, right));
    boolean all =
        step.checks().stream()
            .map(c -> after.answers().get(c.id()))
            .allMatch(a -> a != null && a.right());
    Mark mark = new Mark(lesson, step.id());
    return new Progress(at, last, with(mark, all ? after.as(State.DONE) : after));
  }

  /** A prediction has done its work when it was compared, whatever came of it. */
  private static boolean settles(Optional<Check> check, Verdict verdict) {
    return verdict instanceof Verdict.Right
        || verdict instanceof Verdict.Wrong && check.flatMap(Check::prediction).isPresent();
  }

  private Map<Mark, StepProgress> with(Mark mark, StepProgress step) {
    Map<Mark, StepProgress> all = new TreeMap<>(steps);
    all.put(mark, step);
    return all;
  }
}
