package org.ladera.cli;

import picocli.CommandLine.IVersionProvider;

/** What the jar says of itself, and the Java it runs on. */
public final class Version implements IVersionProvider {
  /** Whether nothing but the version is asked for, which needs nothing of the program. */
  public static boolean isAll(String... args) {
    return args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"));
  }

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "Ladera " + (version == null ? "(sources)" : version), "Java " + Runtime.version()
    };
  }
}
