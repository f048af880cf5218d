package org.ladera.present.convolution;

import java.util.Map;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.lesson.model.PictureView;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;

/**
 * The examples of a run as a tensor of four dimensions, and what each index leaves of it: a picture
 * with its channels, one channel, a row, a number.
 *
 * @param empty why there is nothing to see; empty where there is something
 * @param x (n × shape)
 */
public record TensorsModel(
    String title,
    String reading,
    String spoken,
    String empty,
    Shape shape,
    MatrixView x,
    Messages messages)
    implements CardModel {
  /** The most dimensions there are. */
  public static final int RANKS = 4;

  /** The view of {@code spec} of this frame. */
  public static TensorsModel of(
      Frame frame,
      PictureView.Tensors spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    RunFrame run = frame.run(spec.run());
    MatrixView x = run.experiment().data().x();
    String title = labels.title(messages.text("tensors.title"), spec, messages);
    var shape = run.experiment().pictures(0);
    if (shape.isEmpty()) {
      String why = messages.text("tensors.none");
      return new TensorsModel(
          title, "", title + ". " + why, why, new Shape(1, 1, x.columns()), x, messages);
    }
    String reading = messages.text("tensors.reading");
    return new TensorsModel(
        title,
        reading,
        title + ". " + reading + ". " + messages.text("tensors.keys"),
        "",
        shape.get(),
        x,
        messages);
  }

  /** How many values an axis has: examples, channels, rows, columns. */
  public int size(int axis) {
    return switch (axis) {
      case 0 -> x.rows();
      case 1 -> shape.channels();
      case 2 -> shape.rows();
      default -> shape.columns();
    };
  }

  public double at(int example, int channel, int row, int column) {
    return x.get(example, shape.index(channel, row, column));
  }

  public NumberGrid map(int example, int channel) {
    return NumberGrid.of(shape, x, example, channel);
  }

  /** A row of a map. */
  public NumberGrid row(int example, int channel, int row) {
    double[] values = new double[shape.columns()];
    for (int c = 0; c < values.length; c++) {
      values[c] = at(example, channel, row, c);
    }
    return NumberGrid.of(1, values.length, values);
  }

  /** The shape of what has so many dimensions, as programs write it: (3, 3). */
  public String shape(int rank) {
    StringBuilder text = new StringBuilder("(");
    for (int axis = RANKS - rank; axis < RANKS; axis++) {
      text.append(axis > RANKS - rank ? ", " : "").append(size(axis));
    }
    return text.append(rank == 1 ? ",)" : ")").toString();
  }

  /** How a program names what has so many dimensions: x[0, 1]. */
  public String name(int rank, int[] indices) {
    StringBuilder text = new StringBuilder("x");
    for (int axis = 0; axis < RANKS - rank; axis++) {
      text.append(axis == 0 ? "[" : ", ").append(indices[axis]);
    }
    return rank == RANKS ? "x" : text.append("]").toString();
  }

  /** What so many dimensions are called. */
  public String rank(int rank) {
    return messages.text("tensors.rank." + rank);
  }

  /** The same without the words. */
  public String shortRank(int rank) {
    return messages.text("tensors.rank." + rank + ".short");
  }

  /** The chosen number and where it stands, in words. */
  public String spoken(int[] indices) {
    return messages.text(
            "tensors.spoken",
            Map.of(
                "name", name(0, indices),
                "value",
                    messages.numbers().shown(at(indices[0], indices[1], indices[2], indices[3]))))
        + " "
        + spoken;
  }
}
