package org.ladera.store.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ladera.engine.oracle.Case;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.engine.spec.OptimizerSpec;

/** The published schema names what the reader knows, no more and no less. */
class TraceCaseSchemaTest {
  private static Case schema() throws IOException {
    return Case.parse(Files.readString(Path.of("docs", "trace-case.schema.json")));
  }

  private static Set<String> fields(Case object) {
    return new HashSet<>(object.at("properties").keys());
  }

  private static List<String> names(Case field) {
    return field.at("enum").list().stream().map(Case::text).toList();
  }

  @Test
  void fieldsOfBothKindsOfCase() throws IOException {
    Case network = schema().at("oneOf").at(0);
    assertEquals(TraceCaseReader.NETWORK_FIELDS, fields(network));
    for (String inside : TraceCaseReader.INSIDE.keySet()) {
      assertEquals(
          TraceCaseReader.INSIDE.get(inside), fields(network.at("properties", inside)), inside);
    }
    assertEquals(TraceCaseReader.FUNCTION_FIELDS, fields(schema().at("oneOf").at(1)));
    Case layered = schema().at("oneOf").at(2);
    assertEquals(TraceCaseReader.LAYERED_FIELDS, fields(layered));
    List<Case> kinds = layered.at("properties", "layers", "items", "oneOf").list();
    assertEquals(LayeredCaseReader.KINDS.size(), kinds.size());
    for (Case kind : kinds) {
      String name = kind.at("properties", "kind", "const").text();
      assertEquals(LayeredCaseReader.KINDS.get(name), fields(kind), name);
    }
  }

  @Test
  void namesOfFunctionsActivationsAndLosses() throws IOException {
    Case network = schema().at("oneOf").at(0).at("properties");
    assertEquals(
        List.copyOf(CasePartReader.ACTIVATIONS.keySet()),
        names(network.at("activations", "items")));
    assertEquals(
        List.copyOf(CasePartReader.LOSSES.keySet()),
        names(network.at("loss", "properties", "name")));
    assertEquals(
        TraceCaseReader.FUNCTIONS, names(schema().at("oneOf").at(1).at("properties", "function")));
  }

  @Test
  void optimizersWithTheirConstants() throws IOException {
    List<Case> rules = schema().at("$defs", "optimizer", "oneOf").list();
    assertEquals(
        List.copyOf(OptimizerReader.RULES.keySet()),
        rules.stream().map(r -> r.at("properties", "name", "const").text()).toList());
    for (Case rule : rules) {
      String name = rule.at("properties", "name", "const").text();
      assertEquals(OptimizerReader.fields(name), fields(rule), name);
      OptimizerSpec.Rule entry = OptimizerReader.RULES.get(name);
      Set<String> required = new HashSet<>(Set.of("name"));
      if (Double.isNaN(entry.traceRate())) {
        required.add("lr");
      }
      for (Hyperparameter constant : entry.constants()) {
        if (entry.traceAsksForConstants()) {
          required.add(constant.traceName());
        } else {
          Case field = rule.at("properties", constant.traceName());
          assertEquals(constant.usual(), field.at("default").number(), name);
        }
      }
      assertEquals(
          required,
          rule.at("required").list().stream().map(Case::text).collect(Collectors.toSet()),
          name);
    }
  }
}
