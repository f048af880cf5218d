/**
 * The arithmetic that takes the time: matrix products and functions of one number on plain arrays,
 * once as plain loops and once with vector instructions, with equal bits. Imports nothing of the
 * program; knows no layers, no losses and no samples.
 */
@NullMarked
package org.ladera.engine.kernel;

import org.jspecify.annotations.NullMarked;
