package org.ladera.cli;

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

  private final CommandLine line;
  private final Complaints complaints;
  private final Surroundings here;

  public Commands(Surroundings here) {
    line = new CommandLine(this);
    line.addSubcommand(new ListCommand(here));
    line.addSubcommand(new CheckCommand(here));
    line.addSubcommand(new AnswerCommand(here));
    line.addSubcommand(new RunCommand(here));
    line.addSubcommand(new DataCommand(here));
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

  /** Whether the line is no command: at most {@code --lang} with a language there is. */
  public static boolean onlyLanguage(String... args) {
    String joined = String.join("=", args);
    return joined.startsWith("--lang=") && of(joined.substring("--lang=".length())).isPresent();
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
