package org.ladera.ui.view.loss;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.ladera.present.loss.SurfaceModel;
import org.ladera.present.loss.SurfaceModel.Hill;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.relief.Projection;
import org.ladera.present.shared.Asked;
import org.ladera.text.Messages;
import org.ladera.ui.control.Segments;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * The loss as a hillside with the descent on it. A drag or the arrow keys turn it (with Shift more
 * finely), the wheel or plus and minus zoom, R puts it back, L changes the height's scale; a click
 * sets the start; pointing at it reads the loss and its gradient.
 */
public final class SurfaceView extends CardView<SurfaceModel> {
  /** How near a point of the way is meant, in parts of an axis. */
  private static final double NEAR = 0.03;

  private static final double WIDE = 340;
  private static final double TURN = Math.toRadians(0.45);
  private static final double COARSE = Math.toRadians(6);
  private static final double FINE = Math.toRadians(1);
  private static final double ZOOM = 1.15;

  /** A second click within this time means: fill the stage. */
  private static final Duration DOUBLE = Duration.millis(260);

  private final Segments<Integer> scales;
  private final PlotTip tip;
  private final HillPicture picture;
  private final PauseTransition click = new PauseTransition(DOUBLE);
  private final PauseTransition rest = new PauseTransition(Duration.millis(140));
  private final Viewpoint viewpoint = new Viewpoint(this::look);
  private Rectangle2D body;
  private PlotGraphics lastGraphics;

  /** What a person chose; null while the lesson's own choice stands. */
  private @Nullable Boolean chosenLog;

  private double pressX;
  private double pressY;
  private double lastX;
  private double lastY;
  private boolean held;
  private boolean moving;
  private double pointerX = Double.NaN;
  private double pointerY;

  public SurfaceView(ViewContext context) {
    super(context, SurfaceModel::after);
    picture = new HillPicture(card, card::repaintSoon);
    scales = Segments.small(2, this::choose);
    card.addSwitch(scales);
    tip = new PlotTip(card.overlay());
    rest.setOnFinished(e -> settleDown());
  }

  @Override
  protected void listen() {
    card.setOnMousePressed(this::press);
    card.setOnMouseDragged(this::drag);
    card.setOnMouseReleased(e -> settleDown());
    card.setOnMouseClicked(this::clicked);
    card.setOnMouseMoved(e -> point(e.getX(), e.getY()));
    card.setOnMouseExited(e -> point(Double.NaN, 0));
    card.setOnScroll(this::scroll);
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(SurfaceModel next) {
    model = next;
    Messages messages = context.messages().getValue();
    scales.show(
        List.of(messages.text("view.linear"), messages.text("view.log"))::get, log() ? 1 : 0);
    card.keepReading(next.map().gauge().isPresent());
    say();
  }

  @Override
  public void settle() {
    rest.stop();
    viewpoint.settle();
    moving = false;
    card.layout();
    picture.settle();
    card.repaint();
    picture.settle();
    card.repaint();
  }

  @Override
  public boolean isSettled() {
    return !picture.isPending();
  }

  @Override
  public void dispose() {
    click.stop();
    rest.stop();
    viewpoint.home();
    picture.close();
    super.dispose();
  }

  /** The point of the way or of the hillside under the pointer. */
  @Override
  public Optional<Asked> asked() {
    return pointed().map(at -> model.map().asked(at[0], at[1], reachU(), reachV()));
  }

  @Override
  public Optional<Asked> about() {
    return Optional.of(new Asked.PresentLoss());
  }

  private Optional<double[]> pointed() {
    return Double.isNaN(pointerX) || isMoving() ? Optional.empty() : place(pointerX, pointerY);
  }

  private double reachU() {
    return NEAR * span(model.map().uAxis());
  }

  private double reachV() {
    return NEAR * span(model.map().vAxis());
  }

  private static double span(PlotAxis axis) {
    return Math.abs(axis.scale().value(1) - axis.scale().value(0));
  }

  private boolean log() {
    return chosenLog == null ? model.logFirst() : chosenLog;
  }

  private void choose(int index) {
    chosenLog = index == 1;
    render(model);
  }

  private Optional<Hill> hill() {
    return model.hill(log());
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D space) {
    body = space;
    lastGraphics = graphics;
    if (space.getWidth() < 8 || space.getHeight() < 8) {
      return;
    }
    boolean roomy = card.getWidth() >= WIDE;
    scales.setVisible(roomy);
    scales.setManaged(roomy);
    if (hill().isEmpty()) {
      graphics.text(
          model.waiting(),
          space.getMinX() + space.getWidth() / 2,
          space.getMinY() + space.getHeight() / 2,
          12,
          Weight.REGULAR,
          graphics.tokens().muted(),
          PlotGraphics.Align.CENTRE);
      return;
    }
    Hill hill = hill().get();
    viewpoint.look(card);
    picture.ask(graphics, space, hill, viewpoint.camera(), isMoving());
    HillShots.Shot shot = picture.shot();
    if (shot == null) {
      return;
    }
    // Until the new picture is there, everything is drawn as the old one was seen.
    Projection projection = SurfacePainter.projection(graphics, space, hill, shot.order().camera());
    new SurfacePainter(graphics, space, model, hill)
        .draw(projection, shot.picture(), picture.image());
    placeTip();
  }

  private boolean isMoving() {
    return moving || viewpoint.isMoving();
  }

  private void turn(double yaw, double pitch) {
    viewpoint.turn(yaw, pitch);
    tip.hide();
    look();
  }

  /** Looks from where the camera is now. Everything moves at once, when the picture is there. */
  private void look() {
    if (picture.shot() != null && picture.isOnScreen() && hill().isPresent()) {
      picture.ask(lastGraphics, body, hill().get(), viewpoint.camera(), isMoving());
    } else {
      card.repaint();
    }
  }

  private void press(MouseEvent e) {
    pressX = lastX = e.getX();
    pressY = lastY = e.getY();
    held = e.getButton() == MouseButton.PRIMARY;
    card.requestFocus();
  }

  private void drag(MouseEvent e) {
    if (!held) {
      return;
    }
    moving = true;
    pointerX = Double.NaN;
    card.setCursor(Cursor.CLOSED_HAND);
    double fine = e.isShiftDown() ? 0.25 : 1;
    double yaw = -(e.getX() - lastX) * TURN * fine;
    double pitch = (e.getY() - lastY) * TURN * fine;
    lastX = e.getX();
    lastY = e.getY();
    turn(yaw, pitch);
  }

  private void settleDown() {
    moving = false;
    held = false;
    card.setCursor(null);
    look();
  }

  private void clicked(MouseEvent e) {
    if (e.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (e.getClickCount() > 1) {
      click.stop();
      return;
    }
    if (e.isStillSincePress() && Math.hypot(e.getX() - pressX, e.getY() - pressY) < 4) {
      place(e.getX(), e.getY())
          .ifPresent(
              at -> {
                Intent start = new Intent.PutStart(model.map().values(at[0], at[1]));
                click.setOnFinished(done -> context.intents().accept(start));
                click.playFromStart();
              });
    }
  }

  /** The parameters under a pixel of the card, where it lies on the hillside. */
  private Optional<double[]> place(double x, double y) {
    HillShots.Shot shot = picture.shot();
    if (shot == null || hill().isEmpty()) {
      return Optional.empty();
    }
    Projection.Place at = shot.at(x - body.getMinX(), y - body.getMinY(), body.getWidth());
    if (at == null || at.u() < 0 || at.u() > 1 || at.v() < 0 || at.v() > 1) {
      return Optional.empty();
    }
    double u = model.map().uAxis().scale().value(at.u());
    double v = model.map().vAxis().scale().value(at.v());
    var terrain = hill().get().terrain();
    // A side of the block is no place of the hillside.
    boolean onTop = Math.abs(terrain.height(terrain.loss(u, v)) - at.height()) < 0.05;
    return onTop ? Optional.of(new double[] {u, v}) : Optional.empty();
  }

  private void point(double x, double y) {
    pointerX = x;
    pointerY = y;
    placeTip();
  }

  private void placeTip() {
    Optional<double[]> at = pointed();
    if (at.isEmpty()) {
      tip.hide();
      return;
    }
    double[] read = model.map().read(at.get()[0], at.get()[1], reachU(), reachV());
    tip.show(
        model.map().tip(hill().get().terrain(), read[0], read[1], context.messages().getValue()),
        pointerX,
        pointerY,
        context.tokens().getValue());
  }

  private void scroll(ScrollEvent e) {
    if (e.getDeltaY() != 0) {
      zoom(e.getDeltaY() > 0 ? ZOOM : 1 / ZOOM);
      e.consume();
    }
  }

  private void zoom(double factor) {
    viewpoint.zoom(factor);
    moving = true;
    rest.playFromStart();
    look();
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card || e.isShortcutDown() || e.isAltDown()) {
      return;
    }
    double step = e.isShiftDown() ? FINE : COARSE;
    switch (e.getCode()) {
      case LEFT -> turn(step, 0);
      case RIGHT -> turn(-step, 0);
      case UP -> turn(0, step);
      case DOWN -> turn(0, -step);
      case R -> {
        viewpoint.home();
        card.forgetLabels();
        look();
      }
      case L -> choose(log() ? 0 : 1);
      default -> {
        switch (e.getText()) {
          case "+" -> zoom(ZOOM);
          case "-", "\u2212" -> zoom(1 / ZOOM);
          default -> {
            return;
          }
        }
      }
    }
    e.consume();
  }
}
