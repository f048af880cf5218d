/**
 * Pictures as examples and as what a network makes of them: examples beside their answers, weights
 * and slopes as pictures, the drawing of a person on its way to the network.
 */
@NullMarked
package org.ladera.present.images;

import org.jspecify.annotations.NullMarked;
