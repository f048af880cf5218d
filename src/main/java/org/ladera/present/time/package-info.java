/**
 * What is shown of a run as a whole: the transport's readings, the timeline, the tree of branches
 * and their differences, edits and stops in words. Controls are in {@code ui.window.transport} and
 * {@code ui.window.time}.
 */
@NullMarked
package org.ladera.present.time;

import org.jspecify.annotations.NullMarked;
