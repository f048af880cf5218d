/**
 * A run at any of its moments: key frames within a memory budget, replay from the nearest, bounded
 * recordings of loss, norms and path, and the search for the update after which a condition holds.
 * On the engine alone; no threads: {@code session} says who calls and when.
 */
@NullMarked
package org.ladera.timeline;

import org.jspecify.annotations.NullMarked;
