package org.ladera.app;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.ladera.cli.Commands;
import org.ladera.cli.Surroundings;
import org.ladera.store.progress.Folders;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.offscreen.Rehearsal;

/** Where the program starts, with a window or without. Knows everyone, so that nobody else must. */
public final class Main {
  private Main() {}

  /** Opens the window, or carries out the command that the arguments are. */
  public static void main(String[] args) {
    Folders folders = Folders.ofSystem();
    folders.tellLibraries();
    Path log = Logs.open(folders.logs());
    VectorModule.load();
    boolean window = args.length == 0 || Commands.onlyLanguage(args);
    if (window && Display.ofSystem().usable()) {
      Language language = args.length == 0 ? null : Commands.language(args);
      if (!WindowStart.open(folders, Installation.lessons(), language, Main::shown)) {
        System.exit(Relaunch.withoutDisplay(args));
      }
      return;
    }
    Surroundings here =
        new Surroundings(
            Messages.load(Commands.language(args)),
            new PrintWriter(System.out, false, encoding("stdout.encoding")),
            new PrintWriter(System.err, false, encoding("stderr.encoding")),
            // Without a terminal there is no console, whatever older and newer releases say.
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent(),
            Installation.lessons(),
            log);
    Commands commands = new Commands(here);
    System.exit(window ? commands.playWithoutWindow() : commands.run(args));
  }

  /**
   * {@code ladera bench startup} starts the program for this moment only, and the build for what
   * the start cache is to know.
   */
  private static void shown() {
    switch (System.getProperty("ladera.measure", "")) {
      case "startup" -> {
        System.out.println("shown");
        System.exit(0);
      }
      case "rehearsal" -> new Rehearsal(() -> System.exit(0)).start();
      default -> {}
    }
  }

  /** A system that promises nothing but ASCII is taken to understand UTF-8 all the same. */
  private static Charset encoding(String property) {
    Charset named = Charset.forName(System.getProperty(property, "UTF-8"), StandardCharsets.UTF_8);
    return named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named;
  }
}
