package org.ladera.ui.view.decision;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.ladera.present.decision.BoundaryModel;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.OfferedChoice;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * What the network says over the plane of its inputs, behind the examples. Pointing anywhere reads
 * the output; pointing at an example lights it up everywhere; with the focus, left and right walk
 * through the examples. Where the lesson allows it, a click adds an example of the chosen class, a
 * drag moves one and Delete removes it; by keys: digits choose the class, Enter adds, Alt with the
 * arrows moves, Delete removes.
 */
public final class BoundaryView extends CardView<BoundaryModel> {
  private static final double REACH = 12;

  private final PlotTip tip;
  private final BackgroundImage image;
  private final PointCloud cloud;
  private final ExampleEditing editing;

  /** The class of the next example. */
  private final OfferedChoice classes = new OfferedChoice(this::choose);

  private PlotArea area;
  private int hovered = -1;
  private double pointerX = Double.NaN;
  private double pointerY = Double.NaN;
  private boolean lighting;

  public BoundaryView(ViewContext context) {
    super(context);
    editing = new ExampleEditing(context.intents());
    image = new BackgroundImage(card, "boundary");
    cloud = new PointCloud(card);
    card.addSwitch(classes);
    tip = new PlotTip(card.overlay());
  }

  /** What the network answers under the pointer, unless an example is lit. */
  @Override
  public Optional<Asked> asked() {
    boolean points = !Double.isNaN(pointerX) && !lighting && area.contains(pointerX, pointerY);
    return points
        ? model.probe().map(p -> p.asked(area.xAt(pointerX), area.yAt(pointerY)))
        : Optional.empty();
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(e -> point(e.getX(), e.getY()));
    card.setOnMouseExited(e -> leave());
    card.setOnMousePressed(this::press);
    card.setOnMouseDragged(this::drag);
    card.setOnMouseReleased(e -> editing.release(e.getX(), e.getY()));
    card.setOnKeyPressed(this::key);
    // In the plane a second click is a second point or question, not a larger view.
    card.addEventFilter(
        MouseEvent.MOUSE_CLICKED,
        e -> {
          if (area.contains(e.getX(), e.getY())) {
            explain(e);
            e.consume();
          }
        });
  }

  @Override
  public void render(BoundaryModel next) {
    model = next;
    OptionalInt added = editing.show(next);
    boolean chooses = next.edit().isPresent() && card.getWidth() >= 60.0 * next.classes().size();
    card.explain(chooses ? null : new ClassLegend(next.classes()));
    classes.offer(chooses ? next.classes() : List.of(), editing.group());
    say();
    if (added.isPresent()) {
      hovered = Double.isNaN(pointerX) ? -1 : nearest(pointerX, pointerY);
      light(added.getAsInt());
    }
  }

  @Override
  public void settle() {
    image.settle();
    cloud.settle();
  }

  @Override
  public void dispose() {
    image.close();
    cloud.close();
    super.dispose();
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    BoundaryPainter painter = new BoundaryPainter(graphics, body, model);
    area = painter.area();
    editing.on(area);
    painter.draw(image, cloud);
    placeTip(graphics);
  }

  private void placeTip(PlotGraphics graphics) {
    if (editing.holds() || !model.empty().isEmpty()) {
      tip.hide();
    } else if (hovered >= 0 && model.lit().map(l -> l.sample() == hovered).orElse(false)) {
      BoundaryModel.Mark mark = model.marks().get(hovered);
      tip.show(model.lit().get().tip(), area.px(mark.x()), area.py(mark.y()), graphics.tokens());
    } else if (hovered < 0 && area.contains(pointerX, pointerY)) {
      model
          .probe()
          .ifPresent(
              p ->
                  tip.show(
                      p.at(area.xAt(pointerX), area.yAt(pointerY)),
                      pointerX,
                      pointerY,
                      graphics.tokens()));
    } else {
      tip.hide();
    }
  }

  private void point(double x, double y) {
    pointerX = x;
    pointerY = y;
    int nearest = nearest(x, y);
    if (nearest != hovered) {
      hovered = nearest;
      light(nearest);
    }
    card.repaint();
  }

  private void leave() {
    hovered = -1;
    pointerX = Double.NaN;
    tip.hide();
    if (lighting) {
      light(-1);
    }
  }

  private void light(int sample) {
    lighting = sample >= 0;
    context
        .intents()
        .accept(new Intent.Light(sample < 0 ? Highlight.NONE : Highlight.ofSample(sample)));
  }

  private int nearest(double x, double y) {
    int best = -1;
    double least = REACH;
    for (int i = 0; i < model.marks().size(); i++) {
      BoundaryModel.Mark mark = model.marks().get(i);
      double distance = Math.hypot(area.px(mark.x()) - x, area.py(mark.y()) - y);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private void press(MouseEvent e) {
    boolean edits = editing.isPossible() && e.getButton() == MouseButton.PRIMARY;
    if (edits && area.contains(e.getX(), e.getY())) {
      card.requestFocus();
      editing.press(nearest(e.getX(), e.getY()), e.getX(), e.getY());
      e.consume();
    }
  }

  /** Where nothing is added by it, a click asks where the answer under it comes from. */
  private void explain(MouseEvent e) {
    if (editing.isPossible() || e.getButton() != MouseButton.PRIMARY || !e.isStillSincePress()) {
      return;
    }
    int example = nearest(e.getX(), e.getY());
    Optional<Asked> asked =
        example < 0
            ? model.probe().map(p -> p.asked(area.xAt(e.getX()), area.yAt(e.getY())))
            : Asked.of(Highlight.ofSample(example));
    asked.ifPresent(number -> context.intents().accept(new Intent.Explain(number)));
  }

  private void drag(MouseEvent e) {
    if (editing.drag(e.getX(), e.getY())) {
      e.consume();
    }
  }

  private void choose(int group) {
    if (group < model.classes().size()) {
      editing.choose(group);
      render(model);
    }
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card) {
      return;
    }
    boolean used = editing.isPossible() && edit(e);
    if (!used && !model.marks().isEmpty() && !e.isAltDown()) {
      used = walk(e.getCode());
    }
    if (used) {
      e.consume();
    }
  }

  private boolean walk(KeyCode code) {
    if (code == KeyCode.ESCAPE && lighting) {
      light(-1);
    } else if (code == KeyCode.LEFT || code == KeyCode.RIGHT) {
      light(neighbour(code == KeyCode.RIGHT ? 1 : -1));
    } else {
      return false;
    }
    return true;
  }

  private boolean edit(KeyEvent e) {
    int sample = lit();
    int group = e.getCode().isDigitKey() ? group(e.getCode().getCode() & 0xF) : -1;
    if (group >= 0 && group < model.classes().size() && !e.isShortcutDown()) {
      choose(group);
      return true;
    }
    if (sample >= 0 && e.isAltDown() && e.getCode().isArrowKey()) {
      editing.shift(sample, e.getCode());
      return true;
    }
    switch (e.getCode()) {
      case ENTER, INSERT -> editing.addBeside(sample);
      case DELETE, BACK_SPACE -> {
        if (sample < 0) {
          return false;
        }
        hovered = -1;
        editing.remove(sample);
        light(-1);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The example that is lit everywhere; −1 for none. */
  private int lit() {
    return model.lit().map(BoundaryModel.Lit::sample).orElse(-1);
  }

  /** The class that is called by a digit; where none is, the classes count from 0. */
  private int group(int digit) {
    String last = String.valueOf(digit);
    return IntStream.range(0, model.classes().size())
        .filter(i -> model.classes().get(i).endsWith(last))
        .findFirst()
        .orElse(digit);
  }

  /** The next example to the right or left of the lit one. */
  private int neighbour(int direction) {
    return Neighbours.next(
        model.marks().size(),
        lit(),
        direction,
        (i, j) -> {
          BoundaryModel.Mark one = model.marks().get(i);
          BoundaryModel.Mark other = model.marks().get(j);
          int across = Double.compare(one.x(), other.x());
          return across != 0 ? across : Double.compare(one.y(), other.y());
        });
  }
}
