/**
 * The gradient check: the derivatives of backpropagation held against dual numbers and differences,
 * with a bound for what rounding alone explains. The loss is written here a second time, in another
 * way than in the engine, and must stay so: two right computations that share no code.
 */
@NullMarked
package org.ladera.landscape.gradient;

import org.jspecify.annotations.NullMarked;
