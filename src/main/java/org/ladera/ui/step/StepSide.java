package org.ladera.ui.step;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.explain.Conversion;
import org.ladera.explain.Notation;
import org.ladera.lesson.markup.TexNotation;
import org.ladera.present.step.StepModel;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.lesson.Paragraph;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * The right of the step-through screen: what happens in this phase, in words and in the network.
 */
final class StepSide extends VBox {
  private static final double DATA_FLOW = 230;
  private static final double CROWDED = 172;
  private static final double BELOW = 224;

  /** Below this height words and network are not seen at once. */
  private static final double LOW = 480;

  private static final int MOST_BARS = 24;

  private final Typesetter typesetter;
  private final VBox column = new VBox();
  private final ScrollPane scroll = Viewport.column(column);
  private final DataFlowView dataFlow;
  private final Region line = Boxes.separator();
  private final PushButton previous;
  private final PushButton next;
  private final HBox navigation = new HBox();

  /** Writes the words of the buttons, as long as there is room for. */
  private Runnable words = () -> {};

  /** Puts what stands here in the order that the height asks for. */
  private Runnable order = () -> {};

  StepSide(StepActions actions, Typesetter typesetter) {
    this.typesetter = typesetter;
    dataFlow = new DataFlowView(typesetter);
    getStyleClass().add("on-canvas");
    scroll.getStyleClass().add("step-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    previous =
        new PushButton("", () -> actions.phase(-1))
            .icon(MaterialDesignC.CHEVRON_LEFT, ContentDisplay.LEFT);
    previous.setId("phase-previous");
    next =
        new PushButton("", PushButton.Kind.PRIMARY, () -> actions.phase(1))
            .icon(MaterialDesignC.CHEVRON_RIGHT, ContentDisplay.RIGHT);
    next.setId("phase-next");
    navigation.getChildren().addAll(previous, Boxes.space(), next);
    navigation.setAlignment(Pos.CENTER);
    getChildren().addAll(scroll, Boxes.separator(), navigation);
    widthProperty().addListener((property, was, is) -> words.run());
    heightProperty().addListener((property, was, is) -> order.run());
  }

  /**
   * @param below what belongs to this phase under the network; may be absent
   */
  void show(StepModel model, Tokens tokens, java.util.Optional<Region> below) {
    Messages messages = model.update().style().messages();
    double scale = tokens.scale();
    column.setSpacing(Math.round(12 * scale));
    column.setPadding(new Insets(12 * scale, 24 * scale, 16 * scale, 24 * scale));
    Text title = new Text(model.title());
    title.setFont(Type.text(tokens, 20, Type.Weight.SEMI_BOLD));
    title.setFill(tokens.text());
    TextFlow heading = new TextFlow(title);
    Node progress = progress(model, tokens);
    dataFlow.show(model, tokens);
    double tall = Math.round((below.isPresent() ? CROWDED : DATA_FLOW) * scale);
    dataFlow.setMinHeight(tall);
    dataFlow.setPrefHeight(tall);
    Node paragraph = paragraph(model, tokens);
    boolean drawn = !model.dataFlow().layers().isEmpty();
    below.ifPresent(
        region -> {
          region.setMinHeight(Math.round(BELOW * scale));
          region.setPrefHeight(Math.round(BELOW * scale));
        });
    order =
        () -> {
          List<Node> parts = new ArrayList<>(List.of(progress, heading, paragraph));
          // Where not both are seen at once, the picture is: the light runs in it.
          boolean low = getHeight() > 0 && getHeight() < LOW * scale;
          if (drawn) {
            parts.add(low ? parts.indexOf(paragraph) : parts.size(), dataFlow);
          }
          below.ifPresent(region -> parts.addAll(List.of(line, region)));
          if (!column.getChildren().equals(parts)) {
            column.getChildren().setAll(parts);
          }
        };
    order.run();
    navigation.setPadding(new Insets(12 * scale, 24 * scale, 12 * scale, 24 * scale));
    navigation.setSpacing(8 * scale);
    words =
        () -> {
          boolean roomy = room(messages, tokens) >= 0;
          name(
              previous,
              messages.text("step.previous"),
              messages.text("step.previous.short"),
              roomy);
          name(next, messages.text("step.next"), messages.text("step.next.short"), roomy);
        };
    words.run();
    previous.setDisable(model.update().trace().update() == 0 && model.place().phase() == 0);
  }

  /** The same light as in the matrices. */
  void light(TermLight light) {
    dataFlow.light(light);
  }

  private Node paragraph(StepModel model, Tokens tokens) {
    Messages messages = model.update().style().messages();
    Notation notation = model.update().style().notation();
    Conversion conversion = Conversion.of(model.update().trace(), notation);
    TexNotation written = new TexNotation(notation, messages.numbers().decimal(), conversion);
    return Paragraph.of(model.text(), typesetter, messages.numbers(), written, tokens);
  }

  /** What is left of the width beside both buttons with all their words. */
  private double room(Messages messages, Tokens tokens) {
    double words = 0;
    for (String key : List.of("step.previous", "step.next")) {
      Text text = new Text(messages.text(key));
      text.setFont(Type.text(tokens, 13, Type.Weight.MEDIUM));
      words += text.getLayoutBounds().getWidth();
    }
    double chrome = 2 * (24 + 44) * tokens.scale() + 8 * tokens.scale();
    return getWidth() == 0 ? -1 : getWidth() - chrome - words;
  }

  private static void name(Button button, String words, String brief, boolean roomy) {
    button.setText(roomy ? words : brief);
    button.setAccessibleText(words);
    button.setMinWidth(USE_PREF_SIZE);
  }

  private static Node progress(StepModel model, Tokens tokens) {
    Text count = new Text(model.count());
    count.setFont(Type.text(tokens, 12, Type.Weight.REGULAR));
    count.setFill(tokens.muted());
    // Of many phases the bars would not fit beside each other: they become one.
    boolean many = model.phases().size() > MOST_BARS;
    HBox bars = new HBox(many ? 0 : 4);
    bars.setMinWidth(0);
    bars.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(bars, Priority.ALWAYS);
    for (int i = 0; i < model.phases().size(); i++) {
      Region bar = new Region();
      bar.setMinHeight(3 * tokens.scale());
      bar.setMaxHeight(3 * tokens.scale());
      bar.setMinWidth(many ? 0 : 2);
      HBox.setHgrow(bar, Priority.ALWAYS);
      int now = model.place().phase();
      bar.setBackground(
          javafx.scene.layout.Background.fill(
              i < now ? tokens.success().mark() : i == now ? tokens.accent() : tokens.separator()));
      bars.getChildren().add(bar);
    }
    HBox row = new HBox(12 * tokens.scale(), count, bars);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
