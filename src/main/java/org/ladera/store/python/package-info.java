/** Runs carried over to Python: programs of the very run, and arrays in NumPy's own files. */
@NullMarked
package org.ladera.store.python;

import org.jspecify.annotations.NullMarked;
