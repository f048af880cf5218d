/**
 * Draws the models of {@code present.decision}: the map behind the examples, the marks of the
 * classes, bent planes. No value is worked out here beyond where it lies in pixels.
 */
@NullMarked
package org.ladera.ui.view.decision;

import org.jspecify.annotations.NullMarked;
