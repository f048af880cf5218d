/**
 * The seam to JavaFX's threads: starts the toolkit, gives the beat of the window, and brings work
 * back to the FX thread. The only package that may call {@code runLater} or wait; it knows nothing
 * of the program.
 */
@NullMarked
package org.ladera.ui.fx;

import org.jspecify.annotations.NullMarked;
