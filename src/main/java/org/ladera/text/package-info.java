/**
 * Words and numbers in two languages: keys with named placeholders, decimal comma or point, the
 * nearest valid name to a mistyped one. Imports nothing of the program; a sentence is never put
 * together from pieces elsewhere.
 */
@NullMarked
package org.ladera.text;

import org.jspecify.annotations.NullMarked;
