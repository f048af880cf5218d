/** What is drawn of many runs of one experiment: a sweep. */
@NullMarked
package org.ladera.present.sweep;

import org.jspecify.annotations.NullMarked;
