/**
 * What the view of a computational graph shows: an expression, or the loss of one unit, as its
 * operations with their values and derivatives, laid out from left to right, and how far a sweep
 * through it has come. Numbers are those of {@code engine.function}; drawing is in {@code
 * ui.view.graph}.
 */
@NullMarked
package org.ladera.present.graph;

import org.jspecify.annotations.NullMarked;
