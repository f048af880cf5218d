package org.ladera.ui.view;

import java.util.Optional;
import javafx.scene.layout.Region;
import org.ladera.present.Asked;
import org.ladera.present.UpdatesModel;
import org.ladera.ui.view.plot.TableCard;

/** The table of updates. Enter or a double click on a row goes to that update. */
public final class UpdatesView implements Visual<UpdatesModel> {
  private final TableCard table;

  public UpdatesView(ViewContext context) {
    table =
        new TableCard(
            context,
            row -> row.update().ifPresent(u -> context.intents().accept(new Intent.SeekUpdate(u))));
  }

  @Override
  public Region node() {
    return table.node();
  }

  @Override
  public void render(UpdatesModel model) {
    table.show(model.table());
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
