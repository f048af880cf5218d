/**
 * What others may see of a matrix of a run: immutable, row-major, samples as rows. Imports nothing
 * of the program and nothing of EJML, so that whoever reads a number does not learn how it was
 * computed. Arithmetic on matrices is in {@code engine.kernel} and {@code engine.net}.
 */
@NullMarked
package org.ladera.engine.matrix;

import org.jspecify.annotations.NullMarked;
