package org.ladera.ui.window;

import java.util.List;
import org.ladera.lesson.model.Progress;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.store.file.Trouble;
import org.ladera.store.progress.SavedSteps;
import org.ladera.ui.window.appearance.Settings;

/** Of a person who leaves no trace: for pictures, measurements and tests. */
public final class InMemoryState implements UserState {
  private volatile Settings settings;
  private volatile Progress progress;
  private volatile SavedSteps runs = SavedSteps.NONE;

  public InMemoryState(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public void keep(Settings changed) {
    settings = changed;
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public void keep(Progress grown) {
    progress = grown;
  }

  @Override
  public SavedSteps runs() {
    return runs;
  }

  @Override
  public void keep(Progress.Mark step, Scene scene, Frame frame) {
    runs = runs.with(step, scene, frame);
  }

  @Override
  public List<Trouble> troubles() {
    return List.of();
  }

  @Override
  public void retry() {}

  @Override
  public void dismiss(Trouble trouble) {}
}
