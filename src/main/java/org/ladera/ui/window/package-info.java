/**
 * Puts lessons, session and window together: which step is open, what the newest frame shows, what
 * a key does, what lies above everything. The regions of the window have packages of their own
 * below; this one knows them all, and they do not know it.
 */
@NullMarked
package org.ladera.ui.window;

import org.jspecify.annotations.NullMarked;
