package org.ladera.store.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FoldersTest {
  private static final Path HOME = Path.of("/home/ana");

  @Test
  void linuxFollowsXdg() {
    assertEquals(
        new Folders(
            HOME.resolve(".config/ladera"),
            HOME.resolve(".local/state/ladera"),
            HOME.resolve(".cache/ladera")),
        Folders.of("Linux", HOME, Map.of()));
    assertEquals(
        Path.of("/c/ladera"),
        Folders.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "/c")).settings());
  }

  @Test
  void theHomeAPersonNamesIsTheirsButOnWindows() {
    Map<String, String> named = Map.of("HOME", "/else/where");
    assertEquals(Path.of("/else/where"), Folders.home("Linux", "/home/ana", named));
    assertEquals(Path.of("/else/where"), Folders.home("Mac OS X", "/home/ana", named));
    assertEquals(HOME, Folders.home("Windows 11", "/home/ana", named));
    assertEquals(HOME, Folders.home("Linux", "/home/ana", Map.of()));
    assertEquals(HOME, Folders.home("Linux", "/home/ana", Map.of("HOME", "")));
  }

  @Test
  void aRelativeVariableIsIgnored() {
    assertEquals(
        HOME.resolve(".config/ladera"),
        Folders.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "somewhere")).settings());
  }

  @Test
  void macHasItsLibrary() {
    assertEquals(
        HOME.resolve("Library/Application Support/Ladera"),
        Folders.of("Mac OS X", HOME, Map.of()).settings());
  }

  @Test
  void windowsHasItsAppData() {
    assertEquals(
        Path.of("/a/Ladera"), Folders.of("Windows 11", HOME, Map.of("APPDATA", "/a")).settings());
    assertEquals(
        HOME.resolve("AppData/Roaming/Ladera"),
        Folders.of("Windows 11", HOME, Map.of()).settings());
  }
}
