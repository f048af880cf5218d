package org.ladera.ui.view.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.ladera.present.check.DerivativeModel;
import org.ladera.present.shared.Tip;
import org.ladera.ui.control.Copying;
import org.ladera.ui.fx.SharpCanvas;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.ViewContext;
import org.ladera.ui.view.Visual;

/**
 * One derivative checked, small enough to stand beside the number it is about. Pointing at the
 * curve reads step and error; with the focus, left and right do, Ctrl+C copies the numbers.
 */
public final class DerivativePanel implements Visual<DerivativeModel> {
  private static final double WIDTH = 290;
  private static final double HEIGHT = 230;

  private final ViewContext context;
  private final SharpCanvas canvas = new SharpCanvas(this::repaint);
  private final Pane overlay = new Pane();
  private final Board board = new Board();
  private final PlotTip tip = new PlotTip(overlay);
  private final ChangeListener<Boolean> onFocus = (property, was, is) -> repaint();
  private DerivativeModel model;
  private Optional<PlotArea> area = Optional.empty();
  private int read = -1;

  public DerivativePanel(ViewContext context) {
    this.context = context;
    overlay.setMouseTransparent(true);
    board.focusVisibleProperty().addListener(onFocus);
  }

  @Override
  public Region node() {
    return board;
  }

  @Override
  public void render(DerivativeModel next) {
    model = next;
    board.setOnMouseMoved(e -> point(e.getX(), e.getY()));
    board.setOnMouseExited(e -> read(-1));
    board.setOnMousePressed(e -> board.requestFocus());
    board.setOnKeyPressed(this::key);
    board.setAccessibleText(next.spoken());
    repaint();
  }

  @Override
  public void dispose() {
    board.setOnMouseMoved(null);
    board.setOnMouseExited(null);
    board.setOnMousePressed(null);
    board.setOnKeyPressed(null);
    board.focusVisibleProperty().removeListener(onFocus);
  }

  /** Draws in the colours of now. */
  private void repaint() {
    // The layout may ask for it before there is a model.
    if (model == null || board.getWidth() < 1 || board.getHeight() < 1) {
      return;
    }
    Tokens tokens = context.tokens().getValue();
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setFill(tokens.canvas());
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    PlotGraphics graphics = new PlotGraphics(g, tokens);
    // A little room all round for the rim of the focus and of marks.
    Rectangle2D box =
        new Rectangle2D(4, 4, Math.max(1, board.getWidth() - 8), board.getHeight() - 8);
    area = new DerivativePainter(graphics, box, model).draw(read);
    if (board.isFocusVisible()) {
      g.setStroke(tokens.accent());
      g.setLineWidth(2);
      g.strokeRoundRect(1, 1, board.getWidth() - 2, board.getHeight() - 2, 8, 8);
    }
    placeTip(tokens);
  }

  private void placeTip(Tokens tokens) {
    Optional<Tip> words =
        area.isEmpty() ? Optional.empty() : model.tip(read, context.messages().getValue());
    if (words.isEmpty()) {
      tip.hide();
      return;
    }
    DerivativeModel.Curve curve = model.curve().orElseThrow();
    PlotArea at = area.get();
    tip.show(words.get(), at.px(curve.steps()[read]), at.py(curve.errors()[read]), tokens);
  }

  private void point(double x, double y) {
    boolean inside = area.isPresent() && area.get().contains(x, y) && model.curve().isPresent();
    read(inside ? model.curve().get().nearest(area.get().xAt(x)) : -1);
  }

  private void read(int index) {
    if (index != read) {
      read = index;
      repaint();
    }
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != board) {
      return;
    }
    if (Copying.isAsked(e)) {
      Copying.copy(model.copied());
      e.consume();
      return;
    }
    if (model.curve().isEmpty() || e.isShortcutDown()) {
      return;
    }
    int next = model.curve().get().walked(read, e.getCode() == KeyCode.LEFT ? -1 : 1);
    switch (e.getCode()) {
      case LEFT, RIGHT -> {
        read(next);
        say();
      }
      case ESCAPE -> {
        if (read < 0) {
          return;
        }
        read(-1);
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void say() {
    List<String> words = new ArrayList<>();
    model.tip(read, context.messages().getValue()).ifPresent(t -> words.add(t.plain()));
    words.add(model.spoken());
    board.setAccessibleText(String.join(". ", words));
  }

  /** The canvas as large as there is room, the tooltip above it. */
  private final class Board extends Region {
    Board() {
      getChildren().addAll(canvas, overlay);
      setFocusTraversable(true);
      setAccessibleRole(AccessibleRole.IMAGE_VIEW);
      setMinSize(200, 120);
    }

    private double scale() {
      return Math.max(1, context.tokens().getValue().scale());
    }

    @Override
    protected double computePrefWidth(double height) {
      return Math.round(WIDTH * scale());
    }

    @Override
    protected double computePrefHeight(double width) {
      return Math.round(HEIGHT * scale());
    }

    @Override
    protected void layoutChildren() {
      overlay.resizeRelocate(0, 0, getWidth(), getHeight());
      canvas.resize(getWidth(), getHeight());
      repaint();
    }
  }
}
