/**
 * A person's own files: written whole or not at all, by several windows at once, with a checksum
 * and the generations before. What is in them is the matter of a {@link
 * org.ladera.store.file.StoredFormat}.
 */
package org.ladera.store.file;
