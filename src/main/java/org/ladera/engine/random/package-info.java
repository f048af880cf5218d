/**
 * Generators of pseudo-random numbers whose sequences never change, each with its published source;
 * one of them gives numpy's. Every random number of the program comes from here, by a seed that is
 * part of the experiment.
 */
@NullMarked
package org.ladera.engine.random;

import org.jspecify.annotations.NullMarked;
