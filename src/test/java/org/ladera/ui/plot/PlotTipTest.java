package org.ladera.ui.plot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.ladera.present.shared.Tip;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

class PlotTipTest {
  private static final int WIDTH = 280;

  private static Region shown(String words) {
    return Fx.on(
        () -> {
          Pane view = new Pane();
          Fx.scene(view, WIDTH, 200);
          Tip tip = new Tip(List.of(new Tip.Line(words, Tip.Tone.TEXT)));
          new PlotTip(view).show(tip, 140, 150, Tokens.of(Profile.LIGHT));
          return (Region) view.getChildren().getFirst();
        });
  }

  @Test
  void whatIsWiderThanItsViewGoesOnInASecondLine() {
    Fx.start();
    double line = shown("b 1,44").getHeight();
    Region box = shown("del punto hacia aquí: pendiente 0,813 = 1,03 · cos 37,9°");
    assertTrue(box.getLayoutX() >= 0 && box.getLayoutX() + box.getWidth() <= WIDTH, "cut off");
    assertTrue(box.getHeight() > line + 8, "a line of " + line + " in " + box.getHeight());
  }
}
