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
  COMPARE,
  SWEEP;

  /** Whether it is about what is looked at, so that the run goes on as it is. */
  public boolean isLook() {
    return switch (this) {
      case VIEWS, SWEEP -> true;
      case DATA, NETWORK, LOSS, OPTIMIZER, SCHEDULE, BATCH, START, REGULARISATION, SPLIT, COMPARE ->
          false;
    };
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The key of its name in the texts. */
  public String text() {
    return "lab.part." + id();
  }
}
