package org.ladera.present.relief;

import org.ladera.present.plot.ColourMap;

/**
 * The colours of a contour plot, 0xAARRGGBB.
 *
 * @param line of the level lines
 * @param lineShare how much a line covers the bands, 0 to 1
 */
public record ContourInk(ColourMap map, int line, double lineShare) {}
