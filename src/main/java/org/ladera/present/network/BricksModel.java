package org.ladera.present.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.trace.StepTrace;
import org.ladera.lesson.model.FigureView;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.text.Messages;
import org.ladera.text.RichText;

/**
 * The products of matrices of the next update as bricks of their shapes: two fit where the columns
 * of one are as many as the rows of the other. Samples are rows in every notation.
 *
 * @param spoken all of them in words
 * @param products one below the other
 */
public record BricksModel(String title, String reading, String spoken, List<Product> products)
    implements CardModel {
  /** What a matrix holds, which gives it its colour. */
  public enum Meaning {
    INPUT,
    WEIGHT,
    NET_INPUT,
    DELTA,
    GRADIENT
  }

  /** Whose row and column make a number. */
  public record Lit(int row, int column) {}

  /**
   * A matrix.
   *
   * @param name its symbol between dollar signs
   */
  public record Brick(String name, Meaning meaning, int rows, int columns) {
    /** (1×5), as it is written below. */
    public String shape() {
      return rows + "\u00d7" + columns;
    }
  }

  /**
   * left · right = result, with a last factor element by element where there is one.
   *
   * @param lit the number of the result that is lit everywhere
   * @param layer from 1: the one that the columns of the result belong to
   */
  public record Product(
      Brick left,
      Brick right,
      Optional<Brick> each,
      Brick result,
      Optional<Lit> lit,
      OptionalInt layer) {
    /** How many columns and rows meet. */
    public int shared() {
      return left.columns();
    }

    /** All in the order in which they stand. */
    public List<Brick> bricks() {
      List<Brick> all = new ArrayList<>(List.of(left, right));
      each.ifPresent(all::add);
      all.add(result);
      return List.copyOf(all);
    }
  }

  public BricksModel {
    products = List.copyOf(products);
  }

  /** The view of {@code spec} of this frame. */
  public static BricksModel of(
      Frame frame, FigureView.Bricks spec, Highlight highlight, Messages messages, Labels labels) {
    StepTrace next = frame.run(spec.run()).next();
    Builder builder = new Builder(next, highlight, messages);
    List<Product> products =
        spec.layer().isEmpty() ? builder.forward() : builder.back(spec.layer());
    String title = messages.text("bricks.title");
    return new BricksModel(
        labels.title(title, spec, messages),
        messages.text("bricks.reading"),
        builder.spoken(products),
        products);
  }

  private record Builder(StepTrace next, Highlight highlight, Messages messages) {
    private NetworkSpec network() {
      return next.experiment().network();
    }

    List<Product> forward() {
      List<Product> products = new ArrayList<>();
      for (int l = 1; l <= network().layers().size(); l++) {
        int units = units(l);
        products.add(
            new Product(
                activations(l - 1),
                weights(l),
                Optional.empty(),
                new Brick(symbol("z", l, ""), Meaning.NET_INPUT, rows(), units),
                lit(rows(), units, l),
                OptionalInt.of(l)));
      }
      return products;
    }

    /** As the opened update and the texts write it. */
    private String slope(int layer) {
      ActivationSpec.Kind kind = network().layers().get(layer - 1).activation().kind();
      return kind == ActivationSpec.Kind.SIGMOID ? "$\u03c3$\u2032" : "$f$\u2032";
    }

    /** How the deltas of a layer come, where it is not the last, and what comes of them. */
    List<Product> back(OptionalInt of) {
      int l = Math.min(of.orElse(1), network().layers().size());
      List<Product> products = new ArrayList<>();
      if (l < network().layers().size()) {
        Brick weights = weights(l + 1);
        products.add(
            new Product(
                deltas(l + 1),
                turned(weights, symbol("W", l + 1, "\u1d40")),
                Optional.of(
                    new Brick(
                        slope(l) + "($z" + messages.letters().layer(l) + "$)",
                        Meaning.NET_INPUT,
                        rows(),
                        units(l))),
                deltas(l),
                lit(rows(), units(l), l),
                OptionalInt.of(l)));
      }
      Brick in = activations(l - 1);
      products.add(
          new Product(
              turned(in, l == 1 ? "$x$\u1d40" : symbol("a", l - 1, "\u1d40")),
              deltas(l),
              Optional.empty(),
              new Brick(
                  "\u2202$J$/\u2202" + symbol("W", l, ""),
                  Meaning.GRADIENT,
                  units(l - 1),
                  units(l)),
              Optional.empty(),
              OptionalInt.of(l)));
      return products;
    }

    String spoken(List<Product> products) {
      List<String> sentences = new ArrayList<>();
      for (Product p : products) {
        sentences.add(
            messages.text(
                "bricks.spoken",
                Map.of(
                    "left", p.left().name(),
                    "leftShape", p.left().shape(),
                    "right", p.right().name(),
                    "rightShape", p.right().shape(),
                    "result", p.result().name(),
                    "resultShape", p.result().shape(),
                    "shared", messages.numbers().whole(p.shared()))));
      }
      return RichText.parse(String.join(" ", sentences)).plain();
    }

    private Optional<Lit> lit(int rows, int columns, int layer) {
      int row = Math.max(0, next.rows().indexOf(highlight.sample()));
      boolean is = highlight.layer() == layer && highlight.unit() > 0;
      return is && highlight.unit() <= columns && row < rows
          ? Optional.of(new Lit(row, highlight.unit() - 1))
          : Optional.empty();
    }

    private int rows() {
      return next.x().rows();
    }

    private int units(int layer) {
      return layer == 0 ? network().inputs() : network().layers().get(layer - 1).units();
    }

    private String symbol(String letter, int layer, String sign) {
      return "$" + letter + messages.letters().layer(layer) + "$" + sign;
    }

    private Brick activations(int layer) {
      return new Brick(
          layer == 0 ? "$x$" : symbol("a", layer, ""), Meaning.INPUT, rows(), units(layer));
    }

    private Brick weights(int layer) {
      return new Brick(symbol("W", layer, ""), Meaning.WEIGHT, units(layer - 1), units(layer));
    }

    private Brick deltas(int layer) {
      return new Brick(symbol("\u03b4", layer, ""), Meaning.DELTA, rows(), units(layer));
    }

    private static Brick turned(Brick brick, String name) {
      return new Brick(name, brick.meaning(), brick.columns(), brick.rows());
    }
  }
}
