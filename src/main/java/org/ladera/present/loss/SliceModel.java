package org.ladera.present.loss;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;

/**
 * The loss over one parameter, all others held, with the present point on the curve. Arrays are not
 * to be modified.
 *
 * @param reading the parameter and the loss now, for the header
 * @param spoken the whole state in words
 * @param waiting what to say while there is no curve yet
 * @param u the parameter along the x axis
 * @param curve empty until it was computed
 * @param start the curve as it was at the start; empty where it is the same
 * @param marks values that the lesson points at, with their losses
 * @param secant through the first mark and the present point, where they are apart
 */
public record SliceModel(
    String title,
    String reading,
    String spoken,
    String waiting,
    ParameterRef u,
    PlotAxis x,
    PlotAxis y,
    Optional<Curve> curve,
    Optional<Curve> start,
    List<Mark> marks,
    Optional<Secant> secant,
    Now now)
    implements CardModel {
  /** Points of the curve, from left to right. */
  public record Curve(double[] us, double[] losses) {}

  /**
   * @param label the loss there
   */
  public record Mark(double u, double loss, String label) {}

  /**
   * A line through two points of the curve.
   *
   * @param u where it begins, with the loss there
   * @param slope of the line
   * @param label the slope in words
   */
  public record Secant(double u, double loss, double slope, String label) {}

  /**
   * The present point.
   *
   * @param slope ∂J/∂u there
   * @param label the slope in words
   */
  public record Now(double u, double loss, double slope, String label) {}

  public SliceModel {
    marks = List.copyOf(marks);
  }

  /** The pictures that the view needs. */
  public static Set<FieldRequest> wanted(ViewSpec.Slice spec, Frame frame) {
    RunFrame run = frame.run(spec.run());
    return Set.of(
        SliceModelBuilder.request(spec, run, false), SliceModelBuilder.request(spec, run, true));
  }

  /** As below; runs have no names. */
  public static SliceModel of(
      Frame frame, ViewSpec.Slice spec, Highlight highlight, Messages messages) {
    return of(frame, spec, highlight, messages, Labels.NONE);
  }

  /** The view of {@code spec} of this frame. It shows nothing of the highlight. */
  public static SliceModel of(
      Frame frame, ViewSpec.Slice spec, Highlight highlight, Messages messages, Labels labels) {
    return new SliceModelBuilder(frame, spec, messages, labels).model();
  }
}
