package org.ladera.ui.vector;

import com.sun.prism.paint.Color;
import com.sun.prism.paint.Gradient;
import com.sun.prism.paint.LinearGradient;
import com.sun.prism.paint.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.Stop;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;
import org.ladera.store.image.Colouring;

/** Paints of JavaFX as colours on the page; empty for what cannot be seen. */
final class Paints {
  private Paints() {}

  /** The paint of a canvas. */
  static Optional<Colouring> colouring(@Nullable Paint paint, Transform to, double opacity) {
    return switch (paint) {
      case Color c -> plain(c.getRed(), c.getGreen(), c.getBlue(), c.getAlpha() * opacity);
      case LinearGradient along -> {
        List<Colouring.Stop> stops = new ArrayList<>();
        for (com.sun.prism.paint.Stop stop : along.getStops()) {
          Color c = stop.getColor();
          stops.add(
              new Colouring.Stop(stop.getOffset(), rgb(c.getRed(), c.getGreen(), c.getBlue())));
        }
        yield along(along.getX1(), along.getY1(), along.getX2(), along.getY2(), to, stops, opacity);
      }
      case Gradient round -> {
        Color c = round.getStops().getFirst().getColor();
        yield plain(c.getRed(), c.getGreen(), c.getBlue(), c.getAlpha() * opacity);
      }
      case null -> Optional.empty();
      case Paint other -> Optional.empty();
    };
  }

  /**
   * The paint of a node.
   *
   * @param box which a proportional paint is stretched over
   */
  static Optional<Colouring> colouring(
      javafx.scene.paint.@Nullable Paint paint, Bounds box, Transform to, double opacity) {
    return switch (paint) {
      case javafx.scene.paint.Color c ->
          plain(c.getRed(), c.getGreen(), c.getBlue(), c.getOpacity() * opacity);
      case javafx.scene.paint.LinearGradient g when g.getCycleMethod() == CycleMethod.NO_CYCLE -> {
        double w = g.isProportional() ? box.getWidth() : 1;
        double h = g.isProportional() ? box.getHeight() : 1;
        double left = g.isProportional() ? box.getMinX() : 0;
        double top = g.isProportional() ? box.getMinY() : 0;
        List<Colouring.Stop> stops = new ArrayList<>();
        for (Stop stop : g.getStops()) {
          stops.add(new Colouring.Stop(stop.getOffset(), rgb(stop.getColor())));
        }
        yield along(
            left + w * g.getStartX(),
            top + h * g.getStartY(),
            left + w * g.getEndX(),
            top + h * g.getEndY(),
            to,
            stops,
            opacity);
      }
      case null -> Optional.empty();
      case javafx.scene.paint.Paint other -> Optional.empty();
    };
  }

  private static Optional<Colouring> along(
      double x1,
      double y1,
      double x2,
      double y2,
      Transform to,
      List<Colouring.Stop> stops,
      double opacity) {
    List<Colouring.Stop> whole = new ArrayList<>(stops);
    if (stops.getFirst().offset() > 0) {
      whole.addFirst(new Colouring.Stop(0, stops.getFirst().rgb()));
    }
    if (stops.getLast().offset() < 1) {
      whole.add(new Colouring.Stop(1, stops.getLast().rgb()));
    }
    return Optional.of(
        new Colouring.Along(
            Geometry.x(to, x1, y1),
            Geometry.y(to, x1, y1),
            Geometry.x(to, x2, y2),
            Geometry.y(to, x2, y2),
            whole,
            opacity));
  }

  private static Optional<Colouring> plain(double red, double green, double blue, double opacity) {
    return opacity <= 0
        ? Optional.empty()
        : Optional.of(new Colouring.Plain(rgb(red, green, blue), Math.min(1, opacity)));
  }

  private static int rgb(javafx.scene.paint.Color color) {
    return rgb(color.getRed(), color.getGreen(), color.getBlue());
  }

  private static int rgb(double red, double green, double blue) {
    return (int) Math.round(red * 255) << 16
        | (int) Math.round(green * 255) << 8
        | (int) Math.round(blue * 255);
  }
}
