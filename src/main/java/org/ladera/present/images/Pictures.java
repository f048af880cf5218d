package org.ladera.present.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.lesson.model.ExamplePart;
import org.ladera.present.shared.Highlight.Looked;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Tip;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;

/** One part of the examples as tiles, with the words that belong to them. */
public final class Pictures {
  private static final int NAMED = 3;

  private final RunFrame run;
  private final Messages messages;
  private final Labels labels;
  private final ExamplePart part;
  private final @Nullable Answered answered;

  Pictures(RunFrame run, ExamplePart part, Messages messages, Labels labels) {
    this.run = run;
    this.part = part;
    this.messages = messages;
    this.labels = labels;
    answered = Answered.of(run, part).orElse(null);
  }

  boolean areThere() {
    return answered != null;
  }

  private Answered there() {
    return java.util.Objects.requireNonNull(answered);
  }

  int size() {
    return there().size();
  }

  int truth(int example) {
    return there().truth(example);
  }

  int answer(int example) {
    return there().answer(example);
  }

  boolean isRight(int example) {
    return there().isRight(example);
  }

  /** Why there are no pictures of a part. */
  static String missing(RunFrame run, ExamplePart part, Messages messages) {
    boolean waits = part == ExamplePart.TEST && run.experiment().heldOut().test().isPresent();
    boolean open = run.experiment().heldOut().testIsOpen();
    return messages.text(
        waits ? (open ? "images.none.running" : "images.none.closed") : "images.none");
  }

  /** The name of a class, from 0; both classes of a single output share the name of its column. */
  String name(int group) {
    List<String> targets = there().data().targets();
    return targets.size() == 1
        ? messages.text("boundary.class", Map.of("index", messages.numbers().whole(group)))
        : labels.column(targets.get(group));
  }

  /** What the network says, and where it is wrong what it is. */
  Tile tile(int example) {
    boolean right = isRight(example);
    String says = name(answer(example));
    String label =
        right
            ? says
            : messages.text(
                "images.label.wrong", Map.of("truth", name(truth(example)), "answer", says));
    return new Tile(
        example,
        there().picture(example),
        label,
        right ? Tile.Look.PLAIN : Tile.Look.WRONG,
        messages.text(
            right ? "images.spoken.right" : "images.spoken.wrong",
            Map.of(
                "number", messages.numbers().whole(example + 1),
                "truth", name(truth(example)),
                "answer", says)));
  }

  /** What the network says of an example, the most certain first. */
  public Tip tip(int example) {
    Answered all = there();
    List<Tip.Line> lines = new ArrayList<>();
    lines.add(
        new Tip.Line(
            messages.text(
                "images.tip",
                Map.of(
                    "number", messages.numbers().whole(example + 1),
                    "truth", name(truth(example)))),
            Tip.Tone.TITLE));
    MatrixView out = all.outputs();
    IntStream.range(0, out.columns())
        .boxed()
        .sorted((p, q) -> Double.compare(out.get(example, q), out.get(example, p)))
        .limit(NAMED)
        .forEach(
            k ->
                lines.add(
                    new Tip.Line(
                        messages.text(
                            "images.tip.says",
                            Map.of("class", name(k), "share", share(out.get(example, k)))),
                        Tip.Tone.TEXT)));
    return new Tip(lines);
  }

  private String share(double value) {
    return messages.text(
        "probabilities.percent", Map.of("value", messages.numbers().fixed(100 * value, 1)));
  }

  /** One of them, to be looked at in every view. */
  Optional<Looked> look(int example) {
    Answered all = there();
    return Optional.of(
        new Looked(
            messages.text(
                "images.example.of",
                Map.of(
                    "part", messages.text("images.part." + part.word()),
                    "number", messages.numbers().whole(example + 1))),
            all.truth(example),
            Answered.answer(run, all.data().x().rows(example))));
  }
}
