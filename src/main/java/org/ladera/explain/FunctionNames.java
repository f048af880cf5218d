package org.ladera.explain;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterNames;
import org.ladera.engine.spec.ParameterRef;

/**
 * What the numbers of a function's descent are called: its variables by their own names, J for its
 * value. Nothing else has a name here, and a network has none.
 *
 * @param parameters names of the variables
 */
record FunctionNames(ParameterNames parameters) {
  /** What a descent has one number for: its value. */
  private static final Set<Quantity.Kind> VALUES =
      EnumSet.of(Quantity.Kind.Z, Quantity.Kind.LOSS, Quantity.Kind.TOTAL);

  static final FunctionNames NONE = new FunctionNames(new ParameterNames(List.of()));

  static FunctionNames of(NetworkSpec network) {
    return new FunctionNames(ParameterNames.of(network));
  }

  /** For a line of text: {@code x}, {@code dx}, {@code x_after}, {@code v_x}, {@code J}. */
  Optional<String> plain(Quantity q) {
    return name(q, "d@", "@_after", "#_@", "#_@_after", name -> name);
  }

  /** For TeX, without colours. */
  Optional<String> tex(Quantity q) {
    return name(q, "\\partial J/\\partial @", "{@'}", "#_{@}", "{#'}_{@}", FunctionNames::tex);
  }

  /** The row of all variables that a number stands in, in TeX without colours. */
  Optional<String> matrix(Quantity q) {
    return name(q, "\\nabla J", "{@'}", "#", "{#'}", name -> "\\theta");
  }

  /** In the forms, {@code @} stands for the variable and {@code #} for the letter of a memory. */
  private Optional<String> name(
      Quantity q,
      String gradient,
      String after,
      String memory,
      String memoryAfter,
      UnaryOperator<String> letters) {
    if (parameters.variables().isEmpty()) {
      return Optional.empty();
    }
    if (q.kind().isOf(ParameterRef.Kind.WEIGHT)) {
      String form =
          switch (q.kind().role()) {
            case GRADIENT -> gradient;
            case CHANGED -> after;
            case MEMORY -> memory;
            case CHANGED_MEMORY -> memoryAfter;
            case PARAMETER, DATA, NET, LOSS, DELTA, SETTING -> "@";
          };
      return variable(q, letters).map(name -> form.replace("#", q.memory()).replace("@", name));
    }
    boolean value = q.kind() == Quantity.Kind.A ? q.layer() > 0 : VALUES.contains(q.kind());
    return value ? Optional.of("J") : Optional.empty();
  }

  private Optional<String> variable(Quantity q, UnaryOperator<String> letters) {
    boolean there = q.column() >= 1 && q.column() <= parameters.variables().size();
    return there
        ? Optional.of(letters.apply(parameters.variables().get(q.column() - 1)))
        : Optional.empty();
  }

  /** A variable; the digits at the end of its name are its index. */
  static String tex(String name) {
    int digits = name.length();
    while (digits > 1 && Character.isDigit(name.charAt(digits - 1))) {
      digits--;
    }
    String letters = name.substring(0, digits).replace("_", "");
    String index = digits < name.length() ? "_{" + name.substring(digits) + "}" : "";
    return (letters.length() == 1 ? letters : "\\text{" + letters + "}") + index;
  }
}
