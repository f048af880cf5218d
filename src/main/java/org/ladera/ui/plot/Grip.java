package org.ladera.ui.plot;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.ladera.ui.theme.Tokens;

/** A handle on a plot that moves up and down, by the pointer or by the arrow keys. */
public final class Grip extends Region {
  /** What a grip asks for. */
  public interface Moves {
    /** It was taken with the pointer. */
    void begin();

    /** The pointer is at {@code y}, in the coordinates of the grip's parent. */
    void to(double y);

    /** A key asks for this share of the axis, upwards. */
    void by(double share);
  }

  private static final double TARGET = 28;
  private static final double COARSE = 0.01;
  private static final double FINE = 0.001;

  private final Circle knob = new Circle();
  private final Circle ring = new Circle();

  public Grip(Moves moves) {
    getChildren().addAll(ring, knob);
    setManaged(false);
    setFocusTraversable(true);
    setCursor(Cursor.V_RESIZE);
    setAccessibleRole(AccessibleRole.THUMB);
    knob.setMouseTransparent(true);
    ring.setMouseTransparent(true);
    ring.visibleProperty().bind(focusedProperty());
    setOnMousePressed(
        e -> {
          requestFocus();
          moves.begin();
          e.consume();
        });
    setOnMouseDragged(e -> drag(e, moves));
    setOnMouseClicked(MouseEvent::consume);
    setOnKeyPressed(e -> key(e, moves));
  }

  private void drag(MouseEvent e, Moves moves) {
    moves.to(localToParent(e.getX(), e.getY()).getY());
    e.consume();
  }

  private static void key(KeyEvent e, Moves moves) {
    double step = e.isShiftDown() ? FINE : COARSE;
    switch (e.getCode()) {
      case UP -> moves.by(step);
      case DOWN -> moves.by(-step);
      default -> {
        return;
      }
    }
    e.consume();
  }

  /** Places the knob, in the colours of this moment. */
  public void show(double x, double y, Tokens tokens, String spoken) {
    double scale = tokens.scale() > 1 ? 1.3 : 1;
    resizeRelocate(x - TARGET / 2, y - TARGET / 2, TARGET, TARGET);
    for (Circle circle : new Circle[] {knob, ring}) {
      circle.setCenterX(TARGET / 2);
      circle.setCenterY(TARGET / 2);
      circle.setStrokeWidth(2 * scale);
    }
    knob.setRadius(5.5 * scale);
    knob.setFill(tokens.canvas());
    knob.setStroke(tokens.weight().ink());
    ring.setRadius(10 * scale);
    ring.setFill(null);
    ring.setStroke(tokens.accent());
    setAccessibleText(spoken);
    setVisible(true);
  }
}
