package org.ladera.store.image;

import java.util.Arrays;

/** Lines and curves on a page, or the area within them, in points from the top left corner. */
public final class Outline {
  /** A way on from where the last one ended. */
  public enum Piece {
    /** To a point, without a line. */
    MOVE(2),
    LINE(2),
    /** A cubic curve: two points that pull it, then where it ends. */
    CURVE(6),
    /** Back to where the last move went. */
    CLOSE(0);

    private final int coordinates;

    Piece(int coordinates) {
      this.coordinates = coordinates;
    }
  }

  /** Is told of the pieces in their order. */
  public interface Tracing {
    /**
     * @param points x and y of each point in turn
     */
    void piece(Piece piece, double[] points);
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
      int end = at + pieces[i].coordinates;
      to.piece(pieces[i], Arrays.copyOfRange(points, at, end));
      at = end;
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
