package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.paint.Color;
import org.ladera.lesson.markup.TexNotation;
import org.ladera.lesson.markup.TexTemplate;
import org.ladera.lesson.model.Covered;
import org.ladera.session.Frame;
import org.ladera.session.reading.RunReading;
import org.ladera.text.Numbers;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** Makes the formulas of a step and keeps the numbers in them up to date. */
final class LiveFormulas {
  /**
   * @param renewed is run when the numbers were set anew
   */
  private record Live(
      TexTemplate template, FormulaView view, double size, Color ink, Runnable renewed) {}

  private final Typesetter typesetter;
  private final Tokens tokens;
  private final Numbers numbers;
  private final TexNotation notation;
  private final BiFunction<FormulaView, List<String>, Runnable> numbered;
  private final List<Live> live = new ArrayList<>();
  private Function<String, OptionalDouble> values = name -> OptionalDouble.empty();

  /**
   * @param numbered gets each formula with the names of the numbers in it, and gives what is to be
   *     run when they were set anew
   */
  LiveFormulas(
      Typesetter typesetter,
      Tokens tokens,
      Numbers numbers,
      TexNotation notation,
      BiFunction<FormulaView, List<String>, Runnable> numbered) {
    this.numbered = numbered;
    this.typesetter = typesetter;
    this.tokens = tokens;
    this.numbers = numbers;
    this.notation = notation;
  }

  /**
   * A view of a formula.
   *
   * @param px size of the text around it in the light profile
   * @param ink colour of what has no meaning of its own
   */
  FormulaView view(String tex, double px, Color ink, boolean display) {
    TexTemplate template = TexTemplate.of(notation.of(tex));
    FormulaView view = new FormulaView(typesetter, display);
    double size = Type.size(tokens, px);
    view.show(template.fill(values, numbers), size, tokens, ink);
    if (!template.readings().isEmpty()) {
      Runnable renewed = numbered.apply(view, template.readings());
      live.add(new Live(template, view, size, ink, renewed));
    }
    return view;
  }

  /** Words between formulas, their decimal signs as in the formulas. */
  String words(String text) {
    return notation.words(text);
  }

  /**
   * Sets anew what changed.
   *
   * @param later whether the layout may come a moment later
   */
  void refresh(Function<String, OptionalDouble> newValues, boolean later) {
    values = newValues;
    for (Live formula : live) {
      String filled = formula.template.fill(values, numbers);
      if (later) {
        formula.view.showSoon(filled, formula.size, tokens, formula.ink);
      } else {
        formula.view.show(filled, formula.size, tokens, formula.ink);
        formula.renewed.run();
      }
    }
  }

  /** A number by its name; empty where there is none, or where it is covered. */
  static OptionalDouble value(String name, Frame frame, Covered covered) {
    return RunReading.parse(name, frame)
        .filter(reading -> !covered.hides(reading))
        .map(reading -> reading.value(frame))
        .orElse(OptionalDouble.empty());
  }
}
