package org.ladera.present.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.explain.SigmoidProof;
import org.ladera.explain.Writing.With;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.session.Frame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/**
 * The proof of σ′ = σ(1 − σ), each line worked out by its own arithmetic at the point of a unit.
 * Options {@code layer}, {@code unit} and {@code sample} choose it.
 *
 * @param missing what to say when the unit is not a sigmoid; else empty
 * @param spoken all lines in words
 * @param engine what the engine takes for the slope there
 */
public record DerivationModel(
    String title, String reading, String spoken, String missing, List<Line> lines, String engine)
    implements CardModel {
  /** Digits of the values: enough to see that lines agree. */
  private static final int DIGITS = 10;

  /**
   * One line.
   *
   * @param left what stands before the equals sign; empty from the third line on
   * @param formula with names
   * @param numbers the same with its numbers
   * @param value what it comes to
   * @param reason what was done
   */
  public record Line(String left, String formula, String numbers, String value, String reason) {}

  public DerivationModel {
    lines = List.copyOf(lines);
  }

  /** The view of {@code spec} of this frame. */
  public static DerivationModel of(
      Frame frame, ViewSpec.Derivation spec, Highlight highlight, Messages messages) {
    UnitPoint at = UnitPoint.of(frame.run(spec.run()), spec.at(), highlight);
    Numbers numbers = messages.numbers();
    String title = messages.text("derivation.title");
    if (at.function().kind() != ActivationSpec.Kind.SIGMOID) {
      String missing = messages.text("derivation.missing");
      return new DerivationModel(title, "", missing, missing, List.of(), "");
    }
    List<Line> lines = new ArrayList<>();
    ProofWriting writing = new ProofWriting(numbers);
    for (SigmoidProof.Line line : SigmoidProof.at(at.z())) {
      String side = lines.isEmpty() ? "$\u03c3$" : lines.size() == 1 ? "$\u03c3$\u2032" : "";
      lines.add(
          new Line(
              side,
              writing.write(line.expression(), With.NAMES),
              writing.write(line.expression(), With.NUMBERS),
              numbers.shown(line.expression().value(), DIGITS),
              messages.text("derivation.reason." + line.reason().name().toLowerCase(Locale.ROOT))));
    }
    String slope = numbers.shown(at.slope(), DIGITS);
    Map<String, String> words = Map.of("z", numbers.shown(at.z()), "value", slope);
    return new DerivationModel(
        title,
        messages.text("derivation.reading", words),
        spoken(title, lines, messages),
        "",
        lines,
        messages.text("derivation.engine", words));
  }

  private static String spoken(String title, List<Line> lines, Messages messages) {
    StringBuilder words = new StringBuilder(title).append('.');
    for (Line line : lines) {
      words
          .append(' ')
          .append(
              messages.text(
                  "derivation.spoken", Map.of("reason", line.reason(), "value", line.value())));
    }
    return RichText.parse(words.toString()).plain();
  }
}
