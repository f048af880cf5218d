package org.ladera.present.loss;

import org.ladera.text.Messages;

/** What the parts of a step are called, and the step itself. */
public record StepWords(String memory, String gradient, String step) {
  static StepWords of(Messages messages) {
    return new StepWords(
        messages.text("contour.part.memory"),
        messages.text("contour.part.gradient"),
        messages.text("contour.part.step"));
  }
}
