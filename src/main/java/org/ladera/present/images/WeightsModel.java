package org.ladera.present.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.gradient.Answer;
import org.ladera.lesson.model.PictureView;
import org.ladera.present.network.Words;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.PixelPicture;
import org.ladera.present.shared.Subject;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;

/**
 * What the units of a layer see. In the first layer, if it is dense, that is the column of W of
 * each unit in the shape of the picture; in any other how the unit's net input answers to the
 * pixels of one picture, which holds for that picture alone. Below each its activation for that
 * picture.
 *
 * @param layer from 1
 * @param weights whether they are weights; else slopes at a picture
 * @param caption what is shown, in a sentence
 * @param end the number with the full colour
 * @param lit the unit that is pointed at, from 1; 0 for none
 */
public record WeightsModel(
    String title,
    String reading,
    String spoken,
    List<Tile> tiles,
    int layer,
    boolean weights,
    String caption,
    String end,
    int lit)
    implements CardModel {
  public WeightsModel {
    tiles = List.copyOf(tiles);
  }

  /** The view of {@code spec} of this frame. */
  public static WeightsModel of(
      Frame frame,
      PictureView.WeightsImage spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    RunFrame run = frame.run(spec.run());
    NetworkSpec network = run.experiment().network();
    int layer = Math.min(spec.layer().orElse(1), network.layers().size());
    boolean weights = layer == 1 && network.layers().getFirst().kind() instanceof LayerKind.Dense;
    Subject subject = Subject.of(run, spec.sample(), highlight, messages);
    MatrixView seen =
        weights
            ? columns(run)
            : Answer.slopes(network, run.parameters().toArray(), subject.answer().x(), layer);
    Shape shape = run.experiment().data().images().orElse(new Shape(1, 1, network.inputs()));
    double end = PixelPicture.usual(seen);
    MatrixView a = subject.answer().a().get(layer - 1);
    double greatest = 0;
    int answering = 0;
    for (int u = 0; u < a.columns(); u++) {
      greatest = Math.max(greatest, Math.abs(a.get(u)));
      answering += a.get(u) > 0 ? 1 : 0;
    }
    Words words = new Words(messages, network);
    List<Tile> tiles = new ArrayList<>();
    for (int u = 0; u < a.columns(); u++) {
      boolean answers = a.get(u) != 0;
      String value =
          answers ? messages.numbers().fixed(a.get(u), Math.abs(a.get(u)) < 10 ? 2 : 1) : "0";
      tiles.add(
          new Tile(
              u + 1,
              PixelPicture.signed(seen, u, shape, end),
              value,
              answers ? Tile.Look.LIT : Tile.Look.FAINT,
              greatest > 0 ? Math.abs(a.get(u)) / greatest : 0,
              messages.text(
                  "weights.spoken", Map.of("unit", words.unit(layer, u + 1), "value", value))));
    }
    String title =
        labels.title(
            messages.text(
                weights ? "weights.title" : "weights.title.slopes",
                Map.of(
                    "layer", words.layer(layer), "count", messages.numbers().whole(a.columns()))),
            spec,
            messages);
    String reading =
        messages.text(
            "weights.reading",
            Map.of(
                "some", messages.numbers().whole(answering),
                "all", messages.numbers().whole(a.columns())));
    String caption =
        weights
            ? messages.text("weights.caption", Map.of("picture", subject.name()))
            : messages.text("weights.caption.slopes", Map.of("picture", subject.name()));
    return new WeightsModel(
        title,
        reading,
        title + ". " + reading + ". " + caption + " " + messages.text("weights.keys"),
        tiles,
        layer,
        weights,
        caption,
        messages.numbers().shown(end, 2),
        highlight.layer() == layer ? highlight.unit() : 0);
  }

  /** W turned: a row for each unit. */
  private static MatrixView columns(RunFrame run) {
    NetworkSpec network = run.experiment().network();
    ParameterLayout.Block block =
        new ParameterLayout(network).block(ParameterRef.Kind.WEIGHT, 1).orElseThrow();
    MatrixView theta = run.parameters();
    int inputs = block.rows();
    int units = block.columns();
    return MatrixView.generate(
        units, inputs, i -> theta.get(block.offset() + i % inputs * units + i / inputs));
  }
}
