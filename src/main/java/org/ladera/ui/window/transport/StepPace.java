package org.ladera.ui.window.transport;

import org.ladera.session.Granularity;

/**
 * How the transport shows itself while an update is open.
 *
 * @param size how far one step goes
 * @param playing whether a clock takes the steps
 * @param seconds between two of them
 */
public record StepPace(Granularity size, boolean playing, double seconds, String words) {}
