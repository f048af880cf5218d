package org.ladera.ui.window.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterNames;
import org.ladera.landscape.RateMap;
import org.ladera.lesson.model.ViewKind;
import org.ladera.store.document.Laboratory;

/** Which views an experiment can be looked at with, and how each begins. */
final class ViewChoices {
  private static final int DRAWN = 20;
  private static final int MOST_EXAMPLES = 200;

  private ViewChoices() {}

  /** A view as it stands in a document; empty where the experiment has nothing to show in it. */
  static Optional<Map<String, Object>> of(ViewKind kind, Experiment e, List<String> runs) {
    boolean function = e.function().isPresent();
    boolean learns = !function;
    LayerSpec last = e.network().layers().getLast();
    int parameters = new ParameterLayout(e.network()).count();
    boolean softmax = learns && last.activation().kind() == ActivationSpec.Kind.SOFTMAX;
    boolean fits =
        switch (kind) {
          case DATA -> learns && e.network().inputs() == 1;
          case SURFACE, CONTOUR -> parameters >= 2;
          case LOSS_CURVE, UPDATES, GRADIENT_CHECK -> true;
          case BOUNDARY -> learns && e.network().inputs() == 2;
          case HIDDEN_SPACE -> learns && e.network().inputs() <= 2;
          case NETWORK, DELTAS ->
              learns
                  && (e.network().pictures(0).isPresent()
                      || (e.network().inputs() <= DRAWN
                          && e.network().layers().stream().allMatch(l -> l.units() <= DRAWN)));
          case PERCEPTRON ->
              learns
                  && e.network().layers().size() == 1
                  && last.activation().kind() == ActivationSpec.Kind.STEP;
          case EXAMPLES -> learns && e.data().size() <= MOST_EXAMPLES;
          case PROBABILITIES, MATRIX, RAISE -> softmax;
          case EXAMPLE_GRADIENTS, BATCH_VARIANCE -> learns && last.isDense();
          case PATHS -> softmax && e.loss().kind() == LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY;
          case BRICKS ->
              learns
                  && e.network().inputs() <= DRAWN
                  && e.data().size() <= DRAWN
                  && e.network().layers().stream().allMatch(l -> l.isDense() && l.units() <= DRAWN);
          case LOG_LOSS ->
              learns
                  && e.loss().kind() == LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY
                  && e.data().size() <= MOST_EXAMPLES;
          case ACTIVATION, CHAIN, LAYERS, NORMS, SWEEP -> learns;
          case GRAPH -> function || e.network().inputs() <= DRAWN;
          case IMAGES, WEIGHTS_IMAGE, DRAW, EVIDENCE -> learns && e.data().images().isPresent();
          case KERNEL ->
              e.network().layers().stream()
                  .anyMatch(l -> l.kind() instanceof LayerKind.Convolution);
          case TENSORS -> learns && e.network().pictures(0).isPresent();
          case CONFUSION -> learns && Laboratory.Kind.of(e.data().y()) != Laboratory.Kind.NUMBER;
          case MOVES -> parameters <= MOST_EXAMPLES;
          case RUNS -> !runs.isEmpty();
          case MEMORY, RATES -> parameters <= DRAWN;
          case STABILITY -> RateMap.Form.of(e.optimizer()).isPresent();
          // They are about something certain, which a lesson chooses.
          case SLICE, DERIVATION, DIFFERENCE, DIAL, RANKING, BOUNDARIES, PERCEPTRON_LINES -> false;
        };
    return fits ? Optional.of(begun(kind, e, parameters)) : Optional.empty();
  }

  private static Map<String, Object> begun(ViewKind kind, Experiment e, int parameters) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("view", kind.word());
    switch (kind) {
      case SURFACE, CONTOUR -> {
        view.put("plane", "path");
        view.put("log", e.function().isEmpty());
      }
      case BOUNDARY -> view.put("edit", true);
      case SWEEP -> {
        view.put("vary", Map.of("learningRate", new SweptValues(e).usual("learningRate")));
        view.put("seeds", 5);
        view.put("readings", List.of("J"));
        view.put("log", true);
      }
      case RUNS -> view.put("readings", List.of("J", "gradientNorm", "epoch"));
      case MEMORY ->
          view.put(
              "parameters",
              List.of(
                  ParameterNames.of(e.network()).of(new ParameterLayout(e.network()).refAt(0))));
      case PATHS ->
          view.put(
              "parameter",
              ParameterNames.of(e.network())
                  .of(new ParameterLayout(e.network()).refAt(parameters - 1)));
      case DATA,
          STABILITY,
          DIAL,
          LOSS_CURVE,
          SLICE,
          UPDATES,
          HIDDEN_SPACE,
          NETWORK,
          DELTAS,
          LAYERS,
          NORMS,
          MOVES,
          PERCEPTRON,
          PERCEPTRON_LINES,
          RANKING,
          RATES,
          BOUNDARIES,
          EXAMPLES,
          PROBABILITIES,
          MATRIX,
          ACTIVATION,
          DERIVATION,
          DIFFERENCE,
          CHAIN,
          BRICKS,
          LOG_LOSS,
          GRADIENT_CHECK,
          GRAPH,
          IMAGES,
          WEIGHTS_IMAGE,
          DRAW,
          EVIDENCE,
          KERNEL,
          TENSORS,
          RAISE,
          EXAMPLE_GRADIENTS,
          BATCH_VARIANCE,
          CONFUSION -> {}
    }
    return view;
  }
}
