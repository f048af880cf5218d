package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.session.Scene;
import org.ladera.timeline.Footprint;

/**
 * Scenes of a lesson. A step takes the lesson's scene and replaces fields of it; each further run
 * of the step takes the step's scene and replaces fields of that. Only {@code data} is replaced
 * field by field, so that a run may change the scaling and keep the file.
 */
final class SceneReader {
  static final Set<String> FIELDS =
      Set.of(
          "data",
          "network",
          "loss",
          "claims",
          "regularisation",
          "optimizer",
          "learningRate",
          "schedule",
          "batch",
          "start",
          "seed",
          "epochs");

  private static final int MOST_RUNS = 8;
  private static final long MOST_EPOCHS = 10_000_000;

  private final DataReader data;

  SceneReader(LessonFolder folder) {
    data = new DataReader(folder);
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
    return new Scene(runs, own.whole("epochs", 1, MOST_EPOCHS), claimed);
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
    fields.add("id");
    return fields;
  }

  private static FieldReader merged(FieldReader base, FieldReader changes) {
    Map<String, Node.Entry> all = new LinkedHashMap<>(base.node().entries());
    changes
        .node()
        .entries()
        .forEach(
            (name, entry) -> {
              Node.Entry old = all.get(name);
              if (name.equals("data")
                  && old != null
                  && old.value() instanceof Node.Fields
                  && entry.value() instanceof Node.Fields) {
                all.put(name, within(old, entry));
              } else {
                all.put(name, entry);
              }
            });
    all.remove("id");
    // Places of fields point to where they were written; the paths name the part that is built.
    return new FieldReader(
        changes.source(), changes.path(), new Node.Fields(changes.place(), all), FIELDS);
  }

  private static Node.Entry within(Node.Entry old, Node.Entry changes) {
    Map<String, Node.Entry> all = new LinkedHashMap<>(((Node.Fields) old.value()).entries());
    Map<String, Node.Entry> changed = ((Node.Fields) changes.value()).entries();
    if (changed.containsKey("rows")) {
      all.remove("file");
    }
    if (changed.containsKey("file")) {
      all.remove("rows");
    }
    all.putAll(changed);
    return new Node.Entry(changes.place(), new Node.Fields(changes.value().place(), all));
  }

  private Experiment experiment(FieldReader scene) {
    Dataset examples = data.read(scene.fields("data", DataReader.FIELDS));
    NetworkSpec network =
        ModelReader.network(scene, examples.x().columns(), examples.y().columns());
    double rate = scene.number("learningRate", TrainingReader.RATE);
    return new Experiment(
        examples,
        network,
        ModelReader.loss(scene, "loss"),
        ModelReader.regularisation(scene),
        TrainingReader.optimizer(scene, rate),
        TrainingReader.schedule(scene),
        TrainingReader.batch(scene, examples.size(), data),
        StartReader.read(scene, network),
        scene.whole("seed", 0, 4_294_967_295L, 0));
  }
}
