package org.ladera.cli;

import picocli.CommandLine.IVersionProvider;

/** What the jar says of itself, and the Java it runs on. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "Ladera " + (version == null ? "(sources)" : version), "Java " + Runtime.version()
    };
  }
}
