package org.ladera.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ladera.lesson.model.Progress;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.store.document.DocumentFiles;
import org.ladera.store.file.StoredFile;
import org.ladera.store.file.StoredFormat;
import org.ladera.store.file.Trouble;
import org.ladera.store.progress.ProgressText;
import org.ladera.store.progress.SavedSteps;
import org.ladera.store.progress.SavedStepsText;
import org.ladera.ui.window.UserState;
import org.ladera.ui.window.appearance.Settings;

/**
 * What the program knows of a person, in a folder of theirs. What cannot be saved stays here and is
 * tried again until it is.
 */
final class UserFolder implements UserState {
  private static final Duration AGAIN = Duration.ofSeconds(3);

  /** Files are written on a thread of their own: the window does not wait for a disk. */
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("ladera-storage").daemon().factory());

  private final Kept<Settings> settings;
  private final Kept<Progress> progress;
  private final Kept<SavedSteps> runs;
  private final LabShelf shelf;
  private volatile List<Trouble> troubles = List.of();

  UserFolder(Path folder) {
    this(folder, AGAIN);
  }

  /**
   * @param again after this time what could not be saved is tried once more
   */
  UserFolder(Path folder, Duration again) {
    settings = new Kept<>(folder.resolve("settings.txt"), new SettingsText());
    progress = new Kept<>(folder.resolve("progress.txt"), new ProgressText());
    runs = new Kept<>(folder.resolve("runs.txt"), new SavedStepsText());
    shelf = new LabShelf(folder);
    say();
    var _ =
        writer.scheduleWithFixedDelay(
            this::write, again.toMillis(), again.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** One file and what is still to be written into it. */
  private static final class Kept<T> {
    private final StoredFile<T> file;
    private final AtomicReference<T> waiting = new AtomicReference<>();
    private volatile T now;
    private volatile Optional<Trouble> damage;
    private volatile Optional<Trouble> trouble = Optional.empty();

    Kept(Path path, StoredFormat<T> format) {
      file = StoredFile.open(path, format);
      now = file.content();
      damage = file.trouble().filter(Trouble.Damaged.class::isInstance);
      trouble = file.trouble().filter(t -> damage.isEmpty());
    }

    void keep(T next) {
      now = next;
      waiting.set(next);
    }

    void write() {
      T next = waiting.get();
      if (next == null) {
        return;
      }
      if (file.save(next)) {
        // What came in the meantime is still to be written.
        waiting.compareAndSet(next, null);
      }
      Optional<Trouble> found = file.trouble();
      damage = found.filter(Trouble.Damaged.class::isInstance).or(() -> damage);
      trouble = found.filter(t -> !(t instanceof Trouble.Damaged));
    }

    void dismiss(Trouble known) {
      damage = damage.filter(found -> !found.equals(known));
    }

    Stream<Trouble> troubles() {
      return Stream.concat(damage.stream(), trouble.stream());
    }
  }

  private void write() {
    settings.write();
    progress.write();
    runs.write();
    say();
  }

  private void say() {
    troubles = Stream.of(settings, progress, runs).flatMap(Kept::troubles).toList();
  }

  @Override
  public Settings settings() {
    return settings.now;
  }

  @Override
  public void keep(Settings changed) {
    settings.keep(changed);
    writer.execute(this::write);
  }

  @Override
  public Progress progress() {
    return progress.now;
  }

  @Override
  public void keep(Progress grown) {
    progress.keep(grown);
    writer.execute(this::write);
  }

  @Override
  public SavedSteps runs() {
    return runs.now;
  }

  @Override
  public void keep(Progress.Mark step, Scene scene, Frame frame) {
    // Not by the window: data and parameters are compared and summed.
    writer.execute(
        () -> {
          SavedSteps next = runs.now.with(step, scene, frame);
          if (!next.equals(runs.now)) {
            runs.keep(next);
            write();
          }
        });
  }

  @Override
  public List<Trouble> troubles() {
    return troubles;
  }

  @Override
  public void retry() {
    writer.execute(this::write);
  }

  @Override
  public void dismiss(Trouble trouble) {
    writer.execute(
        () -> {
          settings.dismiss(trouble);
          progress.dismiss(trouble);
          runs.dismiss(trouble);
          say();
        });
  }

  @Override
  public void keep(Supplier<DocumentFiles> laboratory) {
    writer.execute(() -> shelf.keep(laboratory.get()));
  }

  @Override
  public Optional<Path> laboratory() {
    return shelf.laboratory();
  }

  @Override
  public void used(Path document) {
    shelf.used(document);
    writer.execute(shelf::write);
  }

  @Override
  public List<Path> recent() {
    return shelf.recent();
  }

  /** Writes what is left to be written, and waits for it. */
  void close() {
    writer.execute(this::write);
    writer.close();
  }
}
