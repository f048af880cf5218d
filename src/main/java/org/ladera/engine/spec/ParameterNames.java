package org.ladera.engine.spec;

import java.util.List;
import org.ladera.engine.function.FunctionGraph;

/**
 * What the parameters of a network are called: the variables of a function by their own names, all
 * others by their place, as in {@code W[2][1,3]}.
 *
 * @param variables the names of the variables; empty for a network
 */
public record ParameterNames(List<String> variables) {
  public static ParameterNames of(NetworkSpec network) {
    return new ParameterNames(network.function().map(FunctionGraph::variables).orElse(List.of()));
  }

  /** The name as it is typed. */
  public String of(ParameterRef ref) {
    return isVariable(ref) ? variables.get(ref.column() - 1) : ref.toString();
  }

  private boolean isVariable(ParameterRef ref) {
    return ref.kind() == ParameterRef.Kind.WEIGHT
        && ref.layer() == 1
        && ref.row() == 1
        && ref.column() >= 1
        && ref.column() <= variables.size();
  }

  /**
   * The parameter of that name; a variable may be named by its place too.
   *
   * @throws IllegalArgumentException when nothing can be called so
   */
  public ParameterRef parse(String name) {
    int variable = variables.indexOf(name);
    return variable < 0 ? ParameterRef.parse(name) : ParameterRef.weight(1, 1, variable + 1);
  }
}
