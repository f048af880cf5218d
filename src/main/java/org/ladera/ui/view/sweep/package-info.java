/** The view of a sweep: many runs as points, with medians and ranges. */
@NullMarked
package org.ladera.ui.view.sweep;

import org.jspecify.annotations.NullMarked;
