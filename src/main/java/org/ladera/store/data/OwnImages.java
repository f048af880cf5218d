package org.ladera.store.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.HeldOut;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.Experiment;

/** An experiment with the pictures of a person's folder in the place of its own. */
public final class OwnImages {
  private OwnImages() {}

  /**
   * The same experiment on other pictures. As many are held out for validation as before, of those
   * after the ones that are trained on; tests are the folder's own.
   *
   * @param experiment on pictures
   * @param most as many to train on at most
   * @throws UnreadableData when the folder has no such pictures
   */
  public static Experiment of(Experiment experiment, Path folder, int most) throws UnreadableData {
    HeldOut held = experiment.heldOut();
    int validating = held.validation().map(Dataset::size).orElse(0);
    Dataset all = read(experiment, folder, ImageFolder.Part.TRAIN, most + validating);
    int training = Math.max(1, all.size() - validating);
    Optional<Dataset> validation =
        validating > 0 && training < all.size()
            ? Optional.of(all.rows(IntStream.range(training, all.size()).toArray()))
            : Optional.empty();
    Optional<Dataset> test = Optional.empty();
    if (held.test().isPresent()) {
      test = Optional.of(read(experiment, folder, ImageFolder.Part.TEST, most));
    }
    return experiment.withData(
        all.rows(IntStream.range(0, training).toArray()),
        new HeldOut(validation, test, held.testIsOpen()));
  }

  private static Dataset read(Experiment experiment, Path folder, ImageFolder.Part part, int most)
      throws UnreadableData {
    Dataset own = experiment.data();
    Shape shape = own.images().orElseThrow();
    Dataset raw = ImageFolder.read(folder, part, most, shape.channels());
    Shape found = raw.images().orElseThrow();
    if (!found.equals(shape)) {
      throw UnreadableData.file(
          folder, "images.shape", "found", found.toString(), "expected", shape.toString());
    }
    if (raw.targets().size() != own.targets().size()) {
      throw UnreadableData.file(
          folder,
          "images.class-count",
          "found",
          String.valueOf(raw.targets().size()),
          "expected",
          String.valueOf(own.targets().size()));
    }
    return raw.scaled(own.inputScaling(), own.targetScaling());
  }
}
