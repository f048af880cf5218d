/**
 * Draws the models of {@code present.loss}: curve, slice, contours, hillside and the ways over
 * them; pictures are made off the FX thread and only the newest counts. No value is worked out here
 * beyond where it lies in pixels.
 */
@NullMarked
package org.ladera.ui.view.loss;

import org.jspecify.annotations.NullMarked;
