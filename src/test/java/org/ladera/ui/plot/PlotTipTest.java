package org.ladera.ui.plot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.ladera.present.shared.Tip;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

class PlotTipTest {
  private static Bounds shown(String words) {
    Pane view = new Pane();
    Fx.scene(view, 280, 200);
    Tip tip = new Tip(List.of(new Tip.Line(words, Tip.Tone.TEXT)));
    new PlotTip(view).show(tip, 140, 150, Tokens.of(Profile.LIGHT));
    return view.getChildren().getFirst().getBoundsInParent();
  }

  @Test
  void whatIsWiderThanItsViewGoesOnInASecondLine() {
    Fx.start();
    double line = Fx.on(() -> shown("b 1,44").getHeight());
    Bounds box = Fx.on(() -> shown("del punto hacia aquí: pendiente 0,813 = 1,03 · cos 37,9°"));
    assertTrue(box.getHeight() > line + 8, "one line of " + box);
  }
}
