/**
 * Draws the models of {@code present.data} and lets the model's line be moved by hand or by key. No
 * value is worked out here beyond where it lies in pixels.
 */
@NullMarked
package org.ladera.ui.view.data;

import org.jspecify.annotations.NullMarked;
