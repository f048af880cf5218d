package org.ladera.ui.plot;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.ladera.present.plot.LabelMemory;
import org.ladera.text.RichText;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.fx.AtPulse;
import org.ladera.ui.fx.SharpCanvas;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * The card that every view of the stage is: a header with title, reading, switches and the button
 * that makes it fill the stage, and below it the body, drawn on a canvas. Nodes that need the
 * pointer or the focus go into {@link #overlay()}, in the coordinates of the card.
 */
public final class ViewCard extends Region implements Drawing {
  /** Draws the body of a view. Called on every repaint and whenever the card changes its size. */
  public interface Content {
    void draw(PlotGraphics graphics, Rectangle2D body);
  }

  /** Draws what the marks of a view mean, in the header. */
  public interface Legend {
    /**
     * Draws itself to the left of {@code right}, in no more than {@code room}.
     *
     * @param base of the words
     * @return its width; 0 when there is no room for it
     */
    double draw(PlotGraphics graphics, double right, double base, double room);
  }

  private static final double HEADER = 36;
  private static final double PADDING = 16;

  /** A card lower than this keeps its height for the body: it has no second line. */
  private static final double TALL = 210;

  /** Fewer letters than these, and an ellipsis, say nothing. */
  private static final int FEW = 4;

  /** Of the button in the header. */
  private static final double SIDE = 28;

  private final ViewContext context;
  private final Content content;
  private final SharpCanvas canvas = new SharpCanvas(this::repaint);
  private final AtPulse soon = new AtPulse(this, this::repaint);
  private final Pane overlay = new Pane();
  private final HBox switches = new HBox(8);
  private final IconButton expand;
  private final ChangeListener<Boolean> onFocus = (property, was, is) -> repaint();
  private String title = "";
  private HeaderReading reading = new HeaderReading("");
  private final LabelMemory labels = new LabelMemory();
  private @Nullable Legend legend;
  private boolean keepsReading;

  private @Nullable Consumer<Written> watch;

  private boolean shown;

  private PlotMarks marks = new PlotMarks();

  /** What is still to be listened to; null from the first drawing on. */
  private @Nullable Runnable listen = () -> {};

  public ViewCard(ViewContext context, Content content) {
    this.context = context;
    this.content = content;
    expand =
        new IconButton(
                MaterialDesignA.ARROW_EXPAND,
                14,
                () -> context.intents().accept(new Intent.ToggleExpand()))
            .quiet()
            .square(SIDE);
    overlay.setPickOnBounds(false);
    switches.setAlignment(Pos.CENTER_RIGHT);
    switches.setPickOnBounds(false);
    switches.setVisible(false);
    overlay.setVisible(false);
    // What is said of a point lies over the header too, and the keyboard comes to it first.
    overlay.setViewOrder(-1);
    getChildren().addAll(canvas, overlay, switches, expand);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    setMinSize(240, 180);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    focusVisibleProperty().addListener(onFocus);
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        e -> {
          if (e.getButton() == MouseButton.PRIMARY
              && e.getClickCount() == 2
              && e.isStillSincePress()) {
            context.intents().accept(new Intent.ToggleExpand());
          }
        });
  }

  /** Room above the plot for nodes: points, handles, tooltips. */
  public Pane overlay() {
    return overlay;
  }

  /** Adds a switch or button to the header, left of the expand button. */
  public void addSwitch(Region node) {
    switches.getChildren().add(node);
  }

  /** What the marks mean, from the next drawing on. */
  public void explain(@Nullable Legend newLegend) {
    legend = newLegend;
  }

  @Override
  public void watch(@Nullable Consumer<Written> newWatch) {
    watch = newWatch;
  }

  /** Sets what the card answers to: only once something is drawn, which its gestures are about. */
  public void listen(Runnable handlers) {
    listen = handlers;
  }

  /** Labels need not stay where they are: what they belong to has moved on purpose. */
  public void forgetLabels() {
    labels.clear();
  }

  /** Whether a reading that has no room in the header gets a line of its own below it. */
  public void keepReading(boolean keeps) {
    keepsReading = keeps;
  }

  /**
   * Says what the card shows, and draws it.
   *
   * @param newTitle may hold symbols between dollar signs
   * @param newReading at the right of the header; may be empty
   * @param spoken the whole state of the view in words
   */
  public void show(String newTitle, String newReading, String spoken) {
    title = newTitle;
    reading = new HeaderReading(newReading);
    setAccessibleText(spoken);
    shown = true;
    repaint();
  }

  /** What in the last drawing a text can be about. */
  public PlotMarks marks() {
    return marks;
  }

  /** Draws everything again at the next pulse, unless that happens before. */
  public void repaintSoon() {
    soon.ask();
  }

  /** The same for a picture from another thread, for which a view that changes anyway can wait. */
  public void repaintInTurn() {
    soon.askInTurn();
  }

  /** Draws everything again; nothing while the card has no size or nothing to show. */
  @Override
  public void repaint() {
    soon.done();
    if (!shown || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    Tokens tokens = context.tokens().getValue();
    expand.named(context.messages().getValue().text("view.expand"));
    GraphicsContext g = canvas.cleared();
    g.setFill(tokens.canvas());
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    PlotGraphics graphics = new PlotGraphics(g, tokens, watch, labels);
    double top = header(graphics);
    marks = graphics.marks();
    content.draw(graphics, new Rectangle2D(0, top, getWidth(), Math.max(0, getHeight() - top)));
    if (listen != null) {
      switches.setVisible(true);
      overlay.setVisible(true);
      listen.run();
      listen = null;
    }
    if (isFocusVisible()) {
      g.setStroke(tokens.accent());
      g.setLineWidth(2);
      g.strokeRoundRect(3, 3, getWidth() - 6, getHeight() - 6, 8, 8);
    }
  }

  /**
   * Draws title, legend and reading. What has no room beside the title, switches or reading, goes
   * to a second line, parts of the reading to lines of their own.
   *
   * @return where the body begins
   */
  private double header(PlotGraphics graphics) {
    Tokens tokens = graphics.tokens();
    double first = headerHeight(tokens);
    double second = Math.round(Math.max(26, graphics.size(12) * 1.5));
    double line = Math.round(graphics.size(12) * 1.4);
    double base = first / 2 + graphics.drop(12);
    double low = first + second / 2 - 3;
    double right = expand.getLayoutX() - 8;
    double wide = switches.getWidth();
    boolean tall = getHeight() >= TALL * tokens.scale();
    double titled = graphics.width(RichText.parse(title), 12, Type.Weight.SEMI_BOLD);
    boolean down = wide > 0 && tall && PADDING + titled + 12 + wide > right;
    switches.relocate(
        Math.round(down ? PADDING - 4 : right - wide),
        Math.round((down ? low : first / 2) - switches.getHeight() / 2));
    right -= down || wide == 0 ? 0 : wide + 8;
    RichText words = title(graphics, right - PADDING);
    double end = PADDING + graphics.width(words, 12, Type.Weight.SEMI_BOLD);
    graphics.text(
        words, PADDING, base, 12, Type.Weight.SEMI_BOLD, tokens.text(), PlotGraphics.Align.LEFT);
    if (legend != null) {
      double taken = legend.draw(graphics, right, base, right - end - 16);
      right -= taken > 0 ? taken + 16 : 0;
    }
    double least = end + 12;
    boolean lowered = !reading.widest().fits(graphics, right - least) && (tall || keepsReading);
    if (lowered) {
      double from = down ? PADDING + wide + 12 : PADDING;
      List<RichText> lines = reading.lines(graphics, getWidth() - PADDING - from, tall ? 3 : 1);
      for (int i = 0; i < lines.size(); i++) {
        double at = low + i * line + graphics.drop(12);
        HeaderReading.draw(graphics, lines.get(i), from, at, PlotGraphics.Align.LEFT);
      }
      second += (lines.size() - 1) * line;
    } else if (reading.fits(graphics, right - end - 12)) {
      RichText whole = RichText.parse(reading.words());
      HeaderReading.draw(graphics, whole, right, base, PlotGraphics.Align.RIGHT);
    }
    return first + (down || lowered ? second : 0);
  }

  /** What comes after the last point tells views of a kind apart; what is before it gives way. */
  private RichText title(PlotGraphics graphics, double room) {
    int split = title.lastIndexOf(HeaderReading.APART);
    RichText whole = RichText.parse(title);
    if (split < 0 || graphics.width(whole, 12, Type.Weight.SEMI_BOLD) <= room) {
      return graphics.fitting(whole, room, 12, Type.Weight.SEMI_BOLD);
    }
    RichText own = RichText.parse(title.substring(split));
    RichText kind =
        graphics.fitting(
            RichText.parse(title.substring(0, split)),
            room - graphics.width(own, 12, Type.Weight.SEMI_BOLD),
            12,
            Type.Weight.SEMI_BOLD);
    return kind.plain().length() > FEW
        ? new RichText(Stream.concat(kind.spans().stream(), own.spans().stream()).toList())
        : graphics.fitting(
            RichText.parse(title.substring(split + HeaderReading.APART.length())),
            room,
            12,
            Type.Weight.SEMI_BOLD);
  }

  private static double headerHeight(Tokens tokens) {
    return Math.round(HEADER * Math.max(1, tokens.scale() * 0.85));
  }

  @Override
  protected double computePrefWidth(double height) {
    return 480;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 360;
  }

  @Override
  protected void layoutChildren() {
    double w = getWidth();
    double h = getHeight();
    overlay.resizeRelocate(0, 0, w, h);
    double side = expand.prefWidth(-1);
    double header = headerHeight(context.tokens().getValue());
    expand.resizeRelocate(
        Math.round(w - side - 6), Math.round((header - side) / 2), side, expand.prefHeight(-1));
    switches.resize(switches.prefWidth(-1), switches.prefHeight(-1));
    canvas.resize(w, h);
    repaint();
  }

  /** Stops listening. */
  public void dispose() {
    setOnMousePressed(null);
    setOnMouseDragged(null);
    setOnMouseReleased(null);
    setOnMouseClicked(null);
    setOnMouseMoved(null);
    setOnMouseExited(null);
    setOnScroll(null);
    setOnKeyPressed(null);
    focusVisibleProperty().removeListener(onFocus);
    setClip(null);
  }
}
