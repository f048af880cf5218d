package org.ladera.ui.view.runs;

import java.util.Optional;
import javafx.scene.layout.Region;
import org.ladera.present.runs.RunsModel;
import org.ladera.present.shared.Asked;
import org.ladera.ui.plot.TableCard;
import org.ladera.ui.view.ViewContext;
import org.ladera.ui.view.Visual;

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
  public Optional<Asked> asked() {
    return table.asked();
  }

  @Override
  public void dispose() {
    table.dispose();
  }
}
