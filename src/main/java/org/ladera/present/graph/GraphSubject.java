package org.ladera.present.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.UnitChoice;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.session.RunFrame;
import org.ladera.text.Letters;

/**
 * What a graph is drawn of.
 *
 * @param graph with each distinct operation once
 * @param inputs one for each variable of the graph
 * @param operations what an operation is called, by its text
 * @param output what the result is called
 */
record GraphSubject(
    FunctionGraph graph, List<Input> inputs, Map<String, Operation> operations, String output) {
  /**
   * A number that is given.
   *
   * @param parameter empty where it is no parameter of the run: nothing is differentiated by it
   */
  record Input(String symbol, double value, Optional<ParameterRef> parameter) {}

  /**
   * @param asked the number of the run that it is
   */
  record Operation(String symbol, Optional<Asked> asked) {}

  GraphSubject {
    inputs = List.copyOf(inputs);
    operations = Map.copyOf(operations);
  }

  /** The function of the run, or the loss as one unit reaches it; empty where it has no graph. */
  static Optional<GraphSubject> of(
      RunFrame run, UnitChoice at, Highlight highlight, Letters letters) {
    Optional<FunctionGraph> function = run.experiment().network().function();
    return function.isPresent()
        ? Optional.of(ofFunction(run, function.get(), letters))
        : new UnitExpression(run, at, highlight, letters).subject();
  }

  private static GraphSubject ofFunction(RunFrame run, FunctionGraph function, Letters letters) {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < function.variables().size(); i++) {
      ParameterRef ref = ParameterRef.weight(1, 1, i + 1);
      String symbol = ParameterSymbols.of(ref, run.experiment().network(), letters);
      inputs.add(new Input(symbol, run.parameters().get(i), Optional.of(ref)));
    }
    return new GraphSubject(function.shared(), inputs, Map.of(), "$J$");
  }
}
