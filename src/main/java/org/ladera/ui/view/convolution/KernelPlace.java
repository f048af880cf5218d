package org.ladera.ui.view.convolution;

/**
 * Where the window stands.
 *
 * @param place index of the place, row by row
 * @param channel whose products are shown
 * @param filled how many places of the maps are there already
 * @param deep the place of the pooled map that is asked about; −1 for none
 */
record KernelPlace(int place, int channel, int filled, int deep) {
  static final KernelPlace START = new KernelPlace(0, 0, Integer.MAX_VALUE, -1);

  KernelPlace at(int other) {
    return new KernelPlace(other, channel, Integer.MAX_VALUE, -1);
  }

  /** The window comes here and leaves its number behind. */
  KernelPlace filledTo(int other) {
    return new KernelPlace(other, channel, other + 1, -1);
  }

  /** Asks about a number of the pooled map; the window goes to its winner, where it has one. */
  KernelPlace asking(int pooled, int[] winners) {
    int winner = pooled < winners.length ? winners[pooled] : place;
    return new KernelPlace(winner, channel, Integer.MAX_VALUE, pooled);
  }

  KernelPlace seeing(int other) {
    return new KernelPlace(place, other, filled, deep);
  }

  /** The same on maps that may be smaller. */
  KernelPlace within(int places, int channels) {
    return new KernelPlace(
        Math.clamp(place, 0, Math.max(0, places - 1)),
        Math.clamp(channel, 0, Math.max(0, channels - 1)),
        filled,
        deep);
  }
}
