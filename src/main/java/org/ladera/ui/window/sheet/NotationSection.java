package org.ladera.ui.window.sheet;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.ladera.explain.Notation;
import org.ladera.explain.Notation.Choice;
import org.ladera.present.shared.NotationSample;
import org.ladera.text.Letters;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.Segments;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** How the reader's course writes formulas: whole courses, single choices, and what they do. */
final class NotationSection extends VBox {
  private record Group(String name, List<? extends Choice> choices) {}

  private record Course(String name, Notation notation) {}

  /** Choices that belong together, in the order of the rows. */
  private static final List<Group> GROUPS =
      List.of(
          new Group("rate", List.of(Notation.Rate.values())),
          new Group("parameters", List.of(Notation.Parameters.values())),
          new Group("factor", List.of(Notation.LossFactor.values())),
          new Group("samples", List.of(Notation.Samples.values())),
          new Group("momentum", List.of(Notation.Momentum.values())),
          new Group("layers", List.of(Notation.Layers.values())),
          new Group("decimal", List.of(Notation.Decimal.values())));

  /** Habits of whole courses; the decimal sign stays the person's. */
  private static final List<Course> COURSES =
      List.of(
          new Course("program", Notation.LESSONS),
          new Course("columns", Notation.ofWords("alpha,Wb,mean,columns,averaged,brackets")),
          new Course("regression", Notation.ofWords("alpha,theta,half-mean,columns,parentheses")),
          new Course("rows", Notation.ofWords("eta,Wb,sum,rows,heavy-ball,parentheses")),
          new Course("statistics", Notation.ofWords("eta,beta,mean-n,rows,parentheses")));

  private final Notation notation;
  private final Messages messages;
  private final Tokens tokens;
  private final Consumer<Notation> choose;

  /**
   * @param notation as chosen, the decimal sign perhaps left to the language
   */
  NotationSection(
      Notation notation,
      Messages messages,
      Tokens tokens,
      Typesetter typesetter,
      Consumer<Notation> choose) {
    super(tokens.px(8));
    this.notation = notation;
    // Every choice is named by its own letters.
    this.messages = messages.written(messages.numbers().decimal(), Letters.OWN);
    this.tokens = tokens;
    this.choose = choose;
    Label title = new Label(messages.text("notation.title"));
    title.getStyleClass().addAll("sheet-group", "size-13");
    Label promise = new Label(messages.text("notation.promise"));
    promise.getStyleClass().addAll("sheet-text", "size-12");
    promise.setWrapText(true);
    promise.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(title, promise, courses());
    GROUPS.forEach(group -> getChildren().add(row(group)));
    getChildren().add(sample(typesetter));
  }

  private FlowPane courses() {
    FlowPane flow = new FlowPane(tokens.px(8), tokens.px(8));
    for (Course course : COURSES) {
      String key = "notation.course." + course.name();
      Button button =
          new PushButton(
              messages.text(key), () -> choose.accept(course.notation().with(notation.decimal())));
      button.setId("notation-course-" + course.name());
      SideTooltip.name(button, messages.text(key), messages.text(key + ".spoken"));
      flow.getChildren().add(button);
    }
    return flow;
  }

  private Node row(Group group) {
    Label label = new Label(messages.text("notation." + group.name()));
    label.setMinWidth(tokens.px(160));
    Choice now =
        group.choices().stream()
            .filter(choice -> notation.chosen().contains(choice))
            .findFirst()
            .orElseThrow();
    Segments<Choice> options =
        new Segments<>(
            List.copyOf(group.choices()),
            choice -> choose.accept(notation.with(choice)),
            "size-13",
            choice -> "notation-" + choice.word());
    options.show(
        choice -> messages.text("notation." + choice.word()),
        choice ->
            messages.text(
                "notation.named",
                Map.of(
                    "group", label.getText(),
                    "choice", messages.text("notation." + choice.word() + ".spoken"))),
        now);
    FlowPane row = new FlowPane(tokens.px(8), tokens.px(4), label, options);
    row.setRowValignment(VPos.CENTER);
    return row;
  }

  private Node sample(Typesetter typesetter) {
    Label words = new Label(messages.text("notation.sample"));
    words.getStyleClass().addAll("sheet-text", "size-12");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    VBox block = new VBox(tokens.px(10));
    block.getStyleClass().add("formula-sample");
    block.setId("notation-sample");
    Numbers numbers = messages.numbers();
    Notation written = notation.inLanguage(numbers.decimal() == ',');
    for (String tex : NotationSample.of(written, numbers)) {
      FormulaView view = new FormulaView(typesetter, true);
      view.show(tex, Type.size(tokens, 14), tokens, tokens.text());
      block.getChildren().add(view);
    }
    return new VBox(tokens.px(4), words, block);
  }
}
