package org.ladera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.ladera.session.Command;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;

/** A run needs no JavaFX: not even its classes are there. */
final class WithoutWindowTest {
  /**
   * Ten epochs of the ice-cream run, as text: all that crosses from one class loader to another.
   */
  public static final class TenSteps implements Supplier<String> {
    @Override
    public String get() {
      try (InlineSession session = new InlineSession()) {
        session.send(new Command.Load(Scene.of(IceCream.experiment(0.01), 10)));
        session.send(new Command.Play());
        RunFrame run = session.newest().main();
        return run.update() + " " + run.parameters();
      }
    }
  }

  @Test
  void tenStepsTrainOnAClassPathWithoutJavaFx() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.contains("openjfx") && !entry.contains("javafx")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    assertEquals("Platform", Class.forName("javafx.application.Platform").getSimpleName());
    ClassLoader bare = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader without = new URLClassLoader(urls.toArray(URL[]::new), bare)) {
      assertThrows(
          ClassNotFoundException.class, () -> without.loadClass("javafx.application.Platform"));
      Class<?> other = without.loadClass(TenSteps.class.getName());
      assertFalse(other == TenSteps.class);
      Object result = ((Supplier<?>) other.getConstructor().newInstance()).get();
      assertEquals(new TenSteps().get(), result);
    }
  }
}
