package org.ladera.store.lesson;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ladera.lesson.Check;
import org.ladera.lesson.Mistake;
import org.ladera.session.Scene;

/** One entry of the list {@code checks}. */
final class CheckReader {
  private static final Set<String> KINDS = Set.of("choice", "number", "reach");
  private static final Set<String> FIELDS =
      Set.of("check", "id", "options", "right", "reading", "relative", "mistakes", "below");
  private static final Set<String> MISTAKES =
      Arrays.stream(Mistake.values()).map(Mistake::id).collect(Collectors.toUnmodifiableSet());
  private static final Bounds TOLERANCE = Bounds.above(0, 0.05);

  private final Scene scene;

  CheckReader(Scene scene) {
    this.scene = scene;
  }

  Check read(FieldReader step, Node item, String field) {
    String kind = step.fields(item, field, FIELDS).word("check", KINDS);
    return switch (kind) {
      case "choice" -> choice(only(step, item, field, Set.of("options", "right")));
      case "number" -> number(only(step, item, field, Set.of("reading", "relative", "mistakes")));
      default -> reach(only(step, item, field, Set.of("reading", "below")));
    };
  }

  private static FieldReader only(FieldReader step, Node item, String field, Set<String> own) {
    Set<String> known = new HashSet<>(own);
    known.add("check");
    known.add("id");
    return step.fields(item, field, known);
  }

  private static Check choice(FieldReader f) {
    List<String> options = f.ids("options");
    if (options.size() < 2) {
      throw f.refuse("options", "field.list-short");
    }
    return new Check.Choice(f.id("id"), options, f.word("right", options));
  }

  private Check number(FieldReader f) {
    List<String> mistakes =
        f.has("mistakes")
            ? f.items("mistakes").stream()
                .map(item -> f.word(item, f.at("mistakes"), MISTAKES))
                .toList()
            : MISTAKES.stream().sorted().toList();
    return new Check.Number(
        f.id("id"), reading(f), f.number("relative", TOLERANCE, 0.001), mistakes);
  }

  private Check reach(FieldReader f) {
    return new Check.Reach(f.id("id"), reading(f), f.number("below", Bounds.ANY));
  }

  private String reading(FieldReader f) {
    String name = f.text("reading");
    Optional<String> fault = ReadingNames.fault(scene, name);
    if (fault.isPresent()) {
      throw f.refuse("reading", fault.get(), "found", name);
    }
    return name;
  }
}
