/**
 * Draws the models of {@code present.convolution}. No value is worked out here beyond where it lies
 * in pixels.
 */
@NullMarked
package org.ladera.ui.view.convolution;

import org.jspecify.annotations.NullMarked;
