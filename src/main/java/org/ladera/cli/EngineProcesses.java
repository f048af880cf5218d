package org.ladera.cli;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ladera.ui.offscreen.FrameBench.Times;

/**
 * {@link BenchEngine} in several processes, one after the other: which loops the compiler likes is
 * decided anew in each. Medians, and of the ratio the least and the greatest.
 */
final class EngineProcesses {
  /** The property that makes a process one of them; its value is what the works' names contain. */
  static final String PROPERTY = "ladera.bench.engine";

  private static final int PROCESSES = 3;

  private final PrintWriter out;

  EngineProcesses(PrintWriter out) {
    this.out = out;
  }

  /**
   * Runs every work whose name contains {@code only}.
   *
   * @return whether each process came to its end and measured something
   */
  boolean run(String only) throws IOException {
    Map<String, List<double[]>> found = new LinkedHashMap<>();
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    for (int p = 0; p < PROCESSES; p++) {
      // All of it takes minutes.
      out.printf(Locale.ROOT, "process %d of %d ...%n", p + 1, PROCESSES);
      out.flush();
      if (!read(only, found)) {
        return false;
      }
    }
    out.printf(
        Locale.ROOT,
        "%d processes, each compiled to its end; load %.1f before, %.1f after; a second%n",
        PROCESSES,
        load,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    String group = "";
    for (var entry : found.entrySet()) {
      String[] name = entry.getKey().split("\t", 2);
      if (!name[0].equals(group)) {
        group = name[0];
        String[] heads =
            switch (BenchEngine.Group.valueOf(group)) {
              case BY_HAND -> new String[] {"engine", "by hand"};
              case RECORDED -> new String[] {"recorded", "not"};
              case THREADS -> new String[] {"two threads", "one"};
              case SURFACES -> new String[] {"window", "every point"};
            };
        out.printf(Locale.ROOT, "%-56s %12s %12s  ratio%n", "", heads[0], heads[1]);
      }
      row(name[1], entry.getValue());
    }
    return !found.isEmpty();
  }

  private void row(String name, List<double[]> speeds) {
    double[] mine = speeds.stream().mapToDouble(s -> s[0]).toArray();
    double[] other = speeds.stream().mapToDouble(s -> s[1]).toArray();
    double[] ratios = speeds.stream().mapToDouble(s -> s[0] / s[1]).sorted().toArray();
    out.printf(
        Locale.ROOT,
        "%-56s %,12.1f %,12.1f  %.2f (%s)%n",
        name,
        Times.quantile(mine, 0.5),
        Times.quantile(other, 0.5),
        Times.quantile(ratios, 0.5),
        Arrays.stream(ratios)
            .mapToObj(r -> String.format(Locale.ROOT, "%.2f", r))
            .collect(joining(" ")));
  }

  /** Whether the process came to its end. */
  private static boolean read(String only, Map<String, List<double[]>> found) throws IOException {
    Process process =
        new ProcessBuilder(
                AnotherProcess.command(
                    List.of("-D" + PROPERTY + "=" + only), List.of("bench", "engine")))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        String[] cells = line.split("\t", -1);
        if (cells.length == 4) {
          found
              .computeIfAbsent(cells[0] + "\t" + cells[1], _ -> new ArrayList<>())
              .add(new double[] {Double.parseDouble(cells[2]), Double.parseDouble(cells[3])});
        }
      }
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
