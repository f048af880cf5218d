package org.ladera.ui.view.images;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.ladera.landscape.gradient.ScoreRaise;
import org.ladera.present.images.RaiseModel;
import org.ladera.present.shared.Asked;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.TableCard;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;
import org.ladera.ui.view.Visual;

/**
 * The three ways of raising a score as a table, and a button for each that goes it: the run changes
 * as by any edit, so undo takes it back.
 */
public final class RaiseView implements Visual<RaiseModel> {
  private final TableCard table;
  private final Map<ScoreRaise, PushButton> buttons = new EnumMap<>(ScoreRaise.class);
  private final ViewContext context;
  private RaiseModel model;

  public RaiseView(ViewContext context) {
    this.context = context;
    table = new TableCard(context, row -> {});
    for (ScoreRaise way : ScoreRaise.values()) {
      PushButton button = new PushButton("", () -> go(way)).whole();
      button.getStyleClass().setAll("push-button", "low", "size-11");
      button.setId("raise-" + way.ordinal());
      button.setTooltip(new Tooltip());
      buttons.put(way, button);
      table.addSwitch(button);
    }
  }

  @Override
  public Region node() {
    return table.node();
  }

  @Initializer
  @Override
  public void render(RaiseModel next) {
    model = next;
    table.render(next.table());
    buttons.forEach(
        (way, button) -> {
          Optional<RaiseModel.Offer> offer = offer(way);
          button.setVisible(offer.isPresent());
          button.setManaged(offer.isPresent());
          button.setText(offer.map(RaiseModel.Offer::words).orElse(""));
          button.setAccessibleText(offer.map(RaiseModel.Offer::spoken).orElse(""));
          button.getTooltip().setText(offer.map(RaiseModel.Offer::spoken).orElse(""));
        });
  }

  private Optional<RaiseModel.Offer> offer(ScoreRaise way) {
    return model.offers().stream().filter(offer -> offer.way() == way).findFirst();
  }

  private void go(ScoreRaise way) {
    offer(way)
        .ifPresent(offer -> context.intents().accept(new Intent.SetParameters(offer.changed())));
  }

  @Override
  public Optional<Asked> asked() {
    return table.asked();
  }

  @Override
  public void dispose() {
    table.dispose();
  }
}
