/**
 * Axes, ticks, scales, colour maps and the thinning of lines: the numbers behind every plot,
 * without a canvas. Knows nothing of runs; drawing is in {@code ui.plot}.
 */
@NullMarked
package org.ladera.present.plot;

import org.jspecify.annotations.NullMarked;
