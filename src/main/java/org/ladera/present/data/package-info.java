/**
 * What the views of the data show, worked out from a frame: examples with the model's line through
 * them, and the table of examples. Drawing, and what a hand does to a point, are in {@code
 * ui.view.data}.
 */
@NullMarked
package org.ladera.present.data;

import org.jspecify.annotations.NullMarked;
