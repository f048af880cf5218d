package org.ladera.present.loss;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.relief.Terrain;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.text.Messages;

/**
 * The loss as a hillside over two parameters, with the way of the descent on it.
 *
 * @param reading how honestly the way is drawn, for the header; may be empty
 * @param spoken the whole state in words
 * @param waiting what to say while there is no hillside yet
 * @param logFirst whether the lesson asks for the logarithm as height
 * @param linear the hillside whose height is the loss
 * @param log the hillside whose height is its logarithm
 * @param startTag with the loss at the start
 * @param nowTag with the epoch and the loss now
 * @param away the distance of the point furthest from the plane; may be empty
 * @param arrows what the parts of a step are called
 * @param lit the run that is lit among others; empty for none
 * @param outsideTag the same for a present point that lies off the map
 */
public record SurfaceModel(
    LossMap map,
    String title,
    String reading,
    String spoken,
    String waiting,
    boolean logFirst,
    Optional<Hill> linear,
    Optional<Hill> log,
    String startTag,
    String nowTag,
    String outsideTag,
    String minimum,
    String descent,
    String away,
    StepWords arrows,
    String lit)
    implements CardModel {
  /** A hillside and its vertical axis. */
  public record Hill(Terrain terrain, PlotAxis axis) {}

  /**
   * Between the update before and this one; what is written is of this one.
   *
   * @param share of the way from {@code before}, 0 to 1
   */
  public SurfaceModel after(SurfaceModel before, double share) {
    return linear
        .map(Hill::terrain)
        .map(
            t ->
                new SurfaceModel(
                    map.after(before.map, share, t),
                    title,
                    reading,
                    spoken,
                    waiting,
                    logFirst,
                    linear,
                    log,
                    startTag,
                    nowTag,
                    outsideTag,
                    minimum,
                    descent,
                    away,
                    arrows,
                    lit))
        .orElse(this);
  }

  /** The pictures that the view needs. */
  public static Set<FieldRequest> wanted(ViewSpec.OverParameters spec, Frame frame) {
    return LossMap.wanted(spec, frame);
  }

  /** The view of {@code spec} of this frame; runs are named by their ids. */
  public static SurfaceModel of(
      Frame frame, ViewSpec.OverParameters spec, Highlight highlight, Messages messages) {
    return of(frame, spec, highlight, messages, Labels.NONE);
  }

  /** The view of {@code spec} of this frame. */
  public static SurfaceModel of(
      Frame frame,
      ViewSpec.OverParameters spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    LossMap map = LossMap.of(frame, spec, messages, labels);
    LossWords words = new LossWords(frame, spec, map, messages);
    return new SurfaceModel(
        map,
        labels.title(words.title("surface.title", "surface.title."), spec, messages),
        words.gauge(),
        words.spoken("surface.spoken", "surface.keys"),
        messages.text("surface.waiting"),
        spec.log(),
        hill(map, false, messages),
        hill(map, true, messages),
        words.start(),
        words.text("surface.now"),
        messages.text("surface.outside", Map.of("words", words.text("surface.now"))),
        messages.text("surface.minimum"),
        messages.text("surface.descent"),
        words.away(),
        StepWords.of(messages),
        highlight.run());
  }

  public Optional<Hill> hill(boolean asLog) {
    return asLog ? log : linear;
  }

  private static Optional<Hill> hill(LossMap map, boolean log, Messages messages) {
    return map.field()
        .map(field -> Terrain.of(field, log))
        .map(
            terrain ->
                new Hill(
                    terrain,
                    PlotAxis.of(
                        messages.text(terrain.log() ? "surface.loss.log" : "surface.loss"),
                        terrain.scale(),
                        messages.numbers())));
  }
}
