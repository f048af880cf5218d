/**
 * Data sets as the engine sees them: generators that give the same bits for the same seed, scaling
 * that can be undone, splits, and the accuracy read off outputs. Files are read in {@code
 * store.data}; which columns of a lesson's table are used is said in {@code store.lesson}.
 */
@NullMarked
package org.ladera.engine.data;

import org.jspecify.annotations.NullMarked;
