package org.ladera.cli;

import java.util.Map;

/** How far a run is, on one line of a terminal; nothing where the output goes into a file. */
final class ProgressBar implements AutoCloseable {
  private static final int WIDTH = 30;
  private final Surroundings here;

  ProgressBar(Surroundings here) {
    this.here = here;
  }

  void show(long done, long all) {
    show(done, all, here.messages().text("cli.progress", Map.of("epoch", done, "epochs", all)));
  }

  void show(long done, long all, String text) {
    if (here.terminal() && all > 0) {
      int filled = (int) (WIDTH * done / all);
      here.err()
          .print("\r[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + text + "\033[K");
      here.err().flush();
    }
  }

  /** Takes the line away. */
  @Override
  public void close() {
    if (here.terminal()) {
      here.err().print("\r\033[K");
      here.err().flush();
    }
  }
}
