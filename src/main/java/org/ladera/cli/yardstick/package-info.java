/**
 * Networks written by hand for speed alone: no trace, no check, no names. What the engine is
 * measured against, and no part of it.
 */
@NullMarked
package org.ladera.cli.yardstick;

import org.jspecify.annotations.NullMarked;
