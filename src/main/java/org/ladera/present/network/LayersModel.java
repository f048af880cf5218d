package org.ladera.present.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ladera.landscape.LayerSpread;
import org.ladera.landscape.Spread;
import org.ladera.lesson.model.SpreadView;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Tip;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.reading.LayerReading;
import org.ladera.text.Messages;

/**
 * How the numbers of each layer are spread: a row for each layer, a column for z, a, δ and ∇W, in
 * each cell the picture of now and those of the way there.
 *
 * @param columns empty until there are numbers
 * @param rows from the first hidden layer to the output
 * @param mortal whether a layer has units that can be dead
 * @param own whether each picture has a scale of its own at first sight
 * @param lit the row of the layer that is lit everywhere; −1 for none
 * @param scales the words of the switch: one scale for each column, or for each picture
 */
public record LayersModel(
    String title,
    String reading,
    String spoken,
    List<Column> columns,
    List<Row> rows,
    boolean mortal,
    boolean own,
    int lit,
    List<String> scales,
    Messages messages)
    implements CardModel {
  /**
   * A kind of numbers.
   *
   * @param symbol between dollar signs
   * @param low the least number in any of its pictures, at most 0
   * @param high the greatest, at least 0
   * @param lowText as it is written at the axis
   */
  public record Column(
      LayerReading.Of of,
      String symbol,
      double low,
      double high,
      String lowText,
      String highText) {}

  /**
   * A layer.
   *
   * @param number its number, where its name has no room
   * @param saturated its share in words; empty for 0
   * @param dead its share in words; empty for 0
   */
  public record Row(
      int layer, String name, String number, String saturated, String dead, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A picture.
   *
   * @param past the oldest first
   * @param deviation in words
   */
  public record Cell(Spread now, List<Spread> past, String deviation) {
    public Cell {
      past = List.copyOf(past);
    }
  }

  public LayersModel {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    scales = List.copyOf(scales);
  }

  /** The view of {@code spec} of this frame. */
  public static LayersModel of(
      Frame frame, SpreadView.Layers spec, Highlight highlight, Messages messages, Labels labels) {
    return new LayersModelBuilder(frame, spec, highlight, messages, labels).model();
  }

  /** The pictures that it needs. */
  public static List<FieldRequest> wanted(SpreadView.Layers spec, Frame frame) {
    return List.of(new FieldRequest.Layers(frame.run(spec.run()).id()));
  }

  /** The head of the share that hardly learns. */
  public String flatWord() {
    return messages.text("layers.flat");
  }

  /** The head of the share that learns nothing. */
  public String deadWord() {
    return messages.text("layers.dead");
  }

  static Spread of(LayerSpread layer, LayerReading.Of of) {
    return switch (of) {
      case Z -> layer.z();
      case A -> layer.a();
      case DELTA -> layer.delta();
      case GRADIENT -> layer.gradient();
      case WEIGHTS -> throw new IllegalArgumentException("no column of weights");
    };
  }

  /** What a picture says in numbers. */
  public Tip tip(int row, int column) {
    Row of = rows.get(row);
    Spread now = of.cells().get(column).now();
    List<Tip.Line> lines = new ArrayList<>();
    lines.add(
        new Tip.Line(
            messages.text(
                "layers.tip.title", Map.of("layer", of.name(), "of", columns.get(column).symbol())),
            Tip.Tone.TITLE));
    lines.add(line("layers.tip.deviation", now.deviation()));
    lines.add(line("layers.tip.mean", now.mean()));
    lines.add(
        new Tip.Line(messages.text("layers.tip.saturated", share(of.saturated())), Tip.Tone.TEXT));
    lines.add(new Tip.Line(messages.text("layers.tip.dead", share(of.dead())), Tip.Tone.TEXT));
    lines.add(new Tip.Line(messages.text("layers.tip.keys"), Tip.Tone.KEYS));
    return new Tip(lines);
  }

  private Map<String, String> share(String words) {
    return Map.of(
        "share", words.isEmpty() ? messages.text("layers.percent", Map.of("share", "0")) : words);
  }

  private Tip.Line line(String key, double value) {
    return new Tip.Line(
        messages.text(key, Map.of("value", messages.numbers().shown(value, 6))), Tip.Tone.TEXT);
  }
}
