package org.ladera.ui.step;

import java.util.Locale;
import java.util.Map;
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
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.ladera.present.step.CopiedBreakdown.Form;
import org.ladera.present.step.Phase;
import org.ladera.present.step.StepModel;
import org.ladera.text.Messages;
import org.ladera.ui.control.FieldState;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** Over the formula: the trail of the numbers that were opened, and the tools. */
final class StepHead extends Region {
  private final StepActions actions;
  private final Typesetter typesetter;
  private final HBox trail = new HBox();
  private final HBox tools = new HBox();
  private final Label element = new Label();
  private final PushButton sample = new PushButton("", this::toggleSample).whole();
  private final TextField search = new TextField();
  private final Tooltip hint = new SideTooltip("");
  private final IconButton copy;
  private final IconButton program;
  private final Text question = new Text();
  private StepModel model;
  private Tokens tokens;

  StepHead(StepActions actions, Typesetter typesetter) {
    this.actions = actions;
    this.typesetter = typesetter;
    trail.setAlignment(Pos.CENTER_LEFT);
    tools.setAlignment(Pos.CENTER_RIGHT);
    element.getStyleClass().addAll("muted", "size-12");
    element.setMinWidth(USE_PREF_SIZE);
    sample.setId("step-sample");
    sample.getStyleClass().setAll("push-button", "low", "size-12");
    search.setId("step-search");
    search.getStyleClass().addAll("field", "low", "size-12");
    search.setOnAction(e -> find());
    search.setTooltip(hint);
    copy = new IconButton(MaterialDesignC.CONTENT_COPY, 16, this::offerForms);
    copy.setId("step-copy");
    program = new IconButton(MaterialDesignC.CODE_BRACES, 16, actions::compare);
    program.setId("step-program");
    tools.getChildren().addAll(search, sample, element, program, copy);
    getChildren().addAll(trail, tools);
  }

  @Initializer
  void show(StepModel next, Tokens now) {
    model = next;
    tokens = now;
    Messages messages = next.update().style().messages();
    trail(messages);
    tools(messages);
    requestLayout();
  }

  private void find() {
    if (!search.getText().isBlank()) {
      actions.search(search.getText());
    }
  }

  /** Says that nothing has that name; the field keeps what was typed. */
  void notFound(String typed, Messages messages) {
    hint.setText(messages.text("step.search.none", Map.of("name", typed)));
    FieldState.WRONG.mark(search, true);
    search.setAccessibleHelp(hint.getText());
    search.selectAll();
  }

  /** Puts the focus where a number is asked for by its name. */
  void ask() {
    search.requestFocus();
    search.selectAll();
  }

  /** What was searched belongs to an update that is closed. */
  void forget() {
    search.clear();
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
      hint.setText(messages.text("step.search.hint"));
    }
    FieldState.WRONG.mark(search, false);
    search.setPrefWidth(px(92));
    search.setMinWidth(px(60));
    copy.named(messages.text("step.copy"));
    program.named(messages.text("program.title"));
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

  /** The trail and the tools; first the question goes, then the count, where they lack room. */
  @Override
  protected void layoutChildren() {
    if (tokens == null) {
      return;
    }
    double w = getWidth();
    double bar = getHeight();
    double side = px(24);
    double gap = px(16);
    double asked = question.getLayoutBounds().getWidth() + trail.getSpacing();
    double way = trail.prefWidth(-1) - (question.isManaged() ? asked : 0);
    double counted = element.prefWidth(-1) + tools.getSpacing();
    double all = tools.prefWidth(-1) + (element.isManaged() ? 0 : counted);
    double room = w - gap - side - gap;
    show(question, way + asked + all <= room);
    show(element, way + all <= room);
    double toolsWide = element.isManaged() ? all : all - counted;
    StepMain.place(tools, w - side - toolsWide, 0, toolsWide, bar);
    double trailWide = Math.max(0, w - side - toolsWide - 2 * gap);
    StepMain.place(trail, gap, 0, trailWide, bar);
    trail.setClip(new Rectangle(trailWide + gap / 2, bar));
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
