package org.ladera.lesson.model;

import java.util.Arrays;
import java.util.Set;

/** The kinds of views, each with the record of its options. */
public enum ViewKind implements Word {
  DATA(ViewSpec.Data.class),
  SURFACE(ViewSpec.Surface.class),
  CONTOUR(ViewSpec.Contour.class),
  LOSS_CURVE(ViewSpec.LossCurve.class),
  SLICE(ViewSpec.Slice.class),
  UPDATES(ViewSpec.Updates.class),
  RUNS(ViewSpec.Runs.class),
  RANKING(RaceView.Ranking.class),
  MEMORY(RaceView.Memory.class),
  STABILITY(RaceView.Stability.class),
  DIAL(RaceView.Dial.class),
  RATES(RaceView.Rates.class),
  BOUNDARY(ViewSpec.Boundary.class),
  BOUNDARIES(ViewSpec.Boundaries.class),
  HIDDEN_SPACE(ViewSpec.HiddenSpace.class),
  NETWORK(ViewSpec.Network.class),
  DELTAS(ViewSpec.Deltas.class),
  LAYERS(SpreadView.Layers.class),
  PERCEPTRON(ViewSpec.Perceptron.class),
  PERCEPTRON_LINES(ViewSpec.PerceptronLines.class),
  EXAMPLES(ViewSpec.Examples.class),
  PROBABILITIES(ViewSpec.Probabilities.class),
  MATRIX(ViewSpec.Matrix.class),
  ACTIVATION(ViewSpec.Activation.class),
  DERIVATION(ViewSpec.Derivation.class),
  DIFFERENCE(ViewSpec.Difference.class),
  CHAIN(ViewSpec.Chain.class),
  GRADIENT_CHECK(ViewSpec.GradientCheck.class),
  PATHS(ViewSpec.Paths.class),
  GRAPH(ViewSpec.Graph.class),
  IMAGES(PictureView.Images.class),
  WEIGHTS_IMAGE(PictureView.WeightsImage.class),
  CONFUSION(PictureView.Confusion.class),
  DRAW(PictureView.Draw.class),
  EVIDENCE(PictureView.Evidence.class),
  KERNEL(PictureView.Kernel.class),
  TENSORS(PictureView.Tensors.class),
  RAISE(PictureView.Raise.class),
  EXAMPLE_GRADIENTS(PictureView.ExampleGradients.class);

  private final Class<? extends ViewSpec> options;

  ViewKind(Class<? extends ViewSpec> options) {
    this.options = options;
  }

  static ViewKind of(Class<?> options) {
    return Arrays.stream(values()).filter(k -> k.options == options).findFirst().orElseThrow();
  }

  /** The fields of a lesson file for a view of this kind, {@code run} among them. */
  public Set<String> fields() {
    return FieldNames.of(options);
  }
}
