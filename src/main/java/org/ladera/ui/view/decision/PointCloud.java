package org.ladera.ui.view.decision;

import java.util.Arrays;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.ladera.present.plot.Stamp;
import org.ladera.present.plot.Stretches;
import org.ladera.ui.fx.NewestJob;
import org.ladera.ui.fx.Screen;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.Raster;
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.theme.ClassColours;
import org.ladera.ui.theme.MapColour;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.loss.PixelImage;

/**
 * The marks of more examples than can be drawn one by one, as a picture of the size they have on
 * the screen, made off the FX thread; until the newest one is done the one before stays. FX thread
 * only.
 */
public final class PointCloud {
  /** More examples than these are a cloud. */
  public static final int FROM = 400;

  private static final double FADED = 0.3;

  /** How much of what is behind it the residual of one example hides. */
  private static final double FAINT = 0.25;

  /** Up to so many marks have the size of {@link #radius}; more are smaller. */
  private static final double FULL = 2000;

  private static final double SMALLEST = 0.9;

  /** Smaller marks have no rim: it would be all that is seen. */
  private static final double RIMMED = 2;

  /** However many there are, each is seen where it is alone. */
  private static final double FAINTEST = 0.4;

  /**
   * The examples, in the units of the axes. Arrays are not to be modified.
   *
   * @param groups the class of each
   * @param faded whether it lies below the others, pale
   * @param feet where the model predicts each; none where no residuals are drawn
   */
  public record Crowd(double[] x, double[] y, byte[] groups, boolean[] faded, double[] feet) {
    boolean same(Crowd other) {
      return Arrays.equals(x, other.x)
          && Arrays.equals(y, other.y)
          && Arrays.equals(groups, other.groups)
          && Arrays.equals(faded, other.faded)
          && Arrays.equals(feet, other.feet);
    }
  }

  private record Look(
      Crowd crowd,
      PlotArea area,
      double factor,
      double radius,
      double rim,
      Color edge,
      Tokens tokens) {
    boolean same(@Nullable Look other) {
      return other != null
          && area.equals(other.area)
          && factor == other.factor
          && radius == other.radius
          && edge.equals(other.edge)
          && tokens.equals(other.tokens)
          && crowd.same(other.crowd);
    }

    int width() {
      return Raster.points(area.width(), factor);
    }

    int height() {
      return Raster.points(area.height(), factor);
    }
  }

  private record Shot(Look look, int[] pixels) {}

  private final ViewCard card;
  private final NewestJob<Shot> job;
  private final PixelImage image = new PixelImage();
  private @Nullable Look wanted;
  private @Nullable Look shown;

  /**
   * @param card on which it is drawn, again when a picture is done
   */
  public PointCloud(ViewCard card) {
    this.card = card;
    job = new NewestJob<>("points", this::receive);
  }

  /** The radius of a mark of so many, where one of some hundreds has {@code radius}. */
  public static double radius(double radius, int count) {
    return Math.max(SMALLEST, radius * Math.sqrt(Math.min(1, FULL / count)));
  }

  /**
   * Draws the newest picture over {@code area} and asks for that of {@code crowd}.
   *
   * @param radius of a mark
   * @param edge colour of the rims
   */
  public void draw(
      PlotGraphics graphics, PlotArea area, Crowd crowd, double radius, double rim, Color edge) {
    Look look = new Look(crowd, area, Screen.scale(card), radius, rim, edge, graphics.tokens());
    if (!look.same(wanted)) {
      wanted = look;
      job.ask(() -> shoot(look));
    }
    if (shown != null) {
      Raster.draw(graphics.context(), image.image(), area);
    }
  }

  /** Forgets the picture, so that it does not stand before something else. */
  public void clear() {
    wanted = null;
    shown = null;
  }

  /** Finishes the wanted picture at once. */
  public void settle() {
    if (wanted != null && wanted != shown) {
      job.answer(shoot(wanted));
      card.repaint();
    }
  }

  public void close() {
    job.close();
  }

  private void receive(Shot shot) {
    if (wanted == null) {
      return;
    }
    shown = shot.look();
    image.show(shot.pixels(), shot.look().width(), shot.look().height());
    card.repaintInTurn();
  }

  private static Shot shoot(Look look) {
    int width = look.width();
    int height = look.height();
    int[] pixels = new int[width * height];
    int count = look.crowd.x.length;
    double[] xs = new double[count];
    double[] ys = new double[count];
    for (int i = 0; i < count; i++) {
      xs[i] = (look.area.px(look.crowd.x[i]) - look.area.left()) * look.factor;
      ys[i] = (look.area.py(look.crowd.y[i]) - look.area.top()) * look.factor;
    }
    if (look.crowd.feet.length > 0) {
      double[] feet = new double[count];
      for (int i = 0; i < count; i++) {
        feet[i] = (look.area.py(look.crowd.feet[i]) - look.area.top()) * look.factor;
      }
      int colour = MapColour.argb(look.tokens.delta().mark());
      Stretches.draw(pixels, width, height, xs, ys, feet, colour, FAINT);
    }
    Stamp[] pale = new Stamp[ClassMark.COUNT];
    Stamp[] full = new Stamp[ClassMark.COUNT];
    for (boolean faded : new boolean[] {true, false}) {
      Stamp[] stamps = faded ? pale : full;
      for (int i = 0; i < count; i++) {
        if (look.crowd.faded[i] == faded) {
          int group = look.crowd.groups[i] % ClassMark.COUNT;
          if (stamps[group] == null) {
            stamps[group] = stamp(look, group, (faded ? FADED : 1) * share(count));
          }
          stamps[group].put(pixels, width, height, xs[i], ys[i]);
        }
      }
    }
    return new Shot(look, pixels);
  }

  /** The more there are, the more each lets through, so that one sees where most are. */
  private static double share(int count) {
    return Math.clamp(Math.sqrt(FULL / count), FAINTEST, 1);
  }

  private static Stamp stamp(Look look, int group, double share) {
    return Stamp.of(
        ClassMark.corners(group),
        look.radius * look.factor,
        (look.radius < RIMMED ? 0 : look.rim) * look.factor,
        MapColour.argb(ClassColours.of(look.tokens, group).mark()),
        MapColour.argb(look.edge),
        share);
  }
}
