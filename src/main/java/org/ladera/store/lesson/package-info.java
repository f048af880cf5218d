/**
 * Reads lessons from their folders and says of each fault in which file and line it is and what was
 * expected. The only package that knows SnakeYAML. Gives values of {@code lesson.model} and {@code
 * engine.spec}; a rule about what a value may be belongs to that value, here is only how it is
 * written.
 */
@NullMarked
package org.ladera.store.lesson;

import org.jspecify.annotations.NullMarked;
