package org.ladera.ui.view.decision;

import org.jspecify.annotations.Nullable;
import org.ladera.present.decision.BackgroundField;
import org.ladera.present.decision.DecisionInk;
import org.ladera.present.decision.DecisionRaster;
import org.ladera.ui.fx.NewestJob;
import org.ladera.ui.fx.Screen;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Raster;
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.view.loss.PixelImage;

/**
 * The picture of a {@link BackgroundField} behind a plot, drawn pixel by pixel at the size it has
 * on the screen, off the FX thread; until the newest one is done the one before stays. FX thread
 * only.
 */
public final class BackgroundImage {
  private record Look(
      BackgroundField background, int width, int height, double pixel, DecisionInk ink) {}

  private record Shot(Look look, int[] pixels) {}

  private final ViewCard card;
  private final NewestJob<Shot> job;
  private final PixelImage image = new PixelImage();
  private @Nullable Look wanted;
  private @Nullable Look shown;

  /**
   * @param card on which it is drawn, again when a picture is done
   */
  public BackgroundImage(ViewCard card, String name) {
    this.card = card;
    job = new NewestJob<>(name, this::receive);
  }

  /** Draws the newest picture over {@code area} and asks for that of {@code background}. */
  public void draw(
      PlotGraphics graphics, PlotArea area, BackgroundField background, DecisionInk ink) {
    double factor = Screen.scale(card);
    int width = Raster.points(area.width(), factor);
    int height = Raster.points(area.height(), factor);
    Look look = new Look(background, width, height, graphics.stroke(factor), ink);
    if (!look.equals(wanted)) {
      wanted = look;
      job.ask(() -> shoot(look));
    }
    if (shown != null) {
      Raster.draw(graphics.context(), image.image(), area);
    }
  }

  /** Forgets the picture, so that it does not stand behind something else. */
  public void clear() {
    wanted = null;
    shown = null;
  }

  /** Finishes the wanted picture at once. */
  public void settle() {
    if (wanted != null && !wanted.equals(shown)) {
      job.answer(shoot(wanted));
      card.repaint();
    }
  }

  public void close() {
    job.close();
  }

  private static Shot shoot(Look look) {
    return new Shot(
        look,
        DecisionRaster.draw(
            look.background().fields(), look.width(), look.height(), look.pixel(), look.ink()));
  }

  private void receive(Shot shot) {
    if (wanted == null) {
      return;
    }
    shown = shot.look();
    image.show(shot.pixels(), shot.look().width(), shot.look().height());
    card.repaintInTurn();
  }
}
