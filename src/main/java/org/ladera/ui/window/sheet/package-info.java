/**
 * The sheets over the window: settings, keys, faulty lessons, the gradient check in full. They show
 * and report; what changes thereby is done in {@code ui.window}.
 */
@NullMarked
package org.ladera.ui.window.sheet;

import org.jspecify.annotations.NullMarked;
