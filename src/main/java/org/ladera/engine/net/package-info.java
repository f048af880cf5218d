/**
 * A network of dense layers with its loss and its penalty: forward, backward, and the numbers they
 * leave in workspaces made once. Allocation-free after construction, written on {@code
 * engine.kernel}. What changes parameters is in {@code engine.train}.
 */
@NullMarked
package org.ladera.engine.net;

import org.jspecify.annotations.NullMarked;
