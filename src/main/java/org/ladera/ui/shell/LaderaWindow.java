package org.ladera.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Theme;
import org.ladera.ui.theme.Tokens;

/** The window's frame: lesson list, stage, narrative, transport, and what may lie above them. */
public final class LaderaWindow {
  public static final double MIN_WIDTH = 1024;
  public static final double MIN_HEIGHT = 640;

  private final WindowActions actions;
  private final Rail rail;
  private final StagePane stage = new StagePane();
  private final Banner banner = new Banner();
  private final TransportBar transport;
  private final StackPane narrativeFrame = new StackPane();
  private final StackPane root = new StackPane();
  private final Scene scene;

  LaderaWindow(WindowActions actions, Region narrative, double width, double height) {
    this.actions = actions;
    rail = new Rail(actions);
    transport = new TransportBar(actions);
    narrativeFrame.getStyleClass().add("narrative-frame");
    narrativeFrame.getChildren().add(narrative);
    VBox middle = new VBox(banner, stage);
    VBox.setVgrow(stage, Priority.ALWAYS);
    BorderPane frame = new BorderPane();
    frame.setLeft(rail);
    frame.setCenter(middle);
    frame.setRight(narrativeFrame);
    frame.setBottom(transport);
    root.getChildren().add(frame);
    scene = new Scene(root, width, height);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::early);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::late);
  }

  public Scene scene() {
    return scene;
  }

  Rail rail() {
    return rail;
  }

  StagePane stage() {
    return stage;
  }

  Banner banner() {
    return banner;
  }

  TransportBar transport() {
    return transport;
  }

  void dress(Tokens tokens) {
    Theme.apply(scene, tokens);
  }

  void foldNarrative(boolean folded) {
    narrativeFrame.setVisible(!folded);
    narrativeFrame.setManaged(!folded);
  }

  boolean narrativeFolded() {
    return !narrativeFrame.isManaged();
  }

  /** Keys that no control wants: they work wherever the focus is. */
  private void early(KeyEvent event) {
    if (covered()) {
      if (event.getCode() == KeyCode.ESCAPE
          || Action.BLANK.matches(event)
          || Action.KEYS.matches(event)) {
        uncover();
        event.consume();
      }
      return;
    }
    for (Action action : Action.values()) {
      boolean free = !action.yieldsToFocus() || !wants(scene.getFocusOwner(), event);
      if (action.matches(event) && free) {
        actions.perform(action);
        event.consume();
        return;
      }
    }
  }

  /** What a control with the focus did not use for itself. */
  private void late(KeyEvent event) {
    for (Action action : Action.values()) {
      if (!event.isConsumed() && !covered() && action.matches(event)) {
        actions.perform(action);
        event.consume();
      }
    }
  }

  /** Whether the control that has the focus has a use of its own for this key. */
  private static boolean wants(Node focused, KeyEvent event) {
    if (focused instanceof TextInputControl) {
      return true;
    }
    return switch (event.getCode()) {
      case SPACE -> focused instanceof ButtonBase && focused.isFocusVisible();
      case LEFT, RIGHT, HOME ->
          focused instanceof Slider || focused instanceof ComboBoxBase || inView(focused);
      case PAGE_DOWN, PAGE_UP -> focused instanceof Slider || focused instanceof Scrubber;
      default -> inView(focused);
    };
  }

  /** Views and custom controls have keys of their own; they consume the ones they use. */
  private static boolean inView(Node focused) {
    return focused != null && !(focused instanceof ButtonBase);
  }

  private boolean covered() {
    return root.getChildren().size() > 1;
  }

  private void uncover() {
    root.getChildren().remove(1, root.getChildren().size());
  }

  void showKeys(Messages messages) {
    cover(new KeySheet(messages, this::uncover));
  }

  void showBlank() {
    Region black = new Region();
    black.getStyleClass().add("blank");
    black.setOnMousePressed(e -> uncover());
    root.getChildren().add(black);
    black.setFocusTraversable(true);
    black.requestFocus();
  }

  private void cover(Region sheet) {
    StackPane veil = new StackPane(sheet);
    veil.getStyleClass().add("veil");
    veil.setAlignment(Pos.CENTER);
    veil.setOnMousePressed(
        e -> {
          if (e.getTarget() == veil) {
            uncover();
          }
        });
    root.getChildren().add(veil);
    sheet.lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
  }

  /** Lesson files that could not be read: the messages, and the way on. */
  void showFaults(String text, Messages messages, Runnable copy) {
    VBox sheet = new VBox();
    sheet.getStyleClass().add("sheet");
    sheet.setMaxSize(640, Region.USE_PREF_SIZE);
    Label title = new Label(messages.text("fault.title"));
    title.getStyleClass().add("sheet-title");
    Label words = new Label(text);
    words.getStyleClass().add("sheet-code");
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    Label others = new Label(messages.text("fault.others"));
    others.getStyleClass().add("sheet-text");
    Button copyButton = new Button(messages.text("fault.copy"));
    copyButton.setOnAction(e -> copy.run());
    Button close = new Button(messages.text("fault.close"));
    close.setOnAction(e -> uncover());
    sheet
        .getChildren()
        .addAll(title, words, others, new javafx.scene.layout.HBox(8, close, copyButton));
    cover(sheet);
  }
}
