/** What the network diagram and the map of deltas show, worked out from a frame. */
package org.ladera.present.network;
