/**
 * The list of lessons at the left, with the rings of what is done. Knows titles and progress, no
 * runs.
 */
@NullMarked
package org.ladera.ui.window.sidebar;

import org.jspecify.annotations.NullMarked;
