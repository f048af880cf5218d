package org.ladera.present.images;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.landscape.gradient.Answer;
import org.ladera.lesson.model.PictureView;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Highlight.Looked;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;

/**
 * The pad and the network that reads it.
 *
 * @param theta the parameters now
 * @param shape of what the network reads; empty where its examples are no grey pictures
 * @param digit what stands on the pad at first
 * @param looked what all views look at now
 */
public record DrawModel(
    String title,
    String reading,
    String spoken,
    NetworkSpec network,
    MatrixView theta,
    Optional<Shape> shape,
    OptionalInt digit,
    Optional<Looked> looked,
    Words words)
    implements CardModel {
  /** What stands on the pad and beside it. */
  public record Words(
      String here,
      String name,
      String box,
      String sees,
      String size,
      String way,
      String crop,
      String fit,
      String centre,
      String centred,
      String none) {}

  /** The view of {@code spec} of this frame. */
  public static DrawModel of(
      Frame frame, PictureView.Draw spec, Highlight highlight, Messages messages, Labels labels) {
    RunFrame run = frame.run(spec.run());
    NetworkSpec network = run.experiment().network();
    Optional<Shape> shape =
        run.experiment().data().images().filter(s -> s.channels() == 1 && network.outputs() > 1);
    String title = labels.title(messages.text("draw.title"), spec, messages);
    Optional<Looked> looked =
        highlight
            .looked()
            .filter(l -> l.answer().x().columns() == network.inputs())
            .filter(l -> l.answer().outputs().columns() == network.outputs());
    String reading =
        looked
            .map(
                l -> {
                  int says = l.answer().ranked().getFirst();
                  return messages.text(
                      "draw.says",
                      Map.of(
                          "class",
                          labels.column(run.experiment().data().targets().get(says)),
                          "share",
                          messages.numbers().fixed(100 * l.answer().outputs().get(says), 1)));
                })
            .orElse("");
    return new DrawModel(
        title,
        reading,
        title + ". " + (reading.isEmpty() ? "" : reading + ". ") + messages.text("draw.keys"),
        network,
        run.parameters(),
        shape,
        spec.digit(),
        looked,
        words(shape, messages));
  }

  private static Words words(Optional<Shape> shape, Messages messages) {
    Shape s = shape.orElse(new Shape(1, 1, 1));
    return new Words(
        messages.text("draw.here"),
        messages.text("draw.name"),
        messages.text("draw.box"),
        messages.text("draw.sees"),
        messages.text(
            "draw.size",
            Map.of(
                "rows", messages.numbers().whole(s.rows()),
                "columns", messages.numbers().whole(s.columns()),
                "count", messages.numbers().whole(s.size()))),
        messages.text("draw.way"),
        messages.text("draw.crop"),
        messages.text("draw.fit"),
        messages.text("draw.centre"),
        messages.text("draw.centred"),
        messages.text("draw.none"));
  }

  /** What the network makes of a picture, worked out anew. */
  public Looked look(MatrixView picture) {
    return new Looked(words.name(), -1, Answer.of(network, theta.toArray(), picture));
  }
}
