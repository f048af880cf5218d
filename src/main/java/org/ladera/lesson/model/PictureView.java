package org.ladera.lesson.model;

import java.util.OptionalInt;

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
}
