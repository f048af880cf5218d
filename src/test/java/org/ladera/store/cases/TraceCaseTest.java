package org.ladera.store.cases;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.engine.oracle.Case;

/** The oracle's cases, told in the format of {@code ladera trace}, give the oracle's numbers. */
class TraceCaseTest {
  private static final String CASE =
      """
      {"sizes": [2, 3, 1], "activations": ["tanh", "sigmoid"], "use_bias": true,
       "loss": {"name": "mse", "factor": 0.5}, "optimizer": {"name": "sgd", "lr": 0.5},
       "X": [[0, 1], [1, 0]], "Y": [[1], [0]],
       "W": [[[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]], [[0.7], [0.8], [0.9]]],
       "b": [[0, 0, 0], [0]], "steps": 3}
      """;

  private static Map<?, ?> trace(String text, int steps, int every, Set<String> only)
      throws IOException, CaseFault {
    TraceCase run = read(text, false);
    StringWriter out = new StringWriter();
    CaseOutput.write(run, steps, every, only, out);
    return (Map<?, ?>) Case.parse(out.toString()).value();
  }

  private static List<?> steps(Map<?, ?> output) {
    return (List<?>) output.get("steps");
  }

  private static void same(Object expected, Object found, String where) {
    switch (expected) {
      case Map<?, ?> map ->
          map.forEach((key, value) -> same(value, ((Map<?, ?>) found).get(key), where + "." + key));
      case List<?> list -> {
        assertEquals(list.size(), ((List<?>) found).size(), where);
        for (int i = 0; i < list.size(); i++) {
          same(list.get(i), ((List<?>) found).get(i), where + "[" + i + "]");
        }
      }
      case Double number -> {
        double other = (Double) found;
        double allowed = 1e-9 * Math.abs(number) + 1e-11;
        assertEquals(number, other, allowed, where);
      }
      default -> assertEquals(expected, found, where);
    }
  }

  @TestFactory
  List<DynamicTest> everyFunctionRunOfTheOracle() {
    return List.of("f-quadratic", "f-rosenbrock", "f-saddle").stream()
        .flatMap(
            file -> {
              Map<?, ?> data = (Map<?, ?>) Case.load(file).value();
              return ((List<?>) data.get("runs"))
                  .stream()
                      .map(run -> (Map<?, ?>) run)
                      .map(
                          run ->
                              DynamicTest.dynamicTest(
                                  file + " " + run.get("optimizer"), () -> functionRun(data, run)));
            })
        .toList();
  }

  private static void functionRun(Map<?, ?> data, Map<?, ?> run) throws Exception {
    String text =
        "{\"function\": \"%s\", \"start\": %s, \"optimizer\": %s, \"steps\": 50}"
            .formatted(data.get("function"), json(data.get("start")), optimizer(run));
    List<?> steps = steps(trace(text, 50, 1, Set.of()));
    List<?> expected = (List<?>) run.get("steps");
    for (int i = 0; i < expected.size(); i++) {
      Map<String, Object> wanted = strip((Map<?, ?>) expected.get(i));
      boolean chaotic = data.get("function").equals("rosenbrock");
      if (!chaotic || i < 20) {
        same(wanted, steps.get(i), "step " + i);
      }
    }
  }

  /** Without the look-ahead form of Nesterov, which is another way to tell the same path. */
  private static Map<String, Object> strip(Map<?, ?> step) {
    Map<String, Object> copy = new java.util.LinkedHashMap<>();
    step.forEach((key, value) -> copy.put(key.toString(), value));
    if (copy.get("state_after") instanceof Map<?, ?> state) {
      Map<Object, Object> memory = new java.util.LinkedHashMap<>(state);
      memory.keySet().removeIf(k -> k.toString().startsWith("lookahead"));
      copy.put("state_after", memory);
    }
    return copy;
  }

  private static String optimizer(Map<?, ?> run) {
    Map<Object, Object> all = new java.util.LinkedHashMap<>();
    all.put("name", run.get("optimizer").toString().replace("sgd_weight_decay", "sgd"));
    all.putAll((Map<?, ?>) run.get("hyper"));
    return json(all);
  }

  @TestFactory
  List<DynamicTest> everyStepOfTheOraclesNetworks() {
    return List.of(
            "00", "03", "06", "09", "12", "15", "18", "21", "24", "27", "30", "33", "36", "39",
            "42", "45", "48", "51", "54", "57")
        .stream()
        .map(
            number ->
                DynamicTest.dynamicTest(
                    "g-mlp-" + number,
                    () -> {
                      Map<?, ?> data = (Map<?, ?>) Case.load("g-mlp-" + number).value();
                      Map<?, ?> step = (Map<?, ?>) data.get("step");
                      same(step, steps(trace(json(data), 1, 1, Set.of())).getFirst(), number);
                    }))
        .toList();
  }

  @TestFactory
  List<DynamicTest> convolutionsPoolsAndFlattening() {
    return IntStream.range(0, 8)
        .mapToObj(
            number ->
                DynamicTest.dynamicTest(
                    "l-layers-0" + number,
                    () -> {
                      Map<?, ?> data = (Map<?, ?>) Case.load("l-layers-0" + number).value();
                      List<?> expected = (List<?>) data.get("steps");
                      List<?> found =
                          steps(trace(json(data.get("case")), expected.size(), 1, Set.of()));
                      same(expected, found, "case " + number);
                    }))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "kernel": [3, 2]  | "kernel": [9, 2]  | $.layers[0].kernel[0]
          "filters": 1      | "filters": 2      | $.layers[0].W
          "max_pool"        | "maxpool"         | $.layers[1].kind
          "size": 2         | "size": 3         | $.layers[1].size
          "units": 1        | "units": 2        | $.layers[2].W[0]
          [[[[1, 0], [0, 1] | [[[[1], [0, 1]    | $.layers[0].W[0][0][0]
          "input_shape": [1 | "input_shape": [2 | $.layers[0].W[0]
          """)
  void aFaultOfALayerNamesItsPlace(String right, String wrong, String path) {
    String text =
        """
        {"input_shape": [1, 4, 3], "layers": [
          {"kind": "convolution", "filters": 1, "kernel": [3, 2],
           "W": [[[[1, 0], [0, 1], [1, 1]]]], "b": [0]},
          {"kind": "max_pool", "size": 2},
          {"kind": "dense", "units": 1, "W": [[1]]}],
         "loss": {"name": "sse", "factor": 1}, "optimizer": {"name": "sgd", "lr": 0.1},
         "X": [[[[1, 2, 3], [4, 5, 6], [7, 8, 9], [1, 2, 3]]]], "Y": [[1]], "steps": 1}
        """;
    assertDoesNotThrow(() -> trace(text, 1, 1, Set.of()));
    assertTrue(text.contains(right), right);
    CaseFault fault =
        assertThrows(CaseFault.class, () -> trace(text.replace(right, wrong), 1, 1, Set.of()));
    assertEquals(path, fault.values().get("path"));
  }

  @TestFactory
  List<DynamicTest> normalisationAndGivenMasks() {
    return List.of("h-net-batchnorm-0", "h-net-batchnorm-1", "h-net-dropout-0", "h-net-dropout-1")
        .stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> hiddenNet(name)))
        .toList();
  }

  private static void hiddenNet(String name) throws Exception {
    Map<?, ?> data = (Map<?, ?>) Case.load(name).value();
    Map<?, ?> start = (Map<?, ?>) data.get("start");
    List<?> steps = (List<?>) data.get("steps");
    Map<String, Object> told = new java.util.LinkedHashMap<>();
    told.put("sizes", List.of(3.0, 6.0, 5.0, 2.0));
    String[] names = data.get("architecture").toString().split("activations ")[1].split(", ");
    told.put("activations", List.of((Object[]) names));
    told.put("X", data.get("X"));
    told.put("Y", data.get("Y"));
    told.put("W", start.get("W"));
    told.put("b", start.get("b"));
    int samples = ((List<?>) data.get("X")).size();
    told.put("loss", Map.of("name", "mse", "factor", 1.0 / (samples * 2)));
    told.put("optimizer", data.get("optimizer"));
    if (start.containsKey("gamma")) {
      told.put(
          "batch_norm",
          Map.of("eps", 1e-5, "gamma", start.get("gamma"), "beta", start.get("beta")));
    } else {
      List<Object> masks = steps.stream().<Object>map(s -> ((Map<?, ?>) s).get("masks")).toList();
      told.put("dropout", Map.of("p", ((Map<?, ?>) data.get("dropout")).get("p"), "masks", masks));
    }
    told.put("steps", (double) steps.size());
    List<?> found = steps(trace(json(told), steps.size(), 1, Set.of()));
    for (int i = 0; i < steps.size(); i++) {
      Map<Object, Object> wanted = new java.util.LinkedHashMap<>((Map<?, ?>) steps.get(i));
      wanted.put("loss_data", wanted.remove("loss"));
      wanted.put("dW_total", wanted.remove("dW"));
      wanted.remove("masks");
      same(wanted, found.get(i), name + " step " + i);
    }
  }

  private static String json(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> "\"" + e.getKey() + "\": " + json(e.getValue()))
              .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream()
              .map(TraceCaseTest::json)
              .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
      case String text -> text.equals("null") ? "null" : "\"" + text.replace("\"", "'") + "\"";
      default -> String.valueOf(value);
    };
  }

  @Test
  void chosenFieldsAndUpdatesKeepTheOutputSmall() throws Exception {
    List<?> all = steps(trace(CASE, 7, 1, Set.of()));
    List<?> some = steps(trace(CASE, 7, 3, Set.of("loss_data", "W_after")));
    assertEquals(3, some.size());
    assertEquals(Set.of("step", "loss_data", "W_after"), ((Map<?, ?>) some.get(2)).keySet());
    assertEquals(((Map<?, ?>) all.get(6)).get("W_after"), ((Map<?, ?>) some.get(2)).get("W_after"));
  }

  @Test
  void rowsChooseTheSamplesOfEachStep() throws Exception {
    String rows = CASE.replace("\"steps\"", "\"rows\": [[1], [0, 1], [0]], \"steps\"");
    List<?> steps = steps(trace(rows, 3, 1, Set.of("z")));
    for (int i = 0; i < 3; i++) {
      List<?> z = (List<?>) ((List<?>) ((Map<?, ?>) steps.get(i)).get("z")).getFirst();
      assertEquals(i == 1 ? 2 : 1, z.size());
    }
    List<?> first =
        (List<?>) ((List<?>) ((List<?>) ((Map<?, ?>) steps.getFirst()).get("z")).get(0)).get(0);
    assertEquals(List.of(0.1, 0.2, 0.3), first);
  }

  @Test
  void aRunThatDivergesSaysWhere() throws Exception {
    String wild =
        CASE.replace("tanh", "linear").replace("sigmoid", "linear").replace("0.5}, \"X", "9}, \"X");
    Map<?, ?> output =
        trace(wild.replace("\"lr\": 0.5", "\"lr\": 50"), 4000, 1, Set.of("loss_data"));
    Map<?, ?> diverged = (Map<?, ?>) ((Map<?, ?>) output.get("status")).get("diverged");
    assertEquals((double) steps(output).size(), diverged.get("step"));
    assertTrue(((Map<?, ?>) diverged).keySet().containsAll(Set.of("layer", "unit", "quantity")));
  }

  @TestFactory
  List<DynamicTest> faultsNameTheirPath() {
    return List.of(
        fault("W too small", "$.W[1]", CaseFault.Kind.SHAPE, s -> s.replace(", [0.9]]]", "]]")),
        fault("ragged X", "$.X[1]", CaseFault.Kind.SHAPE, s -> s.replace("[1, 0]]", "[1]]")),
        fault(
            "narrow X",
            "$.X",
            CaseFault.Kind.SHAPE,
            s -> s.replace("[[0, 1], [1, 0]]", "[[0], [1]]")),
        fault(
            "uphill",
            "$.optimizer.lr",
            CaseFault.Kind.RANGE,
            s -> s.replace("\"lr\": 0.5", "\"lr\": -0.5")),
        fault(
            "a share of all",
            "$.optimizer.gamma",
            CaseFault.Kind.RANGE,
            s -> s.replace("\"sgd\"", "\"momentum\", \"gamma\": 1.5")),
        fault(
            "a reward for large weights",
            "$.regularisation.l2",
            CaseFault.Kind.RANGE,
            s -> s.replace("\"steps\"", "\"regularisation\": {\"l2\": -1}, \"steps\"")),
        fault(
            "Y too long",
            "$.Y",
            CaseFault.Kind.SHAPE,
            s -> s.replace("[0]], \n", "[0]],").replace("[[1], [0]]", "[[1], [0], [1]]")),
        fault(
            "unknown activation",
            "$.activations[0]",
            CaseFault.Kind.NAME,
            s -> s.replace("tanh", "tahn")),
        fault("unknown loss", "$.loss.name", CaseFault.Kind.NAME, s -> s.replace("mse", "mean")),
        fault(
            "unknown optimizer",
            "$.optimizer.name",
            CaseFault.Kind.NAME,
            s -> s.replace("sgd", "gd")),
        fault(
            "no optimizer",
            "$.optimizer",
            CaseFault.Kind.MISSING,
            s -> s.replace("\"optimizer\"", "\"optimiser\"")),
        fault(
            "no rate",
            "$.optimizer.lr",
            CaseFault.Kind.MISSING,
            s -> s.replace("\"lr\"", "\"rate\"")),
        fault("NaN", "$.X[0][1]", CaseFault.Kind.TYPE, s -> s.replace("[[0, 1]", "[[0, NaN]")),
        fault(
            "NaN as text",
            "$.X[0][1]",
            CaseFault.Kind.TYPE,
            s -> s.replace("[[0, 1]", "[[0, \"NaN\"]")),
        fault("infinite", "$.W[0][0][2]", CaseFault.Kind.TYPE, s -> s.replace("0.3", "1e999")),
        fault(
            "half a step",
            "$.steps",
            CaseFault.Kind.TYPE,
            s -> s.replace("\"steps\": 3", "\"steps\": 2.5")),
        fault(
            "minus a step",
            "$.steps",
            CaseFault.Kind.RANGE,
            s -> s.replace("\"steps\": 3", "\"steps\": -1")),
        fault(
            "rows for too few steps",
            "$.rows",
            CaseFault.Kind.SHAPE,
            s -> s.replace("\"steps\"", "\"rows\": [[1], [0, 1]], \"steps\"")),
        fault(
            "masks for too few steps",
            "$.dropout.masks",
            CaseFault.Kind.SHAPE,
            s -> s.replace("\"steps\"", dropout("1") + ", \"steps\"")),
        fault(
            "half a mask",
            "$.dropout.masks[0][0][0][1]",
            CaseFault.Kind.RANGE,
            s -> s.replace("\"steps\": 3", dropout("0.5") + ", \"steps\": 1")),
        fault(
            "a mask that drops where p is 0",
            "$.dropout.masks[0][0][0][1]",
            CaseFault.Kind.RANGE,
            s ->
                s.replace("\"steps\": 3", dropout("0").replace("[0.5]", "[0]") + ", \"steps\": 1")),
        fault(
            "everything dropped",
            "$.dropout.p[0]",
            CaseFault.Kind.RANGE,
            s -> s.replace("\"steps\"", dropout("0").replace("0.5", "1") + ", \"steps\"")),
        fault(
            "more weights than there is memory for",
            "$.sizes",
            CaseFault.Kind.RANGE,
            s -> s.replace("[2, 3, 1]", "[2, 99999, 99999, 1]")),
        fault("a bottomless list", "$", CaseFault.Kind.MALFORMED, s -> "[".repeat(5000)),
        fault(
            "epsilon 0",
            "$.batch_norm.eps",
            CaseFault.Kind.RANGE,
            s -> s.replace("\"steps\"", "\"batch_norm\": {\"eps\": 0}, \"steps\"")),
        fault(
            "normalisation of the outputs",
            "$.batch_norm.gamma",
            CaseFault.Kind.SHAPE,
            s ->
                s.replace("\"steps\"", "\"batch_norm\": {\"gamma\": [[1, 1, 1], [1]]}, \"steps\"")),
        fault(
            "a function outside the format",
            "$.function",
            CaseFault.Kind.NAME,
            s ->
                "{\"function\": \"x_squared_y\", \"start\": [1, 1], "
                    + "\"optimizer\": {\"name\": \"sgd\", \"lr\": 1}}"),
        fault("no network", "$.sizes", CaseFault.Kind.TYPE, s -> s.replace("[2, 3, 1]", "7")),
        fault("cut off", "$", CaseFault.Kind.MALFORMED, s -> s.substring(0, 90)),
        fault(
            "twice",
            "$.X",
            CaseFault.Kind.REPEATED,
            s -> s.replace("\"steps\"", "\"X\": [], \"steps\"")),
        fault("empty", "$", CaseFault.Kind.MALFORMED, s -> ""),
        fault("a list", "$", CaseFault.Kind.TYPE, s -> "[]"));
  }

  /** Masks for one step of two samples. */
  private static String dropout(String second) {
    return "\"dropout\": {\"p\": [0.5], \"masks\": [[[[1, " + second + ", 0], [0, 1, 1]]]]}";
  }

  private static DynamicTest fault(
      String name, String path, CaseFault.Kind kind, UnaryOperator<String> broken) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          CaseFault fault =
              assertThrows(CaseFault.class, () -> trace(broken.apply(CASE), 1, 1, Set.of()), name);
          assertEquals(kind, fault.kind(), fault.getMessage());
          assertEquals(path, fault.values().get("path"));
        });
  }

  private static TraceCase read(String text, boolean lenient) throws IOException, CaseFault {
    return TraceCaseReader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), lenient);
  }

  @Test
  void unknownFieldsAreIgnoredAndToldWhereThatIsAskedFor() throws Exception {
    TraceCase run = read(CASE.replace("\"steps\"", "\"id\": \"x\", \"steps\""), false);
    assertEquals(List.of("$.id"), run.ignored());
    String odd =
        CASE.replace("\"lr\"", "\"momentum\": 0.9, \"lr\"")
            .replace("\"factor\"", "\"n\": 2, \"factor\"");
    assertEquals(List.of("$.loss.n", "$.optimizer.momentum"), read(odd, true).ignored());
    CaseFault fault = assertThrows(CaseFault.class, () -> read(odd, false));
    assertEquals(CaseFault.Kind.UNKNOWN, fault.kind());
    assertEquals("$.optimizer.momentum", fault.values().get("path"));
  }

  /** Names as other programs and courses write them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "lr"              | "learning_rate"              | $.optimizer.lr         | learning_rate
          "lr"              | "eta"                        | $.optimizer.lr         | eta
          "lr"              | "momentum": 0.9, "lr"        | $.optimizer.momentum   | "name": "momentum", "gamma"
          "sgd", "lr"       | "adam", "betas": [0.9, 1], "lr" | $.optimizer.betas   | beta1, beta2
          "sgd", "lr"       | "adam", "epsilon": 1e-7, "lr" | $.optimizer.epsilon   | eps
          "sgd", "lr"       | "rmsprop", "alpha": 0.9, "lr" | $.optimizer.alpha     | beta
          "name": "sgd"     | "type": "sgd"                | $.optimizer.name       | type
          "sgd"             | "SGD"                        | $.optimizer.name       | sgd
          "sgd"             | "gradient-descent"           | $.optimizer.name       | sgd
          "mse"             | "mean_squared_error"         | $.loss.name            | mse
          "mse"             | "CrossEntropyLoss"           | $.loss.name            | cce
          "tanh"            | "logistic"                   | $.activations[0]       | sigmoid
          "steps"           | "epochs"                     | $.epochs               | steps
          "W"               | "weights"                    | $.W                    | weights
          "use_bias": true  | "bias": true                 | $.bias                 | use_bias
          "X"               | "inputs"                     | $.X                    | inputs
          """)
  void aNameOfAnotherProgramIsAnswered(String right, String written, String path, String near) {
    assertTrue(CASE.contains(right), right);
    CaseFault fault =
        assertThrows(CaseFault.class, () -> read(CASE.replace(right, written), false));
    assertEquals(path, fault.values().get("path"));
    assertEquals(near, fault.values().get("near"));
  }

  @Test
  void aRepeatedKeyIsNamedWithItsLine() {
    String twice = CASE.replace("\"steps\": 3", "\"steps\": 3,\n  \"steps\": 5");
    CaseFault fault = assertThrows(CaseFault.class, () -> read(twice, true));
    assertEquals(CaseFault.Kind.REPEATED, fault.kind());
    assertEquals("$.steps", fault.values().get("path"));
    assertEquals("6", fault.values().get("line"));
    assertEquals("3", fault.values().get("column"));
  }

  /** A reference file speaks about itself in further fields and is run as it stands. */
  @Test
  void theReferenceFilesRunAsTheyAre() throws Exception {
    for (String name : List.of("g-mlp-00", "g-mlp-21", "g-mlp-57")) {
      String text =
          new String(
              TraceCaseTest.class.getResourceAsStream("/oracle/" + name + ".json").readAllBytes(),
              StandardCharsets.UTF_8);
      Map<?, ?> data = (Map<?, ?>) Case.parse(text).value();
      same(data.get("step"), steps(trace(text, 1, 1, Set.of())).getFirst(), name);
    }
  }
}
