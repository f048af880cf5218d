package org.ladera.present.loss;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.landscape.Curvature;
import org.ladera.lesson.model.MapNote;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.relief.Terrain;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
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
 * @param arrows what the parts of a step are called
 * @param away the distance of the point furthest from the plane; may be empty
 * @param lit the run that is lit among others; empty for none
 * @param direction the one that was chosen from the present point, with its slope
 * @param eigen the directions of most and of least curvature, where they are to be drawn
 * @param lens the run whose surroundings are shown larger beside the map; empty for no lens
 * @param notes what is drawn besides the paths
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
    StepWords arrows,
    String away,
    String lit,
    Optional<Direction> direction,
    List<Eigen> eigen,
    Optional<String> lens,
    Notes notes)
    implements CardModel {
  /**
   * A direction from the present point.
   *
   * @param angle from the first parameter, in radians
   * @param label with the slope
   */
  public record Direction(double angle, String label) {}

  private static Optional<Direction> direction(
      LossMap map, Highlight highlight, Messages messages) {
    return highlight.direction().stream()
        .boxed()
        .findFirst()
        .flatMap(
            angle ->
                DialModel.label(map, angle, messages).map(label -> new Direction(angle, label)));
  }

  /**
   * A direction in which the loss bends by one of its eigenvalues.
   *
   * @param label with the eigenvalue
   */
  public record Eigen(double u, double v, String label) {}

  private static List<Eigen> eigen(
      RunFrame run, ViewSpec.OverParameters spec, LossMap map, Messages messages) {
    boolean wanted = spec instanceof ViewSpec.Contour contour && contour.eigen();
    Optional<Curvature> curvature = run.curvature().filter(Curvature::everywhere);
    if (!wanted || !map.draped() || map.minimum().isEmpty() || curvature.isEmpty()) {
      return List.of();
    }
    Curvature c = curvature.get();
    return c.steepest()
        .map(
            s ->
                List.of(
                    eigen(s, map, c.largest(), "contour.eigen.across", messages),
                    eigen(
                        MatrixView.of(1, 2, -s.get(1), s.get(0)),
                        map,
                        c.smallest(),
                        "contour.eigen.along",
                        messages)))
        .orElse(List.of());
  }

  private static Eigen eigen(
      MatrixView theta, LossMap map, double lambda, String key, Messages messages) {
    double u = 0;
    double v = 0;
    for (int i = 0; i < theta.size(); i++) {
      u += map.plane().first().get(i) * theta.get(i);
      v += map.plane().second().get(i) * theta.get(i);
    }
    return new Eigen(u, v, messages.text(key, Map.of("lambda", messages.numbers().shown(lambda))));
  }

  /**
   * What a map draws besides its paths.
   *
   * @param parts the names of −∂J/∂u and −∂J/∂v, beside a right angle; empty where that is not
   *     drawn
   * @param leap what is written at the leap to the minimum; empty where that is not drawn
   * @param alone where each example alone would lead from the middle of the lens
   */
  public record Notes(List<String> parts, String leap, Optional<SampleSteps> alone) {
    public Notes {
      parts = List.copyOf(parts);
    }

    static Notes of(
        ViewSpec.OverParameters spec, LossMap map, Optional<RunFrame> inLens, Messages messages) {
      List<MapNote> shows = spec instanceof ViewSpec.Contour c ? c.shows() : List.of();
      return new Notes(
          shows.contains(MapNote.ANGLE)
              ? List.of(part(map.uSymbol(), messages), part(map.vSymbol(), messages))
              : List.of(),
          shows.contains(MapNote.SOLUTION) ? messages.text("contour.solution") : "",
          inLens
              .filter(run -> shows.contains(MapNote.EXAMPLES))
              .flatMap(run -> SampleSteps.of(run, map)));
    }

    private static String part(String symbol, Messages messages) {
      return messages.text("contour.slope", Map.of("symbol", symbol));
    }
  }

  /**
   * Between the update before and this one; what is written is of this one.
   *
   * @param share of the way from {@code before}, 0 to 1
   */
  public ContourModel after(ContourModel before, double share) {
    return terrain
        .map(
            t ->
                new ContourModel(
                    map.after(before.map, share, t),
                    title,
                    reading,
                    spoken,
                    waiting,
                    terrain,
                    start,
                    now,
                    outside,
                    minimum,
                    descent,
                    arrows,
                    away,
                    lit,
                    direction,
                    eigen,
                    lens,
                    notes))
        .orElse(this);
  }

  /** The pictures that the view needs. */
  public static Set<FieldRequest> wanted(ViewSpec.OverParameters spec, Frame frame) {
    return LossMap.wanted(spec, frame);
  }

  /** The view of {@code spec} of this frame; runs are named by their ids. */
  public static ContourModel of(
      Frame frame, ViewSpec.OverParameters spec, Highlight highlight, Messages messages) {
    return of(frame, spec, highlight, messages, Labels.NONE);
  }

  /** The view of {@code spec} of this frame. */
  public static ContourModel of(
      Frame frame,
      ViewSpec.OverParameters spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    LossMap map = LossMap.of(frame, spec, messages, labels);
    LossWords words = new LossWords(frame, spec, map, messages);
    boolean log = spec.log();
    Optional<String> lens =
        spec instanceof ViewSpec.Contour contour
            ? contour.lens().map(run -> highlight.run().isEmpty() ? run : highlight.run())
            : Optional.empty();
    return new ContourModel(
        map,
        labels.title(words.title("contour.title", "contour.title."), spec, messages),
        map.gauge().isPresent() ? words.gauge() : words.reading(words.text("contour.reading")),
        words.spoken("contour.spoken", "contour.keys"),
        messages.text("surface.waiting"),
        map.field().map(field -> Terrain.of(field, log)),
        messages.text("contour.start"),
        words.text("contour.now"),
        messages.text("surface.outside", Map.of("words", words.text("surface.now"))),
        messages.text("surface.minimum"),
        messages.text("surface.descent"),
        StepWords.of(messages),
        words.away(),
        highlight.run(),
        direction(map, highlight, messages),
        eigen(frame.run(spec.run()), spec, map, messages),
        lens,
        Notes.of(spec, map, lens.map(frame::run), messages));
  }
}
