package org.ladera.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ladera.store.cases.CaseFault;
import org.ladera.store.cases.TraceCase;
import org.ladera.store.cases.TraceCaseReader;
import org.ladera.text.Messages;
import org.ladera.text.Nearest;

/** Reads a case for a command; every fault is one line with its path in the file. */
final class CaseFile {
  /** Words for kinds of values that have a text; others are shown as they stand. */
  private static final Set<String> NOUNS =
      Set.of("object", "array", "number", "whole", "text", "flag");

  private CaseFile() {}

  static TraceCase read(Path file, Surroundings here) {
    Messages messages = here.messages();
    try {
      TraceCase run = TraceCaseReader.read(file);
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
    String text = messages.text("cli.case." + fault.kind().name().toLowerCase(Locale.ROOT), values);
    if (fault.kind() != CaseFault.Kind.NAME) {
      return text;
    }
    List<String> known = List.of(values.getOrDefault("known", "").split(", "));
    return Nearest.to(values.getOrDefault("found", ""), known)
        .map(near -> text + " " + messages.text("cli.did-you-mean", Map.of("name", near)))
        .orElse(text);
  }
}
