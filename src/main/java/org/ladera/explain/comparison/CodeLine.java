package org.ladera.explain.comparison;

import java.util.Optional;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;

/**
 * The line of NumPy that computes a quantity, samples in rows, and the same line with a mistake.
 *
 * @param wrong as the mistake writes it; empty where it is not one of a line
 */
public record CodeLine(String right, Optional<String> wrong) {
  /** The line of a dense layer; empty for what takes more than a line. */
  public static Optional<CodeLine> of(
      StepTrace trace, ComparedQuantity quantity, Optional<String> mistake) {
    boolean layered = quantity.layer() > 0;
    if (!layered || !isPlain(trace.layers().get(quantity.layer() - 1))) {
      return Optional.empty();
    }
    return new Line(trace, quantity.layer()).of(quantity.kind(), mistake.orElse(""));
  }

  private static boolean isPlain(LayerTrace layer) {
    return layer.spec().isDense() && layer.batchNorm().isEmpty() && layer.mask().isEmpty();
  }

  private record Line(StepTrace trace, int l) {
    Optional<CodeLine> of(ComparedQuantity.Kind kind, String mistake) {
      return switch (kind) {
        case Z -> net(mistake);
        case A -> bent(mistake);
        case DELTA -> delta(mistake);
        case DW -> {
          String right = "dW" + l + " = " + before() + ".T @ d" + l;
          String one =
              switch (mistake) {
                case "first-sample" -> before() + "[:1].T @ d" + l + "[:1]";
                case "last-sample" -> before() + "[-1:].T @ d" + l + "[-1:]";
                case "transposed" -> "d" + l + ".T @ " + before();
                default -> "";
              };
          yield with(right, one.isEmpty() ? one : "dW" + l + " = " + one);
        }
        case DB -> with("db" + l + " = d" + l + ".sum(axis=0)", "");
        case NEW_W -> step("W", mistake);
        case NEW_B -> step("b", mistake);
        case X, Y, W, B, J -> Optional.empty();
      };
    }

    private String before() {
      return l == 1 ? "X" : "a" + (l - 1);
    }

    private Optional<CodeLine> net(String mistake) {
      String product = "z" + l + " = " + before() + " @ W" + l;
      boolean bias = trace.layers().get(l - 1).spec().bias();
      return with(bias ? product + " + b" + l : product, mistake.equals("no-bias") ? product : "");
    }

    private ActivationSpec.Kind bend() {
      return trace.layers().get(l - 1).spec().activation().kind();
    }

    private Optional<CodeLine> bent(String mistake) {
      String z = "z" + l;
      String value =
          switch (bend()) {
            case SIGMOID -> "1 / (1 + np.exp(-" + z + "))";
            case TANH -> "np.tanh(" + z + ")";
            case RELU -> "np.maximum(0, " + z + ")";
            case IDENTITY, STEP, LEAKY_RELU, ELU, SOFTPLUS, SOFTMAX -> "";
          };
      String wrong = mistake.equals("no-activation") ? "a" + l + " = " + z : "";
      return value.isEmpty() ? Optional.empty() : with("a" + l + " = " + value, wrong);
    }

    private Optional<String> slope() {
      String a = "a" + l;
      return switch (bend()) {
        case SIGMOID -> Optional.of(a + " * (1 - " + a + ")");
        case TANH -> Optional.of("(1 - " + a + "**2)");
        case RELU -> Optional.of("(z" + l + " > 0)");
        case IDENTITY, STEP, LEAKY_RELU, ELU, SOFTPLUS, SOFTMAX -> Optional.empty();
      };
    }

    private Optional<CodeLine> delta(String mistake) {
      Optional<String> slope = slope();
      if (l == trace.layers().size() || slope.isEmpty()) {
        return Optional.empty();
      }
      String next = "d" + (l + 1) + " @ W" + (l + 1);
      String right = "d" + l + " = (" + next + ".T) * " + slope.get();
      String wrong =
          switch (mistake) {
            case "no-derivative" -> "d" + l + " = " + next + ".T";
            case "sequential" -> "d" + l + " = (" + next + "_new.T) * " + slope.get();
            case "derivative-of-a" -> "d" + l + " = (" + next + ".T) * slope(a" + l + ")";
            default -> "";
          };
      return with(right, wrong);
    }

    private Optional<CodeLine> step(String letter, String mistake) {
      String name = letter + l;
      String start = name + " = " + name;
      String wrong =
          switch (mistake) {
            case "uphill" -> start + " + eta * d" + name;
            case "forgot-rate" -> start + " - d" + name;
            default -> "";
          };
      return with(start + " - eta * d" + name, wrong);
    }

    private static Optional<CodeLine> with(String right, String wrong) {
      return Optional.of(
          new CodeLine(right, wrong.isEmpty() ? Optional.empty() : Optional.of(wrong)));
    }
  }
}
