/**
 * Everything that a key does anywhere in the window, in one table: from it come the keys, the
 * tooltips and the list of keys. What an action does is carried out in {@code ui.window}.
 */
@NullMarked
package org.ladera.ui.window.action;

import org.jspecify.annotations.NullMarked;
