package org.ladera.app;

import java.io.IOException;
import java.util.List;
import org.ladera.cli.AnotherProcess;

/**
 * Starts the program once more, told that there is no display: JavaFX cannot be started a second
 * time in a process in which it failed to open one.
 */
final class Relaunch {
  private Relaunch() {}

  /** Waits for the other process and gives its exit code. */
  static int withoutDisplay(String... args) {
    List<String> command = AnotherProcess.command(List.of(), List.of(args));
    ProcessBuilder other = new ProcessBuilder(command).inheritIO();
    other.environment().remove("DISPLAY");
    try {
      return other.start().waitFor();
    } catch (IOException e) {
      System.getLogger(Relaunch.class.getName()).log(System.Logger.Level.ERROR, "no relaunch", e);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
