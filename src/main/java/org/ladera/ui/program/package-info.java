/** The page on which a person's own program is held beside an update. */
@NullMarked
package org.ladera.ui.program;

import org.jspecify.annotations.NullMarked;
