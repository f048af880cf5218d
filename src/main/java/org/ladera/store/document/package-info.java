/**
 * Documents: a lesson of a person's own as one file (a zip of the lesson's text files) or one
 * string, and a new one made from a table.
 */
@NullMarked
package org.ladera.store.document;

import org.jspecify.annotations.NullMarked;
