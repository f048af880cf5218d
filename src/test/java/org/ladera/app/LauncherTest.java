package org.ladera.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.TinyLesson;
import org.ladera.cli.Commands;

/** The program starts wherever its folder lies and whatever language the system speaks. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
  @TempDir Path folder;

  @Test
  void aFolderWhoseNameEndsInAnExclamationMark() throws Exception {
    assertEquals("ice-cream", started(folder.resolve("¡Hola!"), Map.of()));
    assertEquals("ice-cream", started(folder.resolve("wow!").resolve("ladera"), Map.of()));
  }

  @Test
  void anyLettersInAnyLanguage() throws Exception {
    assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "cannot make such a folder");
    for (Map<String, String> language :
        List.of(
            Map.of("LC_ALL", "C"),
            Map.of("LANG", "C"),
            Map.of("LC_ALL", "C.UTF-8"),
            Map.of("LANG", "es_ES.UTF-8"))) {
      assertEquals("ice-cream", started(folder.resolve("ñandú 学"), language));
    }
  }

  /** Windows is not tried here: its file must say the same as the one that is. */
  @Test
  void bothFilesStartTheSameMachineForTheSameCommands() throws Exception {
    String shell = Files.readString(Path.of("src/main/dist/bin/ladera"));
    String windows = Files.readString(Path.of("src/main/dist/bin/ladera.bat"));
    assertEquals(
        found("-(?:XX:|X|D)[A-Za-z.]+(?:=\\d+)?", shell),
        found("-(?:XX:|X|D)[A-Za-z.]+(?:=\\d+)?", windows));
    assertEquals(
        Set.of("ladera.aot", "ladera.aot.place", "render.aot"),
        found("\\w+\\.aot(?:\\.place)?", shell));
    assertEquals(
        found("\\w+\\.aot(?:\\.place)?", shell), found("\\w+\\.aot(?:\\.place)?", windows));
    assertTrue(shell.contains("@$lib/ladera.options"), shell);
    assertTrue(windows.contains("@%HOME_DIR%\\lib\\ladera.options"), windows);
    Set<String> quick = words("^  ([a-z -]+(?:\\| [a-zV-]+ ?)+)\\)$", "\\|", shell);
    assertEquals(quick, words("in \\(([a-zV -]+)\\) do if \"%~1\"", " ", windows));
    assertTrue(quick.contains("list") && quick.contains("share"), quick.toString());
    for (String word : quick) {
      assertTrue(Commands.isShort(word, "x"), word);
    }
    assertFalse(quick.contains("run") || Commands.isShort("run", "xor") || Commands.isShort());
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static Set<String> words(String pattern, String between, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .flatMap(match -> Stream.of(match.group(1).split(between)))
        .map(String::strip)
        .collect(Collectors.toSet());
  }

  /** The first word that the list of lessons of a program in this folder has. */
  private String started(Path home, Map<String, String> language) throws Exception {
    install(home);
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("bin/ladera").toString(), "list", "lessons");
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("XDG_"));
    environment.remove("LANG");
    environment.remove("JAVA_TOOL_OPTIONS");
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("LADERA_JAVA_HOME", System.getProperty("java.home"));
    environment.put("LADERA_OPTS", "-XX:TieredStopAtLevel=1");
    environment.putAll(language);
    Path out = folder.resolve("out.txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    int code = process.waitFor();
    String said = Files.readString(out, StandardCharsets.UTF_8);
    Path log = folder.resolve("home/.local/state/ladera/ladera.log");
    assertEquals(0, code, said + (Files.exists(log) ? Files.readString(log) : "(no log)"));
    assertTrue(said.contains("ice-cream"), language + ": " + said);
    return "ice-cream";
  }

  private static void install(Path home) throws Exception {
    if (Files.exists(home)) {
      return;
    }
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("lib"));
    TinyLesson.in(home.resolve("lessons"), 40);
    Path launcher = home.resolve("bin/ladera");
    Files.copy(Path.of("src/main/dist/bin/ladera"), launcher);
    Files.copy(Path.of("src/main/dist/ladera.options"), home.resolve("lib/ladera.options"));
    assertTrue(launcher.toFile().setExecutable(true));
    Path classes = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    main.put(new Attributes.Name("Add-Exports"), "java.base/jdk.internal.module");
    main.put(new Attributes.Name("Enable-Native-Access"), "ALL-UNNAMED");
    main.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(path -> !path.equals(classes))
            .map(path -> path.toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream file = Files.newOutputStream(home.resolve("lib/ladera.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest);
        Stream<Path> all = Files.walk(classes)) {
      jar.setLevel(0);
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(classes.relativize(path).toString()));
        Files.copy(path, jar);
      }
    }
  }
}
