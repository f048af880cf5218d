package org.ladera.ui.view.runs;

import java.util.Optional;
import javafx.scene.layout.Region;
import org.ladera.present.runs.UpdatesModel;
import org.ladera.present.shared.Asked;
import org.ladera.ui.plot.TableCard;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;
import org.ladera.ui.view.Visual;

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
