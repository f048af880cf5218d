package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.session.Scene;
import org.ladera.timeline.Footprint;

/**
 * Scenes of a lesson. A step takes the lesson's scene and replaces fields of it; each further run
 * of the step takes the step's scene and replaces fields of that. Only {@code data} and {@code
 * function} are replaced field by field, so that a run may change the scaling and keep the file, or
 * start elsewhere.
 */
final class SceneReader {
  static final Set<String> FIELDS =
      Set.of(
          "data",
          "function",
          "network",
          "loss",
          "claims",
          "regularisation",
          "optimizer",
          "slip",
          "learningRate",
          "schedule",
          "batch",
          "start",
          "seed",
          "epochs",
          "patience");

  /** What a function has no use for. */
  private static final Set<String> OF_A_NETWORK =
      Set.of("data", "network", "loss", "claims", "regularisation", "batch", "start", "patience");

  private static final long MOST_SEED = 4_294_967_295L;

  /** Where examples come from, and what goes with it: another source takes the place of all. */
  private static final Set<String> OF_A_SOURCE =
      Set.of(
          "rows",
          "file",
          "generate",
          "folder",
          "images",
          "examples",
          "noise",
          "seed",
          "validation",
          "test",
          "testOpen");

  /** What a part of {@code data} or {@code function} takes the place of. */
  private static final Map<String, Set<String>> INSTEAD =
      Map.of(
          "rows",
          OF_A_SOURCE,
          "file",
          OF_A_SOURCE,
          "generate",
          Set.of(
              "rows",
              "file",
              "folder",
              "images",
              "inputs",
              "targets",
              "validation",
              "test",
              "testOpen"),
          "folder",
          OF_A_SOURCE,
          "expression",
          Set.of("name", "at"),
          "name",
          Set.of("expression", "at"));

  private static final int MOST_RUNS = 8;
  private static final long MOST_EPOCHS = 10_000_000;

  private final LessonFolder folder;
  private final ExamplesReader examples;
  private final DataReader data;

  SceneReader(LessonFolder folder) {
    this.folder = folder;
    examples = new ExamplesReader(folder);
    data = new DataReader(examples);
  }

  /**
   * The scene of a step.
   *
   * @param lesson the field {@code scene} of the lesson
   * @param step the step's fields, with {@code scene} and {@code runs} where it has them
   */
  Scene read(FieldReader lesson, FieldReader step) {
    FieldReader own = step.has("scene") ? merged(lesson, step.fields("scene", FIELDS)) : lesson;
    List<Scene.Run> runs = new ArrayList<>();
    runs.add(new Scene.Run(Scene.MAIN, experiment(own)));
    for (Node item : step.itemsIfAny("runs")) {
      String field = step.at("runs") + "[" + runs.size() + "]";
      runs.add(run(own, step, item, field, runs));
    }
    fits(own, runs);
    Optional<LossSpec> claimed =
        own.has("claims") ? Optional.of(ModelReader.loss(own, "claims")) : Optional.empty();
    return new Scene(runs, own.whole("epochs", 1, MOST_EPOCHS), claimed, patience(own, runs));
  }

  /** Early stopping needs something to go by. */
  private static OptionalLong patience(FieldReader scene, List<Scene.Run> runs) {
    if (!scene.has("patience")) {
      return OptionalLong.empty();
    }
    if (runs.getFirst().experiment().heldOut().validation().isEmpty()) {
      throw scene.refuse("patience", "data.no-validation");
    }
    return OptionalLong.of(scene.whole("patience", 1, MOST_EPOCHS));
  }

  /** Said before anything is built, for a network that is too large ends the engine. */
  private static void fits(FieldReader scene, List<Scene.Run> runs) {
    Footprint needed =
        runs.stream()
            .map(r -> Footprint.ofRun(r.experiment()))
            .reduce(Footprint::and)
            .orElseThrow();
    long heap = Runtime.getRuntime().maxMemory();
    if (!needed.fits(heap)) {
      throw scene.refuse(
          "network",
          "scene.memory",
          "needed",
          String.valueOf(needed.bytes() >> 20),
          "there",
          String.valueOf(heap >> 20));
    }
    if (!needed.isQuick()) {
      throw scene.refuse(
          "network",
          "scene.time",
          "billions",
          String.valueOf(needed.multiplications() / 1_000_000_000));
    }
  }

  private Scene.Run run(
      FieldReader scene, FieldReader step, Node item, String field, List<Scene.Run> before) {
    if (before.size() == MOST_RUNS) {
      throw step.refuse("runs", "scene.runs", "limit", String.valueOf(MOST_RUNS - 1));
    }
    FieldReader run = step.fields(item, field, withId());
    String id = run.id("id");
    if (before.stream().anyMatch(r -> r.id().equals(id))) {
      throw run.refuse("id", "field.repeated", "found", id);
    }
    return new Scene.Run(id, experiment(merged(scene, run)));
  }

  private static Set<String> withId() {
    Set<String> fields = new java.util.HashSet<>(FIELDS);
    fields.remove("epochs");
    fields.remove("claims");
    fields.remove("patience");
    fields.add("id");
    return fields;
  }

  static FieldReader merged(FieldReader base, FieldReader changes) {
    Map<String, Node.Entry> all = new LinkedHashMap<>(base.node().entries());
    changes
        .node()
        .entries()
        .forEach(
            (name, entry) -> {
              Node.Entry old = all.get(name);
              if ((name.equals("data") || name.equals("function"))
                  && old != null
                  && old.value() instanceof Node.Fields
                  && entry.value() instanceof Node.Fields) {
                all.put(name, within(old, entry));
              } else {
                all.put(name, entry);
              }
            });
    all.remove("id");
    if (changes.has("function")) {
      all.keySet().removeIf(field -> OF_A_NETWORK.contains(field) && !changes.has(field));
    } else if (OF_A_NETWORK.stream().anyMatch(changes::has)) {
      all.remove("function");
    }
    // Places of fields point to where they were written; the paths name the part that is built.
    return new FieldReader(
        changes.source(), changes.path(), new Node.Fields(changes.place(), all), FIELDS);
  }

  private static Node.Entry within(Node.Entry old, Node.Entry changes) {
    Map<String, Node.Entry> all = new LinkedHashMap<>(((Node.Fields) old.value()).entries());
    Map<String, Node.Entry> changed = ((Node.Fields) changes.value()).entries();
    INSTEAD.forEach(
        (name, others) -> {
          if (changed.containsKey(name)) {
            all.keySet().removeAll(others);
          }
        });
    all.putAll(changed);
    return new Node.Entry(changes.place(), new Node.Fields(changes.value().place(), all));
  }

  private Experiment experiment(FieldReader scene) {
    if (scene.has("function")) {
      return function(scene);
    }
    DataReader.Parts parts = data.read(scene.fields("data", DataReader.FIELDS));
    Dataset train = parts.train();
    NetworkSpec network = ModelReader.network(scene, train);
    double rate = scene.number("learningRate", TrainingReader.RATE);
    return SuitableExperiment.of(
        scene,
        new Experiment(
            train,
            network,
            ModelReader.loss(scene, "loss"),
            ModelReader.regularisation(scene),
            TrainingReader.optimizer(scene, rate),
            TrainingReader.schedule(scene),
            TrainingReader.batch(scene, train.size(), examples),
            StartReader.read(scene, network, folder),
            scene.whole("seed", 0, MOST_SEED, 0),
            parts.heldOut()));
  }

  private static Experiment function(FieldReader scene) {
    for (String field : OF_A_NETWORK) {
      if (scene.has(field)) {
        throw scene.refuse(field, "function.alone");
      }
    }
    FunctionReader function = new FunctionReader(scene);
    FunctionGraph graph = function.graph();
    double rate = scene.number("learningRate", TrainingReader.RATE);
    return Experiment.of(
        graph,
        function.start(graph),
        TrainingReader.optimizer(scene, rate),
        TrainingReader.schedule(scene),
        scene.whole("seed", 0, MOST_SEED, 0));
  }
}
