package org.ladera.lesson.grading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Control;
import org.ladera.lesson.model.Covered;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.RaceView;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.Threshold;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.reading.LossReading;
import org.ladera.session.reading.ParameterReading;
import org.ladera.session.reading.RunReading;
import org.ladera.session.reading.Scalar;
import org.ladera.session.run.InlineSession;

/**
 * Finds questions whose answer can be read on the screen while it is asked: in the text, in a view,
 * in a control or in the line below the stage. Numbers that a picture has only under the pointer,
 * and those that an open update shows, are not looked for.
 */
public final class Exposure {
  /** Numbers on screen have four digits; a little less says the same number. */
  private static final double SAME = 6e-4;

  private static final Pattern READING =
      Pattern.compile("\\\\(?:num(?:\\[\\d+])?|exact)\\{([^{}]*)}");

  /** Numbers with three digits or more that somebody wrote into the text. */
  private static final Pattern WRITTEN = Pattern.compile("-?\\d+(?:\\.|\\{,}|,)?\\d*");

  /** A rate in the text is a setting and no result. */
  private static final Pattern SETTING = Pattern.compile("\\\\rate\\{[^{}]*(?:\\{,}[^{}]*)?}");

  private static final int ENOUGH_DIGITS = 3;

  private final Step step;
  private final LessonText.StepText text;
  private final ShownReadings shown;

  /** Where on the screen a number stands. */
  public enum Place {
    TEXT,
    VIEW,
    CONTROL,
    LINE
  }

  /**
   * An answer that can be read.
   *
   * @param view counted from 1, where it is one
   * @param number the reading, or the number as it is written
   */
  public record Exposed(String check, Place place, int view, String number) {}

  private Exposure(Step step, LessonText.StepText text) {
    this.step = step;
    this.text = text;
    shown = new ShownReadings(step.scene());
  }

  /** The questions of a step whose answer can be read when its solution comes to them. */
  public static List<Exposed> of(Step step, LessonText.StepText text) {
    return new Exposure(step, text).find();
  }

  private List<Exposed> find() {
    List<Exposed> found = new ArrayList<>();
    Set<String> answered = new HashSet<>();
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(step.scene()));
      for (Step.Move move : step.solution()) {
        switch (move) {
          case Step.Move.Send(Command command) -> session.send(command);
          case Step.Move.Answer(String id, String _) -> {
            Covered covered = Covered.of(step, answered::contains);
            step.check(id).ifPresent(check -> found.addAll(at(check, session.newest(), covered)));
            answered.add(id);
          }
        }
      }
    }
    return found;
  }

  private List<Exposed> at(Check check, Frame frame, Covered covered) {
    return switch (check) {
      case Check.Number number -> at(number, frame, covered);
      case Check.Cells cells ->
          cells.asked().stream()
              .flatMap(cell -> at(cells.number(cell), frame, covered).stream())
              .distinct()
              .toList();
      case Check.Choice _,
          Check.Reach _,
          Check.Line _,
          Check.Rank _,
          Check.Epochs _,
          Check.Sketch _ ->
          List.of();
    };
  }

  private List<Exposed> at(Check.Number check, Frame frame, Covered covered) {
    Frame asked =
        check.at().isEmpty() ? frame : PlayedAhead.of(step.scene(), check).at(other -> other);
    OptionalDouble right = check.reading().value(asked);
    if (right.isEmpty() || !Double.isFinite(right.getAsDouble())) {
      return List.of();
    }
    return new Search(check, right.getAsDouble(), frame, covered).find();
  }

  /** The look for one number. */
  private final class Search {
    private final Check.Number check;
    private final double right;
    private final Frame frame;
    private final Covered covered;
    private final List<Exposed> found = new ArrayList<>();

    Search(Check.Number check, double right, Frame frame, Covered covered) {
      this.check = check;
      this.right = right;
      this.frame = frame;
      this.covered = covered;
    }

    List<Exposed> find() {
      inText();
      inViews();
      inControls();
      inGoals();
      inLine();
      return found.stream().distinct().toList();
    }

    private void inText() {
      List<String> written = new ArrayList<>(List.of(text.body()));
      step.checks().forEach(c -> written.add(text.labels().getOrDefault(c.id(), "")));
      for (String words : written) {
        Matcher readings = READING.matcher(words);
        while (readings.find()) {
          Optional<RunReading> reading = RunReading.parse(readings.group(1), frame);
          if (reading.isPresent() && shows(reading.get())) {
            add(Place.TEXT, 0, readings.group(1));
          }
        }
        Matcher numbers =
            WRITTEN.matcher(
                SETTING.matcher(READING.matcher(words).replaceAll(" ")).replaceAll(" "));
        while (numbers.find()) {
          String number = numbers.group().replace("{,}", ".").replace(',', '.');
          long digits = number.chars().filter(Character::isDigit).count();
          if (digits >= ENOUGH_DIGITS && same(Double.parseDouble(number))) {
            add(Place.TEXT, 0, number);
          }
        }
      }
    }

    private void inViews() {
      for (int v = 0; v < step.views().size(); v++) {
        if (!covered.views().containsKey(v)) {
          for (RunReading reading : shown.of(step.views().get(v))) {
            boolean away = coversNumbers(step.views().get(v)) && covered.hides(reading);
            if (!away && isAnswer(reading)) {
              add(Place.VIEW, v + 1, reading.text());
              break;
            }
          }
        }
      }
    }

    private void inControls() {
      for (Control control : step.controls()) {
        Optional<RunReading> reading =
            switch (control) {
              case Control.Rate rate ->
                  rate.showLimit()
                      ? Optional.of(RunReading.main(Scalar.STABLE_RATE))
                      : Optional.empty();
              case Control.Parameter parameter ->
                  Optional.of(
                      RunReading.main(
                          new ParameterReading(ParameterReading.Form.NOW, parameter.parameter())));
              case Control.Start _, Control.BatchSize _, Control.Setting _, Control.Images _ ->
                  Optional.empty();
            };
        reading.filter(this::shows).ifPresent(r -> add(Place.CONTROL, 0, r.text()));
      }
    }

    /** A goal says how far the run is. */
    private void inGoals() {
      for (Check other : step.checks()) {
        if (other instanceof Check.Reach(String id, RunReading reading, Threshold _)
            && shows(reading)) {
          add(Place.TEXT, 0, id + ": " + reading.text());
        }
      }
    }

    private void inLine() {
      List.of(
              LossReading.NOW,
              LossReading.SQUARES,
              Scalar.GRADIENT_NORM,
              Scalar.RATE_NOW,
              Scalar.ETA_LAMBDA)
          .stream()
          .map(RunReading::main)
          .filter(this::shows)
          .forEach(reading -> add(Place.LINE, 0, reading.text()));
    }

    private void add(Place place, int view, String number) {
      found.add(new Exposed(check.id(), place, view, number));
    }

    private boolean shows(RunReading reading) {
      return !covered.hides(reading) && isAnswer(reading);
    }

    private boolean isAnswer(RunReading reading) {
      // A rate is a setting and no result.
      if (reading.reading() == Scalar.RATE_NOW && !reading.equals(check.reading())) {
        return false;
      }
      OptionalDouble value = reading.value(frame);
      return value.isPresent()
          && (reading.equals(check.reading()) && value.getAsDouble() == right
              || !isPlain(right) && same(value.getAsDouble()));
    }

    private boolean same(double other) {
      return !isPlain(right) && Math.abs(other - right) <= SAME * Math.abs(right);
    }
  }

  /** Whether a view puts a sign in the place of a single number. */
  private static boolean coversNumbers(ViewSpec view) {
    return view instanceof ViewSpec.Runs
        || view instanceof ViewSpec.Network
        || view instanceof RaceView.Rates;
  }

  /** With one or two digits it may stand on screen by chance. */
  private static boolean isPlain(double value) {
    double hundred = value * 100;
    return Math.abs(hundred - Math.rint(hundred)) < 1e-9 && Math.abs(value) < 100;
  }
}
