package org.ladera.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ladera.text.Messages;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Whatever cannot be done, as one line in the person's language; never a stack trace. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
  /** As BSD's sysexits has it: an internal software error. */
  private static final int BUG = 70;

  private final Messages messages;
  private final Path log;

  Complaints(Surroundings here) {
    messages = here.messages();
    log = here.log();
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    say(e.getCommandLine(), message(e));
    return Refusal.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, @Nullable ParseResult parsed) {
    if (e instanceof Refusal refusal) {
      say(line, refusal.getMessage());
      return refusal.code();
    }
    return bug(e, line);
  }

  /** What nobody foresaw, or too little memory: the whole story goes into the log. */
  int bug(Throwable e, CommandLine line) {
    System.getLogger(Complaints.class.getName()).log(System.Logger.Level.ERROR, "in a command", e);
    String what = e.getClass().getSimpleName();
    line.getErr().println(messages.text("cli.bug", Map.of("what", what, "file", log)));
    line.getErr().flush();
    return BUG;
  }

  private void say(CommandLine line, @Nullable String message) {
    line.getErr()
        .println(
            messages.text("cli.error", Map.of("message", Objects.requireNonNullElse(message, ""))));
    line.getErr().flush();
  }

  private @Nullable String message(ParameterException e) {
    return switch (e) {
      case UnmatchedArgumentException unmatched ->
          unmatched(e.getCommandLine(), unmatched.getUnmatched().getFirst());
      case MissingParameterException missing ->
          messages.text(
              "cli.missing",
              Map.of(
                  "name",
                  missing.getMissing().stream()
                      .map(Complaints::name)
                      .collect(Collectors.joining(", "))));
      case OverwrittenOptionException twice ->
          messages.text("cli.twice", Map.of("name", name(twice.getOverwritten())));
      default -> wrongValue(e);
    };
  }

  private String unmatched(CommandLine line, String typed) {
    if (typed.startsWith("-")) {
      String name = typed.contains("=") ? typed.substring(0, typed.indexOf('=')) : typed;
      return Refusal.unknownText(messages, "option", name, optionNames(line));
    }
    Collection<String> commands = line.getSubcommands().keySet();
    return commands.isEmpty()
        ? messages.text("cli.unknown.argument", Map.of("name", typed))
        : Refusal.unknownText(messages, "command", typed, commands);
  }

  private static List<String> optionNames(CommandLine line) {
    return line.getCommandSpec().options().stream()
        .map(OptionSpec::longestName)
        .filter(name -> name.startsWith("--"))
        .toList();
  }

  private @Nullable String wrongValue(ParameterException e) {
    if (e.getCause() instanceof Refusal refusal) {
      return refusal.getMessage();
    }
    ArgSpec arg = e.getArgSpec();
    if (arg == null) {
      return e.getMessage();
    }
    Class<?> type = arg.auxiliaryTypes()[0];
    String key =
        type == Long.class || type == long.class || type == int.class || type == Integer.class
            ? "cli.expected.whole"
            : "cli.expected.other";
    return messages.text(key, Map.of("name", name(arg), "value", String.valueOf(e.getValue())));
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }
}
