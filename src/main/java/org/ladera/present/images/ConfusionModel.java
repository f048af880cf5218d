package org.ladera.present.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ladera.lesson.model.PictureView;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Highlight.Looked;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;

/**
 * How often each class was taken for each: a row for what it is, a column for what the network
 * says. A cell opens its examples.
 *
 * @param names of the classes
 * @param counts row by row
 * @param shown the counts in words of the language
 * @param mostRight the greatest count of the diagonal
 * @param mostWrong the greatest count beside it
 * @param empty why there is nothing to count; empty where there is
 */
public record ConfusionModel(
    String title,
    String reading,
    String spoken,
    List<String> names,
    int[][] counts,
    List<List<String>> shown,
    int mostRight,
    int mostWrong,
    String across,
    String down,
    String empty,
    Pictures pictures)
    implements CardModel {
  private static final int MOST_TILES = 60;

  /** The view of {@code spec} of this frame. */
  public static ConfusionModel of(
      Frame frame,
      PictureView.Confusion spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    RunFrame run = frame.run(spec.run());
    Pictures pictures = new Pictures(run, spec.part(), messages, labels);
    String title =
        labels.title(
            messages.text(
                "confusion.title",
                Map.of("part", messages.text("images.part." + spec.part().word()))),
            spec,
            messages);
    if (!pictures.areThere()) {
      String empty = Pictures.missing(run, spec.part(), messages);
      return new ConfusionModel(
          title,
          "",
          title + ". " + empty,
          List.of(),
          new int[0][0],
          List.of(),
          0,
          0,
          "",
          "",
          empty,
          pictures);
    }
    int classes = Math.max(2, run.experiment().data().y().columns());
    int[][] counts = new int[classes][classes];
    for (int i = 0; i < pictures.size(); i++) {
      counts[pictures.truth(i)][pictures.answer(i)]++;
    }
    int right = IntStream.range(0, classes).map(k -> counts[k][k]).sum();
    int mostRight = IntStream.range(0, classes).map(k -> counts[k][k]).max().orElse(0);
    int mostWrong = 0;
    int worst = 0;
    for (int k = 0; k < classes * classes; k++) {
      int count = counts[k / classes][k % classes];
      if (k / classes != k % classes && count > mostWrong) {
        mostWrong = count;
        worst = k;
      }
    }
    String reading =
        messages.text(
            "confusion.reading",
            Map.of(
                "share", messages.numbers().fixed(100.0 * right / pictures.size(), 1),
                "right", messages.numbers().whole(right),
                "count", messages.numbers().whole(pictures.size())));
    String often =
        mostWrong == 0
            ? ""
            : " "
                + messages.text(
                    "confusion.worst",
                    Map.of(
                        "truth", pictures.name(worst / classes),
                        "answer", pictures.name(worst % classes),
                        "count", messages.numbers().whole(mostWrong)));
    return new ConfusionModel(
        title,
        reading,
        title + ". " + reading + "." + often + " " + messages.text("confusion.keys"),
        IntStream.range(0, classes).mapToObj(pictures::name).toList(),
        counts,
        Arrays.stream(counts)
            .map(row -> IntStream.of(row).mapToObj(c -> messages.numbers().whole(c)).toList())
            .toList(),
        mostRight,
        mostWrong,
        messages.text("confusion.across"),
        messages.text("confusion.down"),
        "",
        pictures);
  }

  /** The first examples of a cell. */
  public List<Tile> cell(int truth, int answer) {
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < pictures.size() && tiles.size() < MOST_TILES; i++) {
      if (pictures.truth(i) == truth && pictures.answer(i) == answer) {
        tiles.add(pictures.tile(i));
      }
    }
    return tiles;
  }

  public Optional<Looked> look(Tile tile) {
    return pictures.look(tile.number());
  }
}
