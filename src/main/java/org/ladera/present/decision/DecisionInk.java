package org.ladera.present.decision;

import java.util.List;

/**
 * The colours of a decision map, 0xAARRGGBB.
 *
 * @param ground where the network does not know, which is the canvas
 * @param classes one colour for each class
 * @param share how far the ground is moved towards a class where the network is sure, 0 to 1
 * @param line of the boundary
 * @param thinShare how much the lines of 0.25 and 0.75 cover the map, 0 to 1
 */
public record DecisionInk(
    int ground, List<Integer> classes, double share, int line, double thinShare) {
  public DecisionInk {
    classes = List.copyOf(classes);
  }
}
