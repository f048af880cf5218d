/**
 * What was computed in one update or one evaluation, as immutable copies: every matrix forwards and
 * backwards, and the first number that was not finite. Imports matrices and specifications only.
 * Where a number comes from is told by {@code explain}, how it is drawn by {@code present}.
 */
@NullMarked
package org.ladera.engine.trace;

import org.jspecify.annotations.NullMarked;
