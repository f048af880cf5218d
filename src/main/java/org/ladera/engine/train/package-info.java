/**
 * Training: which examples an update sees, the update rules with their memory, and the {@link
 * org.ladera.engine.train.Trainer} that does one update at a time in place. No threads, no clock,
 * no files; a state taken out goes back in bit for bit. Pictures of a run, going back in time and
 * stopping belong to {@code timeline} and {@code session}.
 */
@NullMarked
package org.ladera.engine.train;

import org.jspecify.annotations.NullMarked;
