package org.ladera.ui.view.runs;

import org.ladera.ui.plot.TableCard;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/** The table of updates. Enter or a double click on a row goes to that update. */
public final class UpdatesView extends TableCard {
  public UpdatesView(ViewContext context) {
    super(
        context,
        row -> row.update().ifPresent(u -> context.intents().accept(new Intent.SeekUpdate(u))));
  }
}
