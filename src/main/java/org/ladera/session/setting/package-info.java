/**
 * Settings of an experiment by their names: what {@code --set}, sweeps and the laboratory change.
 * No words of the program's languages.
 */
@NullMarked
package org.ladera.session.setting;

import org.jspecify.annotations.NullMarked;
