/**
 * How far a person has come, on disk: where each system wants such files, a text format with a
 * checksum, and writing that leaves the old file whole when it fails. What progress is, is said in
 * {@code lesson.model}.
 */
@NullMarked
package org.ladera.store.progress;

import org.jspecify.annotations.NullMarked;
