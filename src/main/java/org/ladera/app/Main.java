package org.ladera.app;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.ladera.cli.Commands;
import org.ladera.cli.Surroundings;
import org.ladera.store.Folders;
import org.ladera.text.Messages;

/** Where the program starts, with a window or without. Knows everyone, so that nobody else must. */
public final class Main {
  private Main() {}

  /** Opens the window, or carries out the command that the arguments are. */
  public static void main(String[] args) {
    Path log = Logs.open(Folders.ofSystem().logs());
    VectorModule.load();
    Messages messages = Messages.load(Commands.language(args));
    Surroundings here =
        new Surroundings(
            messages,
            new PrintWriter(System.out, false, encoding("stdout.encoding")),
            new PrintWriter(System.err, false, encoding("stderr.encoding")),
            System.console() != null && System.console().isTerminal(),
            Installation.lessons(),
            log);
    System.exit(new Commands(here).run(args));
  }

  /** A system that promises nothing but ASCII is taken to understand UTF-8 all the same. */
  private static Charset encoding(String property) {
    Charset named = Charset.forName(System.getProperty(property, "UTF-8"), StandardCharsets.UTF_8);
    return named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named;
  }
}
