package org.ladera.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a window can be opened here. The toolkit can be asked only once per process and cannot be
 * started without a display afterwards, so this is found out before.
 */
final class Display {
  /** [host]:number[.screen], as X has it. */
  private static final Pattern NAME =
      Pattern.compile("(?:unix/?|tcp/)?([^:/]*):(\\d{1,5})(?:\\.\\d+)?");

  private static final int PORT = 6000;
  private static final int PATIENCE_MS = 1500;

  private final String system;
  private final Map<String, String> environment;

  Display(String system, Map<String, String> environment) {
    this.system = system.toLowerCase(Locale.ROOT);
    this.environment = environment;
  }

  static Display ofSystem() {
    return new Display(System.getProperty("os.name", ""), System.getenv());
  }

  /** Windows and macOS always have one; elsewhere JavaFX speaks X, also under Wayland. */
  boolean usable() {
    if (System.getProperty("glass.platform") != null) {
      return true;
    }
    if (system.startsWith("windows") || system.startsWith("mac")) {
      return true;
    }
    Matcher name = NAME.matcher(environment.getOrDefault("DISPLAY", "").strip());
    if (!name.matches()) {
      return false;
    }
    int number = Integer.parseInt(name.group(2));
    return name.group(1).isEmpty() ? local(number) : remote(name.group(1), number);
  }

  private static boolean local(int number) {
    Path socket = Path.of("/tmp/.X11-unix/X" + number);
    if (!Files.exists(socket)) {
      return abstractSocket(number);
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException nobodyListens) {
      return false;
    }
  }

  /** Some servers listen only at a name that is not in the file system. */
  private static boolean abstractSocket(int number) {
    try (var lines = Files.lines(Path.of("/proc/net/unix"))) {
      return lines.anyMatch(line -> line.endsWith("@/tmp/.X11-unix/X" + number));
    } catch (IOException noLinux) {
      return false;
    }
  }

  private static boolean remote(String host, int number) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, PORT + number), PATIENCE_MS);
      return true;
    } catch (IOException | IllegalArgumentException nobodyListens) {
      return false;
    }
  }
}
