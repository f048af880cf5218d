package org.ladera.present.loss;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ladera.lesson.model.ViewRef;
import org.ladera.present.relief.Terrain;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Options;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;

/**
 * The hillside of a loss seen from above: bands between levels, and the way of the descent.
 *
 * @param reading the present parameters, or how honestly the way is drawn, for the header
 * @param spoken the whole state in words
 * @param waiting what to say while there is no picture yet
 * @param outside what is said of a present point that lies off the map
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
    String away) {
  /** The pictures that the view needs. */
  public static Set<FieldRequest> fieldRequests(ViewRef ref, RunFrame run) {
    return LossMap.fieldRequests(ref, run);
  }

  /** The view of {@code ref} of this frame; runs are named by their ids. */
  public static ContourModel of(Frame frame, ViewRef ref, Highlight brush, Messages messages) {
    return of(frame, ref, brush, messages, Labels.NONE);
  }

  /** The view of {@code ref} of this frame. It shows nothing of the brush. */
  public static ContourModel of(
      Frame frame, ViewRef ref, Highlight brush, Messages messages, Labels labels) {
    LossMap map = LossMap.of(frame, ref, messages, labels);
    LossWords words = new LossWords(frame, ref, map, messages);
    boolean log = Options.on(ref, "log", true);
    return new ContourModel(
        map,
        words.title("contour.title", "contour.title."),
        map.gauge().isPresent() ? words.gauge() : words.text("contour.reading"),
        words.spoken("contour.spoken", "contour.keys"),
        messages.text("surface.waiting"),
        map.field().map(field -> Terrain.of(field, log)),
        messages.text("contour.start"),
        words.text("contour.now"),
        messages.text("surface.outside", Map.of("words", words.text("surface.now"))),
        messages.text("surface.minimum"),
        messages.text("surface.descent"),
        words.away());
  }
}
