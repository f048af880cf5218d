package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.lesson.model.ViewOptions;
import org.ladera.lesson.model.ViewRef;
import org.ladera.session.Scene;

/**
 * One entry of the list {@code views}: its kind, its run and its options, each of the right form.
 */
final class ViewReader {
  private static final Map<String, ViewRef.Kind> KINDS =
      Stream.of(ViewRef.Kind.values())
          .collect(Collectors.toUnmodifiableMap(ViewReader::name, kind -> kind));

  private static final Set<String> PLANES = Set.of("weights", "random", "path");

  private final Scene scene;

  ViewReader(Scene scene) {
    this.scene = scene;
  }

  private static String name(ViewRef.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  ViewRef read(FieldReader step, Node item, String field) {
    ViewRef.Kind kind = kind(step, item, field);
    Map<String, ViewOptions.Form> known = ViewOptions.of(kind);
    Set<String> fields = new HashSet<>(known.keySet());
    fields.add("view");
    fields.add("run");
    FieldReader view = step.fields(item, field, fields);
    String run = view.has("run") ? run(view, view.value("run"), "run") : Scene.MAIN;
    NetworkSpec network = network(run);
    // A plane through all parameters is laid by the run itself.
    boolean ownPlane =
        known.containsKey("plane")
            && view.has("plane")
            && !view.word("plane", PLANES).equals("weights");
    Map<String, String> options = new LinkedHashMap<>();
    known.forEach(
        (name, form) -> {
          if (view.has(name)) {
            options.put(name, option(view, name, form, network));
          } else if (!ownPlane && ViewOptions.required(kind).contains(name)) {
            view.value(name);
          }
        });
    return new ViewRef(kind, run, options);
  }

  private static ViewRef.Kind kind(FieldReader step, Node item, String field) {
    if (!(item instanceof Node.Fields fields)) {
      throw step.source().refuse(item.place(), field, "field.fields");
    }
    FieldReader any = new FieldReader(step.source(), field, fields, fields.entries().keySet());
    return KINDS.get(any.word("view", KINDS.keySet()));
  }

  private NetworkSpec network(String run) {
    return scene.runs().stream()
        .filter(r -> r.id().equals(run))
        .findFirst()
        .orElseThrow()
        .experiment()
        .network();
  }

  private String run(FieldReader view, Node node, String name) {
    List<String> runs = scene.runs().stream().map(Scene.Run::id).toList();
    return view.word(node, view.at(name), runs);
  }

  private String option(FieldReader view, String name, ViewOptions.Form form, NetworkSpec network) {
    return switch (form) {
      case FLAG -> String.valueOf(view.flag(name));
      case DIGITS -> digits(view, name, view.value(name), ",");
      case PARAMETER -> parameter(view, name, view.text(name), network);
      case PARAMETERS ->
          view.texts(name).stream()
              .map(text -> parameter(view, name, text, network))
              .collect(Collectors.joining(";"));
      case RANGE -> range(view, name);
      case NUMBERS -> joined(view.numbers(name, Bounds.ANY));
      case COUNTS -> counts(view, name);
      case RUNS -> runs(view, name);
      case READINGS -> readings(view, name);
      case PLANE -> view.word(name, PLANES);
      case SEED -> String.valueOf(view.whole(view.value(name), view.at(name), 0, 1_000_000_000));
    };
  }

  /** A whole number, or a list by row, whose items may be lists by parameter. */
  private static String digits(FieldReader view, String name, Node node, String separator) {
    if (!(node instanceof Node.Items list)) {
      return String.valueOf(view.whole(node, view.at(name), 0, 17));
    }
    if (list.items().isEmpty()) {
      throw view.refuse(name, "field.list-empty");
    }
    return list.items().stream()
        .map(item -> digits(view, name, item, "/"))
        .collect(Collectors.joining(separator));
  }

  private static String parameter(FieldReader view, String name, String text, NetworkSpec network) {
    return StartReader.parameter(view.source(), view.place(name), view.at(name), text, network)
        .toString();
  }

  private static String range(FieldReader view, String name) {
    List<Double> ends = view.numbers(name, Bounds.ANY);
    if (ends.size() != 2 || !(ends.get(0) < ends.get(1))) {
      throw view.refuse(name, "field.range");
    }
    return joined(ends);
  }

  private static String joined(List<Double> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static String counts(FieldReader view, String name) {
    List<String> counts = new ArrayList<>();
    for (Node item : view.items(name)) {
      counts.add(String.valueOf(view.whole(item, view.at(name), 0, 1_000_000_000)));
    }
    return String.join(",", counts);
  }

  private String runs(FieldReader view, String name) {
    List<String> runs = new ArrayList<>();
    for (Node item : view.items(name)) {
      runs.add(run(view, item, name));
    }
    return String.join(",", runs);
  }

  private String readings(FieldReader view, String name) {
    for (String reading : view.texts(name)) {
      Optional<String> fault =
          reading.contains(",")
              ? Optional.of("reading.in-table")
              : ReadingNames.fault(scene, reading);
      if (fault.isPresent()) {
        throw view.refuse(name, fault.get(), "found", reading);
      }
    }
    return String.join(",", view.texts(name));
  }
}
