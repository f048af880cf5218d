package org.ladera.present.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.landscape.gradient.Answer;
import org.ladera.lesson.model.PictureView;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.PixelPicture;
import org.ladera.present.shared.Subject;
import org.ladera.present.shared.Tip;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * What each pixel brings to the score of each class, pixel · slope, and the slopes alone.
 *
 * @param shares one for each class, in the order of the classes
 * @param slopes the same, ∂score/∂pixel
 * @param first the class with the greatest score, from 0
 * @param second the next one
 * @param sums below a large picture: its score, then what pixels and biases bring
 * @param shareEnd the share with the full colour
 * @param slopeEnd the slope with the full colour
 */
public record EvidenceModel(
    String title,
    String reading,
    String spoken,
    List<Tile> shares,
    List<Tile> slopes,
    int first,
    int second,
    List<List<String>> sums,
    String shareEnd,
    String slopeEnd,
    Answer answer,
    Shape shape,
    Messages messages)
    implements CardModel {
  public EvidenceModel {
    shares = List.copyOf(shares);
    slopes = List.copyOf(slopes);
    sums = List.copyOf(sums);
  }

  /** The view of {@code spec} of this frame. */
  public static EvidenceModel of(
      Frame frame,
      PictureView.Evidence spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    RunFrame run = frame.run(spec.run());
    Subject subject = Subject.of(run, spec.sample(), highlight, messages);
    Answer answer = subject.answer();
    int classes = answer.outputs().columns();
    int inputs = answer.x().columns();
    Shape shape = run.experiment().data().images().orElse(new Shape(1, 1, inputs));
    MatrixView slopes = answer.slopes();
    MatrixView shares =
        MatrixView.generate(
            classes, inputs, i -> answer.x().get(i % inputs) * slopes.get(i / inputs, i % inputs));
    double shareEnd = PixelPicture.usual(shares);
    double slopeEnd = PixelPicture.usual(slopes);
    List<Integer> ranked = answer.ranked();
    double greatest =
        IntStream.range(0, classes)
            .mapToDouble(k -> Math.abs(answer.scores().get(k)))
            .max()
            .orElse(0);
    int decimals = Numbers.decimals(greatest, 2);
    List<Tile> ofShares = new ArrayList<>();
    List<Tile> ofSlopes = new ArrayList<>();
    List<List<String>> sums = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      String name = labels.column(run.experiment().data().targets().get(k));
      String score = signed(answer.scores().get(k), decimals, messages);
      double rest = answer.rest(k);
      sums.add(
          List.of(
              messages.text("evidence.for", Map.of("class", name)),
              messages.text("evidence.score", Map.of("class", name, "score", score)),
              messages.text(
                  "evidence.sum",
                  Map.of(
                      "pixels", signed(answer.scores().get(k) - rest, decimals, messages),
                      "rest", signed(rest, decimals, messages)))));
      Tile.Look look = k == ranked.getFirst() ? Tile.Look.LIT : Tile.Look.PLAIN;
      String spoken = String.join(", ", sums.getLast());
      ofShares.add(
          new Tile(k, PixelPicture.signed(shares, k, shape, shareEnd), name, look, spoken));
      ofSlopes.add(
          new Tile(k, PixelPicture.signed(slopes, k, shape, slopeEnd), name, look, spoken));
    }
    String title = labels.title(messages.text("evidence.title"), spec, messages);
    int first = ranked.getFirst();
    return new EvidenceModel(
        title,
        subject.name(),
        title
            + ", "
            + subject.name()
            + ". "
            + ofShares.get(first).spoken()
            + ". "
            + (classes > 1 ? ofShares.get(ranked.get(1)).spoken() + ". " : "")
            + messages.text("evidence.keys"),
        ofShares,
        ofSlopes,
        first,
        classes > 1 ? ranked.get(1) : first,
        sums,
        messages.numbers().shown(shareEnd, 2),
        messages.numbers().shown(slopeEnd, 2),
        answer,
        shape,
        messages);
  }

  private static String signed(double value, int decimals, Messages messages) {
    if (Math.abs(value) < 0.5 * StrictMath.pow(10, -decimals)) {
      return "0";
    }
    String text = messages.numbers().fixed(value, decimals);
    return value > 0 ? "+" + text : text;
  }

  /**
   * The arithmetic of one pixel for two classes.
   *
   * @param pixel row by row, from 0
   */
  public Tip tip(int pixel, int class1, int class2) {
    List<Tip.Line> lines = new ArrayList<>();
    lines.add(
        new Tip.Line(
            messages.text(
                "evidence.tip.pixel",
                Map.of(
                    "row", messages.numbers().whole(pixel / shape.columns() + 1),
                    "column", messages.numbers().whole(pixel % shape.columns() + 1))),
            Tip.Tone.TITLE));
    double x = answer.x().get(pixel);
    IntStream.of(class1, class2)
        .distinct()
        .forEach(
            k -> {
              double slope = answer.slopes().get(k, pixel);
              lines.add(
                  new Tip.Line(
                      messages.text(
                          "evidence.tip.product",
                          Map.of(
                              "class", sums.get(k).getFirst(),
                              "ink", messages.numbers().fixed(x, 2),
                              "slope", messages.numbers().shown(slope, 3),
                              "share", messages.numbers().shown(x * slope, 3))),
                      Tip.Tone.TEXT));
            });
    return new Tip(lines);
  }
}
