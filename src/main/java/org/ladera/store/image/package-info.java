/**
 * Pictures into files: PNG, endless GIF, and SVG and PDF of lines, areas and letters. Knows neither
 * JavaFX nor what they show; the pictures are taken in {@code ui.offscreen} and {@code ui.vector}.
 */
@NullMarked
package org.ladera.store.image;

import org.jspecify.annotations.NullMarked;
