package org.ladera.ui.view.images;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.data.Centring;
import org.ladera.present.images.DrawModel;
import org.ladera.present.shared.PixelPicture;
import org.ladera.text.RichText;
import org.ladera.ui.plot.Edges;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws a drawing on its way into the form that the network reads: crop, fit, centre. */
final class CentringPainter {
  private static final double WORDS = 12;

  /** The number of the picture of the pad. */
  static final int INK = 0;

  private static final int SEEN = 1;
  private static final int CROP = 2;
  private static final int FIT = 3;
  private static final int CENTRED = 4;

  private final PicturePainter pictures;

  /**
   * @param pictures keeps what is drawn at its numbers
   */
  CentringPainter(PicturePainter pictures) {
    this.pictures = pictures;
  }

  /** What the network gets, large. */
  void seen(PlotGraphics graphics, @Nullable PixelPicture seen, Rectangle2D at) {
    picture(graphics, SEEN, seen, at, true);
  }

  /** Crop, fit, centre. */
  void way(
      PlotGraphics graphics,
      DrawModel.Words words,
      Rectangle2D at,
      double line,
      @Nullable Centring c,
      @Nullable PixelPicture ink,
      @Nullable PixelPicture fit,
      @Nullable PixelPicture seen) {
    title(graphics, words.way(), at.getMinX(), at.getMinY(), at.getWidth());
    double gap = 16;
    double side =
        Math.floor(
            Math.min(
                (at.getWidth() - 2 * gap) / 3,
                Math.min(64 * graphics.tokens().scale(), at.getHeight() - line * 2)));
    if (side < 24) {
      return;
    }
    String[] names = {words.crop(), words.fit(), words.centre()};
    for (int i = 0; i < 3; i++) {
      Rectangle2D place =
          new Rectangle2D(
              Math.floor(at.getMinX() + i * (side + gap)), at.getMinY() + line * 0.6, side, side);
      stage(graphics, i, place, c, i == 0 ? ink : i == 1 ? fit : seen);
      graphics.text(
          graphics.fitting(RichText.parse(names[i]), side + gap - 4, 11, Weight.REGULAR),
          place.getMinX() + side / 2,
          place.getMaxY() + graphics.size(11) * 1.35,
          11,
          Weight.REGULAR,
          graphics.tokens().muted(),
          Align.CENTRE);
    }
    double base = at.getMinY() + line * 0.6 + side + line * 2.2;
    if (base + line < at.getMaxY()) {
      for (String words1 :
          graphics.wrapped(words.centred(), at.getWidth(), WORDS, Weight.REGULAR)) {
        say(graphics, words1, at.getMinX(), base, at);
        base += line;
      }
    }
  }

  private void stage(
      PlotGraphics graphics,
      int stage,
      Rectangle2D place,
      @Nullable Centring c,
      @Nullable PixelPicture shown) {
    ground(graphics, place);
    if (c == null || c.isEmpty()) {
      return;
    }
    switch (stage) {
      case 0 -> {
        picture(graphics, CROP, shown, place, false);
        double unit = place.getWidth() / Pad.SIDE;
        Edges.draw(
            graphics.context(),
            place.getMinX() + c.left() * unit,
            place.getMinY() + c.top() * unit,
            c.width() * unit,
            c.height() * unit,
            graphics.tokens().accent(),
            1);
      }
      case 1 -> {
        double longer = Math.max(c.fittedWidth(), c.fittedHeight());
        double w = place.getWidth() * c.fittedWidth() / longer;
        double h = place.getHeight() * c.fittedHeight() / longer;
        picture(
            graphics,
            FIT,
            shown,
            new Rectangle2D(
                place.getMinX() + (place.getWidth() - w) / 2,
                place.getMinY() + (place.getHeight() - h) / 2,
                w,
                h),
            false);
      }
      default -> {
        picture(graphics, CENTRED, shown, place, false);
        graphics.line(
            place.getMinX() + place.getWidth() / 2,
            place.getMinY(),
            place.getMinX() + place.getWidth() / 2,
            place.getMaxY(),
            graphics.tokens().accent(),
            1,
            PlotGraphics.REFERENCE);
        graphics.line(
            place.getMinX(),
            place.getMinY() + place.getHeight() / 2,
            place.getMaxX(),
            place.getMinY() + place.getHeight() / 2,
            graphics.tokens().accent(),
            1,
            PlotGraphics.REFERENCE);
      }
    }
  }

  private static void ground(PlotGraphics graphics, Rectangle2D at) {
    graphics.context().setFill(PictureInk.ground(graphics.tokens()));
    graphics.context().fillRect(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
  }

  private void picture(
      PlotGraphics graphics,
      int index,
      @Nullable PixelPicture picture,
      Rectangle2D at,
      boolean grid) {
    GraphicsContext g = graphics.context();
    ground(graphics, at);
    if (picture != null) {
      pictures.draw(graphics, index, picture, at);
    }
    Tokens tokens = graphics.tokens();
    if (grid && picture != null && at.getWidth() / picture.shape().columns() >= 5) {
      // Strokes would be outlines, which are dear without a graphics card.
      g.setFill(tokens.grid());
      for (int i = 1; i < picture.shape().columns(); i++) {
        double x = at.getMinX() + at.getWidth() * i / picture.shape().columns();
        g.fillRect(x - 0.25, at.getMinY(), 0.5, at.getHeight());
      }
      for (int i = 1; i < picture.shape().rows(); i++) {
        double y = at.getMinY() + at.getHeight() * i / picture.shape().rows();
        g.fillRect(at.getMinX(), y - 0.25, at.getWidth(), 0.5);
      }
    }
    Edges.draw(
        graphics.context(),
        at.getMinX() - 0.5,
        at.getMinY() - 0.5,
        at.getWidth() + 1,
        at.getHeight() + 1,
        tokens.separator(),
        1);
  }

  static void title(PlotGraphics graphics, String words, double x, double base, double room) {
    graphics.text(
        graphics.fitting(RichText.parse(words), room, WORDS, Weight.SEMI_BOLD),
        x,
        base,
        WORDS,
        Weight.SEMI_BOLD,
        graphics.tokens().text(),
        Align.LEFT);
  }

  static void say(PlotGraphics graphics, String words, double x, double base, Rectangle2D room) {
    graphics.text(
        graphics.fitting(RichText.parse(words), room.getMaxX() - x, WORDS, Weight.REGULAR),
        x,
        base,
        WORDS,
        Weight.REGULAR,
        graphics.tokens().muted(),
        Align.LEFT);
  }
}
