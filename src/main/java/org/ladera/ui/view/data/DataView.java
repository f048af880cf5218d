package org.ladera.ui.view.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.ladera.present.data.DataModel;
import org.ladera.present.data.LineHandles;
import org.ladera.present.shared.Highlight;
import org.ladera.text.Messages;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.Grip;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;
import org.ladera.ui.view.decision.Neighbours;
import org.ladera.ui.view.decision.PointCloud;

/**
 * The examples and the model's line. Pointing at a point lights it up everywhere and reads it;
 * where the lesson allows it, two grips move the line. With the focus, left and right walk through
 * the points.
 */
public final class DataView extends CardView<DataModel> {
  private static final double REACH = 12;

  private final PlotTip tip;
  private final PointCloud cloud;
  private final List<Grip> grips = new ArrayList<>();
  private PlotArea area;
  private @Nullable LineHandles held;
  private int hovered = -1;
  private boolean lighting;

  public DataView(ViewContext context) {
    super(context, DataModel::after);
    for (int i = 0; i < 2; i++) {
      Grip grip = new Grip(new GripMoves(i));
      grip.setVisible(false);
      grips.add(grip);
      card.overlay().getChildren().add(grip);
    }
    tip = new PlotTip(card.overlay());
    cloud = new PointCloud(card);
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(this::hover);
    card.setOnMouseExited(e -> leave());
    card.setOnKeyPressed(this::key);
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    DataPainter painter = new DataPainter(graphics, body, model);
    area = painter.area();
    painter.draw(cloud);
    placeGrips(graphics);
    placeTip(graphics);
  }

  @Override
  public void settle() {
    cloud.settle();
  }

  @Override
  public void dispose() {
    cloud.close();
    super.dispose();
  }

  private void placeGrips(PlotGraphics graphics) {
    Messages messages = context.messages().getValue();
    for (int i = 0; i < grips.size(); i++) {
      Grip grip = grips.get(i);
      if (model.handles().isEmpty()) {
        grip.setVisible(false);
        continue;
      }
      LineHandles handles = model.handles().get();
      double y = area.py(handles.y(i));
      if (!Double.isFinite(y)) {
        grip.setVisible(false);
        continue;
      }
      String name = messages.text(i == 0 ? "data.handle.left" : "data.handle.right");
      grip.show(
          area.px(handles.x(i)),
          Math.max(area.top(), Math.min(y, area.bottom())),
          graphics.tokens(),
          messages.text(
              "data.handle.spoken",
              Map.of(
                  "name", name,
                  "height", messages.numbers().shown(handles.y(i)),
                  "help", messages.text("data.handle.help"))));
    }
  }

  private void placeTip(PlotGraphics graphics) {
    boolean here = hovered >= 0 && model.lit().map(lit -> lit.sample() == hovered).orElse(false);
    if (!here) {
      tip.hide();
      return;
    }
    DataModel.Mark mark = model.marks().get(hovered);
    tip.show(model.lit().get().tip(), area.px(mark.x()), area.py(mark.y()), graphics.tokens());
  }

  private void hover(MouseEvent e) {
    int nearest = nearest(e.getX(), e.getY());
    if (nearest != hovered) {
      hovered = nearest;
      light(nearest);
    }
  }

  private void leave() {
    hovered = -1;
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
      DataModel.Mark mark = model.marks().get(i);
      double distance = Math.hypot(area.px(mark.x()) - x, area.py(mark.y()) - y);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private void key(KeyEvent e) {
    if (model.marks().isEmpty() || e.getTarget() != card) {
      return;
    }
    if (e.getCode() == KeyCode.ESCAPE && lighting) {
      light(-1);
      e.consume();
    } else if (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT) {
      light(neighbour(e.getCode() == KeyCode.RIGHT ? 1 : -1));
      e.consume();
    }
  }

  /** The next point to the right or left of the lit one. */
  private int neighbour(int direction) {
    int count = model.marks().size();
    int lit = model.lit().map(DataModel.Lit::sample).orElse(-1);
    return Neighbours.next(
        count,
        lit,
        direction,
        (i, j) -> Double.compare(model.marks().get(i).x(), model.marks().get(j).x()));
  }

  /** Moves one end of the line; the other end stays where it was when the grip was taken. */
  private final class GripMoves implements Grip.Moves {
    private final int index;

    GripMoves(int index) {
      this.index = index;
    }

    @Override
    public void begin() {
      held = model.handles().orElse(null);
    }

    @Override
    public void to(double y) {
      if (held != null) {
        double inside = Math.max(area.top(), Math.min(y, area.bottom()));
        send(held, area.yAt(inside));
      }
    }

    @Override
    public void by(double share) {
      model
          .handles()
          .ifPresent(
              handles -> {
                double range = area.y().max() - area.y().min();
                send(handles, handles.y(index) + share * range);
              });
    }

    private void send(LineHandles handles, double y) {
      context.intents().accept(new Intent.SetParameters(handles.moved(index, y)));
    }
  }
}
