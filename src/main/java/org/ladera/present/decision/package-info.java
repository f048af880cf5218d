/**
 * What the views of a classification show, worked out from a frame: the output over the plane of
 * two inputs, the examples in it, and how hidden layers bend that plane. The grids come with the
 * frame; drawing is in {@code ui.view.decision}.
 */
@NullMarked
package org.ladera.present.decision;

import org.jspecify.annotations.NullMarked;
