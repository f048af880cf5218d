package org.ladera.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ladera.store.cases.CaseFault;
import org.ladera.store.cases.TraceCase;
import org.ladera.store.cases.TraceCaseReader;
import org.ladera.text.Messages;

/** Reads a case for a command; every fault is one line with its path in the file. */
final class CaseFile {
  /** Words for kinds of values that have a text; others are shown as they stand. */
  private static final Set<String> NOUNS =
      Set.of("object", "array", "number", "whole", "text", "flag");

  private CaseFile() {}

  /**
   * @param lenient whether fields that the format does not know are told and ignored, not refused
   */
  static TraceCase read(Path file, boolean lenient, Surroundings here) {
    Messages messages = here.messages();
    try {
      TraceCase run = TraceCaseReader.read(file, lenient);
      if (!run.ignored().isEmpty()) {
        String paths = String.join(", ", run.ignored());
        here.err().println(messages.text("cli.case.ignored", Map.of("paths", paths)));
        here.err().flush();
      }
      return run;
    } catch (CaseFault fault) {
      throw Refusal.fault(text(fault, messages));
    } catch (IOException e) {
      throw here.notRead(file, e);
    }
  }

  private static String text(CaseFault fault, Messages messages) {
    Map<String, String> values = new HashMap<>(fault.values());
    for (String field : new String[] {"expected", "found"}) {
      values.computeIfPresent(
          field,
          (key, value) -> NOUNS.contains(value) ? messages.text("cli.case.noun." + value) : value);
    }
    String near = values.get("near");
    String kind = fault.kind().name().toLowerCase(Locale.ROOT);
    if (near == null) {
      return messages.text("cli.case." + kind, values);
    }
    return switch (fault.kind()) {
      case MISSING -> messages.text("cli.case.missing-near", values);
      case MALFORMED, REPEATED, UNKNOWN, TYPE, SHAPE, NAME, RANGE ->
          messages.text("cli.case." + kind, values)
              + " "
              + messages.text("cli.did-you-mean", Map.of("name", near));
    };
  }
}
