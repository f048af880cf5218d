package org.ladera.ui.window.page;

import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.ui.theme.Tokens;

/**
 * What a drawn set looks like: its points in the colours of their classes, or its first picture.
 */
final class DataThumbnail extends Region {
  static final double WIDTH = 132;
  private static final double HEIGHT = 84;
  private static final int POINTS = 90;
  private static final double EDGE = 6;

  DataThumbnail(Generator generator, Tokens tokens) {
    double width = tokens.px(WIDTH);
    double height = tokens.px(HEIGHT);
    setMinSize(width, height);
    setPrefSize(width, height);
    setMaxSize(width, height);
    setMouseTransparent(true);
    Dataset data =
        generator.make(Math.min(POINTS, generator.usualExamples()), generator.usualNoise(), 1);
    if (data.x().columns() > 2) {
      picture(data.x(), width, height, tokens);
    } else {
      points(data, width, height, tokens);
    }
    getChildren().forEach(node -> node.setManaged(false));
  }

  private void points(Dataset data, double width, double height, Tokens tokens) {
    boolean plane = data.x().columns() == 2;
    double[] x = column(data.x(), 0);
    double[] y = plane ? column(data.x(), 1) : column(data.y(), 0);
    double edge = tokens.px(EDGE);
    double[] across = placed(x, edge, width - edge);
    double[] up = placed(y, height - edge, edge);
    for (int i = 0; i < x.length; i++) {
      Circle point = new Circle(across[i], up[i], tokens.px(x.length < 10 ? 4 : 2));
      point.setFill(plane ? color(data.y(), i, tokens) : tokens.class0().mark());
      getChildren().add(point);
    }
  }

  private static Color color(MatrixView y, int row, Tokens tokens) {
    int at = 0;
    if (y.columns() == 1) {
      at = y.get(row, 0) > 0.5 ? 1 : 0;
    } else {
      while (at < y.columns() - 1 && y.get(row, at) < 0.5) {
        at++;
      }
    }
    return at == 0
        ? tokens.class0().mark()
        : at == 1 ? tokens.class1().mark() : tokens.class2().mark();
  }

  private static double[] column(MatrixView matrix, int column) {
    double[] values = new double[matrix.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = matrix.get(row, column);
    }
    return values;
  }

  private static double[] placed(double[] values, double from, double to) {
    double least = java.util.Arrays.stream(values).min().orElse(0);
    double most = java.util.Arrays.stream(values).max().orElse(1);
    double room = most > least ? most - least : 1;
    double[] placed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      placed[i] = from + (to - from) * (values[i] - least) / room;
    }
    return placed;
  }

  private void picture(MatrixView x, double width, double height, Tokens tokens) {
    int side = (int) Math.round(Math.sqrt(x.columns()));
    double cell = height / side;
    double left = (width - cell * side) / 2;
    for (int i = 0; i < x.columns(); i++) {
      double ink = Math.clamp(x.get(0, i), 0, 1);
      if (ink > 0.05) {
        Rectangle pixel =
            new Rectangle(left + cell * (i % side), cell * (i / side), cell + 0.5, cell + 0.5);
        pixel.setFill(tokens.canvas().interpolate(tokens.text(), ink));
        getChildren().add(pixel);
      }
    }
  }
}
