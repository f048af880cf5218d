package org.ladera.ui.view.runs;

import javafx.scene.layout.Region;
import org.ladera.present.runs.PerceptronModel;
import org.ladera.ui.plot.TableCard;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;
import org.ladera.ui.view.Visual;

/**
 * The perceptron rule as a table. Enter or a double click on a row gives the run the weights after
 * it.
 */
public final class PerceptronView implements Visual<PerceptronModel> {
  private final TableCard table;
  private PerceptronModel model;

  public PerceptronView(ViewContext context) {
    table =
        new TableCard(
            context,
            row -> {
              int at = model.table().rows().indexOf(row);
              if (at >= 0) {
                context.intents().accept(new Intent.SetParameters(model.weights().get(at)));
              }
            });
  }

  @Override
  public Region node() {
    return table.node();
  }

  @Override
  public void render(PerceptronModel next) {
    model = next;
    table.render(next.table());
  }

  @Override
  public void dispose() {
    table.dispose();
  }
}
