package org.ladera.ui.view.data;

import java.util.Optional;
import javafx.scene.layout.Region;
import org.ladera.present.data.ExamplesModel;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.ui.plot.TableCard;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;
import org.ladera.ui.view.Visual;

/** The table of examples. Enter or a double click on a row lights its example up everywhere. */
public final class ExamplesView implements Visual<ExamplesModel> {
  private final TableCard table;

  public ExamplesView(ViewContext context) {
    table =
        new TableCard(
            context,
            row ->
                row.update()
                    .ifPresent(
                        i ->
                            context
                                .intents()
                                .accept(new Intent.Light(Highlight.ofSample((int) i)))));
  }

  @Override
  public Region node() {
    return table.node();
  }

  @Override
  public void render(ExamplesModel model) {
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
