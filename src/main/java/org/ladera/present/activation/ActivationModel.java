package org.ladera.present.activation;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.text.Messages;

/**
 * Activation functions and their slopes over the net input, with the point of a unit on them.
 *
 * <p>Options: {@code layer}, {@code unit}, {@code sample} choose the point; {@code range} spans z
 * and {@code height} the values; {@code runs} adds the functions of the same unit in other runs;
 * {@code input} lets a hand move the example instead of a parameter; {@code all} shows every unit
 * and example of the layer as a dot.
 *
 * @param reading z, f(z) and f′(z), for the header
 * @param spoken the whole state in words
 * @param values the axis of f
 * @param slopes the axis of f′
 * @param lines the functions, that of the view's own run last
 * @param now the point of the view's own run; none where all of a layer are shown
 * @param greatest the largest slope, where it lies inside the picture
 * @param dots all units and examples of the layer, where they are asked for
 * @param movable whether the point can be moved
 * @param moved what makes the net input another one; empty for what cannot be moved
 */
public record ActivationModel(
    String title,
    String reading,
    String spoken,
    PlotAxis z,
    PlotAxis values,
    PlotAxis slopes,
    List<Line> lines,
    Optional<Now> now,
    Optional<Greatest> greatest,
    List<Dot> dots,
    boolean movable,
    DoubleFunction<Optional<Move>> moved)
    implements CardModel {
  /** A piece of a line without a jump. Arrays are not to be modified. */
  public record Stretch(double[] zs, double[] heights) {}

  /**
   * What the engine takes where a line jumps.
   *
   * @param taken the height at z
   * @param before the height left of z
   * @param after the height right of it
   */
  public record Jump(double z, double taken, double before, double after) {}

  /**
   * One function.
   *
   * @param index of the look of another run
   * @param own whether it is that of the view's run
   * @param name empty when it is the only one
   * @param slopeName the name at the slope, with the value taken at a jump
   */
  public record Line(
      int index,
      boolean own,
      String name,
      String slopeName,
      List<Stretch> values,
      List<Stretch> slopes,
      Optional<Jump> jump,
      Dot at) {
    public Line {
      values = List.copyOf(values);
      slopes = List.copyOf(slopes);
    }
  }

  public record Dot(double z, double a, double slope) {}

  /**
   * The present point.
   *
   * @param value f(z), written at the point
   * @param tangent the slope, written at the tangent
   */
  public record Now(double z, double a, double slope, String value, String tangent) {}

  /** The largest slope, with its words. */
  public record Greatest(double slope, String label) {}

  public ActivationModel {
    lines = List.copyOf(lines);
    dots = List.copyOf(dots);
  }

  /** The view of {@code spec} of this frame. */
  public static ActivationModel of(
      Frame frame,
      ViewSpec.Activation spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    return new ActivationModelBuilder(frame, spec, highlight, messages, labels).model();
  }
}
