package org.ladera.ui.step;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.ladera.present.step.CopiedBreakdown.Form;
import org.ladera.present.step.Equation;
import org.ladera.present.step.Grid;
import org.ladera.present.step.Phase;
import org.ladera.present.step.StepModel;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.FieldState;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** The middle of the step-through screen: trail, formula, matrices, breakdown. */
final class StepMain extends Region {
  /** Below this height the shapes that fit have no room. */
  private static final double ROOMY = 560;

  /** Below this the head over the formula has no room either: the path says the same. */
  private static final double TIGHT = 400;

  private final StepActions actions;
  private final Typesetter typesetter;
  private final HBox trail = new HBox();
  private final HBox tools = new HBox();
  private final Label element = new Label();
  private final PushButton sample = new PushButton("", this::toggleSample).whole();
  private final TextField search = new TextField();
  private final IconButton copy;
  private final Text head = new Text();
  private final HBox equations = new HBox();
  private final FormulaView formula;
  private final LegoView lego = new LegoView();
  private final EquationView equation;
  private final BreakdownView breakdown;
  private final List<Region> lines =
      List.of(Boxes.separator(), Boxes.separator(), Boxes.separator());
  private final Text question = new Text();
  private StepModel model;
  private Tokens tokens;

  /** What the breakdown was last made for, and how tall it came out. */
  private Fitted fitted;

  private record Fitted(double width, double room, double tall) {}

  StepMain(StepActions actions, Typesetter typesetter) {
    this.actions = actions;
    this.typesetter = typesetter;
    getStyleClass().add("on-canvas");
    formula = new FormulaView(typesetter, true);
    equation = new EquationView(actions, typesetter);
    breakdown = new BreakdownView(actions, typesetter);
    trail.setAlignment(Pos.CENTER_LEFT);
    tools.setAlignment(Pos.CENTER_RIGHT);
    element.getStyleClass().addAll("muted", "size-12");
    element.setMinWidth(USE_PREF_SIZE);
    sample.setId("step-sample");
    sample.getStyleClass().setAll("push-button", "low", "size-12");
    search.setId("step-search");
    search.getStyleClass().addAll("field", "low", "size-12");
    search.setOnAction(e -> find());
    copy = new IconButton(MaterialDesignC.CONTENT_COPY, 16, this::offerForms);
    copy.setId("step-copy");
    tools.getChildren().addAll(search, sample, element, copy);
    getChildren().addAll(trail, tools, head, equations, formula, lego, equation, breakdown);
    getChildren().addAll(lines);
  }

  private void find() {
    if (!search.getText().isBlank()) {
      actions.search(search.getText());
    }
  }

  /** Says that nothing has that name; the field keeps what was typed. */
  void notFound(String typed, Messages messages) {
    Tooltip why = new SideTooltip(messages.text("step.search.none", Map.of("name", typed)));
    search.setTooltip(why);
    FieldState.WRONG.mark(search, true);
    search.setAccessibleHelp(why.getText());
    search.selectAll();
  }

  /** What was searched belongs to an update that is closed. */
  void forget() {
    search.clear();
  }

  void show(StepModel next, Tokens now) {
    model = next;
    tokens = now;
    Messages messages = next.update().style().messages();
    trail(messages);
    tools(messages);
    head.setText(next.head());
    head.setFont(Type.text(now, 18, Type.Weight.SEMI_BOLD));
    head.setFill(now.text());
    equations();
    formula.show(next.equation().tex(), 16 * now.scale(), now, now.text());
    lego.show(next.equation(), messages.text("step.fit"), now);
    equation.show(next, now);
    breakdown.show(next, now);
    fitted = null;
    requestLayout();
  }

  /** A phase of several equations shows one; the others are a click away. */
  private void equations() {
    var operations = model.update().operations(model.place().phase());
    var now = model.equation();
    equations.getChildren().clear();
    equations.setSpacing(px(2));
    equations.setAlignment(Pos.CENTER_LEFT);
    boolean several = operations.stream().anyMatch(o -> o.equation() != now);
    if (!several) {
      return;
    }
    Object before = null;
    for (int i = 0; i < operations.size(); i++) {
      var equation = operations.get(i).equation();
      if (equation == before) {
        continue;
      }
      before = equation;
      int operation = i + equation.results().size() - 1;
      FormulaView symbol = new FormulaView(typesetter, false);
      symbol.show(names(equation), 12 * tokens.scale(), tokens, tokens.text());
      Button button = new Button();
      button.setGraphic(symbol);
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      button.getStyleClass().setAll("step-number");
      if (equation == now) {
        button.getStyleClass().add("chosen");
      }
      button.setAccessibleText(symbol.getAccessibleText());
      button.setOnAction(e -> actions.choose(operation, new Grid.Cell(0, 0)));
      equations.getChildren().add(button);
    }
  }

  /** What an equation computes; where nothing is computed, all that stands in it. */
  private static String names(Equation equation) {
    List<Grid> results = equation.results();
    boolean given = results.size() == equation.terms().size();
    return given
        ? results.stream().map(Grid::tex).collect(Collectors.joining(", "))
        : results.getLast().tex();
  }

  private void trail(Messages messages) {
    FontIcon icon = new FontIcon(MaterialDesignS.SOURCE_BRANCH);
    icon.setIconSize((int) Math.round(14 * tokens.scale()));
    icon.setIconColor(tokens.muted());
    Phase.Scope scope = model.update().scope();
    boolean supposed = scope != Phase.Scope.UPDATE;
    question.setText(
        messages.text(
            supposed ? "step.trail." + scope.name().toLowerCase(Locale.ROOT) : "step.trail"));
    question.setFont(Type.text(tokens, 12, supposed ? Type.Weight.SEMI_BOLD : Type.Weight.REGULAR));
    question.setFill(supposed ? tokens.accent() : tokens.muted());
    trail.setSpacing(px(8));
    trail.getChildren().setAll(icon, question);
    int from = Math.max(0, model.trail().size() - 4);
    for (int i = from; i < model.trail().size(); i++) {
      StepModel.TrailItem item = model.trail().get(i);
      if (i > from) {
        FontIcon next = new FontIcon(MaterialDesignC.CHEVRON_RIGHT);
        next.setIconSize((int) Math.round(14 * tokens.scale()));
        next.setIconColor(tokens.muted());
        trail.getChildren().add(next);
      }
      FormulaView symbol = new FormulaView(typesetter, false);
      symbol.show(item.tex(), 13 * tokens.scale(), tokens, tokens.text());
      Button button = new Button();
      button.setGraphic(symbol);
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      button.getStyleClass().setAll("step-number");
      button.setAccessibleText(symbol.getAccessibleText());
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(e -> actions.open(item.quantity()));
      trail.getChildren().add(button);
    }
  }

  private void tools(Messages messages) {
    tools.setSpacing(px(10));
    element.setText(model.element());
    search.setPromptText(messages.text("step.search"));
    search.setAccessibleText(messages.text("step.search"));
    if (!FieldState.WRONG.marks(search) || search.getText().isBlank()) {
      search.setTooltip(new SideTooltip(messages.text("step.search.hint")));
    }
    FieldState.WRONG.mark(search, false);
    search.setPrefWidth(px(92));
    search.setMinWidth(px(60));
    copy.named(messages.text("step.copy"));
    samples(messages);
  }

  /** The ways to write the breakdown, for the clipboard. */
  private void offerForms() {
    Messages messages = model.update().style().messages();
    ContextMenu menu = new ContextMenu();
    for (Form form : Form.values()) {
      MenuItem item =
          new MenuItem(messages.text("step.copy." + form.name().toLowerCase(Locale.ROOT)));
      item.setOnAction(e -> actions.copy(form));
      menu.getItems().add(item);
    }
    menu.show(copy, Side.BOTTOM, 0, 0);
  }

  /** One sample alone, or the whole batch: of interest where there are several. */
  private void samples(Messages messages) {
    int all = model.update().trace().x().rows();
    boolean several = all > 1;
    sample.setVisible(several);
    sample.setManaged(several);
    boolean one = model.update().style().sample() > 0;
    sample.setText(messages.text(one ? "step.samples.one" : "step.samples.all"));
    sample.setAccessibleText(messages.text("step.samples.which") + ": " + sample.getText());
  }

  private void toggleSample() {
    boolean one = model.update().style().sample() > 0;
    actions.showSample(one ? 0 : model.dataFlow().sample());
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
    head(w, side, bar);
    place(lines.get(0), 0, bar, w, 1);
    double inner = w - 2 * side;

    boolean tight = h < TIGHT * tokens.scale();
    double top = bar + px(tight ? 6 : 14);
    double legoWide = lego.prefWidth(-1);
    boolean bricks = h >= ROOMY * tokens.scale() && legoWide < inner * 0.45;
    lego.setVisible(bricks);
    double formulaRoom = bricks ? inner - legoWide - px(24) : inner;
    head.setVisible(!tight);
    head.relocate(side, top);
    double headTall = tight ? 0 : head.getLayoutBounds().getHeight();
    double headWide = tight ? formula.prefWidth(-1) : head.getLayoutBounds().getWidth();
    double equationsWide =
        Math.min(equations.prefWidth(-1), Math.max(0, formulaRoom - headWide - px(16)));
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
    place(equation, side - 4, second + gap, inner + 8, Math.max(0, third - second - gap - 4));
  }

  private double breakdownTall(double width, double room) {
    if (fitted == null || fitted.width() != width || fitted.room() != room) {
      fitted = new Fitted(width, room, breakdown.fit(width, room));
    }
    return fitted.tall();
  }

  /** The trail and the tools; first the question goes, then the count, where they lack room. */
  private void head(double w, double side, double bar) {
    double gap = px(16);
    double asked = question.getLayoutBounds().getWidth() + trail.getSpacing();
    double way = trail.prefWidth(-1) - (question.isManaged() ? asked : 0);
    double counted = element.prefWidth(-1) + tools.getSpacing();
    double all = tools.prefWidth(-1) + (element.isManaged() ? 0 : counted);
    double room = w - gap - side - gap;
    show(question, way + asked + all <= room);
    show(element, way + all <= room);
    double toolsWide = element.isManaged() ? all : all - counted;
    place(tools, w - side - toolsWide, 0, toolsWide, bar);
    double trailWide = Math.max(0, w - side - toolsWide - 2 * gap);
    place(trail, gap, 0, trailWide, bar);
    trail.setClip(new javafx.scene.shape.Rectangle(trailWide + gap / 2, bar));
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static void place(Region region, double x, double y, double w, double h) {
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
