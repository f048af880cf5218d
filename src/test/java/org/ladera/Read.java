package org.ladera;

import java.util.OptionalDouble;
import org.ladera.session.Frame;
import org.ladera.session.reading.RunReading;

/** Readings by their names. */
public final class Read {
  private Read() {}

  public static RunReading of(String name) {
    return RunReading.parse(name).orElseThrow(() -> new AssertionError(name));
  }

  public static OptionalDouble value(Frame frame, String name) {
    return of(name).value(frame);
  }
}
