package org.ladera.store.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The views that a new laboratory begins with. */
public final class SuitingViews {
  private SuitingViews() {}

  /** Of pictures of several classes. */
  public static List<Map<String, Object>> ofPictures() {
    return List.of(
        Map.of("view", "confusion"),
        Map.of("view", "loss-curve"),
        Map.of("view", "images"),
        Map.of("view", "draw"));
  }

  /**
   * As they stand in a document.
   *
   * @param inputs of the network
   * @param small whether its units can be drawn one by one
   */
  public static List<Map<String, Object>> of(int inputs, Laboratory.Kind kind, boolean small) {
    List<Map<String, Object>> views = new ArrayList<>();
    if (inputs == 1 && kind == Laboratory.Kind.NUMBER) {
      views.add(Map.of("view", "data"));
    }
    if (inputs == 2) {
      Map<String, Object> plane = new LinkedHashMap<>();
      plane.put("view", "boundary");
      plane.put("edit", true);
      views.add(plane);
    }
    Map<String, Object> curve = new LinkedHashMap<>();
    curve.put("view", "loss-curve");
    curve.put("log", true);
    views.add(curve);
    if (small) {
      views.add(Map.of("view", "network"));
    }
    if (kind != Laboratory.Kind.NUMBER) {
      views.add(Map.of("view", "confusion"));
    }
    return views;
  }
}
