package org.ladera.engine.trace;

/**
 * One matrix an optimizer keeps beside a parameter matrix, before and after an update, shaped like
 * it. Names as in the formulas: v, G, E, D, m.
 */
public record Memory(String name, MatrixView before, MatrixView after) {}
