package org.ladera.present.relief;

import org.ladera.present.plot.ColourMap;

/**
 * The colours of a hillside, 0xAARRGGBB.
 *
 * @param line of the level lines
 * @param lineShare how much a line covers the hillside, 0 to 1
 * @param lit a side of the block in the light
 * @param shade a side of the block in the shade
 */
public record SurfaceInk(ColourMap map, int line, double lineShare, int lit, int shade) {}
