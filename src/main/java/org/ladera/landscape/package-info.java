/**
 * The loss as a surface over parameters, the output as a surface over inputs, and how both bend:
 * grids, lines, planes, Hessians, eigenvalues, closed forms. Pure functions of an experiment and a
 * point, on the engine; no threads and no colours. When a surface is computed is decided in {@code
 * session.field}, how it looks in {@code present}.
 */
@NullMarked
package org.ladera.landscape;

import org.jspecify.annotations.NullMarked;
