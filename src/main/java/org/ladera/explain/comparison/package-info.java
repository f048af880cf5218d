/**
 * A person's own numbers beside those of an update: which quantities they are, in which convention,
 * where they part first, and the mistake that explains it. Pure functions.
 */
@NullMarked
package org.ladera.explain.comparison;

import org.jspecify.annotations.NullMarked;
