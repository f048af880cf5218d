/**
 * Colours, sizes and fonts by meaning, for light, dark and projector, and the style sheet made of
 * them. The only place with colours by number: what is drawn elsewhere asks for a token. No
 * controls and no words.
 */
@NullMarked
package org.ladera.ui.theme;

import org.jspecify.annotations.NullMarked;
