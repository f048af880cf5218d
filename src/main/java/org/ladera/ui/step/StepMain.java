package org.ladera.ui.step;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.ladera.present.step.Accumulation;
import org.ladera.present.step.Grid;
import org.ladera.present.step.StepModel;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** The middle of the step-through screen: head, formula, matrices, breakdown. */
final class StepMain extends Region implements TermMotion.TermStage {
  /** Below this height the shapes that fit have no room. */
  private static final double ROOMY = 560;

  /** Below this the head over the formula has no room either: the path says the same. */
  private static final double TIGHT = 400;

  /** More would cover each other where they meet. */
  private static final int MOST_NUMBERS = 4;

  private final StepHead head;
  private final Text title = new Text();
  private final EquationTabs equations;
  private final FormulaView formula;
  private final LegoView lego = new LegoView();
  private final EquationView equation;
  private final BreakdownView breakdown;
  private final TermMotion motion;
  private final List<Region> lines =
      List.of(Boxes.separator(), Boxes.separator(), Boxes.separator());
  private StepModel model;
  private Tokens tokens;

  /** What the breakdown was last made for, and how tall it came out. */
  private @Nullable Fitted fitted;

  private record Fitted(double width, double room, double tall) {}

  /**
   * @param lit takes what is to be seen of the chosen element
   */
  StepMain(StepActions actions, Typesetter typesetter, Consumer<TermLight> lit) {
    getStyleClass().add("on-canvas");
    equations = new EquationTabs(actions, typesetter);
    formula = new FormulaView(typesetter, true);
    equation = new EquationView(actions, typesetter);
    breakdown = new BreakdownView(actions, typesetter);
    head = new StepHead(actions, typesetter);
    getChildren().addAll(head, title, equations, formula, lego, equation, breakdown);
    getChildren().addAll(lines);
    motion =
        new TermMotion(
            this,
            light -> {
              equation.light(light);
              breakdown.light(light);
              lit.accept(light);
            });
    getChildren().add(motion);
  }

  /** The trail of numbers and the tools. */
  StepHead head() {
    return head;
  }

  /**
   * @param seconds that the transport gives a step
   * @param onwards whether a person came here by going on
   */
  @Initializer
  void show(StepModel next, Tokens now, double seconds, boolean onwards) {
    model = next;
    tokens = now;
    Messages messages = next.update().style().messages();
    head.show(next, now);
    title.setText(next.head());
    title.setFont(Type.text(now, 18, Type.Weight.SEMI_BOLD));
    title.setFill(now.text());
    equations.show(next, now);
    formula.show(next.equation().tex(), 16 * now.scale(), now, now.text());
    lego.show(next.equation(), messages.text("step.fit"), now);
    equation.show(next, now);
    breakdown.show(next, now);
    fitted = null;
    motion.show(next, now, seconds, onwards);
    requestLayout();
  }

  @Override
  public Optional<TermFlight> flight(Accumulation.Term term) {
    List<TermFlight.Number> numbers =
        equation.numbers(term).stream().limit(MOST_NUMBERS).map(this::moved).toList();
    return middle(breakdown.boxes().of(term))
        .map(
            end ->
                new TermFlight(
                    term.several() > 1 ? List.of() : numbers,
                    term.product(),
                    model.update().style().messages().numbers().shown(term.value()),
                    Grid.Meaning.PLAIN,
                    new Point2D(end.getX(), lines.get(2).getLayoutY() - px(18)),
                    end));
  }

  @Override
  public Optional<TermFlight> landing(Accumulation.Term last) {
    boolean done = last.equals(model.accumulation().terms().getLast());
    Optional<Point2D> from =
        done ? breakdown.boxes().whole().map(this::middle) : middle(breakdown.boxes().of(last));
    Optional<TermFlight.Number> cell = equation.element(last.reached()).map(this::moved);
    return from.flatMap(
        start -> cell.map(to -> TermFlight.of(to.text(), to.meaning(), start, to.at())));
  }

  /** A number of the equation, in the units of this screen. */
  private TermFlight.Number moved(TermFlight.Number number) {
    return new TermFlight.Number(
        number.text(), number.meaning(), equation.localToParent(number.at()));
  }

  /** Between the parts that a term has. */
  private Optional<Point2D> middle(List<Node> boxes) {
    return boxes.isEmpty()
        ? Optional.empty()
        : Optional.of(middle(boxes.getFirst()).midpoint(middle(boxes.getLast())));
  }

  /** Where the number of a part stands: at the top of its box. */
  private Point2D middle(Node box) {
    Bounds at = sceneToLocal(box.localToScene(box.getLayoutBounds()));
    double x = Math.clamp(at.getCenterX(), px(24), Math.max(px(24), getWidth() - px(24)));
    double y = at.getMinY() + Math.min(at.getHeight() / 2, px(14));
    return new Point2D(x, Math.min(y, getHeight() - px(12)));
  }

  private double px(double v) {
    return Math.round(v * tokens.scale());
  }

  @Override
  protected void layoutChildren() {
    if (tokens == null) {
      return;
    }
    double w = getWidth();
    double h = getHeight();
    double side = px(24);
    double bar = px(40);
    place(head, 0, 0, w, bar);
    place(lines.get(0), 0, bar, w, 1);
    double inner = w - 2 * side;

    boolean tight = h < TIGHT * tokens.scale();
    double top = bar + px(tight ? 6 : 14);
    double legoWide = lego.prefWidth(-1);
    boolean bricks = h >= ROOMY * tokens.scale() && legoWide < inner * 0.45;
    lego.setVisible(bricks);
    double formulaRoom = bricks ? inner - legoWide - px(24) : inner;
    title.setVisible(!tight);
    title.relocate(side, top);
    double headTall = tight ? 0 : title.getLayoutBounds().getHeight();
    double headWide = tight ? formula.prefWidth(-1) : title.getLayoutBounds().getWidth();
    double equationsWide = equations.fit(formulaRoom - headWide - px(16));
    place(
        equations,
        side + headWide + px(16),
        top - px(3),
        equationsWide,
        Math.max(headTall, px(24)));
    double formulaTall = formula.prefHeight(formulaRoom);
    place(formula, side, top + headTall + px(6), formulaRoom, formulaTall);
    double legoTall = bricks ? lego.prefHeight(-1) : 0;
    if (bricks) {
      place(lego, side + inner - legoWide, top - px(4), legoWide, legoTall);
    }
    double second =
        top + Math.max(headTall + px(6) + formulaTall + px(tight ? 4 : 12), legoTall + px(6));
    place(lines.get(1), side, second, inner, 1);

    double margins = px(tight ? 14 : 36);
    double least = EquationLayout.least(model.equation(), tokens.scale()) + px(tight ? 8 : 24);
    double breakdownTall = breakdownTall(inner, h - second - margins - least);
    double third = h - breakdownTall - px(tight ? 8 : 24);
    place(lines.get(2), side, third, inner, 1);
    place(breakdown, side, third + px(tight ? 4 : 12), inner, breakdownTall);
    double gap = px(tight ? 2 : 8);
    motion.resizeRelocate(0, 0, w, h);
    place(equation, side - 4, second + gap, inner + 8, Math.max(0, third - second - gap - 4));
  }

  private double breakdownTall(double width, double room) {
    if (fitted == null || fitted.width() != width || fitted.room() != room) {
      fitted = new Fitted(width, room, breakdown.fit(width, room));
    }
    return fitted.tall();
  }

  static void place(Region region, double x, double y, double w, double h) {
    region.resizeRelocate(Math.round(x), Math.round(y), Math.max(0, w), Math.max(0, h));
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }
}
