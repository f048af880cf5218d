/**
 * Draws the models of {@code present.images}: grids of pictures, the confusion matrix, evidence,
 * and the pad on which a person draws. No value is worked out here beyond where it lies in pixels.
 */
@NullMarked
package org.ladera.ui.view.images;

import org.jspecify.annotations.NullMarked;
