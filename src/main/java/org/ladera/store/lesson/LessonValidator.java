package org.ladera.store.lesson;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ladera.engine.data.Dataset;
import org.ladera.lesson.grading.Misjudgement;
import org.ladera.lesson.grading.Mistake;
import org.ladera.lesson.markup.Markup;
import org.ladera.lesson.markup.TextFault;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Control;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Hotspot;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Step;
import org.ladera.session.Scene;
import org.ladera.text.Nearest;

/** Whether a text belongs to the structure: the same steps, every label, readings that exist. */
final class LessonValidator {
  private static final Pattern READING =
      Pattern.compile("\\\\(?:num(?:\\[\\d+])?|exact)\\{([^{}]*)}");

  private static final Pattern HOTSPOT = Pattern.compile("\\]\\((#[^)\\s]*)\\)");

  /** Texts about a lesson as a whole. */
  private static final Set<String> ABOUT_LESSON =
      Stream.concat(Stream.of("goal", "needs", "source", "next"), LessonText.LEARNED.stream())
          .collect(Collectors.toUnmodifiableSet());

  private final LessonSource source;
  private final WrittenText text;

  LessonValidator(LessonSource source, WrittenText text) {
    this.source = source;
    this.text = text;
  }

  /** Adds what is wrong to the source's faults. */
  void check(List<Step> steps) {
    List<String> ids = steps.stream().map(Step::id).toList();
    for (String id : ids) {
      if (!text.steps().containsKey(id)) {
        source.add(SourcePosition.FILE, id, "text.step-missing");
      }
    }
    text.steps()
        .forEach(
            (id, written) -> {
              if (!ids.contains(id)) {
                unknown(written.place(), id, ids, "text.step-unknown");
              }
            });
    Set<String> optional = new TreeSet<>(ABOUT_LESSON);
    Set<String> required = new TreeSet<>();
    columns(steps, required, optional);
    labels(SourcePosition.FILE, text.labels().entrySet(), required, optional);
    for (Step step : steps) {
      WrittenText.Step written = text.steps().get(step.id());
      if (written != null) {
        step(step, written);
      }
    }
  }

  private void step(Step step, WrittenText.Step written) {
    if (written.body().isBlank()) {
      source.add(written.place(), step.id(), "text.empty");
    }
    labels(written.place(), written.labels().entrySet(), required(step), optional(step));
    markup(step.scene(), written.body(), written.place().line() + 1);
    hotspots(step, written.body(), written.place().line() + 1);
    written
        .labels()
        .values()
        .forEach(label -> markup(step.scene(), label.text(), label.place().line()));
  }

  /**
   * Pixels have no names, and the classes of pictures go by their own where nothing is said; many
   * inputs may have names but need none.
   */
  private static void columns(List<Step> steps, Set<String> required, Set<String> optional) {
    for (Step step : steps) {
      for (Scene.Run run : step.scene().runs()) {
        if (run.experiment().function().isPresent()) {
          continue;
        }
        Dataset data = run.experiment().data();
        boolean pictures = data.images().isPresent();
        if (!pictures) {
          add(data.inputs(), data.isNameless() ? optional : required);
        }
        add(data.targets(), pictures ? optional : required);
      }
    }
    optional.removeAll(required);
  }

  private static void add(List<String> names, Set<String> to) {
    names.forEach(name -> to.add("column." + name));
  }

  private static Set<String> required(Step step) {
    Set<String> ids = new TreeSet<>();
    step.controls().stream().map(Control::id).forEach(ids::add);
    for (Check check : step.checks()) {
      ids.add(check.id());
      switch (check) {
        case Check.Choice choice -> choice.options().forEach(o -> ids.add(check.id() + "." + o));
        case Check.Line line -> {
          line.lines().forEach(l -> ids.add(check.id() + "." + l));
          ids.add(check.id() + "." + Check.Line.CORRECTED);
          ids.add(check.id() + "." + Check.Line.CONSEQUENCE);
        }
        case Check.Number _,
            Check.Cells _,
            Check.Reach _,
            Check.Rank _,
            Check.Epochs _,
            Check.Sketch _ -> {}
      }
    }
    if (step.scene().runs().size() > 1) {
      step.scene().runs().forEach(run -> ids.add("run." + run.id()));
    }
    return ids;
  }

  private static Set<String> optional(Step step) {
    Set<String> ids = new TreeSet<>();
    step.views().forEach(view -> view.sample().ifPresent(n -> ids.add("example." + n)));
    for (Control control : step.controls()) {
      ids.add(control.id() + ".hint");
      if (control instanceof Control.Setting setting) {
        setting.values().forEach(value -> ids.add(control.id() + "." + value));
      }
    }
    for (Check check : step.checks()) {
      ids.add(check.id() + ".hint");
      ids.add(check.id() + ".right");
      ids.add(check.id() + ".wrong");
      switch (check) {
        case Check.Choice choice -> others(ids, check, choice.options(), choice.right());
        case Check.Line line -> others(ids, check, line.lines(), line.wrong());
        case Check.Number number -> wrongWays(ids, check);
        case Check.Cells cells -> wrongWays(ids, check);
        case Check.Rank _, Check.Epochs _, Check.Sketch _ ->
            Stream.of(Misjudgement.values()).forEach(m -> ids.add(check.id() + ".wrong." + m.id()));
        case Check.Reach reach -> {}
      }
    }
    return ids;
  }

  private static void others(Set<String> ids, Check check, List<String> options, String right) {
    options.stream()
        .filter(option -> !option.equals(right))
        .forEach(option -> ids.add(check.id() + ".wrong." + option));
  }

  private static void wrongWays(Set<String> ids, Check check) {
    Stream.of(Mistake.values()).forEach(m -> ids.add(check.id() + ".wrong." + m.id()));
  }

  private void labels(
      SourcePosition place,
      Collection<? extends java.util.Map.Entry<String, WrittenText.Label>> found,
      Set<String> required,
      Set<String> optional) {
    Set<String> missing = new TreeSet<>(required);
    Set<String> all = new TreeSet<>(required);
    all.addAll(optional);
    for (var label : found) {
      missing.remove(label.getKey());
      if (!all.contains(label.getKey())) {
        unknown(label.getValue().place(), label.getKey(), all, "text.label-unknown");
      }
    }
    missing.forEach(id -> source.add(place, id, "text.label-missing"));
  }

  private void unknown(SourcePosition place, String id, Collection<String> known, String key) {
    Optional<String> near = Nearest.to(id, known);
    if (near.isPresent()) {
      source.add(place, id, key + "-near", "near", near.get());
    } else {
      source.add(place, id, key);
    }
  }

  /** Phrases point at views that the step has. */
  private void hotspots(Step step, String written, int firstLine) {
    Matcher m = HOTSPOT.matcher(written);
    while (m.find()) {
      String target = m.group(1);
      if (Hotspot.of(target).flatMap(h -> h.in(step)).isEmpty()) {
        SourcePosition inside = SourcePosition.in(written, m.start(1));
        source.add(
            new SourcePosition(firstLine + inside.line() - 1, inside.column()),
            step.id(),
            "text.hotspot",
            "found",
            target);
      }
    }
  }

  private void markup(Scene scene, String written, int firstLine) {
    for (TextFault fault : Markup.read(written, firstLine).faults()) {
      source.add(
          new Fault(
              source.name(),
              fault.place().line(),
              fault.place().column(),
              "",
              fault.key(),
              fault.values()));
    }
    Matcher m = READING.matcher(written);
    while (m.find()) {
      String name = m.group(1);
      SourcePosition inside = SourcePosition.in(written, m.start());
      ReadingNames.fault(scene, name)
          .ifPresent(
              key ->
                  source.add(
                      new SourcePosition(firstLine + inside.line() - 1, inside.column()),
                      name,
                      key,
                      "found",
                      name));
    }
  }
}
