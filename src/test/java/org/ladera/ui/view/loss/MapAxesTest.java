package org.ladera.ui.view.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.Test;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

/**
 * The slope of an arrow on the screen is its slope among the parameters, wherever there is room.
 */
class MapAxesTest {
  private static PlotArea area(double width, double height, double across, double up) {
    return Fx.on(
        () ->
            MapAxes.area(
                new PlotGraphics(
                    new Canvas(width, height).getGraphicsContext2D(), Tokens.of(Profile.LIGHT)),
                new Rectangle2D(0, 0, width, height),
                axis(across),
                axis(up)));
  }

  private static PlotAxis axis(double length) {
    return PlotAxis.of("w", Scale.linear(-1, length - 1), Messages.load(Language.EN).numbers());
  }

  @Test
  void aRightAngleIsOneOnTheScreen() {
    Fx.start();
    for (double[] size : new double[][] {{440, 332}, {332, 440}, {900, 700}}) {
      PlotArea area = area(size[0], size[1], 8, 6);
      double right = area.px(1) - area.px(0);
      double up = area.py(0) - area.py(1);
      // Edges lie on whole pixels.
      assertEquals(right, up, 1.0 / 6 + 1e-9);
      assertTrue(area.right() <= size[0] && area.bottom() <= size[1]);
    }
  }

  @Test
  void aSlitFillsItsRoom() {
    Fx.start();
    PlotArea area = area(440, 332, 100, 1);
    assertTrue(area.height() > 200 && area.width() > 300, area.toString());
  }
}
