/**
 * What is shown of a gradient check: the badge, all derivatives in rows, and one of them from all
 * sides, in words. The check itself is done in {@code landscape.gradient}; drawing is in {@code
 * ui.view.check}.
 */
@NullMarked
package org.ladera.present.check;

import org.jspecify.annotations.NullMarked;
