package org.ladera.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ladera.engine.spec.Misfit;
import org.ladera.engine.spec.Suitability;
import org.ladera.session.Causes;
import org.ladera.store.cases.CaseEnd;
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
      if (run instanceof TraceCase.Network network) {
        Suitability.of(network.experiment()).forEach(misfit -> tell(misfit, here));
      }
      return run;
    } catch (CaseFault fault) {
      throw Refusal.fault(text(fault, messages));
    } catch (IOException e) {
      throw here.notRead(file, e);
    }
  }

  /** A case is computed as it stands, though it may mean nothing. */
  private static void tell(Misfit misfit, Surroundings here) {
    String path =
        switch (misfit.part()) {
          case NETWORK -> "$.sizes";
          case LOSS -> "$.loss";
          case DATA -> "$.Y";
          case BATCH -> "$.X";
        };
    String cause = Causes.text(misfit, here.messages());
    here.err().println(here.messages().text("cli.case.note", Map.of("path", path, "cause", cause)));
    here.err().flush();
  }

  /** Why the run of a case stopped or got stuck, if it did. */
  static void tell(CaseEnd end, Surroundings here) {
    end.outside().ifPresent(cause -> here.err().println(Causes.text(cause, here.messages())));
    end.stuck().ifPresent(cause -> here.err().println(Causes.text(cause, here.messages())));
    here.err().flush();
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
