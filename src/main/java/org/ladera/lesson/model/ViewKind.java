package org.ladera.lesson.model;

import java.util.Arrays;
import java.util.Set;

/** The kinds of views, each with the record of its options. */
public enum ViewKind implements Word {
  DATA(ViewSpec.Data.class, ViewMark.RESIDUALS),
  SURFACE(ViewSpec.Surface.class, ViewMark.START, ViewMark.NOW, ViewMark.MINIMUM),
  CONTOUR(
      ViewSpec.Contour.class,
      ViewMark.START,
      ViewMark.NOW,
      ViewMark.MINIMUM,
      ViewMark.ARROW,
      ViewMark.LENS),
  LOSS_CURVE(ViewSpec.LossCurve.class, ViewMark.NOW, ViewMark.MINIMUM),
  SLICE(ViewSpec.Slice.class, ViewMark.NOW, ViewMark.SECANT),
  UPDATES(ViewSpec.Updates.class),
  RUNS(ViewSpec.Runs.class),
  RANKING(RaceView.Ranking.class),
  MEMORY(RaceView.Memory.class),
  STABILITY(RaceView.Stability.class, ViewMark.NOW),
  DIAL(RaceView.Dial.class),
  RATES(RaceView.Rates.class, ViewMark.NOW, ViewMark.LIMIT),
  BOUNDARY(ViewSpec.Boundary.class),
  BOUNDARIES(ViewSpec.Boundaries.class),
  HIDDEN_SPACE(ViewSpec.HiddenSpace.class),
  NETWORK(ViewSpec.Network.class, ViewMark.HIDDEN, ViewMark.OUTPUT),
  DELTAS(ViewSpec.Deltas.class, ViewMark.CELLS, ViewMark.NORMS),
  LAYERS(SpreadView.Layers.class),
  NORMS(SpreadView.Norms.class),
  MOVES(SpreadView.Moves.class),
  SWEEP(SpreadView.Sweep.class),
  PERCEPTRON(ViewSpec.Perceptron.class),
  PERCEPTRON_LINES(ViewSpec.PerceptronLines.class),
  EXAMPLES(ViewSpec.Examples.class),
  PROBABILITIES(
      ViewSpec.Probabilities.class, ViewMark.SCORES, ViewMark.EXPONENTIALS, ViewMark.SHARES),
  MATRIX(ViewSpec.Matrix.class),
  ACTIVATION(ViewSpec.Activation.class, ViewMark.POINT, ViewMark.SLOPE, ViewMark.MAXIMUM),
  DERIVATION(ViewSpec.Derivation.class),
  DIFFERENCE(ViewSpec.Difference.class, ViewMark.SECANT, ViewMark.ERROR),
  CHAIN(ViewSpec.Chain.class, ViewMark.BOUND, ViewMark.DISCS),
  GRADIENT_CHECK(ViewSpec.GradientCheck.class, ViewMark.RATIOS),
  PATHS(ViewSpec.Paths.class),
  GRAPH(ViewSpec.Graph.class),
  BRICKS(FigureView.Bricks.class),
  LOG_LOSS(FigureView.LogLoss.class, ViewMark.NOW),
  IMAGES(PictureView.Images.class),
  WEIGHTS_IMAGE(PictureView.WeightsImage.class),
  CONFUSION(PictureView.Confusion.class),
  DRAW(PictureView.Draw.class),
  EVIDENCE(PictureView.Evidence.class),
  KERNEL(PictureView.Kernel.class),
  TENSORS(PictureView.Tensors.class),
  RAISE(PictureView.Raise.class),
  EXAMPLE_GRADIENTS(PictureView.ExampleGradients.class),
  BATCH_VARIANCE(PictureView.BatchVariance.class);

  private final Class<? extends ViewSpec> options;

  private final Set<ViewMark> marks;

  ViewKind(Class<? extends ViewSpec> options, ViewMark... marks) {
    this.options = options;
    this.marks = Set.of(marks);
  }

  /** What in such a view a phrase of a text can be about. */
  public Set<ViewMark> marks() {
    return marks;
  }

  static ViewKind of(Class<?> options) {
    return Arrays.stream(values()).filter(k -> k.options == options).findFirst().orElseThrow();
  }

  /** The fields of a lesson file for a view of this kind, {@code run} among them. */
  public Set<String> fields() {
    return FieldNames.of(options);
  }
}
