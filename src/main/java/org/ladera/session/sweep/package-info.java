/**
 * Many runs of one experiment that differ in a setting or two and in their seeds: what is to be
 * run, what came of it so far, and the threads that run it beside everything else. The runs are
 * those of a session, bit for bit; nothing here trains in another way.
 */
@NullMarked
package org.ladera.session.sweep;

import org.jspecify.annotations.NullMarked;
