package org.ladera.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the compiler decides about a loop is decided anew in each process. None of ten may be much
 * slower than the others; by the processor time of the thread, on a machine that does little else.
 */
@EnabledIfSystemProperty(named = "ladera.rigs", matches = "true")
class SteadySpeedTest {
  private static final int PROCESSES = 10;
  private static final double APART = 1.3;

  @ParameterizedTest
  @ValueSource(strings = {"surface 200 × 200 of the line", "2-100-70-50-1, batch 32, SGD"})
  void noProcessIsMuchSlowerThanAnother(String work) throws IOException {
    double[] speeds = new double[PROCESSES];
    for (int p = 0; p < PROCESSES; p++) {
      speeds[p] = speed(work);
    }
    Arrays.sort(speeds);
    assertTrue(speeds[PROCESSES - 1] <= APART * speeds[0], work + ": " + Arrays.toString(speeds));
  }

  private static double speed(String work) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--add-exports",
                "java.base/jdk.internal.module=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-D" + EngineProcesses.PROPERTY + "=" + work,
                "-cp",
                System.getProperty("java.class.path"),
                "org.ladera.app.Main",
                "bench",
                "engine")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> lines = said.lines().filter(line -> line.startsWith("BY_HAND")).toList();
    assertTrue(lines.size() == 1, said);
    return Double.parseDouble(lines.getFirst().split("\t", -1)[2]);
  }
}
