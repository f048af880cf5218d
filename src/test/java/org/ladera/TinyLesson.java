package org.ladera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A lesson of one step on the ice-cream data of the thesis, written where a test wants it. */
public final class TinyLesson {
  private static final String YAML =
      """
      id: ice-cream
      group: descent
      scene:
        data:
          inputs: [temperature]
          targets: [sold]
          rows: [[25, 10], [26, 18], [27, 12], [28, 20], [29, 18], [29.5, 20], [30.5, 22],
            [31, 30], [32, 32], [33.5, 30], [34, 35], [36.5, 36], [37, 40], [37.5, 38],
            [39, 37], [40, 41]]
          scaling: {divide: 10}
        network:
          layers:
            - {units: 1, activation: identity}
        loss: {kind: squared, factor: half}
        learningRate: 0.01
        start: {"W[1][1,1]": 1.0151747625338823, "b[1][1]": 1.5511928819147724}
        epochs: 1500
      steps:
        - id: descent
          views:
            - {view: data}
            - {view: surface, u: "b[1][1]", v: "W[1][1,1]", uRange: [-5, 3], vRange: [-1, 4]}
            - {view: loss-curve}
          controls: []
          checks: []
          solution: []
      """;

  private TinyLesson() {}

  /** Writes the lesson into a folder of its own inside {@code lessons}. */
  public static Path in(Path lessons) throws IOException {
    return in(lessons, 1500);
  }

  /** The same with another planned length. */
  public static Path in(Path lessons, int epochs) throws IOException {
    Path folder = Files.createDirectories(lessons.resolve("01-ice-cream"));
    Files.writeString(folder.resolve("lesson.yaml"), YAML.replace("1500", String.valueOf(epochs)));
    Files.writeString(
        folder.resolve("es.md"), text("Helados", "helados", "temperatura", "El descenso"));
    Files.writeString(
        folder.resolve("en.md"), text("Ice cream", "ice creams", "temperature", "The descent"));
    return folder;
  }

  private static String text(String title, String sold, String temperature, String step) {
    return """
    # %s

    ### labels

    - column.sold: %s
    - column.temperature: %s

    ## %s {#descent}

    $J$ = \\num{J}
    """
        .formatted(title, sold, temperature, step);
  }
}
