package org.ladera.ui.window.lab;

import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.ladera.store.document.DrawnPoints;
import org.ladera.store.document.DrawnPoints.Point;
import org.ladera.text.Messages;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;
import org.ladera.ui.view.decision.ClassMark;

/**
 * A plane to draw points on: with the mouse, or with the arrow keys and Enter at a cross that they
 * move.
 */
final class DrawPad extends Region {
  private static final double HALF = 1.5;
  private static final double MARGIN = 0.1;
  private static final double RADIUS = 4.5;
  private static final double NEAR = 14;
  private static final double SPRAY = 22;
  private static final int DROPS = 4;
  private static final double STEP = 0.1;
  private static final double LEAST = 120;

  private final DrawnHistory drawn;
  private final Runnable changed;
  private final Messages messages;
  private final Tokens tokens;
  private final Canvas canvas = new Canvas();

  /** Half of what is seen across and up, with 0 in the middle. */
  private final double reach;

  private int held = -1;
  private double lastX;
  private double lastY;
  private double crossX;
  private double crossY;
  private boolean crossed;

  /**
   * @param changed runs after each change
   */
  DrawPad(
      DrawnHistory drawn,
      double width,
      double height,
      Runnable changed,
      Messages messages,
      Tokens tokens) {
    this.drawn = drawn;
    this.changed = changed;
    this.messages = messages;
    this.tokens = tokens;
    setId("draw-pad");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    reach = reach(drawn.now().points());
    // In a low window the pad gives way, not what is around it.
    setMinSize(width, tokens.px(LEAST));
    setPrefSize(width, height);
    setMaxSize(width, height);
    canvas.setManaged(false);
    getChildren().add(canvas);
    getStyleClass().add("draw-pad");
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(e -> held = -1);
    setOnKeyPressed(this::key);
    focusedProperty().addListener((property, was, is) -> draw());
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  private static double reach(List<Point> points) {
    double most = HALF;
    for (Point p : points) {
      most = Math.max(most, Math.max(Math.abs(p.x()), Math.abs(p.y())) * (1 + MARGIN));
    }
    return most;
  }

  private double px(double x) {
    return (x / reach + 1) / 2 * canvas.getWidth();
  }

  private double py(double y) {
    return (1 - y / reach) / 2 * canvas.getHeight();
  }

  private double atX(double px) {
    return Math.clamp(2 * px / canvas.getWidth() - 1, -1, 1) * reach;
  }

  private double atY(double py) {
    return Math.clamp(1 - 2 * py / canvas.getHeight(), -1, 1) * reach;
  }

  /** The point under a hand; −1 for none. */
  private int near(double px, double py) {
    List<Point> points = drawn.now().points();
    int best = -1;
    double least = tokens.px(NEAR);
    for (int i = 0; i < points.size(); i++) {
      double far = Math.hypot(px(points.get(i).x()) - px, py(points.get(i).y()) - py);
      if (far <= least) {
        least = far;
        best = i;
      }
    }
    return best;
  }

  private void press(MouseEvent e) {
    requestFocus();
    crossed = false;
    DrawnHistory.Tool tool =
        e.getButton() == MouseButton.SECONDARY ? DrawnHistory.Tool.ERASE : drawn.tool;
    lastX = e.getX();
    lastY = e.getY();
    // A point that is taken away is not in the hand any more.
    held = tool == DrawnHistory.Tool.ERASE ? -1 : near(e.getX(), e.getY());
    if (tool == DrawnHistory.Tool.POINT && held >= 0) {
      // Who presses on a point means that one.
      return;
    }
    act(tool, e.getX(), e.getY(), false);
  }

  private void drag(MouseEvent e) {
    double far = Math.hypot(e.getX() - lastX, e.getY() - lastY);
    boolean moves = drawn.tool == DrawnHistory.Tool.MOVE || drawn.tool == DrawnHistory.Tool.POINT;
    if (moves && held >= 0 && held < drawn.now().points().size()) {
      boolean goesOn = lastX < 0;
      put(drawn.now().moved(held, atX(e.getX()), atY(e.getY())), goesOn);
      lastX = -1;
    } else if (!moves && far > tokens.px(SPRAY) / 4) {
      lastX = e.getX();
      lastY = e.getY();
      act(drawn.tool, e.getX(), e.getY(), true);
    }
  }

  private void act(DrawnHistory.Tool tool, double px, double py, boolean goesOn) {
    DrawnPoints now = drawn.now();
    switch (tool) {
      case POINT -> put(now.with(atX(px), atY(py), drawn.group), goesOn);
      case SPRAY ->
          put(
              now.sprayed(
                  atX(px),
                  atY(py),
                  drawn.group,
                  tokens.px(SPRAY) / canvas.getWidth() * reach,
                  DROPS,
                  now.points().size()),
              goesOn);
      case ERASE -> {
        int index = near(px, py);
        if (index >= 0) {
          put(now.without(index), goesOn);
        }
      }
      case MOVE -> {}
    }
  }

  private void put(DrawnPoints next, boolean goesOn) {
    drawn.put(next, goesOn);
    draw();
    changed.run();
  }

  private void key(KeyEvent e) {
    if (e.isShortcutDown() || e.isAltDown()) {
      return;
    }
    double step = STEP * reach / (e.isShiftDown() ? 5 : 1);
    switch (e.getCode()) {
      case LEFT -> cross(-step, 0);
      case RIGHT -> cross(step, 0);
      case UP -> cross(0, step);
      case DOWN -> cross(0, -step);
      case ENTER, SPACE -> act(drawn.tool, px(crossX), py(crossY), false);
      case DELETE, BACK_SPACE -> act(DrawnHistory.Tool.ERASE, px(crossX), py(crossY), false);
      default -> {
        int digit = digit(e.getCode());
        if (digit < 1 || digit > drawn.now().classes()) {
          return;
        }
        drawn.group = digit - 1;
        changed.run();
      }
    }
    e.consume();
  }

  private static int digit(KeyCode code) {
    return code.isDigitKey() ? code.getCode() - KeyCode.DIGIT0.getCode() : -1;
  }

  private void cross(double dx, double dy) {
    crossed = true;
    double nextX = Math.clamp(crossX + dx, -reach, reach);
    double nextY = Math.clamp(crossY + dy, -reach, reach);
    int under = drawn.tool == DrawnHistory.Tool.MOVE ? near(px(crossX), py(crossY)) : -1;
    crossX = nextX;
    crossY = nextY;
    if (under >= 0) {
      put(drawn.now().moved(under, nextX, nextY), false);
    } else {
      draw();
    }
  }

  void draw() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    PlotGraphics graphics = new PlotGraphics(g, tokens);
    double unit = Math.pow(10, Math.floor(Math.log10(reach)));
    for (double at = -Math.floor(reach / unit) * unit; at <= reach; at += unit) {
      graphics.line(px(at), 0, px(at), canvas.getHeight(), tokens.grid(), 1);
      graphics.line(0, py(at), canvas.getWidth(), py(at), tokens.grid(), 1);
      if (Math.abs(at) > unit / 2) {
        String number = messages.numbers().shown(at, 3);
        graphics.text(
            number,
            px(at),
            canvas.getHeight() - tokens.px(6),
            11,
            Type.Weight.REGULAR,
            tokens.muted(),
            PlotGraphics.Align.CENTRE);
        graphics.text(
            number,
            tokens.px(6),
            py(at) - tokens.px(3),
            11,
            Type.Weight.REGULAR,
            tokens.muted(),
            PlotGraphics.Align.LEFT);
      }
    }
    graphics.line(0, 0, canvas.getWidth(), 0, tokens.controlBorder(), 1);
    graphics.line(
        0, canvas.getHeight(), canvas.getWidth(), canvas.getHeight(), tokens.controlBorder(), 1);
    graphics.line(0, 0, 0, canvas.getHeight(), tokens.controlBorder(), 1);
    graphics.line(
        canvas.getWidth(), 0, canvas.getWidth(), canvas.getHeight(), tokens.controlBorder(), 1);
    for (Point p : drawn.now().points()) {
      ClassMark.draw(
          graphics,
          px(p.x()),
          py(p.y()),
          tokens.px(RADIUS),
          drawn.now().function() ? 0 : p.of(),
          tokens.canvas(),
          1);
    }
    if (isFocused() && crossed) {
      double r = tokens.px(10);
      graphics.line(px(crossX) - r, py(crossY), px(crossX) + r, py(crossY), tokens.accent(), 1.5);
      graphics.line(px(crossX), py(crossY) - r, px(crossX), py(crossY) + r, tokens.accent(), 1.5);
    }
    setAccessibleText(
        messages.text(
            "drawn.spoken",
            Map.of("count", messages.numbers().whole(drawn.now().points().size()))));
  }
}
