package org.ladera.present.step;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LossSpec;
import org.ladera.explain.Notation;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;
import org.ladera.text.Messages;

/** The names and the story of the phases of one update. */
final class PhaseWords {
  private static final Set<Phase.Kind> OF_A_FUNCTION =
      EnumSet.of(Phase.Kind.SAMPLES, Phase.Kind.LOSS, Phase.Kind.GRADIENT, Phase.Kind.UPDATE);

  private final OpenUpdate update;
  private final Messages messages;

  PhaseWords(OpenUpdate update) {
    this.update = update;
    messages = update.style().messages();
  }

  /** The short name for the path. */
  String name(Phase phase) {
    return messages.text("step.phase." + key(phase), Map.of("layer", phase.layer()));
  }

  /** The head over the equation. */
  String head(Phase phase) {
    return messages.text("step.head." + key(phase), Map.of("layer", phase.layer()));
  }

  /** What happens, as the title of a paragraph. */
  String title(Phase phase) {
    return messages.text("step.title." + key(phase));
  }

  /** What happens, as a paragraph with formulas. */
  String text(Phase phase) {
    String key = "step.text." + key(phase);
    if (phase.kind() == Phase.Kind.SAMPLES
        && !isFunction()
        && update.scope() != Phase.Scope.UPDATE) {
      return messages.text(
          update.scope() == Phase.Scope.SAMPLE
              ? "step.text.samples.supposed"
              : "step.text.parameters.supposed");
    }
    boolean columns = update.style().notation().samples() == Notation.Samples.COLUMNS;
    if (key.equals("step.text.net-input") && columns) {
      return messages.text("step.text.net-input.columns");
    }
    if (key.equals("step.text.output") && update.scope() == Phase.Scope.SAMPLE) {
      return messages.text("step.text.output.supposed");
    }
    if (key.equals("step.text.delta") && matched()) {
      return messages.text("step.text.delta.matched");
    }
    return messages.text(key);
  }

  /** The symbol of what a phase computes. */
  String tex(Phase phase) {
    return switch (phase.kind()) {
      case SAMPLES -> isFunction() ? matrix(Kind.W, 1) : "\\data{X}";
      case NET_INPUT -> matrix(Kind.Z, phase.layer());
      case NORMALISATION -> matrix(Kind.NORM_OUTPUT, phase.layer());
      case ACTIVATION -> matrix(Kind.A, phase.layer());
      case LOSS -> "\\loss{J}";
      case DELTA -> matrix(Kind.DELTA, phase.layer());
      case GRADIENT -> matrix(Kind.GRADIENT_W, phase.layer());
      case PENALTY -> "\\loss{\\Omega}";
      case MEMORY -> memory();
      case UPDATE -> isFunction() ? matrix(Kind.W, 1) : letter();
    };
  }

  private String memory() {
    return update.trace().layers().getFirst().w().memory().getFirst().name();
  }

  /** The letter of the weights without a layer. */
  private String letter() {
    return switch (update.style().notation().parameters()) {
      case W_B -> "\\weight{W}";
      case THETA -> "\\weight{\\Theta}";
      case BETA -> "\\weight{\\beta}";
    };
  }

  private String matrix(Kind kind, int layer) {
    return update.tex().matrix(new Quantity(kind, update.trace().update(), layer, 1, 1));
  }

  private boolean isFunction() {
    return update.trace().experiment().function().isPresent();
  }

  private String key(Phase phase) {
    String key = ofNetwork(phase);
    return isFunction() && OF_A_FUNCTION.contains(phase.kind()) ? "function." + key : key;
  }

  private String ofNetwork(Phase phase) {
    boolean last = phase.layer() == update.trace().layers().size();
    return switch (phase.kind()) {
      case SAMPLES -> "samples";
      case NET_INPUT -> is(phase.layer(), "convolution") ? "convolution" : "net-input";
      case NORMALISATION -> "normalisation";
      case ACTIVATION ->
          kind(phase.layer()).isPlain()
              ? name(kind(phase.layer()))
              : last ? "output" : "activation";
      case LOSS -> "loss";
      case DELTA -> last ? "delta" : behind(phase.layer() + 1);
      case GRADIENT -> is(phase.layer(), "convolution") ? "gradient.convolution" : "gradient";
      case PENALTY -> "penalty";
      case MEMORY -> "memory";
      case UPDATE -> "update";
    };
  }

  /** How the blame comes back through a layer. */
  private String behind(int next) {
    return kind(next) instanceof LayerKind.Dense
        ? "hidden-delta"
        : "hidden-delta." + name(kind(next));
  }

  private boolean is(int layer, String name) {
    return name(kind(layer)).equals(name);
  }

  private LayerKind kind(int layer) {
    return update.trace().layers().get(layer - 1).spec().kind();
  }

  private static String name(LayerKind kind) {
    return switch (kind) {
      case LayerKind.Dense _ -> "dense";
      case LayerKind.Convolution _ -> "convolution";
      case LayerKind.Pool pool ->
          switch (pool.reduction()) {
            case MAX -> "max-pool";
            case AVERAGE -> "average-pool";
          };
      case LayerKind.Flatten _ -> "flatten";
      case LayerKind.Function _ -> "function";
    };
  }

  private boolean matched() {
    ActivationSpec.Kind f = update.trace().layers().getLast().spec().activation().kind();
    LossSpec.Kind loss = update.trace().experiment().loss().kind();
    return loss.matches(f);
  }
}
