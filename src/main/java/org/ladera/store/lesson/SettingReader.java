package org.ladera.store.lesson;

import java.util.List;
import org.ladera.engine.spec.Experiment;
import org.ladera.session.setting.Setting;
import org.ladera.session.setting.SettingFault;
import org.ladera.session.sweep.Varied;

/** Settings of an experiment by their names, with values that it can have. */
final class SettingReader {
  private SettingReader() {}

  /** The setting that the field {@code name} names, with the values of another field. */
  static Varied varied(
      FieldReader f, String name, List<Node> values, String field, Experiment experiment) {
    return varied(f, name, f.text(name), values, field, experiment);
  }

  /**
   * The setting {@code setting} with these values.
   *
   * @param name the field where the setting stands
   * @param field the field where the values stand
   */
  static Varied varied(
      FieldReader f,
      String name,
      String setting,
      List<Node> values,
      String field,
      Experiment experiment) {
    List<String> written = values.stream().map(value -> f.text(value, f.at(field))).toList();
    if (written.isEmpty() || written.stream().distinct().count() < written.size()) {
      throw f.refuse(field, "field.list-different");
    }
    for (String value : written) {
      try {
        new Setting(setting).in(experiment, value);
      } catch (SettingFault fault) {
        throw fault.kind() == SettingFault.Kind.NAME
            ? f.refuse(
                name,
                "setting.name",
                "found",
                setting,
                "known",
                String.join(", ", Setting.names(experiment)))
            : f.refuse(field, "setting.value", "name", setting, "found", value);
      }
    }
    return new Varied(new Setting(setting), written);
  }
}
