/**
 * What a run is carried out as, for the commands and the window alike: its numbers for other
 * programs. Programs that do the run again are in {@code store.python}, pictures in {@code
 * store.image}.
 */
@NullMarked
package org.ladera.store.export;

import org.jspecify.annotations.NullMarked;
