package org.ladera.lesson.model;

import java.util.List;
import java.util.OptionalInt;
import org.ladera.engine.spec.ParameterRef;

/** A view of examples that are pictures, and of what is made of them. */
public sealed interface PictureView extends ViewSpec {
  /** Examples as pictures with what the network says, the wrong ones first. */
  record Images(String run, ExamplePart part) implements PictureView {}

  /**
   * What the units of a layer see, as pictures.
   *
   * @param layer from 1; the first when empty
   */
  record WeightsImage(String run, OptionalInt layer, OptionalInt sample) implements PictureView {}

  /** How often each class was taken for each. */
  record Confusion(String run, ExamplePart part) implements PictureView {}

  /**
   * A pad on which a person draws what the network is to read.
   *
   * @param digit what stands there at first
   */
  record Draw(String run, OptionalInt digit) implements PictureView {}

  /** How much each pixel of a picture brings to the score of each class. */
  record Evidence(String run, OptionalInt sample) implements PictureView {}

  /**
   * A kernel on its way over one picture.
   *
   * @param layer from 1; the first convolution when empty
   * @param filter the kernel that is shown first, from 1; the first when empty
   */
  record Kernel(String run, OptionalInt layer, OptionalInt filter, OptionalInt sample)
      implements PictureView {}

  /**
   * One number, a row, a picture, its maps and the batch, as boxes of numbers with their shapes.
   */
  record Tensors(String run) implements PictureView {}

  /**
   * The three ways of raising the score of an output, unit by unit of the layer before it.
   *
   * @param unit of the output, from 1; the right class when empty
   */
  record Raise(String run, OptionalInt unit, OptionalInt sample) implements PictureView {}

  /**
   * How far gradients of batches lie from that of the next batch they are drawn from, over their
   * size.
   *
   * @param parameters as for {@link ExampleGradients}
   */
  record BatchVariance(String run, List<ParameterRef> parameters) implements PictureView {
    public BatchVariance {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * What each example of the next batch wishes of some weights.
   *
   * @param parameters those of the last layer that the batch moves most when empty
   */
  record ExampleGradients(String run, List<ParameterRef> parameters) implements PictureView {
    public ExampleGradients {
      parameters = List.copyOf(parameters);
    }
  }
}
