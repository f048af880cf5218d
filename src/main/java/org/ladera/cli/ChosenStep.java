package org.ladera.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.Scene;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command is about: a step of a lesson or document, with other settings, for so long. */
final class ChosenStep {
  @Parameters(paramLabel = "LESSON|DOCUMENT", descriptionKey = "document")
  private String named;

  @Option(names = "--step", paramLabel = "ID", descriptionKey = "step")
  private @Nullable String step;

  @Option(names = "--epochs", paramLabel = "N", descriptionKey = "epochs")
  private @Nullable Long epochs;

  @Option(names = "--set", paramLabel = "NAME=VALUE", arity = "1..*", descriptionKey = "set")
  private List<String> settings = List.of();

  Lesson lesson(Surroundings here) {
    return here.lesson(named);
  }

  Step of(Lesson lesson, Surroundings here) {
    return here.step(lesson, step);
  }

  /** Whether one step was asked for by its id. */
  boolean isNamed() {
    return step != null;
  }

  /** The scene of a step with the settings that were given. */
  Scene scene(Step of, Surroundings here) {
    return new SceneSettings(here.messages()).apply(of.scene(), settings);
  }

  boolean isChanged() {
    return !settings.isEmpty();
  }

  /** How many epochs were asked for; refuses less than none. */
  Optional<Long> epochs(Surroundings here) {
    if (epochs != null && epochs < 0) {
      throw Refusal.usage(
          here.messages()
              .text("cli.expected.not-negative", Map.of("name", "--epochs", "value", epochs)));
    }
    return Optional.ofNullable(epochs);
  }
}
