package org.ladera.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.random.SplitMix64;

/**
 * Handwritten digits made of strokes. Each example turns, slants, stretches and moves the strokes
 * (affine), bends them with two long waves (elastic), and draws them with a soft pen.
 */
final class Digits {
  private Digits() {}

  /**
   * @param size pixels on each side
   * @param strength of the distortion: 0 draws the same ten digits, 1 makes some hard to read
   */
  static Dataset draw(int size, int examples, double strength, SplitMix64 random) {
    double[] pixels = new double[examples * size * size];
    int[] labels = new int[examples];
    for (int i = 0; i < examples; i++) {
      labels[i] = i % 10;
      List<double[]> segments = new ArrayList<>();
      Distortion distortion = new Distortion(strength, random);
      for (double[][] stroke : Strokes.of(labels[i])) {
        add(segments, distortion, stroke);
      }
      double pen = 0.045 + 0.012 * strength * clamped(random);
      StrokeRasteriser.draw(segments, Math.max(0.03, pen), size, pixels, i * size * size);
    }
    return new Dataset(
        IntStream.rangeClosed(1, size * size).mapToObj(p -> "p" + p).toList(),
        IntStream.range(0, 10).mapToObj(d -> "d" + d).toList(),
        MatrixView.of(examples, size * size, pixels),
        OneHot.of(labels, 10),
        Scaling.none(size * size),
        Scaling.none(10));
  }

  /** A normal number that is never far out, so that no digit leaves its frame. */
  static double clamped(SplitMix64 random) {
    return Math.clamp(random.nextNormal(), -2.0, 2.0);
  }

  private static void add(List<double[]> segments, Distortion distortion, double[][] stroke) {
    double[] before = null;
    for (double[] point : stroke) {
      double[] now = distortion.of(point[0], point[1]);
      if (before != null) {
        segments.add(new double[] {before[0], before[1], now[0], now[1]});
      }
      before = now;
    }
  }
}
