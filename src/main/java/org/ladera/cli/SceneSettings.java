package org.ladera.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ladera.engine.spec.Experiment;
import org.ladera.session.Scene;
import org.ladera.session.setting.Setting;
import org.ladera.session.setting.SettingFault;
import org.ladera.text.Messages;

/** What {@code --set} changes in a scene before it runs. */
final class SceneSettings {
  private final Messages messages;

  SceneSettings(Messages messages) {
    this.messages = messages;
  }

  /**
   * The scene with each {@code name=value} or {@code run/name=value} applied in turn; without a run
   * the main one is meant.
   */
  Scene apply(Scene scene, List<String> settings) {
    List<Scene.Run> runs = new ArrayList<>(scene.runs());
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw Refusal.usage(messages.text("cli.expected.setting", Map.of("name", "--set")));
      }
      String name = setting.substring(0, equals).strip();
      String value = setting.substring(equals + 1).strip();
      int slash = name.indexOf('/');
      int at = slash < 0 ? 0 : indexOf(runs, name.substring(0, slash));
      Scene.Run run = runs.get(at);
      runs.set(
          at, new Scene.Run(run.id(), change(run.experiment(), name.substring(slash + 1), value)));
    }
    return scene.with(runs);
  }

  private int indexOf(List<Scene.Run> runs, String id) {
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).id().equals(id)) {
        return i;
      }
    }
    throw Refusal.unknown(messages, "run", id, runs.stream().map(Scene.Run::id).toList());
  }

  private Experiment change(Experiment e, String name, String value) {
    try {
      return new Setting(name).in(e, value);
    } catch (SettingFault fault) {
      throw refusal(fault);
    }
  }

  /** What is wrong with a setting, for a person. */
  Refusal refusal(SettingFault fault) {
    Map<String, String> found = Map.of("name", fault.name(), "value", fault.value());
    return switch (fault.kind()) {
      case NAME -> Refusal.unknown(messages, "setting", fault.name(), fault.valid());
      case OPTIMIZER -> Refusal.unknown(messages, "optimizer", fault.value(), fault.valid());
      case ACTIVATION -> Refusal.unknown(messages, "activation", fault.value(), fault.valid());
      case START -> Refusal.unknown(messages, "start", fault.value(), fault.valid());
      case NUMBER -> Refusal.usage(messages.text("cli.expected.number", found));
      case WHOLE -> Refusal.usage(messages.text("cli.expected.whole", found));
      case POSITIVE -> Refusal.usage(messages.text("cli.expected.positive", found));
      case NOT_NEGATIVE -> Refusal.usage(messages.text("cli.expected.not-negative", found));
      case HIDDEN -> Refusal.usage(messages.text("cli.expected.hidden", found));
      case GIVEN -> Refusal.usage(messages.text("cli.expected.drawn", found));
      case RANGE ->
          Refusal.usage(
              messages.text(
                  "cli.expected.range",
                  Map.of(
                      "name", fault.name(),
                      "value", fault.value(),
                      "least", fault.valid().getFirst(),
                      "most", fault.valid().getLast())));
    };
  }
}
