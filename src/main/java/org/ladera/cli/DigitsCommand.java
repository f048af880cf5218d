package org.ladera.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.data.Accuracy;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.net.Objective;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.train.Trainer;
import org.ladera.session.run.ThreadPairExecutor;
import org.ladera.store.data.ImageFolder;
import org.ladera.store.data.ImageFolder.Part;
import org.ladera.store.data.UnreadableData;
import org.ladera.timeline.Footprint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns to read digits: MNIST's from a folder of the person's, or those the program draws. */
@Command(name = "digits", mixinStandardHelpOptions = true)
final class DigitsCommand implements Callable<Integer> {
  private static final int DRAWN_TO_LEARN = 6000;
  private static final int DRAWN_TO_TEST = 1000;
  private static final double WHITE = 255;
  private static final int MOST_UNITS = 10_000;
  private static final int[] USUAL_HIDDEN = {64, 32};
  private static final int WINDOW = 3;

  /** What the program draws. */
  private static final Shape DRAWN = new Shape(1, 28, 28);

  private final Surroundings here;

  @Parameters(arity = "0..1", paramLabel = "FOLDER", descriptionKey = "digits-folder")
  private Path folder;

  @Option(names = "--epochs", paramLabel = "N", descriptionKey = "digits-epochs")
  private int epochs = 10;

  @Option(names = "--hidden", paramLabel = "N", split = ",", descriptionKey = "hidden")
  private int @Nullable [] hidden;

  @Option(names = "--filters", paramLabel = "N", split = ",", descriptionKey = "digits-filters")
  private int[] filters = {};

  @Option(names = "--rate", paramLabel = "ETA", descriptionKey = "digits-rate")
  private @Nullable Double rate;

  @Option(names = "--constant", descriptionKey = "digits-constant")
  private boolean constant;

  @Option(names = "--batch", paramLabel = "N", descriptionKey = "digits-batch")
  private @Nullable Integer batch;

  @Option(names = "--threads", paramLabel = "1|2", descriptionKey = "digits-threads")
  private int threads = 1;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "digits-seed")
  private long seed = 1;

  DigitsCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    positive("--epochs", epochs);
    positive("--batch", batch());
    positive("--rate", rate());
    positive("--threads", threads);
    for (int count : filters) {
      positive("--filters", count);
    }
    for (int units : hidden()) {
      positive("--hidden", units);
      if (units > MOST_UNITS) {
        throw Refusal.usage(
            here.messages().text("cli.expected.other", Map.of("name", "--hidden", "value", units)));
      }
    }
    Dataset learn = data(Part.TRAIN, DRAWN_TO_LEARN, seed);
    Dataset test = data(Part.TEST, DRAWN_TO_TEST, seed + 1);
    if (test.x().columns() != learn.x().columns()) {
      throw Refusal.fault(
          here.messages()
              .text(
                  "cli.digits.sizes",
                  Map.of("learn", learn.x().columns(), "test", test.x().columns())));
    }
    Experiment experiment = experiment(learn);
    fits(Footprint.ofTraining(experiment));
    here.say(
        constant ? "cli.digits.title.constant" : "cli.digits.title",
        Map.of(
            "learn", whole(learn.size()),
            "test", whole(test.size()),
            "network", experiment.network().shape(),
            "rate", here.messages().numbers().shown(rate()),
            "batch", whole(Math.min(batch(), learn.size()))));
    Objective unseen = new Objective(experiment.withData(test));
    if (threads == 1) {
      train(new Trainer(experiment), unseen, test);
    } else {
      try (ThreadPairExecutor second = new ThreadPairExecutor()) {
        train(new Trainer(experiment, null, second), unseen, test);
      }
    }
    return 0;
  }

  private void positive(String name, Number value) {
    if (!(value.doubleValue() > 0) || Double.isInfinite(value.doubleValue())) {
      throw Refusal.usage(
          here.messages().text("cli.expected.positive", Map.of("name", name, "value", value)));
    }
  }

  private void fits(Footprint needed) {
    long heap = Runtime.getRuntime().maxMemory();
    if (!needed.fits(heap)) {
      throw Refusal.fault(
          here.messages()
              .text(
                  "cli.digits.memory",
                  Map.of("needed", whole(needed.bytes() >> 20), "there", whole(heap >> 20))));
    }
    if (!needed.isQuick()) {
      throw Refusal.fault(
          here.messages()
              .text(
                  "cli.digits.time",
                  Map.of("billions", whole(needed.multiplications() / 1_000_000_000))));
    }
  }

  private Dataset data(Part part, int drawn, long drawnSeed) {
    if (folder == null) {
      return Generator.DIGITS_28.make(drawn, Generator.DIGITS_28.usualNoise(), drawnSeed);
    }
    try {
      Dataset raw = ImageFolder.read(folder, part, Integer.MAX_VALUE, 1);
      return raw.scaled(
          Scaling.dividedBy(raw.x().columns(), WHITE), Scaling.none(raw.y().columns()));
    } catch (UnreadableData e) {
      throw Refusal.fault(here.line(e.fault()));
    }
  }

  private Experiment experiment(Dataset data) {
    List<LayerSpec> layers = new ArrayList<>(maps(data));
    for (int units : hidden()) {
      layers.add(LayerSpec.dense(units, ActivationSpec.RELU));
    }
    layers.add(LayerSpec.dense(data.y().columns(), ActivationSpec.SOFTMAX));
    return new Experiment(
        data,
        new NetworkSpec(data.x().columns(), layers),
        new LossSpec(LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY, Factor.PER_SAMPLE),
        RegularisationSpec.NONE,
        new OptimizerSpec.Adam(rate()),
        constant ? new ScheduleSpec.Constant() : new ScheduleSpec.Cosine(epochs, 0),
        BatchSpec.mini(Math.min(batch(), data.size())),
        new InitSpec.HeNormal(),
        seed);
  }

  private double rate() {
    return rate != null ? rate : filters.length == 0 ? 0.001 : 0.003;
  }

  private int batch() {
    return batch != null ? batch : filters.length == 0 ? 128 : 32;
  }

  private int[] hidden() {
    if (hidden != null) {
      return hidden;
    }
    return filters.length == 0 ? USUAL_HIDDEN : new int[0];
  }

  /** For each number of filters a convolution of 3 × 3 and the maxima of 2 × 2. */
  private List<LayerSpec> maps(Dataset data) {
    List<LayerSpec> layers = new ArrayList<>();
    Shape shape = data.images().orElse(DRAWN);
    for (int count : filters) {
      if (shape.rows() < WINDOW + 1 || shape.columns() < WINDOW + 1) {
        throw Refusal.usage(
            here.messages()
                .text("cli.expected.other", Map.of("name", "--filters", "value", filters.length)));
      }
      LayerKind.Convolution window = new LayerKind.Convolution(shape, count, WINDOW, WINDOW, 1, 0);
      LayerKind.Pool pool = new LayerKind.Pool(window.output(), LayerKind.Pool.Reduction.MAX, 2, 2);
      layers.add(
          new LayerSpec(window, ActivationSpec.RELU, true, false, 0, LayerSpec.USUAL_EPSILON));
      layers.add(LayerSpec.plain(pool));
      shape = pool.output();
    }
    return layers;
  }

  /** One line for each epoch; the time is that of the training alone. */
  private void train(Trainer trainer, Objective unseen, Dataset test) {
    double[] theta = new double[trainer.layout().count()];
    int images = trainer.experiment().data().size();
    for (int epoch = 0; epoch < epochs; epoch++) {
      long began = System.nanoTime();
      double loss = epoch(trainer, epoch);
      double seconds = (System.nanoTime() - began) * 1e-9;
      trainer.copyParameters(theta);
      double right = Accuracy.of(unseen.outputs(theta), test.y());
      here.say(
          "cli.digits.epoch",
          Map.of(
              "epoch", epoch + 1,
              "loss", here.messages().numbers().fixed(loss / images, 4),
              "right", here.messages().numbers().fixed(100 * right, 2),
              "speed", whole(Math.round(images / seconds)),
              "seconds", here.messages().numbers().fixed(seconds, 2)));
    }
  }

  /** One epoch; the sum of the loss over its images, each before the update it took part in. */
  private double epoch(Trainer trainer, int epoch) {
    double loss = 0;
    while (trainer.epoch() == epoch) {
      if (!trainer.step()) {
        throw Refusal.fault(here.messages().text("cli.run.non-finite", Map.of("epoch", epoch + 1)));
      }
      loss += trainer.batchLoss() * trainer.batchSize();
    }
    return loss;
  }

  private String whole(long value) {
    return here.messages().numbers().whole(value);
  }
}
