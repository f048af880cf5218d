package org.ladera.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Hotspot;
import org.ladera.text.Messages;
import org.ladera.ui.control.Focus;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.step.StepScreen;
import org.ladera.ui.theme.Theme;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.action.WindowActions;
import org.ladera.ui.window.appearance.LetterRoom;
import org.ladera.ui.window.sidebar.LessonSidebar;
import org.ladera.ui.window.sidebar.Logo;
import org.ladera.ui.window.stage.Spotlight;
import org.ladera.ui.window.stage.StagePane;
import org.ladera.ui.window.time.Drawer;
import org.ladera.ui.window.transport.TransportBar;

/** The window's frame: lesson list, stage, narrative, transport, and what may lie above them. */
public final class LaderaWindow {
  public static final double MIN_WIDTH = 1024;
  public static final double MIN_HEIGHT = 640;

  /** Below this the list folds and the narrative takes less room. */
  private static final double WIDE = 1200;

  private static final double NARRATIVE = 336;
  private static final double NARRATIVE_WIDEST = 480;
  private static final double NARRATIVE_NARROW = 304;

  /** What the narrative has of a wide window, and the most it takes of any. */
  private static final double NARRATIVE_SHARE = 0.2625;

  private static final double NARRATIVE_MOST = 0.33;

  private final LessonSidebar sidebar;
  private final StagePane stage = new StagePane();
  private final Spotlight spotlight = new Spotlight(stage);
  private final Notices notices;
  private final TransportBar transport;
  private final Region narrative;
  private final StackPane narrativeFrame = new StackPane();
  private final VBox middle = new VBox();

  /** Over the whole width: the path of an open update, and where room is scarce the notices. */
  private final VBox above = new VBox();

  private final BorderPane frame = new BorderPane();
  private final StackPane root = new StackPane();
  private final Magnifier magnifier = new Magnifier(root);
  private final Overlays overlays = new Overlays(root);
  private final Drawer drawer;
  private final Scene scene;
  private final Runnable changed;
  private Tokens tokens;

  /** In a laboratory: its panel, in the place of list and text, and its bar above all. */
  private @Nullable Region panel;

  private @Nullable Region bar;
  private boolean textFolded;

  /** While an update is open its screen has the place of stage and narrative. */
  private @Nullable StepScreen shown;

  /** What had the focus when the update was opened; it gets it back. */
  private @Nullable Node asking;

  /** What a person chose; null while the width of the window decides. */
  private @Nullable Boolean listFolded;

  private boolean wasNarrow;

  /**
   * @param changed runs when the window became narrow or wide
   * @param escape what Escape does where nothing else takes it
   */
  LaderaWindow(
      WindowActions actions,
      Region narrative,
      Runnable changed,
      Runnable escape,
      double width,
      double height) {
    this.narrative = narrative;
    this.changed = changed;
    sidebar = new LessonSidebar(actions);
    notices = new Notices(actions::useRate, actions::newStart);
    transport = new TransportBar(actions);
    narrativeFrame.getStyleClass().add("narrative-frame");
    narrativeFrame.getChildren().add(narrative);
    VBox.setVgrow(stage, Priority.ALWAYS);
    frame.setLeft(sidebar);
    frame.setCenter(middle);
    frame.setRight(narrativeFrame);
    frame.setBottom(transport);
    frame.setTop(above);
    root.getChildren().addAll(frame, spotlight);
    drawer = new Drawer(root, transport);
    scene = new Scene(magnifier, width, height);
    new Keyboard(scene, overlays, actions, escape);
    root.widthProperty().addListener((property, was, is) -> resized());
    magnifier
        .factor()
        .addListener((property, was, is) -> Theme.apply(scene, tokens, is.doubleValue()));
  }

  public Scene scene() {
    return scene;
  }

  LessonSidebar sidebar() {
    return sidebar;
  }

  StagePane stage() {
    return stage;
  }

  /** What is said above the stage. */
  public Notices notices() {
    return notices;
  }

  /** A phrase is about this view of the step; what it points at is lit while it is pointed at. */
  void point(Hotspot.Place place, Node phrase, boolean is) {
    if (!is || shown != null) {
      spotlight.dim(phrase);
      return;
    }
    stage.reveal(place.view()).ifPresent(target -> light(target, place, phrase));
  }

  private void light(Region target, Hotspot.Place place, Node phrase) {
    Optional<Rectangle2D> mark =
        target instanceof ViewCard card ? place.mark().flatMap(card.marks()::of) : Optional.empty();
    spotlight.light(target, mark, phrase, tokens);
  }

  TransportBar transport() {
    return transport;
  }

  Drawer drawer() {
    return drawer;
  }

  Overlays overlays() {
    return overlays;
  }

  @Initializer
  void dress(Tokens now) {
    tokens = now;
    wasNarrow = narrow();
    arrange();
    Theme.apply(scene, now, magnifier.factor().get());
    size();
  }

  private void arrange() {
    Region content = shown == null ? stage : shown.main();
    List<Node> said = List.of(notices.failure(), notices.divergence());
    above.getChildren().clear();
    frame.setLeft(panel == null || shown != null ? sidebar : panel);
    boolean text = shown != null || panel == null && !textFolded;
    narrativeFrame.setVisible(text);
    narrativeFrame.setManaged(text);
    if (bar != null && shown == null) {
      above.getChildren().add(bar);
    }
    middle.getChildren().setAll(content);
    if (wasNarrow) {
      above.getChildren().addAll(said);
    } else {
      middle.getChildren().addAll(0, said);
    }
    if (shown != null) {
      above.getChildren().add(shown.path());
    }
  }

  private void resized() {
    size();
    if (narrow() != wasNarrow) {
      wasNarrow = narrow();
      arrange();
      changed.run();
    }
  }

  boolean narrow() {
    return root.getWidth() < WIDE * tokens.scale();
  }

  /** What its letters have. */
  LetterRoom room() {
    return new LetterRoom(root.getWidth(), root.getHeight());
  }

  private void size() {
    double room = root.getWidth();
    double wide =
        Math.clamp(
            room * NARRATIVE_SHARE, NARRATIVE * tokens.scale(), NARRATIVE_WIDEST * tokens.scale());
    double wanted = narrow() ? NARRATIVE_NARROW * tokens.scale() : wide;
    double width = Math.round(Math.min(wanted, room * NARRATIVE_MOST));
    narrativeFrame.setMinWidth(width);
    narrativeFrame.setPrefWidth(width);
    narrativeFrame.setMaxWidth(width);
  }

  /** After the narrative was filled: its width is the window's business. */
  void fitNarrative() {
    spotlight.off();
    narrative.setMinWidth(0);
  }

  boolean listFolded() {
    return shown != null || (listFolded == null ? narrow() : listFolded);
  }

  void foldList(boolean folded) {
    listFolded = folded;
  }

  void foldNarrative(boolean folded) {
    textFolded = folded;
    arrange();
  }

  boolean narrativeFolded() {
    return textFolded;
  }

  /** Puts the parts of a laboratory where list and text are. */
  void furnish(Region labPanel, Region labBar) {
    panel = labPanel;
    bar = labBar;
    arrange();
  }

  /** Back to list and text. */
  void clear() {
    panel = null;
    bar = null;
    arrange();
  }

  /** Puts the parts of an open update where stage and narrative are. */
  void showStep(StepScreen screen) {
    asking = scene.getFocusOwner();
    shown = screen;
    VBox.setVgrow(screen.main(), Priority.ALWAYS);
    arrange();
    narrativeFrame.getChildren().setAll(screen.side());
    if (asking != null && asking.getScene() == null) {
      scene.getRoot().requestFocus();
    }
    changed.run();
  }

  /** Back to stage and narrative. */
  void hideStep() {
    shown = null;
    arrange();
    narrativeFrame.getChildren().setAll(narrative);
    if (asking != null && asking.getScene() == scene) {
      asking.requestFocus();
    }
    asking = null;
    changed.run();
  }

  /** The keys are the run's again where what had them is gone or would be typed into. */
  void freeKeys() {
    Node owner = scene.getFocusOwner();
    if (owner == null || owner.getScene() != scene || owner instanceof TextInputControl) {
      giveKeysToTheRun();
    }
  }

  /** Leaves the field with the focus; false when none has it. */
  boolean leaveField() {
    boolean field = scene.getFocusOwner() instanceof TextInputControl;
    if (field) {
      giveKeysToTheRun();
    }
    return field;
  }

  /** To the first control of the text, or its first question; where it has none, to its foot. */
  void goToText() {
    foldNarrative(false);
    Focus.first(narrativeFrame).ifPresent(Focus::visibly);
  }

  void giveKeysToTheRun() {
    scene.getRoot().requestFocus();
  }

  /** Nothing to teach: no run, no text, and a sentence that says why. */
  void showEmpty(Messages messages) {
    stage.showEmpty(messages.text("empty.title"), messages.text("empty.text"), List.of());
    foldNarrative(true);
    sidebar.setVisible(false);
    sidebar.setManaged(false);
    transport.setVisible(false);
    transport.setManaged(false);
  }

  /** Icons of the window, and no hint of the system over a full screen. */
  static void frame(Stage stage) {
    stage.getIcons().setAll(Logo.icons());
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
  }
}
