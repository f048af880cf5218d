/**
 * The language between whoever watches runs and whoever trains them: commands in, immutable frames
 * out. Values only, without a thread, so that views, lessons and commands can be tested with frames
 * made by hand. What carries commands out is in {@code session.run}, what fills the pictures of a
 * frame in {@code session.field}.
 */
@NullMarked
package org.ladera.session;

import org.jspecify.annotations.NullMarked;
