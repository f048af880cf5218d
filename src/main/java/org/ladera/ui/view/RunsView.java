package org.ladera.ui.view;

import javafx.scene.layout.Region;
import org.ladera.present.RunsModel;
import org.ladera.ui.view.plot.TableCard;

/** The table of runs. */
public final class RunsView implements Visual<RunsModel> {
  private final TableCard table;

  public RunsView(ViewContext context) {
    table = new TableCard(context, row -> {});
  }

  @Override
  public Region node() {
    return table.node();
  }

  @Override
  public void render(RunsModel model) {
    table.show(model.table());
  }

  @Override
  public void dispose() {
    table.dispose();
  }
}
