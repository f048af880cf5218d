package org.ladera.present.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.shared.Tip;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/**
 * One derivative of the next update in several ways, ready to be drawn. Texts may hold symbols
 * between dollar signs. Arrays are not to be modified.
 *
 * @param title what is checked, without its symbol
 * @param symbol ∂J/∂w
 * @param verdict the ratio, and whether it is 1
 * @param lines the numbers, most important first
 * @param note what is the matter with the derivative or its neighbours, in words; may be empty
 * @param curve the error of the central difference over its step; empty where there is none
 * @param waiting what to say while nothing was computed yet; else empty
 * @param spoken the whole state in words
 */
public record DerivativeModel(
    String title,
    String symbol,
    Verdict verdict,
    List<Line> lines,
    String note,
    Optional<Curve> curve,
    String waiting,
    String spoken) {
  /** What the comparison says, in a badge. */
  public record Verdict(Kind kind, String text) {
    public enum Kind {
      PASS,
      FAIL,
      NONE
    }
  }

  /**
   * @param reserve shown only where there is room for more than the others
   */
  public record Line(String label, String value, String exact, boolean reserve) {}

  /**
   * @param errors relative, one for each step; on logarithmic scales
   * @param best the index of the smallest error
   * @param kink from this step on the differences cross a kink
   * @param level how far backpropagation itself is off, where it is
   * @param levelText the word at that line
   */
  public record Curve(
      String caption,
      PlotAxis x,
      PlotAxis y,
      double[] steps,
      double[] errors,
      int best,
      OptionalDouble kink,
      OptionalDouble level,
      String levelText) {
    /** The index of the step nearest to {@code step} on the logarithmic scale. */
    public int nearest(double step) {
      int nearest = 0;
      for (int i = 1; i < steps.length; i++) {
        if (Math.abs(x.scale().unit(steps[i]) - x.scale().unit(step))
            < Math.abs(x.scale().unit(steps[nearest]) - x.scale().unit(step))) {
          nearest = i;
        }
      }
      return nearest;
    }

    /** The point beside {@code from}, towards larger steps for +1; without one, the best. */
    public int walked(int from, int direction) {
      // Steps are listed from the largest to the smallest.
      return from < 0 ? best : Math.clamp(from - direction, 0, steps.length - 1);
    }
  }

  public DerivativeModel {
    lines = List.copyOf(lines);
  }

  /** What a point of the curve says; nothing for −1. */
  public Optional<Tip> tip(int index, Messages messages) {
    if (curve.isEmpty() || index < 0 || index >= curve.get().steps().length) {
      return Optional.empty();
    }
    Numbers numbers = messages.numbers();
    double step = curve.get().steps()[index];
    double error = curve.get().errors()[index];
    List<Tip.Line> said = new ArrayList<>();
    said.add(
        new Tip.Line(
            messages.text("check.tip.step", Map.of("step", numbers.shown(step, 3))),
            Tip.Tone.TITLE));
    said.add(
        new Tip.Line(
            messages.text("check.tip.error", Map.of("error", numbers.shown(error, 3))),
            Tip.Tone.TEXT));
    if (curve.get().kink().isPresent() && step >= curve.get().kink().getAsDouble()) {
      said.add(new Tip.Line(messages.text("check.tip.kink"), Tip.Tone.TEXT));
    }
    return Optional.of(new Tip(said));
  }

  /** The numbers with all digits, for other programs. */
  public String copied() {
    return lines.stream()
        .map(line -> RichText.parse(line.label()).plain() + "\t" + line.exact())
        .collect(Collectors.joining("\n", RichText.parse(symbol).plain() + "\n", ""));
  }

  /** What has to be watched for {@link #of}. */
  public static FieldRequest request(Frame frame, String run, ParameterRef parameter) {
    return new FieldRequest.Derivative(run, parameter, frame.claimed());
  }

  /**
   * The derivative of the run's cost with respect to one of its parameters, against the loss that
   * the scene is said to descend.
   */
  public static DerivativeModel of(
      Frame frame, String run, ParameterRef parameter, Messages messages) {
    return of(frame, frame.run(run), parameter, frame.claimed(), messages);
  }

  static DerivativeModel of(
      Frame frame,
      RunFrame run,
      ParameterRef parameter,
      Optional<LossSpec> claimed,
      Messages messages) {
    return new DerivativeWords(run, claimed, parameter, messages)
        .model(frame.checks().derivative(run.id(), parameter, claimed));
  }
}
