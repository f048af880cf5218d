package org.ladera.engine.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The stored hashes come out however the virtual machine runs, in six locales (five in the daily
 * build), on any thread.
 */
class DeterminismTest {
  private static List<String> stored() throws IOException {
    try (InputStream in = DeterminismTest.class.getResourceAsStream("/engine/hashes.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void hereOnTwoThreadsInTwoLocales() throws Exception {
    Locale before = Locale.getDefault();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (String tag : List.of("tr-TR", "ar-EG")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        Callable<List<String>> work = TwelveNetworks::hashes;
        for (Future<List<String>> one : threads.invokeAll(List.of(work, work))) {
          assertEquals(stored(), one.get(), tag);
        }
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void inOtherVirtualMachines() throws Exception {
    Map<String, List<String>> machines = new LinkedHashMap<>();
    if (Boolean.getBoolean("ladera.rigs")) {
      // Takes as long as the others together, and what it runs they begin with.
      machines.put("interpreter only, hi-IN", locale("hi", "IN", "-Xint"));
    }
    machines.put("quick compiler only, fa-IR", locale("fa", "IR", "-XX:TieredStopAtLevel=1"));
    machines.put("no AVX, de-DE", locale("de", "DE", "-XX:UseAVX=0", VECTORS, MODULE));
    machines.put("no FMA, es-MX", locale("es", "MX", "-XX:-UseFMA", VECTORS, MODULE));
    Map<String, Process> running = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> machine : machines.entrySet()) {
      running.put(machine.getKey(), start(machine.getValue()));
    }
    for (Map.Entry<String, Process> machine : running.entrySet()) {
      assertEquals(stored(), output(machine.getValue()), machine.getKey());
    }
  }

  private static final String VECTORS = "--add-modules";
  private static final String MODULE = "jdk.incubator.vector";

  private static List<String> locale(String language, String country, String... flags) {
    List<String> all = new ArrayList<>(List.of(flags));
    all.add("-Duser.language=" + language);
    all.add("-Duser.country=" + country);
    return all;
  }

  private static Process start(List<String> flags) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(TwelveNetworks.class.getName());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static List<String> output(Process process) throws InterruptedException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().toList();
      assertEquals(0, process.waitFor());
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
