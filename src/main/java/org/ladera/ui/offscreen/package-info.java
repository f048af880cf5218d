/**
 * The real window and the real views without a display: pictures for {@code ladera render}, the
 * drawing half of {@code ladera bench}, and the rehearsal that fills the start cache. No view looks
 * different here than in the window, so nothing is drawn in this package.
 */
@NullMarked
package org.ladera.ui.offscreen;

import org.jspecify.annotations.NullMarked;
