/**
 * Answers the requests for pictures of a run: surfaces, boundaries, curvature, gradient checks, on
 * worker threads that see snapshots only and reuse what has not changed. The computations
 * themselves are those of {@code landscape}; none of their formulas belongs here.
 */
@NullMarked
package org.ladera.session.field;

import org.jspecify.annotations.NullMarked;
