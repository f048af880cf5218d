package org.ladera.cli;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The program once more, in a process of its own. */
public final class AnotherProcess {
  private AnotherProcess() {}

  /**
   * The command that starts it as this process was started.
   *
   * @param options further ones of the Java machine
   */
  public static List<String> command(List<String> options, List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(options);
    String path = System.getProperty("java.class.path");
    if (path.endsWith(".jar") && !path.contains(System.getProperty("path.separator"))) {
      command.addAll(List.of("-jar", path));
    } else {
      command.addAll(List.of("-cp", path, "org.ladera.app.Main"));
    }
    command.addAll(args);
    return command;
  }
}
