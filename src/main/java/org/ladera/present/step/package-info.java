/**
 * What the step-through of one update shows at each place: its phases, their equations as grids,
 * the arithmetic of the chosen element and a sentence for each of its parts, and where a person
 * stands. The arithmetic comes from {@code explain}; drawing is in {@code ui.step}.
 */
@NullMarked
package org.ladera.present.step;

import org.jspecify.annotations.NullMarked;
