/**
 * Draws the tables of {@code present.runs}. What stands in a cell is decided there; here is only
 * how many columns there is room for.
 */
@NullMarked
package org.ladera.ui.view.runs;

import org.jspecify.annotations.NullMarked;
