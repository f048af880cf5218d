package org.ladera.engine.train;

import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.MatrixView;

/** A key frame of a trainer; opaque to everyone else, immutable, bit-exact. */
public record TrainerState(
    Experiment experiment, long update, MatrixView parameters, MatrixView memory) {}
