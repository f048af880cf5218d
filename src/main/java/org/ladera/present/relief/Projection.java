package org.ladera.present.relief;

/**
 * A gentle perspective of the block under a hillside onto pixels. Places of the block are given in
 * shares of its edges: u, v and height from 0 to 1.
 */
public final class Projection {
  /** Lengths of the edges of the block. */
  static final double WIDE = 1.12;

  static final double DEEP = 0.96;
  static final double TALL = 0.46;

  /** The eye's distance from the middle of the block. */
  private static final double DISTANCE = 4.2;

  private static final int TURNS = 24;

  /**
   * A place on the screen.
   *
   * @param nearness one over the distance from the eye: the larger, the nearer
   */
  public record Spot(double x, double y, double nearness) {}

  /** A place of the block. */
  public record Place(double u, double v, double height) {}

  private final Camera camera;
  private final double sinYaw;
  private final double cosYaw;
  private final double sinPitch;
  private final double cosPitch;
  private final double scale;
  private final double centreX;
  private final double centreY;

  private Projection(Camera camera, double scale, double centreX, double centreY) {
    this.camera = camera;
    sinYaw = Math.sin(camera.yaw());
    cosYaw = Math.cos(camera.yaw());
    sinPitch = Math.sin(camera.pitch());
    cosPitch = Math.cos(camera.pitch());
    this.scale = scale;
    this.centreX = centreX;
    this.centreY = centreY;
  }

  /**
   * The block as large as fits a rectangle at any turn, so that it does not breathe while it is
   * turned.
   */
  public static Projection fitting(
      Camera camera, double left, double top, double width, double height) {
    double widest = 0;
    double tallest = 0;
    for (int i = 0; i < TURNS; i++) {
      double yaw = 2 * Math.PI * i / TURNS;
      double[] box = box(new Projection(new Camera(yaw, camera.pitch(), 1), 1, 0, 0));
      widest = Math.max(widest, box[2] - box[0]);
      tallest = Math.max(tallest, box[3] - box[1]);
    }
    double scale =
        Math.max(8, Math.min(Math.max(1, width) / widest, Math.max(1, height) / tallest))
            * camera.zoom();
    double[] box = box(new Projection(camera, scale, 0, 0));
    return new Projection(
        camera,
        scale,
        left + width / 2 - (box[0] + box[2]) / 2,
        top + height / 2 - (box[1] + box[3]) / 2);
  }

  private static double[] box(Projection p) {
    double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (int corner = 0; corner < 8; corner++) {
      Spot spot = p.spot(corner & 1, corner >> 1 & 1, corner >> 2);
      box[0] = Math.min(box[0], spot.x());
      box[1] = Math.min(box[1], spot.y());
      box[2] = Math.max(box[2], spot.x());
      box[3] = Math.max(box[3], spot.y());
    }
    return box;
  }

  public Camera camera() {
    return camera;
  }

  /** The same picture with {@code factor} times as many pixels along each edge, moved. */
  public Projection sampled(double factor, double left, double top) {
    return new Projection(
        camera, scale * factor, (centreX - left) * factor, (centreY - top) * factor);
  }

  public Spot spot(double u, double v, double height) {
    double x = (u - 0.5) * WIDE;
    double y = (v - 0.5) * DEEP;
    double z = (height - 0.5) * TALL;
    double right = x * cosYaw + y * sinYaw;
    double away = y * cosYaw - x * sinYaw;
    double up = z * cosPitch + away * sinPitch;
    double nearness = 1 / (DISTANCE + away * cosPitch - z * sinPitch);
    double k = scale * DISTANCE * nearness;
    return new Spot(centreX + k * right, centreY - k * up, nearness);
  }

  /** The place of the block that lies at a pixel with this nearness: the inverse of spot. */
  public Place place(double px, double py, double nearness) {
    double k = scale * DISTANCE * nearness;
    double right = (px - centreX) / k;
    double up = (centreY - py) / k;
    double far = 1 / nearness - DISTANCE;
    double away = far * cosPitch + up * sinPitch;
    double z = up * cosPitch - far * sinPitch;
    double x = right * cosYaw - away * sinYaw;
    double y = right * sinYaw + away * cosYaw;
    return new Place(x / WIDE + 0.5, y / DEEP + 0.5, z / TALL + 0.5);
  }

  /**
   * How much light a face gets, 0 to 1. The light comes from the left of the viewer, from above and
   * a little from the front.
   *
   * @param nx normal of unit length, in the block's own lengths
   */
  public double light(double nx, double ny, double nz) {
    double right = nx * cosYaw + ny * sinYaw;
    double away = ny * cosYaw - nx * sinYaw;
    return Math.max(0, -0.62 * right - 0.38 * away + 0.686 * nz);
  }

  /** The light on a vertical side of the block. */
  public double lightOnSide(double nx, double ny) {
    return light(nx, ny, 0);
  }

  public double scale() {
    return scale;
  }

  /** Writes projected vertices; the arrays are modified. */
  public void spots(Mesh mesh, float[] xs, float[] ys, float[] qs, float[] lights) {
    int index = 0;
    for (int j = 0; j < mesh.rows(); j++) {
      double y = ((double) j / (mesh.rows() - 1) - 0.5) * DEEP;
      for (int i = 0; i < mesh.columns(); i++, index++) {
        double x = ((double) i / (mesh.columns() - 1) - 0.5) * WIDE;
        double z = (mesh.heights()[index] - 0.5) * TALL;
        double right = x * cosYaw + y * sinYaw;
        double away = y * cosYaw - x * sinYaw;
        double q = 1 / (DISTANCE + away * cosPitch - z * sinPitch);
        double k = scale * DISTANCE * q;
        xs[index] = (float) (centreX + k * right);
        ys[index] = (float) (centreY - k * (z * cosPitch + away * sinPitch));
        qs[index] = (float) q;
        lights[index] =
            (float) light(mesh.normalX()[index], mesh.normalY()[index], mesh.normalZ()[index]);
      }
    }
  }
}
