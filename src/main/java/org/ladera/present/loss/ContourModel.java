package org.ladera.present.loss;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.relief.Terrain;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.text.Messages;

/**
 * The hillside of a loss seen from above: bands between levels, and the way of the descent.
 *
 * @param reading the present parameters, or how honestly the way is drawn, for the header
 * @param spoken the whole state in words
 * @param waiting what to say while there is no picture yet
 * @param outside what is said of a present point that lies off the map
 * @param arrows what the parts of a step are called
 * @param away the distance of the point furthest from the plane; may be empty
 * @param terrain the loss with levels even in its logarithm, or in itself
 */
public record ContourModel(
    LossMap map,
    String title,
    String reading,
    String spoken,
    String waiting,
    Optional<Terrain> terrain,
    String start,
    String now,
    String outside,
    String minimum,
    String descent,
    Arrows arrows,
    String away)
    implements CardModel {
  /** The parts of a step, and the step itself. */
  public record Arrows(String memory, String gradient, String step) {}

  /** The pictures that the view needs. */
  public static Set<FieldRequest> wanted(ViewSpec.OverParameters spec, Frame frame) {
    return LossMap.wanted(spec, frame);
  }

  /** The view of {@code spec} of this frame; runs are named by their ids. */
  public static ContourModel of(
      Frame frame, ViewSpec.OverParameters spec, Highlight highlight, Messages messages) {
    return of(frame, spec, highlight, messages, Labels.NONE);
  }

  /** The view of {@code spec} of this frame. It shows nothing of the highlight. */
  public static ContourModel of(
      Frame frame,
      ViewSpec.OverParameters spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    LossMap map = LossMap.of(frame, spec, messages, labels);
    LossWords words = new LossWords(frame, spec, map, messages);
    boolean log = spec.log();
    return new ContourModel(
        map,
        labels.title(words.title("contour.title", "contour.title."), spec, messages),
        map.gauge().isPresent() ? words.gauge() : words.text("contour.reading"),
        words.spoken("contour.spoken", "contour.keys"),
        messages.text("surface.waiting"),
        map.field().map(field -> Terrain.of(field, log)),
        messages.text("contour.start"),
        words.text("contour.now"),
        messages.text("surface.outside", Map.of("words", words.text("surface.now"))),
        messages.text("surface.minimum"),
        messages.text("surface.descent"),
        new Arrows(
            messages.text("contour.part.memory"),
            messages.text("contour.part.gradient"),
            messages.text("contour.part.step")),
        words.away());
  }
}
