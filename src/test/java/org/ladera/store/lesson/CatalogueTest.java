package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.TinyLesson;
import org.ladera.engine.data.Generator;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Catalogue;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.store.cases.CaseFault;
import org.ladera.store.cases.TraceCase;
import org.ladera.store.cases.TraceCaseReader;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** An entry of the catalogue can be asked for everywhere, and has its words in both languages. */
class CatalogueTest {
  private static final String LAYER = "activation: identity";
  private static final String LOSS = "kind: squared";
  private static final String RATE = "learningRate: 0.01\n";
  private static final String START =
      "start: {\"W[1][1,1]\": 1.0151747625338823, \"b[1][1]\": 1.5511928819147724}";

  @TempDir Path folder;

  private LessonReader.Result result(String from, String to) throws Exception {
    LessonCopy copy = new LessonCopy(TinyLesson.in(folder), folder.resolve("copy"));
    return copy.replace("lesson.yaml", from, to).read();
  }

  private Experiment read(String from, String to) throws Exception {
    LessonReader.Result result = result(from, to);
    assertEquals(List.of(), result.faults(), to);
    return result.lesson().orElseThrow().steps().getFirst().scene().runs().getFirst().experiment();
  }

  private static Experiment traced(String from, String to) throws Exception {
    String json =
        """
        {"sizes": [2, 2], "activations": ["linear"], "loss": {"name": "mse", "factor": 0.5},
         "optimizer": {"name": "sgd", "lr": 0.5}, "X": [[0, 1]], "Y": [[1, 0]],
         "W": [[[1, 0], [0, 1]]], "b": [[0, 0]]}
        """;
    assertTrue(json.contains(from), from);
    byte[] bytes = json.replace(from, to).getBytes(StandardCharsets.UTF_8);
    TraceCase read = TraceCaseReader.read(new ByteArrayInputStream(bytes), false);
    assertEquals(List.of(), read.ignored());
    return ((TraceCase.Network) read).experiment();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyEntryHasItsTextsAndNoTextIsLeftOver(Language language) {
    Messages messages = Messages.load(language);
    List<String> keys = new ArrayList<>();
    Catalogue.names()
        .forEach(
            (kind, names) -> {
              keys.add("part.heading." + kind);
              names.forEach(name -> keys.add("part." + kind + "." + name));
            });
    assertEquals(keys.size(), keys.stream().map(messages::text).distinct().count());
    Catalogue.ACTIVATIONS.keySet().forEach(name -> keys.add("name.activation." + name));
    Catalogue.OPTIMIZERS.keySet().forEach(name -> keys.add("name.optimizer." + name));
    Catalogue.LOSSES.keySet().forEach(name -> keys.add("formula.loss." + name));
    Catalogue.GENERATORS.keySet().forEach(name -> keys.add("name.data." + name));
    Catalogue.SCHEDULES.keySet().forEach(name -> keys.add("name.schedule." + name));
    Catalogue.STARTS.keySet().forEach(name -> keys.add("name.start." + name));
    // What the laboratory says of each choice.
    Catalogue.names()
        .forEach((kind, names) -> names.forEach(name -> keys.add("about." + kind + "." + name)));
    keys.removeIf(key -> key.startsWith("about.data."));
    TreeSet<String> there = new TreeSet<>(messages.keys());
    there.removeIf(key -> !key.matches("(part|name|formula.loss|about)\\..*"));
    assertEquals(there, new TreeSet<>(keys));
  }

  @Test
  void theGuideForAuthorsNamesEveryEntryWithItsConstants() throws Exception {
    String guide = Files.readString(LessonCopy.SHIPPED.resolve("README.md"));
    Catalogue.names()
        .forEach(
            (kind, names) -> {
              // Drawn data sets are shown by `ladera list parts`, which the guide points to.
              if (!kind.equals("data")) {
                names.forEach(
                    name ->
                        assertTrue(
                            guide.matches("(?s).*[`{ ]" + name + "[`:,}].*"),
                            kind + " " + name + " is missing"));
              }
            });
    for (OptimizerSpec.Rule rule : OptimizerSpec.Rule.values()) {
      String constants =
          rule.constants().stream()
              .map(c -> "`" + c.name() + "` " + written(c.usual()))
              .collect(Collectors.joining(" · "));
      String row = "| `" + rule.id() + "` | " + constants + (constants.isEmpty() ? "| " : " | ");
      assertTrue(guide.contains(row + rule.source() + " |\n"), row + rule.source());
    }
  }

  private static String written(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.valueOf(value).replace(".0E-", "e-");
  }

  @Test
  void nothingOfTheEngineIsOutOfReach() {
    Map<String, List<String>> names = Catalogue.names();
    assertEquals(ActivationSpec.Kind.values().length, names.get("activation").size());
    assertEquals(LossSpec.Kind.values().length, names.get("loss").size());
    assertEquals(Generator.values().length, names.get("data").size());
    // A slip is a field of its own before another rule.
    assertEquals(
        OptimizerSpec.class.getPermittedSubclasses().length - 1, names.get("optimizer").size());
    // Given parameters, functions to build and lists of rules are written down, warm-up goes before
    // another schedule: none of them is a name.
    assertEquals(InitSpec.class.getPermittedSubclasses().length - 3, names.get("start").size());
    assertEquals(
        ScheduleSpec.class.getPermittedSubclasses().length - 1, names.get("schedule").size());
    assertEquals(
        RegularisationSpec.class.getRecordComponents().length, names.get("penalty").size());
  }

  @Test
  void anEntryThatIsMadeSaysWhatItIsAndWhatItWasMadeFrom() {
    for (OptimizerSpec.Rule rule : OptimizerSpec.Rule.values()) {
      double[] values = new double[rule.constants().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = 0.5 / (i + 1);
      }
      OptimizerSpec made = rule.with(0.25, values);
      assertEquals(rule, made.rule());
      assertEquals(0.25, made.rate());
      assertEquals(Arrays.toString(values), Arrays.toString(made.constants()));
      assertEquals(rule.with(4, values), made.withRate(4));
      // Each constant is the number of the record's component of that name.
      List<String> components =
          Arrays.stream(made.getClass().getRecordComponents()).map(c -> c.getName()).toList();
      assertEquals("rate", components.getFirst());
      assertEquals(
          components.subList(1, components.size()),
          rule.constants().stream().map(Hyperparameter::name).toList());
    }
    for (RegularisationSpec.Penalty penalty : RegularisationSpec.Penalty.values()) {
      double[] strengths = new double[RegularisationSpec.Penalty.values().length];
      strengths[penalty.ordinal()] = 0.3;
      assertEquals(0.3, RegularisationSpec.of(strengths).strength(penalty));
    }
  }

  @Test
  void aLessonCanAskForEachActivationLossAndPenalty() throws Exception {
    for (ActivationSpec.Kind kind : ActivationSpec.Kind.values()) {
      if (kind == ActivationSpec.Kind.SOFTMAX) {
        // The share of a single unit is always 1: refused, with its reason.
        assertEquals(
            "misfit.softmax-one", result(LAYER, "activation: softmax").faults().getFirst().key());
        continue;
      }
      var layer = read(LAYER, "activation: " + kind.id()).network().layers().getFirst();
      assertEquals(kind.usual(), layer.activation());
      if (kind.constant().isPresent()) {
        layer =
            read(LAYER, "activation: " + kind.id() + ", parameter: 0.7")
                .network()
                .layers()
                .getFirst();
        assertEquals(new ActivationSpec(kind, 0.7), layer.activation());
      }
    }
    for (LossSpec.Kind kind : LossSpec.Kind.values()) {
      if (kind.needsProbabilities()) {
        // These targets are no probabilities: refused by the loss that was asked for.
        assertEquals(
            "misfit.targets." + kind.id(),
            result(LOSS, "kind: " + kind.id()).faults().getFirst().key());
      } else {
        assertEquals(kind, read(LOSS, "kind: " + kind.id()).loss().kind());
      }
    }
    for (RegularisationSpec.Penalty penalty : RegularisationSpec.Penalty.values()) {
      Experiment e = read(RATE, RATE + "  regularisation: {" + penalty.id() + ": 0.2}\n");
      assertEquals(0.2, e.regularisation().strength(penalty));
    }
  }

  @Test
  void aLessonCanAskForEachOptimizerAndSchedule() throws Exception {
    for (OptimizerSpec.Rule rule : OptimizerSpec.Rule.values()) {
      assertEquals(
          rule.usual(0.01), read(RATE, RATE + "  optimizer: " + rule.id() + "\n").optimizer());
      String fields = fields("rule: " + rule.id(), rule.constants());
      assertEquals(
          rule.with(0.01, halves(rule.constants())),
          read(RATE, RATE + "  optimizer: {" + fields + "}\n").optimizer());
    }
    for (ScheduleSpec.Rule rule : ScheduleSpec.Rule.values()) {
      String fields = fields("rule: " + rule.id(), rule.constants());
      ScheduleSpec found = read(RATE, RATE + "  schedule: {" + fields + "}\n").schedule();
      assertEquals(rule.with(halves(rule.constants())), found);
      assertEquals(rule, found.rule());
    }
  }

  @Test
  void aLessonCanAskForEachStartAndDataSet() throws Exception {
    for (InitSpec.Rule rule : InitSpec.Rule.values()) {
      double[] values = halves(rule.constants());
      if (rule.isWord()) {
        assertEquals(rule.usual(), read(START, "start: " + rule.id()).init());
      }
      if (!rule.constants().isEmpty()) {
        String written =
            switch (rule.form()) {
              case FIELDS -> "{" + fields("", rule.constants()) + "}";
              case LIST -> values.length == 1 ? "0.5" : "[0.5, 0.5]";
              case RANGE -> "[0.5, " + (values[1] = 0.75) + "]";
            };
        assertEquals(
            rule.with(values), read(START, "start: {" + rule.id() + ": " + written + "}").init());
      }
    }
    InitSpec.ByLayer one = new InitSpec.ByLayer(List.of(new InitSpec.GlorotNormal(4)));
    assertEquals(one, read(START, "start: [{glorot-normal: 4}]").init());
    assertEquals(1, result(START, "start: [zeros, he-normal]").faults().size());
    for (Generator generator : Generator.values()) {
      var drawn = generator.make(7, generator.usualNoise(), 3);
      String data =
          Files.readString(TinyLesson.in(folder).resolve("lesson.yaml"))
              .replaceAll("(?s)^.*?( +inputs: .*scaling: \\{divide: 10})\n.*$", "$1");
      LessonReader.Result result =
          result(data, "    generate: " + generator.fileName() + "\n    examples: 7\n    seed: 3");
      // Most of them have other columns than this lesson: these are the only faults.
      assertTrue(
          result.faults().stream()
              .allMatch(f -> f.toString().contains("network") || f.toString().contains("column")),
          generator + " " + result.faults());
      assertEquals(7, drawn.size());
    }
  }

  private static double[] halves(List<Hyperparameter> constants) {
    return constants.stream().mapToDouble(CatalogueTest::half).toArray();
  }

  private static double half(Hyperparameter constant) {
    return switch (constant.range()) {
      case SHARE, POSITIVE, ANY -> 0.5;
      case NOT_NEGATIVE -> constant.words().isEmpty() ? 0.5 : 1;
      case COUNT, SEED -> 5;
    };
  }

  private static String fields(String first, List<Hyperparameter> constants) {
    List<String> fields = new ArrayList<>();
    if (!first.isEmpty()) {
      fields.add(first);
    }
    for (Hyperparameter c : constants) {
      boolean whole =
          c.range() == Hyperparameter.Range.COUNT || c.range() == Hyperparameter.Range.SEED;
      String value =
          !c.words().isEmpty() ? c.words().get(1) : whole ? "5" : String.valueOf(half(c));
      fields.add(c.name() + ": " + value);
    }
    return String.join(", ", fields);
  }

  @Test
  void aTraceCaseCanAskForEachActivationLossPenaltyAndOptimizer() throws Exception {
    for (ActivationSpec.Kind kind : ActivationSpec.Kind.values()) {
      var layer = traced("linear", kind.traceName()).network().layers().getFirst();
      assertEquals(kind.usual(), layer.activation());
      if (kind.constant().isPresent()) {
        String parameters =
            "], \"activation_parameters\": {\"" + kind.constant().get().name() + "\": 0.3},";
        layer =
            traced("linear\"],", kind.traceName() + "\"" + parameters)
                .network()
                .layers()
                .getFirst();
        assertEquals(new ActivationSpec(kind, 0.3), layer.activation());
      }
    }
    for (LossSpec.Kind kind : LossSpec.Kind.values()) {
      for (String name : kind.traceNames()) {
        assertEquals(kind, traced("mse", name).loss().kind());
      }
    }
    for (RegularisationSpec.Penalty penalty : RegularisationSpec.Penalty.values()) {
      Experiment e =
          traced("\"X\":", "\"regularisation\": {\"" + penalty.id() + "\": 0.2}, \"X\":");
      assertEquals(0.2, e.regularisation().strength(penalty));
    }
    for (OptimizerSpec.Rule rule : OptimizerSpec.Rule.values()) {
      String fields =
          rule.constants().stream()
              .map(c -> ", \"" + c.traceName() + "\": 0.5")
              .collect(Collectors.joining());
      assertEquals(
          rule.with(0.5, halves(rule.constants())),
          traced("\"sgd\", \"lr\": 0.5", "\"" + rule.traceName() + "\", \"lr\": 0.5" + fields)
              .optimizer());
      if (!rule.traceAsksForConstants()) {
        assertEquals(rule.usual(0.5), traced("sgd", rule.traceName()).optimizer());
      }
    }
    assertEquals(
        new OptimizerSpec.Momentum(0.5, 0.9),
        traced("\"sgd\"", "\"momentum\", \"gamma\": 0.9").optimizer());
  }

  @ParameterizedTest
  @CsvSource({"momentum, gamma", "momentum_ema, beta", "nesterov, gamma"})
  void aTraceCaseWithoutTheShareOfItsMomentumIsAFault(String rule, String missing) {
    try {
      traced("sgd", rule);
    } catch (Exception e) {
      assertEquals(CaseFault.Kind.MISSING, ((CaseFault) e).kind());
      assertEquals("$.optimizer." + missing, ((CaseFault) e).values().get("path"));
      return;
    }
    throw new AssertionError(rule + " was accepted");
  }

  /** The constants that the papers give, whoever asks for the rule. */
  @Test
  void whatIsNotSaidIsAsPublished() throws Exception {
    assertEquals(new OptimizerSpec.AdaGrad(0.5, 1e-8), traced("sgd", "adagrad").optimizer());
    assertEquals(
        new OptimizerSpec.AdaDelta(1, 0.95, 1e-6),
        traced("\"sgd\", \"lr\": 0.5", "\"adadelta\"").optimizer());
    assertEquals(
        new OptimizerSpec.Adam(0.5, 0.9, 0.999, 1e-8, 0), traced("sgd", "adam").optimizer());
    assertEquals(
        new OptimizerSpec.AdamW(0.5, 0.9, 0.999, 1e-8, 0.01), traced("sgd", "adamw").optimizer());
  }

  @ParameterizedTest
  @CsvSource({
    "activation: identity, activation: idendity, identity",
    "kind: squared, kind: sqared, squared",
    "'learningRate: 0.01', 'learningRate: 0.01\n  optimizer: adan', adam",
    "'learningRate: 0.01', 'learningRate: 0.01\n  schedule: {rule: cosin, length: 3}', cosine",
    "'learningRate: 0.01', 'learningRate: 0.01\n  regularisation: {l3: 1}', l1",
  })
  void aMisspeltNameIsAnsweredWithTheNearest(String from, String to, String nearest)
      throws Exception {
    var faults = result(from, to).faults();
    assertEquals(1, faults.size(), faults.toString());
    assertEquals(nearest, faults.getFirst().values().get("near"));
  }
}
