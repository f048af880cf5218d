/**
 * The panels with which a person goes through time: branches, changes to a run, runs to a
 * condition. What a change may be is said in {@code engine.spec}, and it is carried out by the
 * session.
 */
@NullMarked
package org.ladera.ui.window.time;

import org.jspecify.annotations.NullMarked;
