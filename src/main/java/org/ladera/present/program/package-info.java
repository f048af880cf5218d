/**
 * A person's own program beside an update: the quantities in the order of the computation, where
 * the two part, and what explains it. The comparison comes from {@code explain.comparison}; drawing
 * is in {@code ui.program}.
 */
@NullMarked
package org.ladera.present.program;

import org.jspecify.annotations.NullMarked;
