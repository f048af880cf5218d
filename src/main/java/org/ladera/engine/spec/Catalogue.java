package org.ladera.engine.spec;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.ladera.engine.data.Generator;

/**
 * All the parts that an experiment can be made of, each under its name in lesson files. An entry is
 * a constant of the enum named here; readers, settings, editors, lists and texts take what they
 * need from it.
 */
public final class Catalogue {
  public static final Map<String, ActivationSpec.Kind> ACTIVATIONS =
      byName(ActivationSpec.Kind.values(), ActivationSpec.Kind::id);
  public static final Map<String, LossSpec.Kind> LOSSES =
      byName(LossSpec.Kind.values(), LossSpec.Kind::id);
  public static final Map<String, OptimizerSpec.Rule> OPTIMIZERS =
      byName(OptimizerSpec.Rule.values(), OptimizerSpec.Rule::id);
  public static final Map<String, ScheduleSpec.Rule> SCHEDULES =
      byName(ScheduleSpec.Rule.values(), ScheduleSpec.Rule::id);
  public static final Map<String, InitSpec.Rule> STARTS =
      byName(InitSpec.Rule.values(), InitSpec.Rule::id);
  public static final Map<String, RegularisationSpec.Penalty> PENALTIES =
      byName(RegularisationSpec.Penalty.values(), RegularisationSpec.Penalty::id);
  public static final Map<String, Generator> GENERATORS =
      byName(Generator.values(), Generator::fileName);

  private Catalogue() {}

  /** The entries under the names that {@code name} gives them, in their order. */
  public static <E> Map<String, E> byName(E[] entries, Function<E, String> name) {
    Map<String, E> map = new LinkedHashMap<>();
    Arrays.stream(entries).forEach(entry -> map.put(name.apply(entry), entry));
    return Collections.unmodifiableMap(map);
  }

  /** The names of all entries of each kind; {@code part.<kind>.<name>} is the text of each. */
  public static Map<String, List<String>> names() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    names.put("activation", sorted(ACTIVATIONS));
    names.put("loss", sorted(LOSSES));
    names.put("optimizer", sorted(OPTIMIZERS));
    names.put("schedule", sorted(SCHEDULES));
    names.put("start", sorted(STARTS));
    names.put("data", List.copyOf(GENERATORS.keySet()));
    names.put("penalty", sorted(PENALTIES));
    return names;
  }

  private static List<String> sorted(Map<String, ?> entries) {
    return entries.keySet().stream().sorted().toList();
  }

  /** {@code LEAKY_RELU} as {@code leaky-relu}. */
  static String id(Enum<?> entry) {
    return entry.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
