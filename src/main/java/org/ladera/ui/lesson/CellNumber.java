package org.ladera.ui.lesson;

import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.ladera.session.Frame;
import org.ladera.session.reading.ReadingMatrix;
import org.ladera.session.reading.RunReading;
import org.ladera.text.Numbers;
import org.ladera.ui.control.Shapes;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** A cell that shows its number, tinted by its sign and size; blank until it has one to show. */
final class CellNumber extends StackPane {
  /** The strongest cell leaves its number readable. */
  private static final double STRONGEST = 0.45;

  private static final int DECIMALS = 4;

  /** Above this, decimals say nothing and take room. */
  private static final double LARGE = 100;

  private final RunReading reading;
  private final ReadingMatrix.Quantity quantity;
  private final String name;
  private final Tokens tokens;
  private final Numbers numbers;
  private final Label label = new Label();
  private final Tooltip exact = new SideTooltip("");
  private double shown = Double.NaN;

  CellNumber(ReadingMatrix matrix, int row, int column, String name, StepScope scope) {
    reading = matrix.element(row, column);
    quantity = matrix.quantity();
    this.name = name;
    tokens = scope.tokens();
    numbers = scope.messages().numbers();
    label.setFont(Type.text(tokens, 12, Type.Weight.REGULAR));
    label.setTextFill(tokens.text());
    label.setMinWidth(USE_PREF_SIZE);
    setBackground(Shapes.ground(tokens.inset()));
    getChildren().add(label);
  }

  OptionalDouble value(Frame frame) {
    return reading.value(frame);
  }

  /**
   * @param greatest size that is tinted most
   */
  void show(Frame frame, double greatest) {
    double value = value(frame).orElse(Double.NaN);
    if (Double.compare(value, shown) == 0) {
      return;
    }
    if (Double.isNaN(shown)) {
      Tooltip.install(this, exact);
    }
    shown = value;
    label.setText(words(value));
    exact.setText(numbers.exact(value));
    setAccessibleText(name + ": " + numbers.exact(value));
    double share = greatest > 0 ? STRONGEST * Math.abs(value) / greatest : 0;
    setBackground(Shapes.ground(tokens.canvas().interpolate(meaning(value), share)));
    setBorder(Shapes.edge(tokens.grid(), 1));
  }

  /** With its sign, unless it can only be positive. */
  private String words(double value) {
    String digits = Math.abs(value) < LARGE ? numbers.fixed(value, DECIMALS) : numbers.shown(value);
    boolean signed =
        quantity != ReadingMatrix.Quantity.A && quantity != ReadingMatrix.Quantity.SLOPE;
    return signed && value > 0 ? "+" + digits : digits;
  }

  /** Signed numbers by their sign; what is never negative by what it is. */
  private Color meaning(double value) {
    return switch (quantity) {
      case A -> value < 0 ? tokens.negative() : tokens.input().mark();
      case SLOPE -> tokens.netInput().mark();
      case Z, DELTA, W, GRADIENT_W, NEW_W, B, GRADIENT_B, NEW_B ->
          value < 0 ? tokens.negative() : tokens.positive();
    };
  }
}
