package org.ladera.store.image;

import java.util.Arrays;

/** Lines and curves on a page, or the area within them, in points from the top left corner. */
public final class Outline {
  /** Is told of the pieces in their order. */
  public interface Tracing {
    void move(double x, double y);

    void line(double x, double y);

    /** A cubic curve with two points that pull it. */
    void curve(double x1, double y1, double x2, double y2, double x, double y);

    void close();
  }

  private enum Piece {
    MOVE,
    LINE,
    CURVE,
    CLOSE
  }

  private final boolean evenOdd;
  private Piece[] pieces = new Piece[8];
  private double[] points = new double[16];
  private int count;
  private int used;

  /**
   * @param evenOdd whether what is surrounded twice lies outside
   */
  public Outline(boolean evenOdd) {
    this.evenOdd = evenOdd;
  }

  public Outline() {
    this(false);
  }

  public boolean evenOdd() {
    return evenOdd;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  public void move(double x, double y) {
    add(Piece.MOVE, x, y);
  }

  public void line(double x, double y) {
    add(Piece.LINE, x, y);
  }

  public void curve(double x1, double y1, double x2, double y2, double x, double y) {
    add(Piece.CURVE, x1, y1, x2, y2, x, y);
  }

  public void close() {
    add(Piece.CLOSE);
  }

  public void trace(Tracing to) {
    int at = 0;
    for (int i = 0; i < count; i++) {
      double[] p = points;
      switch (pieces[i]) {
        case MOVE -> to.move(p[at], p[at + 1]);
        case LINE -> to.line(p[at], p[at + 1]);
        case CURVE -> to.curve(p[at], p[at + 1], p[at + 2], p[at + 3], p[at + 4], p[at + 5]);
        case CLOSE -> to.close();
      }
      at +=
          switch (pieces[i]) {
            case MOVE, LINE -> 2;
            case CURVE -> 6;
            case CLOSE -> 0;
          };
    }
  }

  private void add(Piece piece, double... numbers) {
    if (count == pieces.length) {
      pieces = Arrays.copyOf(pieces, 2 * count);
    }
    if (used + numbers.length > points.length) {
      points = Arrays.copyOf(points, 2 * points.length);
    }
    pieces[count++] = piece;
    System.arraycopy(numbers, 0, points, used, numbers.length);
    used += numbers.length;
  }
}
