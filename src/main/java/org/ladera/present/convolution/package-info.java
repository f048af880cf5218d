/**
 * Windows over pictures: a kernel on its way over a map, what comes of it, the way back through the
 * winners, what a unit can see at all, and numbers in boxes of up to four dimensions.
 */
@NullMarked
package org.ladera.present.convolution;

import org.jspecify.annotations.NullMarked;
