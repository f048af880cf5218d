package org.ladera.explain.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Quantity;

/**
 * A quantity of an update that a program can be asked for.
 *
 * @param kind which
 * @param layer from 1; 0 for those of no layer
 * @param expected what the engine computed
 */
public record ComparedQuantity(Kind kind, int layer, MatrixView expected) {
  private static final Pattern NAME =
      Pattern.compile(
          "(grad_?w|grad_?b|dl?_?d?w|dl?_?d?b|delta|error|net|new_?w|new_?b|w|b|z|a|d|h|x|y|j)"
              + "_?\\[?\\(?\\^?(\\d*)[])]?_?(new|after|nuevo|nueva|next|')?");

  /** Kinds in the order of the computation. */
  public enum Kind {
    X,
    Y,
    W,
    B,
    Z,
    A,
    J,
    DELTA,
    DW,
    DB,
    NEW_W,
    NEW_B;

    /** Whether it grows with the factor of the loss. */
    boolean scales() {
      return this == J || this == DELTA || this == DW || this == DB;
    }
  }

  /** As people write it: δ1, dW2, W1 new. */
  public String symbol() {
    String number = layer == 0 ? "" : Integer.toString(layer);
    return switch (kind) {
      case X -> "X";
      case Y -> "Y";
      case W -> "W" + number;
      case B -> "b" + number;
      case Z -> "z" + number;
      case A -> "a" + number;
      case J -> "J";
      case DELTA -> "delta" + number;
      case DW -> "dW" + number;
      case DB -> "db" + number;
      case NEW_W -> "W" + number + "'";
      case NEW_B -> "b" + number + "'";
    };
  }

  /** One number of it, by row and column from 1. */
  public Quantity number(long update, int row, int column) {
    return switch (kind) {
      case X -> new Quantity(Quantity.Kind.X, update, 0, row, column);
      case Y -> new Quantity(Quantity.Kind.Y, update, 0, row, column);
      case J -> new Quantity(Quantity.Kind.TOTAL, update, 0, 0, 0);
      case W -> new Quantity(Quantity.Kind.W, update, layer, row, column);
      case B -> new Quantity(Quantity.Kind.B, update, layer, row, column);
      case Z -> new Quantity(Quantity.Kind.Z, update, layer, row, column);
      case A -> new Quantity(Quantity.Kind.A, update, layer, row, column);
      case DELTA -> new Quantity(Quantity.Kind.DELTA, update, layer, row, column);
      case DW -> new Quantity(Quantity.Kind.GRADIENT_W, update, layer, row, column);
      case DB -> new Quantity(Quantity.Kind.GRADIENT_B, update, layer, row, column);
      case NEW_W -> new Quantity(Quantity.Kind.W_AFTER, update, layer, row, column);
      case NEW_B -> new Quantity(Quantity.Kind.B_AFTER, update, layer, row, column);
    };
  }

  /** All of an update, in the order in which a program computes them. */
  public static List<ComparedQuantity> of(StepTrace trace) {
    List<ComparedQuantity> all = new ArrayList<>();
    all.add(new ComparedQuantity(Kind.X, 0, trace.x()));
    all.add(new ComparedQuantity(Kind.Y, 0, trace.y()));
    for (LayerTrace layer : learning(trace.layers())) {
      all.add(new ComparedQuantity(Kind.W, layer.index(), layer.w().before()));
      if (layer.spec().bias()) {
        all.add(new ComparedQuantity(Kind.B, layer.index(), layer.b().before()));
      }
    }
    for (LayerTrace layer : trace.layers()) {
      all.add(new ComparedQuantity(Kind.Z, layer.index(), layer.z()));
      all.add(new ComparedQuantity(Kind.A, layer.index(), layer.a()));
    }
    all.add(new ComparedQuantity(Kind.J, 0, MatrixView.of(1, 1, trace.totalLoss())));
    for (LayerTrace layer : trace.layers().reversed()) {
      all.add(new ComparedQuantity(Kind.DELTA, layer.index(), layer.delta()));
      if (layer.spec().kind().weightColumns() > 0) {
        all.add(new ComparedQuantity(Kind.DW, layer.index(), layer.w().gradient()));
      }
      if (layer.spec().bias()) {
        all.add(new ComparedQuantity(Kind.DB, layer.index(), layer.b().gradient()));
      }
    }
    for (LayerTrace layer : learning(trace.layers())) {
      all.add(new ComparedQuantity(Kind.NEW_W, layer.index(), layer.w().after()));
      if (layer.spec().bias()) {
        all.add(new ComparedQuantity(Kind.NEW_B, layer.index(), layer.b().after()));
      }
    }
    return all;
  }

  private static List<LayerTrace> learning(List<LayerTrace> layers) {
    return layers.stream().filter(layer -> layer.spec().kind().weightColumns() > 0).toList();
  }

  /** Whether a name that a program has for an array can mean this quantity. */
  boolean called(String written, int depth) {
    String plain = written.toLowerCase(Locale.ROOT).replace("δ", "delta").replace("∂", "d");
    if (kind == Kind.J) {
      return List.of("j", "loss", "cost", "costo", "coste", "error", "l").contains(plain);
    }
    if (kind == Kind.Y) {
      return List.of("y", "t", "target", "targets", "labels").contains(plain);
    }
    if (kind == Kind.X) {
      return List.of("x", "a0", "a_0", "inputs", "entradas").contains(plain);
    }
    if (kind == Kind.A
        && layer == depth
        && List.of("yhat", "y_hat", "out", "output").contains(plain)) {
      return true;
    }
    Matcher name = NAME.matcher(plain);
    if (!name.matches()) {
      return false;
    }
    String digits = name.group(2);
    int number = digits.isEmpty() ? depth == 1 ? 1 : -1 : Integer.parseInt(digits);
    return number == layer && kind(name.group(1), name.group(3) != null).contains(kind);
  }

  private static List<Kind> kind(String stem, boolean after) {
    String plain = stem.replace("_", "");
    Optional<Kind> known =
        switch (plain) {
          case "w" -> Optional.of(after ? Kind.NEW_W : Kind.W);
          case "b" -> Optional.of(after ? Kind.NEW_B : Kind.B);
          case "neww" -> Optional.of(Kind.NEW_W);
          case "newb" -> Optional.of(Kind.NEW_B);
          case "z", "net" -> Optional.of(Kind.Z);
          case "a", "h" -> Optional.of(Kind.A);
          case "d", "delta", "error" -> Optional.of(Kind.DELTA);
          default ->
              plain.endsWith("w")
                  ? Optional.of(Kind.DW)
                  : plain.endsWith("b") ? Optional.of(Kind.DB) : Optional.empty();
        };
    return known.stream().toList();
  }
}
