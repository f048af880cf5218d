package org.ladera.store.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields of a case that the format does not know. Ignored, each of them would be a run that is
 * not the one its writer meant; so they are faults, unless the reader is asked to be lenient.
 */
final class UnknownFields {
  /** Fields that speak about a case and change nothing in it. */
  static final Set<String> ABOUT =
      Set.of(
          "$schema",
          "id",
          "kind",
          "title",
          "note",
          "comment",
          "source",
          "conventions",
          "made_with",
          "architecture",
          "checks",
          "suggested_tolerance");

  /** What a loss may say about its factor, and penalties about themselves. */
  private static final Map<String, Set<String>> ABOUT_PARTS =
      Map.of(
          "loss", Set.of("formula", "n", "k"),
          "regularisation", Set.of("penalty"));

  private final List<String> about = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();
  private Optional<CaseFault> first = Optional.empty();

  private UnknownFields() {}

  /** Those of the case, here and one level down. */
  static UnknownFields of(Json json, Set<String> known) throws CaseFault {
    UnknownFields found = new UnknownFields();
    found.top(json, known);
    for (var inside : new TreeMap<>(TraceCaseReader.INSIDE).entrySet()) {
      String name = inside.getKey();
      if (known.contains(name) && json.has(name)) {
        found.add(json.at(name), inside.getValue(), ABOUT_PARTS.getOrDefault(name, Set.of()));
      }
    }
    Json optimizer = json.at("optimizer");
    found.add(optimizer, OptimizerReader.fields(optimizer.at("name").text()), Set.of());
    return found;
  }

  private void top(Json json, Set<String> known) throws CaseFault {
    // "step" of a reference file is the object of numbers that are expected of it.
    boolean expected = json.has("step") && json.at("step").isObject();
    Set<String> descriptive = expected ? new HashSet<>(ABOUT) : ABOUT;
    if (expected) {
      descriptive.add("step");
    }
    add(json, known, descriptive);
  }

  /** Adds those of another object. */
  void add(Json json, Set<String> known, Set<String> descriptive) throws CaseFault {
    Map<String, Json> fields = json.fields();
    for (var field : fields.entrySet()) {
      String name = field.getKey();
      if (known.contains(name)) {
        continue;
      }
      String path = field.getValue().path();
      if (descriptive.contains(name)) {
        about.add(path);
        continue;
      }
      paths.add(path);
      if (first.isEmpty()) {
        Map<String, String> values = new HashMap<>(Map.of("path", path));
        values.put("known", String.join(", ", known.stream().sorted().toList()));
        Meant.field(name, known, fields.keySet()).ifPresent(near -> values.put("near", near));
        first = Optional.of(new CaseFault(CaseFault.Kind.UNKNOWN, values));
      }
    }
  }

  /**
   * The paths of what is not used.
   *
   * @throws CaseFault when one of them may have been meant for the run
   */
  List<String> ignored(boolean lenient) throws CaseFault {
    if (!lenient && first.isPresent()) {
      throw first.get();
    }
    List<String> all = new ArrayList<>(about);
    all.addAll(paths);
    return all.stream().sorted().toList();
  }
}
