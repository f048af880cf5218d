package org.ladera.present.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.timeline.Recipe;

/** Edits of a run in a few words; symbols stand between dollar signs. */
public final class EditWords {
  private final NetworkSpec network;
  private final Messages messages;
  private final Numbers numbers;

  public EditWords(NetworkSpec network, Messages messages) {
    this.network = network;
    this.messages = messages;
    numbers = messages.numbers();
  }

  /** What was changed when {@code update} updates were done; empty for nothing. */
  public String at(List<Recipe.Stamped> edits, long update) {
    List<String> words = new ArrayList<>();
    Edit last = null;
    for (Recipe.Stamped stamped : edits) {
      if (stamped.update() == update) {
        if (last != null && overwrites(stamped.edit(), last)) {
          words.removeLast();
        }
        words.add(of(stamped.edit()));
        last = stamped.edit();
      }
    }
    return String.join(messages.text("time.and"), words);
  }

  /** Whether the second of two changes at one moment leaves nothing of the first. */
  private static boolean overwrites(Edit next, Edit before) {
    return switch (next) {
      case Edit.SetActivation n -> before instanceof Edit.SetActivation b && b.layer() == n.layer();
      case Edit.SetParameter n ->
          before instanceof Edit.SetParameter b && b.parameter().equals(n.parameter());
      case Edit.SetRate _, Edit.SetOptimizer _, Edit.SetParameters _, Edit.SetData _ ->
          before.getClass() == next.getClass();
    };
  }

  public String of(Edit edit) {
    return switch (edit) {
      case Edit.SetRate(double rate) -> rate(rate);
      case Edit.SetOptimizer(OptimizerSpec optimizer) -> rule(optimizer);
      case Edit.SetActivation(int layer, ActivationSpec activation) ->
          messages.text(
              "time.edit.activation", Map.of("layer", layer, "activation", activation(activation)));
      case Edit.SetParameter(var parameter, double value) ->
          messages.text(
              "time.edit.parameter",
              Map.of(
                  "parameter",
                  ParameterSymbols.of(parameter, network, messages.letters()),
                  "value",
                  numbers.shown(value)));
      case Edit.SetParameters _ -> messages.text("time.edit.parameters");
      case Edit.SetData _ -> messages.text("time.edit.data");
    };
  }

  public String rate(double rate) {
    return messages.text("number.rate", Map.of("value", numbers.shown(rate)));
  }

  /** The rule, its constants where they are not the usual ones. */
  public String rule(OptimizerSpec optimizer) {
    OptimizerSpec.Rule rule = optimizer.rule();
    List<String> words = new ArrayList<>(List.of(messages.text("name.optimizer." + rule.id())));
    double[] values = optimizer.constants();
    for (int i = 0; i < values.length; i++) {
      Hyperparameter constant = rule.constants().get(i);
      if (values[i] != constant.usual()) {
        words.add(
            messages.text(
                "time.constant",
                Map.of(
                    "symbol", "$" + constant.symbol() + "$", "value", numbers.shown(values[i]))));
      }
    }
    return String.join(messages.text("time.and"), words);
  }

  public String activation(ActivationSpec activation) {
    String name = messages.text("name.activation." + activation.kind().id());
    return activation.kind().constant().isPresent()
        ? messages.text(
            "time.activation.parameter",
            Map.of("activation", name, "value", numbers.shown(activation.parameter())))
        : name;
  }
}
