/**
 * The laboratory's panel and bar: every part of an experiment with its choices. What a gesture
 * changes is another document; who reads it and puts it on stage is in {@code ui.window}.
 */
@NullMarked
package org.ladera.ui.window.lab;

import org.jspecify.annotations.NullMarked;
