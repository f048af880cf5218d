/**
 * What a run is determined by, as immutable values that check themselves: layers, losses, update
 * rules, schedules, start values, penalties and the edits a person may make, each with its formula
 * and its published source. The same {@link org.ladera.engine.spec.Experiment} gives the same run,
 * bit for bit. Nothing here trains: what a value means is done in {@code engine.net} and {@code
 * engine.train}.
 */
@NullMarked
package org.ladera.engine.spec;

import org.jspecify.annotations.NullMarked;
