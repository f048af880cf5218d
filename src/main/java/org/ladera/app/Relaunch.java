package org.ladera.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the program once more, told that there is no display: JavaFX cannot be started a second
 * time in a process in which it failed to open one.
 */
final class Relaunch {
  private Relaunch() {}

  /** Waits for the other process and gives its exit code. */
  static int withoutDisplay(String... args) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    // What the manifest says for the program when it is started as a jar.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--add-exports=java.base/jdk.internal.module=ALL-UNNAMED");
    command.add(Main.class.getName());
    command.addAll(List.of(args));
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
