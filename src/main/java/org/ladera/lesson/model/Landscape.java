package org.ladera.lesson.model;

import java.util.List;
import org.ladera.session.Scene;

/** The map of the loss that an open update shows its point on. */
public final class Landscape {
  private Landscape() {}

  /** A map as the first of these views has it, else over the plane of the path. */
  public static ViewSpec.Contour among(List<ViewSpec> views) {
    return views.stream()
        .filter(ViewSpec.OverParameters.class::isInstance)
        .map(ViewSpec.OverParameters.class::cast)
        .findFirst()
        .map(v -> new ViewSpec.Contour(v.run(), v.plane(), v.log(), v.runs()))
        .orElse(new ViewSpec.Contour(Scene.MAIN, new PlaneChoice.Path(), true, List.of()));
  }
}
