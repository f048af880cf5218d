/**
 * Draws the models of {@code present.activation}: functions with tangents, chains of slopes,
 * differences, the proof. No value is worked out here beyond where it lies in pixels.
 */
@NullMarked
package org.ladera.ui.view.activation;

import org.jspecify.annotations.NullMarked;
