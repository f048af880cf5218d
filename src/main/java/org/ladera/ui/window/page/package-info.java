/**
 * The pages that have the whole window to themselves: the opening and the gallery of the lessons.
 */
@NullMarked
package org.ladera.ui.window.page;

import org.jspecify.annotations.NullMarked;
