package org.ladera.store.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * At most 255 colours for the pixels of one frame, by median cut (Heckbert 1982) over a histogram
 * of five bits a channel. Index 255 is left for transparency.
 */
final class GifPalette {
  static final int COLOURS = 255;
  private static final int BINS = 1 << 15;

  /** 0xRRGGBB by index. */
  private final int[] colours;

  /** Index by bin. */
  private final byte[] indices = new byte[BINS];

  private GifPalette(int[] colours) {
    this.colours = colours;
  }

  /** The palette of those pixels that {@code used} marks. */
  static GifPalette of(int[] pixels, boolean[] used) {
    Histogram histogram = new Histogram();
    for (int i = 0; i < pixels.length; i++) {
      if (used[i]) {
        histogram.add(pixels[i]);
      }
    }
    List<int[]> boxes = histogram.cut();
    GifPalette palette = new GifPalette(new int[boxes.size()]);
    for (int b = 0; b < boxes.size(); b++) {
      palette.colours[b] = histogram.mean(boxes.get(b));
      for (int bin : boxes.get(b)) {
        palette.indices[bin] = (byte) b;
      }
    }
    return palette;
  }

  int size() {
    return colours.length;
  }

  int colour(int index) {
    return colours[index];
  }

  byte index(int pixel) {
    return indices[bin(pixel)];
  }

  private static int bin(int pixel) {
    return (pixel >> 9 & 0x7c00) | (pixel >> 6 & 0x3e0) | (pixel >> 3 & 0x1f);
  }

  private static final class Histogram {
    private final int[] count = new int[BINS];
    private final long[] red = new long[BINS];
    private final long[] green = new long[BINS];
    private final long[] blue = new long[BINS];

    void add(int pixel) {
      int bin = bin(pixel);
      count[bin]++;
      red[bin] += pixel >> 16 & 0xff;
      green[bin] += pixel >> 8 & 0xff;
      blue[bin] += pixel & 0xff;
    }

    /** Boxes of bins: always the one with the most spread is cut, where its pixels are halved. */
    List<int[]> cut() {
      int[] all = new int[BINS];
      int n = 0;
      for (int bin = 0; bin < BINS; bin++) {
        if (count[bin] > 0) {
          all[n++] = bin;
        }
      }
      List<int[]> boxes = new ArrayList<>();
      if (n > 0) {
        boxes.add(Arrays.copyOf(all, n));
      }
      while (boxes.size() < Math.min(COLOURS, n)) {
        int[] widest = boxes.stream().max(Comparator.comparingDouble(this::spread)).orElseThrow();
        boxes.remove(widest);
        int middle = order(widest);
        boxes.add(Arrays.copyOfRange(widest, 0, middle));
        boxes.add(Arrays.copyOfRange(widest, middle, widest.length));
      }
      return boxes;
    }

    /** Longest side times the root of the pixels: large areas and strong contrasts come first. */
    private double spread(int[] box) {
      if (box.length < 2) {
        return -1;
      }
      long pixels = 0;
      for (int bin : box) {
        pixels += count[bin];
      }
      int channel = longest(box);
      return range(box, channel) * Math.sqrt(pixels);
    }

    /** Sorts the box along its longest side; returns where to cut it, from 1 to length − 1. */
    private int order(int[] box) {
      int shift = longest(box);
      long[] keys = new long[box.length];
      long pixels = 0;
      for (int i = 0; i < box.length; i++) {
        keys[i] = (long) (box[i] >> shift & 0x1f) << 32 | box[i];
        pixels += count[box[i]];
      }
      Arrays.sort(keys);
      for (int i = 0; i < box.length; i++) {
        box[i] = (int) keys[i];
      }
      long below = 0;
      for (int i = 0; i < box.length - 1; i++) {
        below += count[box[i]];
        if (2 * below >= pixels) {
          return i + 1;
        }
      }
      return box.length - 1;
    }

    private static int longest(int[] box) {
      int best = 10;
      for (int shift : new int[] {5, 0}) {
        if (range(box, shift) > range(box, best)) {
          best = shift;
        }
      }
      return best;
    }

    private static int range(int[] box, int shift) {
      int low = 31;
      int high = 0;
      for (int bin : box) {
        int value = bin >> shift & 0x1f;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      return high - low;
    }

    int mean(int[] box) {
      long n = 0;
      long r = 0;
      long g = 0;
      long b = 0;
      for (int bin : box) {
        n += count[bin];
        r += red[bin];
        g += green[bin];
        b += blue[bin];
      }
      return (int) ((r + n / 2) / n << 16 | (g + n / 2) / n << 8 | (b + n / 2) / n);
    }
  }
}
