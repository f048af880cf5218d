/**
 * Draws the models of {@code present.graph}: a computational graph and a sweep through it. No value
 * is worked out here beyond where it lies in pixels.
 */
@NullMarked
package org.ladera.ui.view.graph;

import org.jspecify.annotations.NullMarked;
