package org.ladera.present.relief;

/**
 * From where the hillside is seen.
 *
 * @param yaw turn around the vertical, in radians; at 0 u runs to the right and v away
 * @param pitch how far from above, in radians: 0 from the side, π/2 straight down
 * @param zoom 1 fits the view
 */
public record Camera(double yaw, double pitch, double zoom) {
  private static final double LOWEST = Math.toRadians(8);

  /** Steeper, and the edges with the numbers would lie behind the hillside. */
  private static final double STEEPEST = Math.toRadians(76);

  /** Looking along the valley of a trench from one corner, light from the left. */
  public static final Camera HOME = new Camera(Math.toRadians(48), Math.toRadians(44), 1);

  public Camera {
    yaw = Math.IEEEremainder(yaw, 2 * Math.PI);
    pitch = Math.max(LOWEST, Math.min(STEEPEST, pitch));
    zoom = Math.max(0.5, Math.min(8, zoom));
  }

  public Camera turned(double byYaw, double byPitch) {
    return new Camera(yaw + byYaw, pitch + byPitch, zoom);
  }

  public Camera zoomed(double factor) {
    return new Camera(yaw, pitch, zoom * factor);
  }
}
