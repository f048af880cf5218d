package org.ladera.app;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ladera.cli.Commands;
import org.ladera.cli.Surroundings;
import org.ladera.cli.Version;
import org.ladera.cli.WindowOpener;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.store.progress.Folders;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.offscreen.Rehearsal;

/** Where the program starts, with a window or without. Knows everyone, so that nobody else must. */
public final class Main {
  private Main() {}

  /** Opens the window, or carries out the command that the arguments are. */
  public static void main(String[] args) {
    if (Version.isAll(args)) {
      Stream.of(new Version().getVersion()).forEach(System.out::println);
      return;
    }
    Folders folders = Folders.ofSystem();
    folders.tellLibraries();
    Path log = Logs.open(folders.logs());
    if (!Commands.isShort(args) && !Commands.isPicture(args)) {
      VectorModule.load();
    }
    boolean window = Commands.isWindow(args);
    List<Path> added = Commands.lessons(args);
    Language language = String.join(" ", args).contains("--lang") ? Commands.language(args) : null;
    if (window && Display.ofSystem().usable()) {
      if (!WindowStart.open(folders, Installation.lessons(), added, language, Main::shown)) {
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
            added,
            log,
            VectorModule::load);
    WindowOpener opener =
        (lessons, faults, at, file) ->
            Display.ofSystem().usable()
                && WindowStart.open(
                    folders,
                    added,
                    new LessonLibrary(lessons, faults),
                    at,
                    file,
                    language,
                    Main::shown);
    Commands commands = new Commands(here, opener);
    int code = window ? commands.playWithoutWindow() : commands.run(args);
    if (code != Commands.WINDOW) {
      VectorModule.rehearse();
      System.exit(code);
    }
  }

  /**
   * {@code ladera bench startup} starts the program for this moment only, and the build for what
   * the start cache is to know.
   */
  private static void shown() {
    switch (System.getProperty("ladera.measure", "")) {
      case "startup" -> {
        Duration worked = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        System.out.println("shown " + worked.toMillis());
        System.exit(0);
      }
      case "rehearsal" -> new Rehearsal(Main::rehearsed).start();
      default -> {}
    }
  }

  private static void rehearsed() {
    VectorModule.rehearse();
    System.exit(0);
  }

  /** A system that promises nothing but ASCII is taken to understand UTF-8 all the same. */
  private static Charset encoding(String property) {
    Charset named = Charset.forName(System.getProperty(property, "UTF-8"), StandardCharsets.UTF_8);
    return named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named;
  }
}
