/**
 * Pictures into files: PNG and endless GIF. Knows pixels only, neither JavaFX nor what they show;
 * the pictures are taken in {@code ui.offscreen}.
 */
@NullMarked
package org.ladera.store.image;

import org.jspecify.annotations.NullMarked;
