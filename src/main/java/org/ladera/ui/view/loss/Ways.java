package org.ladera.ui.view.loss;

import org.ladera.present.loss.Trail;
import org.ladera.present.relief.Projection;
import org.ladera.present.relief.SurfacePicture;
import org.ladera.present.relief.Terrain;
import org.ladera.ui.plot.PlotArea;

/** Brings trails into pixels. */
final class Ways {
  /** Points of a draped stretch across the whole map. */
  private static final double FINENESS = 90;

  private static final int MOST = 40;

  private Ways() {}

  /** Seen from above: straight between two updates. */
  static Way flat(Trail trail, PlotArea area) {
    Way way = new Way();
    for (int i = 0; i < trail.count(); i++) {
      if (i == trail.reached()) {
        way.markReached();
      }
      Way.Stretch kind =
          crowded(trail, i, area.x().max() - area.x().min(), area.y().max() - area.y().min())
              ? Way.Stretch.CROWDED
              : Way.Stretch.OPEN;
      way.add(area.px(trail.u()[i]), area.py(trail.v()[i]), kind, true);
      way.setAway(trail.distance()[i]);
    }
    if (trail.reached() == trail.count()) {
      way.markReached();
    }
    return way;
  }

  /**
   * On the hillside, at the true loss of each update. Between two updates it follows the hillside
   * where that is the true loss, and is straight elsewhere.
   */
  static Way onHill(
      Trail trail, Terrain terrain, Projection projection, SurfacePicture picture, boolean draped) {
    Way way = new Way();
    double u0 = terrain.field().x().min();
    double v0 = terrain.field().y().min();
    double ru = terrain.field().x().max() - u0;
    double rv = terrain.field().y().max() - v0;
    for (int i = 0; i < trail.count(); i++) {
      if (i == trail.reached()) {
        way.markReached();
      }
      double loss = loss(trail, i, terrain, draped);
      if (Double.isNaN(loss)) {
        continue;
      }
      boolean crowded = crowded(trail, i, ru, rv);
      if (i > 0 && draped) {
        double du = (trail.u()[i] - trail.u()[i - 1]) / ru;
        double dv = (trail.v()[i] - trail.v()[i - 1]) / rv;
        int pieces = (int) Math.min(MOST, Math.ceil(Math.hypot(du, dv) * FINENESS));
        for (int k = 1; k < pieces; k++) {
          double t = (double) k / pieces;
          double u = trail.u()[i - 1] + t * (trail.u()[i] - trail.u()[i - 1]);
          double v = trail.v()[i - 1] + t * (trail.v()[i] - trail.v()[i - 1]);
          add(way, terrain, projection, picture, u, v, terrain.loss(u, v), crowded, false);
        }
      }
      add(way, terrain, projection, picture, trail.u()[i], trail.v()[i], loss, crowded, true);
      way.setAway(trail.distance()[i]);
    }
    if (trail.reached() == trail.count()) {
      way.markReached();
    }
    return way;
  }

  private static double loss(Trail trail, int i, Terrain terrain, boolean draped) {
    double known = trail.loss()[i];
    if (!Double.isNaN(known)) {
      return known;
    }
    double there = draped ? terrain.loss(trail.u()[i], trail.v()[i]) : Double.NaN;
    return Double.isNaN(there) && draped ? terrain.high() : there;
  }

  private static void add(
      Way way,
      Terrain terrain,
      Projection projection,
      SurfacePicture picture,
      double u,
      double v,
      double loss,
      boolean crowded,
      boolean update) {
    boolean inside = terrain.holds(u, v);
    Projection.Spot spot =
        projection.spot(
            unit(u, terrain.field().x().min(), terrain.field().x().max()),
            unit(v, terrain.field().y().min(), terrain.field().y().max()),
            terrain.height(loss));
    // The stretch across the border is left out at both of its ends.
    Way.Stretch kind =
        !inside || way.endsOutside()
            ? Way.Stretch.GAP
            : picture != null && !picture.shows(spot)
                ? Way.Stretch.HIDDEN
                : crowded ? Way.Stretch.CROWDED : Way.Stretch.OPEN;
    way.add(spot.x(), spot.y(), kind, update);
    way.setOutside(!inside);
  }

  static double unit(double value, double min, double max) {
    return (value - min) / (max - min);
  }

  /** Whether the step that ends at point i turned back on the one before or after it. */
  private static boolean crowded(Trail trail, int i, double ru, double rv) {
    return i > 0 && (turns(trail, i, ru, rv) || turns(trail, i - 1, ru, rv));
  }

  private static boolean turns(Trail trail, int i, double ru, double rv) {
    if (i < 1 || i + 1 >= trail.count()) {
      return false;
    }
    double au = (trail.u()[i] - trail.u()[i - 1]) / ru;
    double av = (trail.v()[i] - trail.v()[i - 1]) / rv;
    double bu = (trail.u()[i + 1] - trail.u()[i]) / ru;
    double bv = (trail.v()[i + 1] - trail.v()[i]) / rv;
    return au * bu + av * bv < 0 && Math.hypot(au, av) > 0.01;
  }
}
