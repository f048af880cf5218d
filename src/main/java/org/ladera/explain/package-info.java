/**
 * Where a number of an update comes from: its arithmetic as a tree of {@link
 * org.ladera.explain.Expression}, down to the data, written as text, as TeX or as NumPy in the
 * notation of a course. Reads traces and computes nothing that the engine did not; what is shown of
 * it on screen is worked out in {@code present.step}.
 */
@NullMarked
package org.ladera.explain;

import org.jspecify.annotations.NullMarked;
