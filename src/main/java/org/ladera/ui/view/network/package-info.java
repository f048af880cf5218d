/**
 * Draws the models of {@code present.network}: units and weights, deltas, norms over time, paths
 * and probabilities, and answers pointer and arrow keys. No value is worked out here beyond where
 * it lies in pixels.
 */
@NullMarked
package org.ladera.ui.view.network;

import org.jspecify.annotations.NullMarked;
