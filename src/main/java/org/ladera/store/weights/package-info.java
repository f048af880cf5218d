/** Weights that were trained elsewhere, as the start of a run. */
@NullMarked
package org.ladera.store.weights;

import org.jspecify.annotations.NullMarked;
