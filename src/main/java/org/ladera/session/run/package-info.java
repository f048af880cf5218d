/**
 * Carries commands out: a scene's runs with their branches in lockstep, with one engine thread for
 * the window ({@link org.ladera.session.run.TrainingSession}) or without any for commands and tests
 * ({@link org.ladera.session.run.InlineSession}). The only place that touches a trainer of a scene.
 * What a frame says is defined in {@code session}.
 */
@NullMarked
package org.ladera.session.run;

import org.jspecify.annotations.NullMarked;
