package org.ladera.ui.view.data;

import org.ladera.present.shared.Highlight;
import org.ladera.ui.plot.TableCard;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/** The table of examples. Enter or a double click on a row lights its example up everywhere. */
public final class ExamplesView extends TableCard {
  public ExamplesView(ViewContext context) {
    super(
        context,
        row ->
            row.update()
                .ifPresent(
                    i -> context.intents().accept(new Intent.Light(Highlight.ofSample((int) i)))));
  }
}
