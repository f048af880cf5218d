/**
 * What the models of several views have in common: what is highlighted, tables, tooltips, how
 * parameters are named, and frames converted to the reader's notation. Something that one group of
 * views needs alone belongs to that group.
 */
@NullMarked
package org.ladera.present.shared;

import org.jspecify.annotations.NullMarked;
