package org.ladera.ui.view.runs;

import org.ladera.ui.plot.TableCard;
import org.ladera.ui.view.ViewContext;

/** The table of runs. */
public final class RunsView extends TableCard {
  public RunsView(ViewContext context) {
    super(context, row -> {});
  }
}
