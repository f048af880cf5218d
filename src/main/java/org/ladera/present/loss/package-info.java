/**
 * What the views of the loss show, worked out from a frame: curve over time, slice, contours,
 * hillside, and the way of a run over them. The surfaces come with the frame, their rasters from
 * {@code present.relief}; drawing is in {@code ui.view.loss}.
 */
@NullMarked
package org.ladera.present.loss;

import org.jspecify.annotations.NullMarked;
