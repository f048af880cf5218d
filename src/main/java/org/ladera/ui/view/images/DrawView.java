package org.ladera.ui.view.images;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.ladera.engine.data.Centring;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.present.images.DrawModel;
import org.ladera.present.shared.Highlight.Looked;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.control.Segments;
import org.ladera.ui.fx.NewestJob;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * A pad to draw on with mouse, finger or keys, and what the network gets of it. The drawing is
 * brought into form and read off the FX thread; every view looks at it from then on. With the focus
 * the arrow keys move a pen, Enter sets it down and lifts it, Backspace takes a stroke back, Delete
 * clears.
 */
public final class DrawView extends CardView<DrawModel> {
  private static final double PEN = 11;
  private static final double RUBBER = 20;
  private static final double COARSE = 8;
  private static final double FINE = 2;

  /** A drawing in form, with what the network makes of it. */
  record Read(Centring centring, MatrixView theta, @Nullable Looked looked) {}

  private final Pad pad = new Pad();
  private final NewestJob<Read> job = new NewestJob<>("drawing", this::receive);
  private final DrawPainter painter = new DrawPainter();
  private final Segments<Boolean> tools;
  private final IconButton back;
  private final IconButton clear;
  private @Nullable Read read;
  private @Nullable MatrixView asked;
  private boolean mine;
  private boolean started;
  private boolean wet = true;
  private boolean drawing;
  private double lastX;
  private double lastY;
  private double penX = Pad.SIDE / 2.0;
  private double penY = Pad.SIDE / 4.0;
  private boolean penDown;

  public DrawView(ViewContext context) {
    super(context);
    tools =
        new Segments<>(
            java.util.List.of(true, false), this::take, "size-11", w -> w ? "pen" : "rubber");
    tools.getStyleClass().add("small");
    back = new IconButton(MaterialDesignU.UNDO, 14, this::undo).quiet().square(28);
    clear = new IconButton(MaterialDesignD.DELETE_OUTLINE, 14, this::clear).quiet().square(28);
    card.addSwitch(tools);
    card.addSwitch(back);
    card.addSwitch(clear);
  }

  @Override
  protected void listen() {
    card.setOnMousePressed(this::press);
    card.setOnMouseDragged(this::drag);
    card.setOnMouseReleased(this::lift);
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(DrawModel next) {
    model = next;
    tools.show(pen -> context.messages().getValue().text(pen ? "draw.pen" : "draw.rubber"), wet);
    back.named(context.messages().getValue().text("draw.undo"));
    clear.named(context.messages().getValue().text("draw.clear"));
    if (!started && next.shape().isPresent()) {
      started = true;
      if (next.digit().isPresent()) {
        pad.write(next.digit().getAsInt() % 10, PEN);
        mine = true;
      }
    }
    // Another picture that somebody looks at stays; the pad waits for the next stroke.
    Read last = read;
    if (last != null && next.looked().isPresent()) {
      mine = next.looked().get() == last.looked() || next.looked().get().truth() < 0;
    }
    if (mine && (asked == null || asked != next.theta())) {
      ask();
    }
    say();
  }

  /** Has the drawing read by the network as it is now. */
  private void ask() {
    DrawModel now = model;
    Shape shape = now.shape().orElse(null);
    if (shape != null) {
      asked = now.theta();
      MatrixView ink = pad.seen();
      job.ask(() -> read(ink, shape, now));
    }
  }

  private static Read read(MatrixView ink, Shape shape, DrawModel model) {
    Centring centring = Centring.of(ink.toArray(), Pad.SIDE, Pad.SIDE, shape);
    return new Read(
        centring,
        model.theta(),
        centring.isEmpty() ? null : model.look(MatrixView.of(1, shape.size(), centring.pixels())));
  }

  private void receive(Read now) {
    read = now;
    painter.show(now, model);
    card.repaintSoon();
    context.intents().accept(new Intent.Look(Optional.ofNullable(now.looked())));
  }

  @Override
  public void settle() {
    Shape shape = model.shape().orElse(null);
    if (shape != null && mine && (read == null || read.theta() != model.theta())) {
      job.answer(read(pad.seen(), shape, model));
    }
  }

  @Override
  public boolean isSettled() {
    return !job.isPending();
  }

  private void take(boolean pen) {
    wet = pen;
    render(model);
  }

  private void undo() {
    pad.undo();
    changed();
  }

  private void clear() {
    pad.clear();
    changed();
  }

  private void changed() {
    mine = true;
    ask();
    card.repaintSoon();
  }

  private void press(MouseEvent e) {
    card.requestFocus();
    Rectangle2D at = painter.pad();
    drawing =
        e.getButton() == MouseButton.PRIMARY
            && model.shape().isPresent()
            && at.contains(e.getX(), e.getY());
    if (drawing) {
      pad.begin();
      lastX = x(e);
      lastY = y(e);
      stroke(lastX, lastY);
      e.consume();
    }
  }

  private void drag(MouseEvent e) {
    if (drawing) {
      stroke(x(e), y(e));
      e.consume();
    }
  }

  /** Where it is lifted belongs to the stroke: moves before may have been taken together. */
  private void lift(MouseEvent e) {
    drag(e);
    drawing = false;
  }

  private double x(MouseEvent e) {
    return (e.getX() - painter.pad().getMinX()) / painter.pad().getWidth() * Pad.SIDE;
  }

  private double y(MouseEvent e) {
    return (e.getY() - painter.pad().getMinY()) / painter.pad().getHeight() * Pad.SIDE;
  }

  private void stroke(double x, double y) {
    pad.line(lastX, lastY, x, y, wet ? PEN : RUBBER, wet);
    lastX = x;
    lastY = y;
    changed();
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card || e.isShortcutDown() || model.shape().isEmpty()) {
      return;
    }
    double step = e.isShiftDown() ? FINE : COARSE;
    switch (e.getCode()) {
      case LEFT -> move(-step, 0);
      case RIGHT -> move(step, 0);
      case UP -> move(0, -step);
      case DOWN -> move(0, step);
      case ENTER -> {
        penDown = !penDown;
        if (penDown) {
          pad.begin();
          move(0, 0);
        }
        card.repaint();
      }
      case BACK_SPACE -> undo();
      case DELETE -> clear();
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void move(double dx, double dy) {
    double x = Math.clamp(penX + dx, PEN, Pad.SIDE - PEN);
    double y = Math.clamp(penY + dy, PEN, Pad.SIDE - PEN);
    if (penDown) {
      lastX = penX;
      lastY = penY;
      stroke(x, y);
    }
    penX = x;
    penY = y;
    card.repaint();
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    painter.draw(graphics, body, model, pad);
    if (card.isFocusVisible() && model.shape().isPresent()) {
      painter.pen(graphics, penX, penY, wet ? PEN : RUBBER, penDown);
    }
  }

  @Override
  public void dispose() {
    job.close();
    super.dispose();
  }
}
