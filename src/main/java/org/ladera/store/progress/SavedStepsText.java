package org.ladera.store.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ladera.store.file.StoredFormat;
import org.ladera.store.progress.SavedSteps.SavedStep;

/** The runs of steps as text: one line per step. */
public final class SavedStepsText implements StoredFormat<SavedSteps> {
  private static final System.Logger LOG = System.getLogger(SavedStepsText.class.getName());

  /** Larger data than a person makes by hand; such a step begins anew instead. */
  private static final int MOST_LETTERS = 3 << 20;

  @Override
  public String kind() {
    return "ladera-runs";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public SavedSteps empty() {
    return SavedSteps.NONE;
  }

  /** The newest steps, as far as there is room. */
  @Override
  public String write(SavedSteps content) {
    StringBuilder body = new StringBuilder();
    for (SavedStep step : content.steps().reversed()) {
      try {
        String line = RecordText.write(step);
        if (body.length() + line.length() < MOST_LETTERS) {
          body.insert(0, line + "\n");
        }
      } catch (IllegalArgumentException e) {
        LOG.log(System.Logger.Level.INFO, "cannot be kept: " + step.step(), e);
      }
    }
    return body.toString();
  }

  @Override
  public Optional<SavedSteps> read(String body) {
    List<SavedStep> steps = new ArrayList<>();
    try {
      for (String line : body.lines().toList()) {
        steps.add(RecordText.read(SavedStep.class, line));
      }
    } catch (RecordText.Unreadable e) {
      LOG.log(System.Logger.Level.INFO, "not read", e);
      return Optional.empty();
    }
    return Optional.of(new SavedSteps(steps));
  }

  @Override
  public SavedSteps merge(SavedSteps base, SavedSteps mine, SavedSteps stored) {
    return mine.and(stored);
  }
}
