/**
 * Language, notation, colours and size of text as the person likes them, as immutable values. The
 * sheet where they are changed is in {@code ui.window.sheet}, the file where they are kept in
 * {@code app}.
 */
@NullMarked
package org.ladera.ui.window.appearance;

import org.jspecify.annotations.NullMarked;
