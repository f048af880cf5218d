package org.ladera.present.decision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Tip;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.text.Messages;

/**
 * The examples and a grid over their square, as the inputs and each hidden layer see them.
 *
 * @param empty what to say instead; none when there is something to fold
 * @param stages the inputs first, then the hidden layers
 * @param first the stage to begin with
 * @param groups the class of each example
 * @param names what is written beside each example; none where there are many
 * @param lit the brushed example, −1 for none
 */
public record HiddenModel(
    String title,
    List<String> empty,
    List<Stage> stages,
    int first,
    List<Integer> groups,
    List<String> names,
    int lit)
    implements CardModel {
  /** Where there is no stage; a stage has its own. */
  @Override
  public String reading() {
    return "";
  }

  @Override
  public String spoken() {
    return String.join(" ", empty);
  }

  /** Lines of the grid in each direction, and points on each line. */
  public static final int LINES = 9;

  public static final int ALONG = 41;

  /**
   * One layer's view of things.
   *
   * @param name which layer, for the header
   * @param choice which layer, in a word
   * @param spoken the state in words
   * @param grid (2·LINES·ALONG × 2): the lines of the square, one after the other
   * @param points (examples × 2)
   * @param background what the next layer makes of this plane, where that depends on nothing else
   * @param tips what is said of each example
   */
  public record Stage(
      String name,
      String choice,
      String spoken,
      PlotAxis x,
      PlotAxis y,
      MatrixView grid,
      MatrixView points,
      Optional<BackgroundField> background,
      List<Tip> tips) {
    public Stage {
      tips = List.copyOf(tips);
    }
  }

  public HiddenModel {
    empty = List.copyOf(empty);
    stages = List.copyOf(stages);
    groups = List.copyOf(groups);
    names = List.copyOf(names);
  }

  /** The view of {@code spec} of this frame. */
  public static HiddenModel of(
      Frame frame,
      ViewSpec.HiddenSpace spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    return new HiddenModelBuilder(frame, spec, highlight, messages, labels).model();
  }

  /** The pictures this view needs: that behind the inputs. */
  public static Collection<FieldRequest> wanted(ViewSpec.HiddenSpace spec, Frame frame) {
    return InputPlane.wanted(spec.run(), InputPlane.around(frame.run(spec.run())));
  }
}
