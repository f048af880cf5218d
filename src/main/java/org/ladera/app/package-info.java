/**
 * The start of the program: finds its files, keeps what it remembers of a person, sends faults to
 * the log, and opens a window or hands over to the command line. It sees every package and none
 * sees it; whatever can be tested without starting the program belongs further down.
 */
@NullMarked
package org.ladera.app;

import org.jspecify.annotations.NullMarked;
