package org.ladera.ui.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.EpochTime;
import org.ladera.session.Frame;
import org.ladera.session.SavedScene;
import org.ladera.store.document.LabDocument;
import org.ladera.store.document.LabFolder;
import org.ladera.store.document.NewLab;
import org.ladera.store.document.UnreadableDocument;
import org.ladera.store.lesson.LessonReader;
import org.ladera.ui.fx.NewestJob;
import org.ladera.ui.window.lab.LabPart;

/** Reads the documents of a laboratory beside the window. FX thread only. */
final class LabReader {
  /**
   * What is asked of the reader.
   *
   * @param part that was changed; empty for another laboratory
   * @param how what is done with it
   */
  record Wish(Optional<LabPart> part, LabDocument document, How how) {
    Wish(Optional<LabPart> part, LabDocument document) {
      this(part, document, How.PLAIN);
    }
  }

  /** What is done with a document that was read. */
  enum How {
    PLAIN,
    /** It is one more of a drag, which is taken back as a whole. */
    DRAGGED,
    /** Its run goes to its end at once. */
    PLAYED
  }

  /** What came of it. */
  record Answer(Wish wish, LessonReader.Result read, LabCost cost) {}

  private static final int MEASURED = 6;

  private final LabFolder folder = new LabFolder();

  /** Measured by the thread that reads. */
  private @Nullable EpochTime pace;

  private int measured;

  private final NewestJob<Answer> job;

  private final LabWaiting waiting;

  /** The newest that was asked for and is not read yet. */
  private Optional<Wish> asked = Optional.empty();

  LabReader(Consumer<Answer> receiver, LabWaiting waiting) {
    this.waiting = waiting;
    job = new NewestJob<>("laboratory", receiver, this::settled);
  }

  private void settled() {
    if (!job.isPending()) {
      asked = Optional.empty();
      waiting.end();
    }
  }

  /** The newest document that was asked for and is not read yet. */
  Optional<LabDocument> asked() {
    return asked.map(Wish::document);
  }

  /**
   * What was asked for is not wanted any more.
   *
   * @return whether that was something to take back, and not only one more of a drag
   */
  boolean drop() {
    boolean whole = asked.filter(wish -> wish.how() != How.DRAGGED).isPresent();
    job.forget();
    settled();
    return whole;
  }

  void ask(Wish wish) {
    asked = Optional.of(wish);
    if (wish.part().isEmpty()) {
      waiting.begin();
    }
    job.ask(() -> answer(wish));
  }

  private Answer answer(Wish wish) {
    EpochTime known = pace;
    if (known == null || measured < MEASURED) {
      // The first ones find the machine cold; the fastest is what it can do.
      EpochTime now = EpochTime.measured(System::nanoTime);
      known = known == null || now.perSecond() > known.perSecond() ? now : known;
      pace = known;
      measured++;
    }
    LessonReader.Result read = folder.read(wish.document());
    return new Answer(wish, read, LabCost.of(read.lesson(), known));
  }

  /** A step of a lesson as a laboratory, with its run as it stands. */
  void take(Lesson lesson, Step step, Frame frame) {
    waiting.begin();
    job.ask(
        () -> {
          Optional<SavedScene> run =
              SavedScene.isUntouched(frame, step.scene())
                  ? Optional.empty()
                  : Optional.of(SavedScene.of(frame, step.scene()));
          try {
            LabDocument document = LabDocument.of(lesson, step, run);
            return answer(new Wish(Optional.empty(), document));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (UnreadableDocument e) {
            return new Answer(
                new Wish(Optional.empty(), NewLab.points()),
                new LessonReader.Result(Optional.empty(), List.of(e.fault())),
                LabCost.NONE);
          }
        });
  }

  void close() {
    waiting.end();
    job.close();
  }
}
