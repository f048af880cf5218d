package org.ladera.present.relief;

import org.ladera.present.plot.ColourMap;

/**
 * Draws a hillside with a depth buffer: triangles with colour, light and level lines worked out for
 * each pixel, and the sides of the block below. Keeps its buffers; used by one thread at a time.
 */
public final class SurfaceRaster {
  private static final float AMBIENT = 0.6f;
  private static final float DIFFUSE = 0.5f;

  private float[] xs = {};
  private float[] ys = {};
  private float[] qs = {};
  private float[] lights = {};
  private int[] pixels = {};
  private float[] depth = {};
  private int width;
  private int height;

  /** Of the picture that is being drawn. */
  @SuppressWarnings("NullAway.Init")
  private Mesh mesh;

  private int[] map = {};
  private int line;
  private float lineShare;
  private float halfLine;

  /**
   * @param projection onto the pixels of the picture
   * @param samples of each pixel along each edge; more give smoother edges
   * @param lineWidth of the level lines, in pixels of the picture
   */
  public SurfacePicture draw(
      Mesh hill,
      Projection projection,
      int wide,
      int high,
      int samples,
      double lineWidth,
      SurfaceInk ink) {
    width = wide * samples;
    height = high * samples;
    if (pixels.length < width * height) {
      pixels = new int[width * height];
      depth = new float[width * height];
    } else {
      java.util.Arrays.fill(pixels, 0, width * height, 0);
      java.util.Arrays.fill(depth, 0, width * height, 0);
    }
    if (xs.length < hill.heights().length) {
      xs = new float[hill.heights().length];
      ys = new float[xs.length];
      qs = new float[xs.length];
      lights = new float[xs.length];
    }
    mesh = hill;
    map = ink.map().table();
    line = ink.line();
    lineShare = (float) ink.lineShare();
    halfLine = (float) (lineWidth * samples / 2);
    Projection sampled = projection.sampled(samples, 0, 0);
    sampled.spots(hill, xs, ys, qs, lights);
    hill();
    sides(sampled, ink);
    return resolved(projection, wide, high, samples);
  }

  private void hill() {
    int columns = mesh.columns();
    float[] h = mesh.heights();
    for (int j = 0; j < mesh.rows() - 1; j++) {
      for (int i = 0; i < columns - 1; i++) {
        int a = j * columns + i;
        int b = a + 1;
        int d = a + columns;
        int c = d + 1;
        // The flatter diagonal follows a valley better.
        if (Math.abs(h[a] - h[c]) < Math.abs(h[b] - h[d])) {
          triangle(a, b, c);
          triangle(a, c, d);
        } else {
          triangle(a, b, d);
          triangle(b, c, d);
        }
      }
    }
  }

  private void triangle(int a, int b, int c) {
    float x0 = xs[a];
    float y0 = ys[a];
    float ux = xs[b] - x0;
    float uy = ys[b] - y0;
    float vx = xs[c] - x0;
    float vy = ys[c] - y0;
    float area = ux * vy - vx * uy;
    if (!(area < 0)) {
      return; // seen from below, or from its edge
    }
    int left = Math.max(0, (int) Math.ceil(x0 + Math.min(0, Math.min(ux, vx)) - 0.5f));
    int right = Math.min(width - 1, (int) Math.floor(x0 + Math.max(0, Math.max(ux, vx)) - 0.5f));
    int top = Math.max(0, (int) Math.ceil(y0 + Math.min(0, Math.min(uy, vy)) - 0.5f));
    int bottom = Math.min(height - 1, (int) Math.floor(y0 + Math.max(0, Math.max(uy, vy)) - 0.5f));
    if (left > right || top > bottom) {
      return;
    }
    float inverse = 1 / area;
    // Shares of b and c of the triangle, linear in x and y.
    float bx = vy * inverse;
    float by = -vx * inverse;
    float cx = -uy * inverse;
    float cy = ux * inverse;
    float[] tones = mesh.tones();
    float q0 = qs[a];
    float dqb = qs[b] - q0;
    float dqc = qs[c] - q0;
    float t0 = tones[a] * 255;
    float dtb = tones[b] * 255 - t0;
    float dtc = tones[c] * 255 - t0;
    float l0 = lights[a];
    float dlb = lights[b] - l0;
    float dlc = lights[c] - l0;
    float[] levels = mesh.levels();
    float f0 = levels[a];
    float dfb = levels[b] - f0;
    float dfc = levels[c] - f0;
    float fx = dfb * bx + dfc * cx;
    float fy = dfb * by + dfc * cy;
    float perPixel = (float) Math.sqrt(fx * fx + fy * fy);
    float reach = (halfLine + 0.5f) * perPixel;
    float level = near(f0 + Math.min(0, Math.min(dfb, dfc)) - reach);
    boolean lined = level <= f0 + Math.max(0, Math.max(dfb, dfc)) + reach && perPixel > 0;
    for (int y = top; y <= bottom; y++) {
      float py = y + 0.5f - y0;
      float px = left + 0.5f - x0;
      float sb = px * bx + py * by;
      float sc = px * cx + py * cy;
      int at = y * width + left;
      for (int x = left; x <= right; x++, at++, sb += bx, sc += cx) {
        if (sb < 0 || sc < 0 || sb + sc > 1) {
          continue;
        }
        float q = q0 + sb * dqb + sc * dqc;
        if (q <= depth[at]) {
          continue;
        }
        depth[at] = q;
        int tone = Math.max(0, Math.min(255, (int) (t0 + sb * dtb + sc * dtc + 0.5f)));
        float light = AMBIENT + DIFFUSE * (l0 + sb * dlb + sc * dlc);
        int colour = lit(map[tone], light);
        pixels[at] = lined ? lined(colour, f0 + sb * dfb + sc * dfc, level, perPixel) : colour;
      }
    }
  }

  /** The first level line at or above {@code value}. */
  private float near(float value) {
    for (float candidate : mesh.lines()) {
      if (candidate >= value) {
        return candidate;
      }
    }
    return Float.POSITIVE_INFINITY;
  }

  private int lined(int colour, float value, float level, float perPixel) {
    float cover = Math.min(1, halfLine + 0.5f - Math.abs(value - level) / perPixel);
    if (cover <= 0) {
      return colour;
    }
    int share = (int) (cover * lineShare * 256);
    int r = colour >> 16 & 0xFF;
    int g = colour >> 8 & 0xFF;
    int b = colour & 0xFF;
    r += ((line >> 16 & 0xFF) - r) * share >> 8;
    g += ((line >> 8 & 0xFF) - g) * share >> 8;
    b += ((line & 0xFF) - b) * share >> 8;
    return 0xFF000000 | r << 16 | g << 8 | b;
  }

  private static int lit(int colour, float light) {
    int r = Math.min(255, (int) ((colour >> 16 & 0xFF) * light));
    int g = Math.min(255, (int) ((colour >> 8 & 0xFF) * light));
    int b = Math.min(255, (int) ((colour & 0xFF) * light));
    return 0xFF000000 | r << 16 | g << 8 | b;
  }

  /** The block is cut at the border: each side that faces the viewer, from the edge downwards. */
  private void sides(Projection p, SurfaceInk ink) {
    int columns = mesh.columns();
    int rows = mesh.rows();
    side(p, 0, 1, columns, 0, -1, ink);
    side(p, columns - 1, columns, rows, 1, 0, ink);
    side(p, columns * rows - 1, -1, columns, 0, 1, ink);
    side(p, (rows - 1) * columns, -columns, rows, -1, 0, ink);
  }

  private void side(Projection p, int first, int step, int count, int nx, int ny, SurfaceInk ink) {
    int colour = ColourMap.mix(ink.shade(), ink.lit(), Math.min(1, p.lightOnSide(nx, ny) * 1.6));
    Projection.Spot before = foot(p, first);
    for (int k = 1; k < count; k++) {
      int a = first + (k - 1) * step;
      int b = a + step;
      Projection.Spot after = foot(p, b);
      flat(
          before.x(),
          before.y(),
          before.nearness(),
          after.x(),
          after.y(),
          after.nearness(),
          xs[b],
          ys[b],
          qs[b],
          colour);
      flat(
          before.x(),
          before.y(),
          before.nearness(),
          xs[b],
          ys[b],
          qs[b],
          xs[a],
          ys[a],
          qs[a],
          colour);
      before = after;
    }
  }

  private Projection.Spot foot(Projection p, int vertex) {
    double u = (double) (vertex % mesh.columns()) / (mesh.columns() - 1);
    double v = (double) (vertex / mesh.columns()) / (mesh.rows() - 1);
    return p.spot(u, v, 0);
  }

  private void flat(
      double x0,
      double y0,
      double q0,
      double x1,
      double y1,
      double q1,
      double x2,
      double y2,
      double q2,
      int colour) {
    double area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
    if (!(area < 0)) {
      return;
    }
    int left = Math.max(0, (int) Math.ceil(Math.min(x0, Math.min(x1, x2)) - 0.5));
    int right = Math.min(width - 1, (int) Math.floor(Math.max(x0, Math.max(x1, x2)) - 0.5));
    int top = Math.max(0, (int) Math.ceil(Math.min(y0, Math.min(y1, y2)) - 0.5));
    int bottom = Math.min(height - 1, (int) Math.floor(Math.max(y0, Math.max(y1, y2)) - 0.5));
    double bx = (y2 - y0) / area;
    double by = -(x2 - x0) / area;
    double cx = -(y1 - y0) / area;
    double cy = (x1 - x0) / area;
    for (int y = top; y <= bottom; y++) {
      double px = left + 0.5 - x0;
      double py = y + 0.5 - y0;
      double sb = px * bx + py * by;
      double sc = px * cx + py * cy;
      int at = y * width + left;
      for (int x = left; x <= right; x++, at++, sb += bx, sc += cx) {
        if (sb < 0 || sc < 0 || sb + sc > 1) {
          continue;
        }
        float q = (float) (q0 + sb * (q1 - q0) + sc * (q2 - q0));
        if (q > depth[at]) {
          depth[at] = q;
          pixels[at] = colour;
        }
      }
    }
  }

  /** Averages the samples of each pixel. */
  private SurfacePicture resolved(Projection projection, int wide, int high, int samples) {
    int[] out = new int[wide * high];
    float[] near = new float[wide * high];
    if (samples == 1) {
      System.arraycopy(pixels, 0, out, 0, out.length);
      System.arraycopy(depth, 0, near, 0, near.length);
      return new SurfacePicture(projection, wide, high, out, near);
    }
    int all = samples * samples;
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        int a = 0;
        int r = 0;
        int g = 0;
        int b = 0;
        float nearest = 0;
        for (int j = 0; j < samples; j++) {
          int at = (y * samples + j) * width + x * samples;
          for (int i = 0; i < samples; i++, at++) {
            int colour = pixels[at];
            a += colour >>> 24;
            r += colour >> 16 & 0xFF;
            g += colour >> 8 & 0xFF;
            b += colour & 0xFF;
            nearest = Math.max(nearest, depth[at]);
          }
        }
        out[y * wide + x] = a / all << 24 | r / all << 16 | g / all << 8 | b / all;
        near[y * wide + x] = nearest;
      }
    }
    return new SurfacePicture(projection, wide, high, out, near);
  }
}
