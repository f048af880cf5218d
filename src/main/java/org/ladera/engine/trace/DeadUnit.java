package org.ladera.engine.trace;

/**
 * A hidden unit whose activation is 0 for every sample, before dropout.
 *
 * @param layer 1 = the first after the inputs
 * @param unit from 1
 */
public record DeadUnit(int layer, int unit) {}
