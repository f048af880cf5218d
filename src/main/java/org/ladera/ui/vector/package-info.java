/**
 * The window as lines, areas and letters: walks the scene graph and reads what canvases were told
 * to draw. The only package that reads JavaFX's own records of a drawing, for which there is no
 * public way (docs/decisions/vector-pictures.md).
 */
@NullMarked
package org.ladera.ui.vector;

import org.jspecify.annotations.NullMarked;
