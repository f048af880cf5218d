package org.ladera.ui.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.ladera.explain.Quantity;
import org.ladera.present.step.Breakdown;
import org.ladera.present.step.DrawnPicture;
import org.ladera.present.step.StepModel;
import org.ladera.text.Messages;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * The chosen element with its numbers: few parts stand side by side, each with its picture and a
 * sentence where they have room; many stand in a flow. Every number that comes from somewhere is a
 * button.
 */
final class BreakdownView extends VBox {
  /** Sizes of a number in a column and in a flow. */
  private static final double COLUMN = 15;

  private static final double TERM = 13;

  /** A longer list would not fit on the screen; the rest is in the matrices. */
  private static final int MOST_OPERANDS = 16;

  private final StepActions actions;
  private final Typesetter typesetter;
  private StepModel model;
  private Tokens tokens;
  private Detail detail = Detail.PICTURES;
  private double width = 600;

  /** For what width and with how much detail what stands here was made. */
  private double filledWidth;

  private Detail filledDetail = detail;
  private TermLight light = TermLight.NOTHING;

  private final PartBoxes boxes = new PartBoxes();
  private final BreakdownHead head;
  private Region terms = new Region();

  /** How much stands under a number, the most first. */
  enum Detail {
    PICTURES,
    SENTENCES,
    NUMBERS
  }

  BreakdownView(StepActions actions, Typesetter typesetter) {
    this.actions = actions;
    this.typesetter = typesetter;
    setId("breakdown");
    setMinHeight(0);
    head = new BreakdownHead(actions);
    getChildren().add(head);
  }

  /** Shows an element; {@link #fit} must follow. */
  @Initializer
  void show(StepModel next, Tokens now) {
    model = next;
    tokens = now;
    fill();
  }

  /**
   * Shows as much as has room, at least the numbers.
   *
   * @return how tall it wants to be with that, in pixels
   */
  double fit(double across, double room) {
    width = across;
    if (!stand(model.breakdown())) {
      refill();
      applyCss();
      double all = head.prefHeight(-1) + getSpacing() + terms.prefHeight(width) + 2;
      return Math.min(all, Math.max(px(104), Math.min(px(160), room)));
    }
    for (Detail each : Detail.values()) {
      detail = each;
      refill();
      applyCss();
      if (prefHeight(width) <= room) {
        break;
      }
    }
    return prefHeight(width);
  }

  /** Only where it would be another. */
  private void refill() {
    if (filledWidth != width || filledDetail != detail) {
      fill();
    }
  }

  private void fill() {
    filledWidth = width;
    filledDetail = detail;
    Breakdown breakdown = model.breakdown();
    Messages messages = model.update().style().messages();
    setSpacing(px(detail == Detail.PICTURES ? 10 : 6));
    boxes.clear(model);
    List<Node> rows = new ArrayList<>();
    head.show(model, tokens, width);
    head.light(light);
    rows.add(stand(breakdown) ? columns(breakdown) : flow(breakdown, messages));
    if (!breakdown.leaf().isEmpty()) {
      rows.add(words(breakdown.leaf(), tokens.muted()));
    }
    // The head stays: it may have the focus.
    getChildren().remove(1, getChildren().size());
    getChildren().addAll(rows);
    boxes.light(light);
  }

  /** Shows how far the element has been put together: what is still to come is faint. */
  void light(TermLight next) {
    if (!next.isAlike(light)) {
      light = next;
      head.light(next);
      boxes.light(next);
    }
  }

  /** What stands for the parts. */
  PartBoxes boxes() {
    return boxes;
  }

  private double px(double v) {
    return Math.round(v * tokens.scale());
  }

  /** Whether the parts have room side by side. */
  private boolean stand(Breakdown breakdown) {
    double share = share(breakdown);
    return breakdown.wide()
        && breakdown.parts().stream()
            .allMatch(
                part ->
                    Math.max(
                                symbol(part, COLUMN).prefWidth(-1),
                                value(part, COLUMN).getLayoutBounds().getWidth())
                            + px(12)
                        <= share);
  }

  /** What each part of some side by side has, without the sign before it. */
  private double share(Breakdown breakdown) {
    return Math.min(width / breakdown.parts().size() - px(28), px(240));
  }

  private Node columns(Breakdown breakdown) {
    double share = share(breakdown);
    HBox row = new HBox(px(8));
    row.setFillHeight(true);
    for (Breakdown.Part part : breakdown.parts()) {
      if (!part.before().isEmpty()) {
        Text sign = text(part.before(), 15, Type.Weight.REGULAR, tokens.muted());
        VBox box = new VBox(sign);
        box.setPadding(new Insets(px(5), 0, 0, 0));
        box.setMinWidth(Region.USE_PREF_SIZE);
        row.getChildren().add(box);
      }
      row.getChildren().add(boxes.part(breakdown.parts().indexOf(part), column(part, share)));
    }
    return row;
  }

  /**
   * @param room for the number, in pixels
   */
  private VBox column(Breakdown.Part part, double room) {
    VBox column = new VBox(px(4));
    column.setMinWidth(0);
    column.setPrefWidth(room);
    column.setMaxWidth(room);
    column.getChildren().add(number(part, COLUMN, room));
    if (detail == Detail.PICTURES) {
      PartPicture picture = new PartPicture();
      picture.show(part, model.update().style().messages().numbers(), tokens);
      column.getChildren().add(picture);
    }
    if (detail != Detail.NUMBERS && !part.sentence().isEmpty()) {
      column.getChildren().add(words(part.sentence(), tokens.muted()));
    }
    return column;
  }

  private FormulaView symbol(Breakdown.Part part, double size) {
    FormulaView symbol = new FormulaView(typesetter, false);
    symbol.show(
        part.tex().isEmpty() ? "1" : part.tex(),
        size * 0.9 * tokens.scale(),
        tokens,
        MeaningColours.ink(part.meaning(), tokens));
    return symbol;
  }

  private Text value(Breakdown.Part part, double size) {
    return text(
        part.shown(), size, Type.Weight.SEMI_BOLD, MeaningColours.ink(part.meaning(), tokens));
  }

  /** Name and value beside each other, or below where that is too wide. */
  private Node number(Breakdown.Part part, double size, double room) {
    FormulaView symbol = symbol(part, size);
    Text value = value(part, size);
    boolean named = !part.tex().isEmpty();
    boolean beside = symbol.prefWidth(-1) + value.getLayoutBounds().getWidth() + px(8 + 12) <= room;
    Pane both = beside ? new HBox(px(8)) : new VBox();
    if (named) {
      both.getChildren().add(symbol);
    }
    both.getChildren().add(value);
    if (both instanceof HBox row) {
      row.setAlignment(Pos.CENTER_LEFT);
    }
    Button button = new Button();
    button.setGraphic(both);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().setAll("step-number");
    button.setAlignment(Pos.CENTER_LEFT);
    button.setMinWidth(0);
    button.setAccessibleText(
        part.tex().isEmpty() ? part.shown() : symbol.getAccessibleText() + " = " + part.shown());
    if (part.operands().isEmpty()) {
      button.setMouseTransparent(true);
      button.setFocusTraversable(false);
    } else if (part.operands().size() == 1) {
      button.setOnAction(e -> actions.open(part.operands().getFirst()));
    } else {
      // Made when it is asked for: most are not, and each has a formula for every number.
      button.setOnAction(e -> operands(part.operands()).show(button, Side.BOTTOM, 0, 0));
      button.setOnContextMenuRequested(
          e -> {
            operands(part.operands()).show(button, e.getScreenX(), e.getScreenY());
            e.consume();
          });
    }
    return button;
  }

  /** Many parts: the heaviest of them, in their order, and what the rest adds up to. */
  private Node flow(Breakdown breakdown, Messages messages) {
    FlowPane flow = new FlowPane(px(6), px(6));
    flow.setAlignment(Pos.CENTER_LEFT);
    List<Breakdown.Part> parts = breakdown.parts().subList(0, breakdown.parts().size() - 1);
    List<Integer> told = breakdown.told();
    for (int i : told) {
      flow.getChildren().add(boxes.part(i, term(parts.get(i))));
    }
    if (told.size() < parts.size()) {
      double all = parts.stream().mapToDouble(Breakdown.Part::value).sum();
      double sum = all - told.stream().mapToDouble(i -> parts.get(i).value()).sum();
      TextFlow more =
          words(
              messages.text(
                  "step.breakdown.more",
                  Map.of(
                      "count", messages.numbers().whole(parts.size() - told.size()),
                      "value", messages.numbers().shown(sum))),
              tokens.muted());
      flow.getChildren().add(boxes.rest(more));
    }
    flow.getChildren().add(boxes.part(parts.size(), term(breakdown.parts().getLast())));
    terms = flow;
    ScrollPane scroll = Viewport.column(flow);
    scroll.getStyleClass().add("step-scroll");
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return breakdown
        .shares(model.update())
        .<Node>map(shares -> beside(shares, scroll))
        .orElse(scroll);
  }

  /** What each pixel adds, left of the heaviest terms. */
  private Node beside(DrawnPicture shares, ScrollPane heaviest) {
    String words = model.update().style().messages().text("step.breakdown.shares");
    HBox row = new HBox(px(16), new SharesPicture(shares, words, tokens), heaviest);
    HBox.setHgrow(heaviest, Priority.ALWAYS);
    row.setMinHeight(0);
    VBox.setVgrow(row, Priority.ALWAYS);
    return row;
  }

  private Node term(Breakdown.Part part) {
    HBox box = new HBox(px(4));
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMaxWidth(Region.USE_PREF_SIZE);
    if (!part.before().isEmpty()) {
      box.getChildren().add(text(part.before(), 14, Type.Weight.REGULAR, tokens.muted()));
    }
    box.getChildren().add(number(part, TERM, px(220)));
    return box;
  }

  /** The numbers inside a part, each to be opened. */
  private ContextMenu operands(List<Quantity> operands) {
    ContextMenu menu = new ContextMenu();
    for (Quantity q : operands.stream().distinct().limit(MOST_OPERANDS).toList()) {
      FormulaView symbol = new FormulaView(typesetter, false);
      symbol.show(model.update().name(q), 13 * tokens.scale(), tokens, tokens.text());
      MenuItem item = new MenuItem(model.update().shown(q), symbol);
      item.setOnAction(e -> actions.open(q));
      menu.getItems().add(item);
    }
    return menu;
  }

  private TextFlow words(String sentence, javafx.scene.paint.Color color) {
    TextFlow flow = new TextFlow(text(sentence, 12, Type.Weight.REGULAR, color));
    flow.setPadding(new Insets(0, px(8), 0, px(4)));
    return flow;
  }

  private Text text(String words, double size, Type.Weight weight, javafx.scene.paint.Color color) {
    Text text = new Text(words);
    text.setFont(Type.text(tokens, size, weight));
    text.setFill(color);
    return text;
  }
}
