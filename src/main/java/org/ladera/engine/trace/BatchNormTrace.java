package org.ladera.engine.trace;

import org.ladera.engine.matrix.MatrixView;

/**
 * Batch normalisation of one layer in one update (Ioffe and Szegedy 2015, algorithm 1).
 *
 * @param mean (1 × units) of z over the batch
 * @param variance (1 × units), biased
 * @param normalised (batch × units) (z − mean)/√(variance + ε)
 * @param output (batch × units) γ·normalised + β, what the activation sees
 * @param deltaOutput (batch × units) ∂J/∂output
 */
public record BatchNormTrace(
    double epsilon,
    MatrixView mean,
    MatrixView variance,
    MatrixView normalised,
    MatrixView output,
    MatrixView deltaOutput,
    ParameterTrace gamma,
    ParameterTrace beta) {}
