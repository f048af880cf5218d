/**
 * Hillsides and level lines as pixels: mesh, projection, depth buffer, marching squares, from a
 * field of numbers to an array of colours. Knows no JavaFX and no run; what surface is shown and
 * what lies on it is worked out in {@code present.loss}.
 */
@NullMarked
package org.ladera.present.relief;

import org.jspecify.annotations.NullMarked;
