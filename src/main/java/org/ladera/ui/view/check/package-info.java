/**
 * Draws the models of {@code present.check}: one derivative in detail, and all of them in a table.
 * No value is worked out here beyond where it lies in pixels.
 */
@NullMarked
package org.ladera.ui.view.check;

import org.jspecify.annotations.NullMarked;
