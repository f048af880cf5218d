package org.ladera.ui.window.lab;

import java.util.Locale;

/** The parts of an experiment, in the order of the panel. */
public enum LabPart {
  DATA,
  NETWORK,
  LOSS,
  OPTIMIZER,
  SCHEDULE,
  BATCH,
  START,
  REGULARISATION,
  SPLIT,
  VIEWS,
  COMPARE;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The key of its name in the texts. */
  public String text() {
    return "lab.part." + id();
  }
}
