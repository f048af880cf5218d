package org.ladera.engine.trace;

import org.ladera.engine.matrix.MatrixView;

/**
 * One matrix an optimizer keeps beside a parameter matrix, before and after an update, shaped like
 * it. Names as in the formulas: v, G, E, D, m.
 */
public record OptimizerMemory(String name, MatrixView before, MatrixView after) {}
