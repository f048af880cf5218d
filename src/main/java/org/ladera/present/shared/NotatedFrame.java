package org.ladera.present.shared;

import org.ladera.explain.Notation;
import org.ladera.explain.ReaderNumber;
import org.ladera.explain.RunConversion;
import org.ladera.session.Frame;

/**
 * One moment twice: with the engine's numbers, which commands, goals and comparisons use, and with
 * those of the reader's notation, which are shown.
 */
public record NotatedFrame(Frame engine, Frame shown, Notation notation) {
  /** A moment in the program's own notation, where both are the same. */
  public static NotatedFrame plain(Frame frame) {
    return new NotatedFrame(frame, frame, Notation.LESSONS);
  }

  /** How numbers of the main run as a whole are converted. */
  public RunConversion conversion() {
    return RunConversion.of(engine.main().experiment(), notation);
  }

  /** The rate of the main run's next update. */
  public ReaderNumber rate() {
    return new ReaderNumber(shown.main().next().rate(), engine.main().next().rate());
  }

  /** The rate that the main run's schedule starts from. */
  public ReaderNumber baseRate() {
    return new ReaderNumber(
        shown.main().experiment().optimizer().rate(),
        engine.main().experiment().optimizer().rate());
  }
}
