package org.ladera.lesson.markup;

import java.util.List;

/**
 * A step's text, read.
 *
 * @param faults what is wrong in it, in the order of the text; formulas with a fault are still in
 *     {@code blocks}
 */
public record Document(List<Block> blocks, List<TextFault> faults) {
  public Document {
    blocks = List.copyOf(blocks);
    faults = List.copyOf(faults);
  }
}
