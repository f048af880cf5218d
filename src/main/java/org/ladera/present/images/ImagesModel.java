package org.ladera.present.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.lesson.model.PictureView;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Highlight.Looked;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;

/**
 * Examples as pictures with what the network says, the wrong ones first, each kind in the order of
 * the data.
 *
 * @param tiles the first of them
 * @param empty why there are none; empty where there are
 * @param hint below them
 */
public record ImagesModel(
    String title,
    String reading,
    String spoken,
    List<Tile> tiles,
    String empty,
    String hint,
    Pictures pictures)
    implements CardModel {
  private static final int MOST = 200;

  public ImagesModel {
    tiles = List.copyOf(tiles);
  }

  /** The view of {@code spec} of this frame. */
  public static ImagesModel of(
      Frame frame, PictureView.Images spec, Highlight highlight, Messages messages, Labels labels) {
    RunFrame run = frame.run(spec.run());
    String title =
        labels.title(
            messages.text(
                "images.title", Map.of("part", messages.text("images.part." + spec.part().word()))),
            spec,
            messages);
    Pictures pictures = new Pictures(run, spec.part(), messages, labels);
    if (!pictures.areThere()) {
      String empty = Pictures.missing(run, spec.part(), messages);
      return new ImagesModel(title, "", title + ". " + empty, List.of(), empty, "", pictures);
    }
    List<Integer> wrong = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    int count = pictures.size();
    int wrongOnes = 0;
    for (int i = 0; i < count; i++) {
      boolean isRight = pictures.isRight(i);
      wrongOnes += isRight ? 0 : 1;
      if ((isRight ? right : wrong).size() < MOST) {
        (isRight ? right : wrong).add(i);
      }
    }
    List<Tile> tiles = new ArrayList<>();
    wrong.forEach(i -> tiles.add(pictures.tile(i)));
    right.stream()
        .limit(Math.max(0, MOST - wrong.size()))
        .forEach(i -> tiles.add(pictures.tile(i)));
    String reading =
        messages.text(
            "images.wrong",
            Map.of(
                "wrong", messages.numbers().whole(wrongOnes),
                "count", messages.numbers().whole(count)));
    return new ImagesModel(
        title,
        reading,
        title + ". " + reading + ". " + messages.text("images.keys"),
        tiles,
        "",
        messages.text("images.hint"),
        pictures);
  }

  /** The picture of a tile, to be looked at in every view. */
  public Optional<Looked> look(Tile tile) {
    return pictures.look(tile.number());
  }
}
