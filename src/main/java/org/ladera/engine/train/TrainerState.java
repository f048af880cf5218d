package org.ladera.engine.train;

import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;

/**
 * A key frame of a trainer; opaque to everyone else, immutable, bit-exact.
 *
 * @param experiment with every edit so far
 * @param update updates done
 * @param parameters (1 × count) in the order of ParameterLayout
 * @param memory (1 × any) where the numbering of epochs began, the optimizer's steps and memories,
 *     the running figures of batch normalisation
 */
public record TrainerState(
    Experiment experiment, long update, MatrixView parameters, MatrixView memory) {}
