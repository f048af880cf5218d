package org.ladera.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DisplayTest {
  private String platform;

  /** The tests themselves run on a platform without a display. */
  @BeforeEach
  void forgetThePlatform() {
    platform = System.clearProperty("glass.platform");
  }

  @AfterEach
  void restoreThePlatform() {
    if (platform != null) {
      System.setProperty("glass.platform", platform);
    }
  }

  @Test
  void withoutTheVariableThereIsNone() {
    assertFalse(linux(Map.of()).usable());
    assertFalse(linux(Map.of("DISPLAY", "")).usable());
    assertFalse(linux(Map.of("WAYLAND_DISPLAY", "wayland-0")).usable());
  }

  @Test
  void aNameNobodyAnswersToIsNone() {
    assertFalse(linux(Map.of("DISPLAY", ":59731")).usable());
    assertFalse(linux(Map.of("DISPLAY", "localhost:59535")).usable());
    assertFalse(linux(Map.of("DISPLAY", "localhost:59536")).usable());
    assertFalse(linux(Map.of("DISPLAY", "nonsense")).usable());
  }

  @Test
  void aServerThatListensIsOne() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int number = server.getLocalPort() - 6000;
      if (number > 0) {
        assertTrue(linux(Map.of("DISPLAY", "localhost:" + number + ".0")).usable());
      }
    }
  }

  @Test
  void otherSystemsAlwaysHaveOne() {
    assertTrue(new Display("Windows 11", Map.of()).usable());
    assertTrue(new Display("Mac OS X", Map.of()).usable());
  }

  private static Display linux(Map<String, String> environment) {
    return new Display("Linux", environment);
  }
}
