/**
 * What the network diagram, the map of deltas and the views of the softmax show, worked out from a
 * frame: units, weights, shares of a delta, probabilities. Drawing is in {@code ui.view.network}.
 */
@NullMarked
package org.ladera.present.network;

import org.jspecify.annotations.NullMarked;
