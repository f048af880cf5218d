package org.ladera.ui.window.lab;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Beside the name of a part: whether a change there goes on from here or begins anew. */
final class BranchSign extends Label {
  BranchSign(LabPart part, LabForm f) {
    boolean here = f.state.fromHere() && goesOn(part);
    boolean mixed = f.state.fromHere() && part == LabPart.NETWORK;
    setGraphic(new FontIcon(here ? MaterialDesignS.SOURCE_BRANCH : MaterialDesignR.RESTART));
    getStyleClass().addAll("muted", "icon-16");
    setId("lab-sign-" + part.id());
    String words = f.text(here ? "lab.sign.here" : mixed ? "lab.sign.mixed" : "lab.sign.anew");
    setAccessibleText(words);
    Tooltip tip = new Tooltip(words);
    tip.getStyleClass().add("size-12");
    setTooltip(tip);
  }

  /** Rule and rate can change on the way of a run. */
  private static boolean goesOn(LabPart part) {
    return switch (part) {
      case OPTIMIZER -> true;
      case DATA,
          NETWORK,
          LOSS,
          SCHEDULE,
          BATCH,
          START,
          REGULARISATION,
          SPLIT,
          VIEWS,
          COMPARE,
          SWEEP ->
          false;
    };
  }
}
