package org.ladera.lesson.grading;

import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.Check;
import org.ladera.session.Scene;
import org.ladera.session.reading.LossReading;
import org.ladera.session.reading.ParameterReading;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.RunReading;
import org.ladera.session.reading.UnitReading;
import org.ladera.text.Messages;
import org.ladera.text.NumberSyntaxException;
import org.ladera.text.WrittenNumber;

/**
 * What is said about an answer: the lesson's own sentence, or the program's. The story of a mistake
 * is told only where it can have happened; elsewhere the sentence says no more than what is so, as
 * that a number is twice the right one.
 *
 * @param labels the step's own texts by id
 * @param scene of the step
 */
public record Feedback(Check check, Map<String, String> labels, Messages messages, Scene scene) {
  public String right() {
    return own("right", "lesson." + words("right") + ".right");
  }

  /** About another answer than the right one; {@code mistake} as in a verdict. */
  public String wrong(String mistake) {
    String own = labels.get(check.id() + ".wrong." + mistake);
    if (own != null && !mistake.isEmpty()) {
      return own;
    }
    return Mistake.of(mistake)
        .map(this::key)
        .or(() -> Misjudgement.of(mistake).map(known -> "mistake." + known.id()))
        .map(messages::text)
        .orElseGet(() -> own("wrong", "lesson." + words("wrong") + ".wrong"));
  }

  /** What came of a slip that was found. */
  public Optional<String> consequence() {
    return check instanceof Check.Line
        ? Optional.ofNullable(labels.get(check.id() + "." + Check.Line.CONSEQUENCE))
        : Optional.empty();
  }

  public String fewDigits(int asked) {
    return messages.text("lesson.check.few-digits", Map.of("digits", asked));
  }

  /** Why what was typed cannot be read. */
  public String unreadable(String typed) {
    if (check instanceof Check.Rank rank) {
      return messages.text(
          "lesson.rank.unreadable", Map.of("runs", String.join("; ", rank.runs())));
    }
    if (check instanceof Check.Sketch) {
      return messages.text("lesson.sketch.unreadable");
    }
    try {
      WrittenNumber.readings(typed);
      return messages.text("lesson.field.number");
    } catch (NumberSyntaxException fault) {
      return fault.sentence(messages);
    }
  }

  private String own(String part, String key) {
    return labels.getOrDefault(check.id() + "." + part, messages.text(key));
  }

  private String words(String part) {
    if (check.prediction().isPresent()) {
      return "prediction";
    }
    return switch (check) {
      case Check.Choice _ -> "choice";
      case Check.Line _ -> "line";
      case Check.Rank _, Check.Epochs _, Check.Sketch _ -> "prediction";
      case Check.Cells _ -> part.equals("right") ? "cells" : "check";
      case Check.Number _, Check.Reach _ -> "check";
    };
  }

  private String key(Mistake mistake) {
    return "mistake."
        + mistake.id()
        + switch (mistake) {
          case FACTOR_TWO -> squares(true);
          case HALF -> squares(false);
          case WRONG_SIGN -> sign();
          case SUM_FOR_MEAN,
              MEAN_FOR_SUM,
              SEQUENTIAL,
              FORGOT_RATE,
              OLD_VALUE,
              STEP_ONLY,
              TRANSPOSED,
              NO_DERIVATIVE,
              NO_ACTIVATION,
              ONE_SAMPLE,
              NOT_SQUARED,
              WRONG_PARAMETER,
              ROUNDED_EARLY,
              SIGN_AND_FACTOR,
              NO_BIAS,
              LOG_TEN,
              OFF_BY_ONE ->
              "";
        };
  }

  /** Whether a loss with, or without, the ½ explains a factor 2. */
  private String squares(boolean halved) {
    Optional<LossSpec> loss = loss();
    boolean told =
        loss.isPresent()
            && loss.get().kind() == LossSpec.Kind.SQUARED
            && halves(loss.get().factor()) == halved;
    return switch (about()) {
      case GRADIENT, UPDATE -> told ? "" : ".plain";
      case LOSS -> told ? ".loss" : ".plain";
      case OTHER -> ".plain";
    };
  }

  private static boolean halves(Factor factor) {
    return factor.rule() == Factor.Rule.HALF || factor.rule() == Factor.Rule.HALF_PER_SAMPLE;
  }

  private String sign() {
    return switch (about()) {
      case UPDATE -> "";
      case GRADIENT -> ".gradient";
      case LOSS, OTHER -> ".plain";
    };
  }

  private enum About {
    UPDATE,
    GRADIENT,
    LOSS,
    OTHER
  }

  private About about() {
    return asked().map(Feedback::about).orElse(About.OTHER);
  }

  private static About about(Reading reading) {
    if (reading instanceof ParameterReading(ParameterReading.Form form, ParameterRef _)) {
      return switch (form) {
        case NEXT -> About.UPDATE;
        case GRADIENT -> About.GRADIENT;
        case NOW, START, OPTIMUM, SOURCE, SEQUENTIAL -> About.OTHER;
      };
    }
    if (reading instanceof UnitReading unit && unit.what() == UnitReading.What.DELTA) {
      return About.GRADIENT;
    }
    return reading instanceof LossReading loss && !loss.squares() ? About.LOSS : About.OTHER;
  }

  private Optional<Reading> asked() {
    return reading().map(RunReading::reading);
  }

  private Optional<RunReading> reading() {
    return switch (check) {
      case Check.Number number -> Optional.of(number.reading());
      case Check.Cells cells -> Optional.of(cells.number(cells.asked().getFirst()).reading());
      case Check.Choice _,
          Check.Reach _,
          Check.Line _,
          Check.Rank _,
          Check.Epochs _,
          Check.Sketch _ ->
          Optional.empty();
    };
  }

  private Optional<LossSpec> loss() {
    return reading()
        .flatMap(r -> scene.runs().stream().filter(run -> run.id().equals(r.run())).findFirst())
        .map(run -> run.experiment().loss());
  }
}
