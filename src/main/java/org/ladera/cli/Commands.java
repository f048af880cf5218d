package org.ladera.cli;

import java.util.List;
import org.ladera.text.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program's command line: {@code ladera COMMAND …}. */
@Command(name = "ladera", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class Commands implements Runnable {
  @Option(
      names = "--lang",
      paramLabel = "es|en",
      descriptionKey = "lang",
      scope = ScopeType.INHERIT)
  private String language;

  private final CommandLine line;

  public Commands(Surroundings here) {
    line = new CommandLine(this);
    line.addSubcommand(new ListCommand(here));
    line.addSubcommand(new CheckCommand(here));
    line.addSubcommand(new RunCommand(here));
    line.setResourceBundle(new HelpTexts(here.messages()));
    line.setOut(here.out());
    line.setErr(here.err());
    Complaints complaints = new Complaints(here.messages());
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
    String wanted = tag;
    return List.of(Language.values()).stream()
        .filter(known -> known.tag().equals(wanted))
        .findFirst()
        .orElseGet(Language::ofSystem);
  }

  /**
   * Carries out a command.
   *
   * @return the exit code: 0 done, 1 a fault was found, 2 the line was not understood
   */
  public int run(String... args) {
    return line.execute(args);
  }

  /** No command: the help. */
  @Override
  public void run() {
    line.usage(line.getOut());
  }
}
