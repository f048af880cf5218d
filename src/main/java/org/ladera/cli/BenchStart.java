package org.ladera.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ladera.text.Numbers;
import org.ladera.ui.offscreen.FrameBench.Times;

/** From the start of a process to its first content, several times. */
final class BenchStart {
  private static final int STARTS = 5;

  /** What a process says when its content is there, with the milliseconds it has worked. */
  private static final Pattern SHOWN = Pattern.compile("shown (\\d+)");

  private final Surroundings here;

  BenchStart(Surroundings here) {
    this.here = here;
  }

  void run() throws IOException {
    List<String> command =
        AnotherProcess.command(
            List.of("-Dladera.measure=startup", "-Dglass.platform=Headless", "-Dprism.order=sw"),
            List.of());
    double[] times = new double[STARTS];
    double[] work = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      long began = System.nanoTime();
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (BufferedReader said =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        String line = String.valueOf(said.readLine());
        times[i] = (System.nanoTime() - began) / 1e6;
        work[i] = work(line);
      }
    }
    Numbers numbers = here.messages().numbers();
    boolean cache = command.stream().anyMatch(option -> option.startsWith("-XX:AOTCache="));
    here.say(
        cache ? "cli.bench.startup.cache" : "cli.bench.startup",
        Map.of(
            "median",
            numbers.fixed(Times.quantile(times, 0.5), 0),
            "work",
            numbers.fixed(Times.quantile(work, 0.5), 0),
            "runs",
            STARTS,
            "all",
            Arrays.stream(times)
                .mapToObj(time -> numbers.fixed(time, 0))
                .collect(Collectors.joining(", "))));
  }

  private double work(String line) {
    Matcher shown = SHOWN.matcher(line);
    if (!shown.matches()) {
      throw Refusal.fault(here.messages().text("cli.bench.no-window", Map.of("reason", line)));
    }
    return Double.parseDouble(shown.group(1));
  }
}
