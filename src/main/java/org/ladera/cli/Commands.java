package org.ladera.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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

  /** These are over before instructions for vectors or well compiled code could be of use. */
  private static final Set<String> SHORT =
      Set.of(
          "--help", "-h", "--version", "-V", "answer", "data", "explain", "list", "new", "share");

  private final Surroundings here;
  private final Complaints complaints;
  private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

  /** Where there is no window. */
  public Commands(Surroundings here) {
    this(here, (lessons, faults, at, file) -> false);
  }

  public Commands(Surroundings here, WindowOpener window) {
    this.here = here;
    complaints = new Complaints(here);
    commands.put("list", () -> new ListCommand(here));
    commands.put("check", () -> new CheckCommand(here));
    commands.put("answer", () -> new AnswerCommand(here));
    commands.put("run", () -> new RunCommand(here));
    commands.put("sweep", () -> new SweepCommand(here));
    commands.put("data", () -> new DataCommand(here));
    commands.put("new", () -> new NewCommand(here));
    commands.put("open", () -> new OpenCommand(here, window));
    commands.put("share", () -> new ShareCommand(here));
    commands.put("export", () -> new ExportCommand(here));
    commands.put("compare", () -> new CompareCommand(here));
    commands.put("trace", () -> new TraceCommand(here));
    commands.put("explain", () -> new ExplainCommand(here));
    commands.put("render", () -> new RenderCommand(here));
    commands.put("digits", () -> new DigitsCommand(here));
    commands.put("bench", () -> new BenchCommand(here));
  }

  /**
   * What understands a line. Where it begins with a command, the others are not made: each costs
   * some hundredths of a second.
   */
  private CommandLine line(String... args) {
    CommandLine line = new CommandLine(this);
    String first = args.length == 0 ? "" : args[0];
    commands.forEach(
        (name, command) -> {
          if (name.equals(first) || !commands.containsKey(first)) {
            line.addSubcommand(name, command.get());
          }
        });
    line.registerConverter(Language.class, tag -> known(tag, here.messages()));
    line.setResourceBundle(new HelpTexts(here.messages()));
    line.setOut(here.out());
    line.setErr(here.err());
    line.setParameterExceptionHandler(complaints);
    line.setExecutionExceptionHandler(complaints);
    // Texts of each language break where a word ends, on terminals of any width.
    line.setUsageHelpAutoWidth(true);
    line.setUsageHelpLongOptionsMaxWidth(30);
    return line;
  }

  /** Whether the line is a short work. */
  public static boolean isShort(String... args) {
    return args.length > 0 && SHORT.contains(args[0]);
  }

  /** Whether the line draws a picture, and adds instructions for vectors itself where they pay. */
  public static boolean isPicture(String... args) {
    return args.length > 0 && args[0].equals("render");
  }

  /**
   * The language that {@code --lang} asks for anywhere on the line, needed before the line is read;
   * the system's when there is none or it is not known.
   */
  public static Language language(String... args) {
    List<String> tags = given("--lang", args);
    return (tags.isEmpty() ? Optional.<Language>empty() : of(tags.getLast()))
        .orElseGet(Language::ofSystem);
  }

  /**
   * The folders that {@code --lessons} names anywhere on the line; what can be no path is left out,
   * and the command says so.
   */
  public static List<Path> lessons(String... args) {
    return given("--lessons", args).stream().flatMap(name -> folder(name).stream()).toList();
  }

  /** The values of an option anywhere on the line. */
  private static List<String> given(String option, String... args) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(option + "=")) {
        values.add(args[i].substring(option.length() + 1));
      } else if (args[i].equals(option) && i + 1 < args.length) {
        values.add(args[i + 1]);
      }
    }
    return values;
  }

  /** Whether the line is no command: at most a language that there is, and folders of lessons. */
  public static boolean isWindow(String... args) {
    for (int i = 0; i < args.length; i++) {
      boolean apart = args[i].equals("--lang") || args[i].equals("--lessons");
      String arg = apart && i + 1 < args.length ? args[i] + "=" + args[++i] : args[i];
      boolean language = given("--lang", arg).stream().anyMatch(tag -> of(tag).isPresent());
      boolean lessons = given("--lessons", arg).stream().anyMatch(name -> folder(name).isPresent());
      if (!language && !lessons) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Path> folder(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
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
    CommandLine line = line(args);
    try {
      return line.execute(args);
    } catch (Error e) {
      return complaints.bug(e, line);
    } finally {
      here.out().flush();
      here.err().flush();
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
      return complaints.handleExecutionException(e, line(), null);
    }
  }

  /** No command: the help. */
  @Override
  public void run() {
    line().usage(here.out());
  }

  /** The names of all commands. */
  Set<String> names() {
    return commands.keySet();
  }

  /** Options and arguments that the help does not explain. */
  List<String> withoutDescription() {
    return line().getSubcommands().values().stream()
        .flatMap(command -> command.getCommandSpec().args().stream())
        .filter(arg -> arg.description().length == 0)
        .map(Object::toString)
        .toList();
  }
}
