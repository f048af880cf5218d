package org.ladera.ui.view.runs;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.ladera.present.runs.RankingModel;
import org.ladera.present.shared.Highlight;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * The order in which runs come below a loss. Pointing at a run, or the up and down arrow keys,
 * light it in every view; a double click or Enter goes to the moment of its arrival; Escape lights
 * none.
 */
public final class RankingView extends CardView<RankingModel> {
  private @Nullable RankingPainter painter;

  public RankingView(ViewContext context) {
    super(context);
    card.setAccessibleRole(AccessibleRole.TEXT);
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(e -> light(at(e.getY())));
    card.setOnMouseExited(e -> light(Optional.empty()));
    card.setOnMousePressed(this::press);
    card.setOnKeyPressed(this::key);
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    painter = new RankingPainter(graphics, body, model);
    painter.draw();
  }

  private Optional<RankingModel.Place> at(double y) {
    return painter == null ? Optional.empty() : painter.at(y);
  }

  private void light(Optional<RankingModel.Place> place) {
    String run = place.map(RankingModel.Place::run).orElse("");
    String lit =
        model.places().stream()
            .filter(RankingModel.Place::lit)
            .map(RankingModel.Place::run)
            .findFirst()
            .orElse("");
    if (!run.equals(lit)) {
      context
          .intents()
          .accept(new Intent.Light(run.isEmpty() ? Highlight.NONE : Highlight.ofRun(run)));
    }
  }

  private void press(MouseEvent e) {
    card.requestFocus();
    if (e.getClickCount() == 2) {
      at(e.getY()).ifPresent(this::arrive);
    }
  }

  private void arrive(RankingModel.Place place) {
    if (!place.ghost()) {
      place.arrival().ifPresent(u -> context.intents().accept(new Intent.SeekUpdate(u)));
    }
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card || e.isShortcutDown() || model.places().isEmpty()) {
      return;
    }
    List<RankingModel.Place> places = model.places().stream().filter(p -> !p.ghost()).toList();
    int lit = -1;
    for (int i = 0; i < places.size(); i++) {
      lit = places.get(i).lit() ? i : lit;
    }
    switch (e.getCode()) {
      case UP -> light(Optional.of(places.get(Math.max(0, lit < 0 ? 0 : lit - 1))));
      case DOWN -> light(Optional.of(places.get(Math.min(places.size() - 1, lit + 1))));
      case ESCAPE -> {
        if (lit < 0) {
          return;
        }
        light(Optional.empty());
      }
      case ENTER -> {
        if (lit < 0) {
          return;
        }
        arrive(places.get(lit));
      }
      default -> {
        return;
      }
    }
    e.consume();
  }
}
