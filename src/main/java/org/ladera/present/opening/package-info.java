/** The hillside of the first screen and the descent on it, both worked out by the engine. */
@NullMarked
package org.ladera.present.opening;

import org.jspecify.annotations.NullMarked;
