package org.ladera.session;

import org.ladera.timeline.History;
import org.ladera.timeline.Norms;
import org.ladera.timeline.Recipe;
import org.ladera.timeline.Trajectory;

/**
 * What a run will do to its planned end if nobody changes it, computed ahead: views lay their axes
 * and planes by it, so that these stand still while the run goes on. It is the same run, bit for
 * bit. What it holds is not to be modified.
 *
 * @param recipe the run it is the future of; the one on stage may have been changed since
 * @param history the loss of each epoch
 * @param path where its parameters go
 * @param norms how large its deltas and gradients become
 * @param diverges whether its loss grows without end; then it stops where the run would
 */
public record Plan(
    Recipe recipe, History history, Trajectory path, Norms norms, boolean diverges) {}
