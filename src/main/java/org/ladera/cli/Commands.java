package org.ladera.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program's command line: {@code ladera COMMAND …}. */
@Command(name = "ladera", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class Commands implements Runnable {
  /** Looked at before the commands are made; declared here so that each knows it and says so. */
  @SuppressWarnings("unused")
  @Option(
      names = "--lang",
      paramLabel = "es|en",
      descriptionKey = "lang",
      scope = ScopeType.INHERIT)
  private Language language;

  @SuppressWarnings("unused")
  @Option(
      names = "--lessons",
      paramLabel = "FOLDER",
      descriptionKey = "lessons",
      scope = ScopeType.INHERIT)
  private List<Path> lessons;

  /** The exit code of a command that opened the window, which goes on. */
  public static final int WINDOW = -1;

  private final CommandLine line;
  private final Complaints complaints;
  private final Surroundings here;

  /** Where there is no window. */
  public Commands(Surroundings here) {
    this(here, (lessons, faults, at, file) -> false);
  }

  public Commands(Surroundings here, WindowOpener window) {
    line = new CommandLine(this);
    line.addSubcommand(new ListCommand(here));
    line.addSubcommand(new CheckCommand(here));
    line.addSubcommand(new AnswerCommand(here));
    line.addSubcommand(new RunCommand(here));
    line.addSubcommand(new SweepCommand(here));
    line.addSubcommand(new DataCommand(here));
    line.addSubcommand(new NewCommand(here));
    line.addSubcommand(new OpenCommand(here, window));
    line.addSubcommand(new ShareCommand(here));
    line.addSubcommand(new ExportCommand(here));
    line.addSubcommand(new CompareCommand(here));
    line.addSubcommand(new TraceCommand(here));
    line.addSubcommand(new ExplainCommand(here));
    line.addSubcommand(new RenderCommand(here));
    line.addSubcommand(new DigitsCommand(here));
    line.addSubcommand(new BenchCommand(here));
    line.registerConverter(Language.class, tag -> known(tag, here.messages()));
    line.setResourceBundle(new HelpTexts(here.messages()));
    line.setOut(here.out());
    line.setErr(here.err());
    complaints = new Complaints(here);
    this.here = here;
    line.setParameterExceptionHandler(complaints);
    line.setExecutionExceptionHandler(complaints);
    // Texts of each language break where a word ends, on terminals of any width.
    line.setUsageHelpAutoWidth(true);
    line.setUsageHelpLongOptionsMaxWidth(30);
  }

  /**
   * The language that {@code --lang} asks for anywhere on the line, needed before the line is read;
   * the system's when there is none or it is not known.
   */
  public static Language language(String... args) {
    String tag = "";
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--lang=")) {
        tag = args[i].substring("--lang=".length());
      } else if (args[i].equals("--lang") && i + 1 < args.length) {
        tag = args[i + 1];
      }
    }
    return of(tag).orElseGet(Language::ofSystem);
  }

  /** The folders that {@code --lessons} names anywhere on the line. */
  public static List<Path> lessons(String... args) {
    List<Path> folders = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--lessons=")) {
        folders.add(Path.of(args[i].substring("--lessons=".length())));
      } else if (args[i].equals("--lessons") && i + 1 < args.length) {
        folders.add(Path.of(args[i + 1]));
      }
    }
    return folders;
  }

  /** Whether the line is no command: at most a language that there is, and folders of lessons. */
  public static boolean isWindow(String... args) {
    for (int i = 0; i < args.length; i++) {
      String arg = args[i];
      if (!arg.contains("=") && arg.startsWith("--lang") && i + 1 < args.length) {
        arg = arg + "=" + args[++i];
      } else if (arg.equals("--lessons") && i + 1 < args.length) {
        arg = arg + "=" + args[++i];
      }
      boolean language =
          arg.startsWith("--lang=") && of(arg.substring("--lang=".length())).isPresent();
      if (!language && !arg.startsWith("--lessons=")) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Language> of(String tag) {
    return Stream.of(Language.values()).filter(known -> known.tag().equals(tag)).findFirst();
  }

  private static Language known(String tag, Messages messages) {
    return of(tag)
        .orElseThrow(
            () ->
                Refusal.unknown(
                    messages,
                    "language",
                    tag,
                    Stream.of(Language.values()).map(Language::tag).toList()));
  }

  /**
   * Carries out a command.
   *
   * @return the exit code: 0 done, 1 a fault was found, 2 the line was not understood
   */
  public int run(String... args) {
    try {
      return line.execute(args);
    } catch (Error e) {
      return complaints.bug(e, line);
    }
  }

  /**
   * Plays the first lesson where there is no display.
   *
   * @return the exit code
   */
  public int playWithoutWindow() {
    try {
      return new WindowlessPlay(here).play();
    } catch (Exception e) {
      return complaints.handleExecutionException(e, line, null);
    }
  }

  /** No command: the help. */
  @Override
  public void run() {
    line.usage(line.getOut());
  }

  /** The names of all commands. */
  Set<String> names() {
    return line.getSubcommands().keySet();
  }

  /** Options and arguments that the help does not explain. */
  List<String> withoutDescription() {
    return line.getSubcommands().values().stream()
        .flatMap(command -> command.getCommandSpec().args().stream())
        .filter(arg -> arg.description().length == 0)
        .map(Object::toString)
        .toList();
  }
}
