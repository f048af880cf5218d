package org.ladera.ui.view.network;

import java.util.Arrays;
import javafx.scene.image.Image;
import org.ladera.present.network.DeltasModel.Course;
import org.ladera.present.network.DeltasModel.LayerNorms;
import org.ladera.present.network.DeltasModel.Range;
import org.ladera.present.plot.ColourMap;
import org.ladera.ui.view.loss.PixelImage;

/** Norms over time: one row of pixels for each layer, cividis on a logarithmic scale. */
final class NormsImage {
  private final PixelImage image = new PixelImage();

  /** As wide as asked for; transparent where the run has not been. */
  Image of(Course course, boolean deltas, Range range, int width) {
    int layers = course.layers().size();
    int[] pixels = new int[width * layers];
    int[] points = points(course, width);
    for (int l = 0; l < layers; l++) {
      LayerNorms norms = course.layers().get(l);
      double[] values = deltas ? norms.deltas() : norms.gradients();
      int last = -1;
      int colour = 0;
      for (int x = 0; x < width; x++) {
        int point = points[x];
        if (point != last) {
          last = point;
          double share = point < 0 ? Double.NaN : range.share(values[point]);
          colour = Double.isNaN(share) ? 0 : ColourMap.CIVIDIS.at(share);
        }
        pixels[l * width + x] = colour;
      }
    }
    image.show(pixels, width, layers);
    return image.image();
  }

  private static int[] points(Course course, int width) {
    int[] points = new int[width];
    Arrays.fill(points, -1);
    if (course.epochs().length == 0) {
      return points;
    }
    // A point stands for the time up to the next one, which is not there yet for the last.
    double[] epochs = course.epochs();
    int last = epochs.length - 1;
    double far = last == 0 ? epochs[0] + 1 : 2 * epochs[last] - epochs[last - 1];
    for (int x = 0; x < width; x++) {
      double epoch = course.time().scale().value((x + 0.5) / width);
      if (epoch <= far) {
        points[x] = course.pointAt(epoch);
      }
    }
    return points;
  }
}
