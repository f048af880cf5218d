package org.ladera.store.cases;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Runs a case and writes what {@code ladera trace} prints. */
public final class CaseOutput {
  /** The fields that a step of the output can have. */
  public static final List<String> FIELDS =
      Stream.concat(CaseJson.NETWORK_FIELDS.stream(), CaseJson.FUNCTION_FIELDS.stream()).toList();

  private CaseOutput() {}

  /**
   * @param steps how many updates
   * @param every only updates 0, every, 2·every … are written; the others are done all the same
   * @param only the fields to write; empty for all
   */
  public static void write(TraceCase run, int steps, int every, Set<String> only, OutputStream out)
      throws IOException {
    try (CaseJson json = new CaseJson(out, only)) {
      switch (run) {
        case TraceCase.Network network -> CaseRun.write(network, steps, every, json);
        case TraceCase.Function function -> FunctionRun.write(function, steps, every, json);
      }
    }
  }
}
