package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/**
 * Writes a {@link Node} tree as text that {@link YamlTree} reads as the same tree. What holds
 * nothing but words and numbers stands on one line, as a person would write it.
 */
final class YamlWriter {
  /** Lines of lessons are no wider. */
  private static final int WIDTH = 160;

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  private final List<Event> events = new ArrayList<>();

  private YamlWriter() {}

  static String write(Node.Fields document) {
    YamlWriter writer = new YamlWriter();
    writer.events.add(new StreamStartEvent());
    writer.events.add(new DocumentStartEvent(false, Optional.empty(), java.util.Map.of()));
    writer.add(document);
    writer.events.add(new DocumentEndEvent(false));
    writer.events.add(new StreamEndEvent());
    DumpSettings settings = DumpSettings.builder().setWidth(WIDTH).setIndent(2).build();
    return new Present(settings).emitToString(writer.events.iterator());
  }

  private void add(Node node) {
    switch (node) {
      case Node.Scalar(SourcePosition _, String text, boolean plain) ->
          events.add(
              new ScalarEvent(
                  Optional.empty(),
                  Optional.empty(),
                  new ImplicitTuple(true, true),
                  text,
                  plain || WORD.matcher(text).matches() && !isFlag(text)
                      ? ScalarStyle.PLAIN
                      : ScalarStyle.DOUBLE_QUOTED));
      case Node.Items items -> {
        events.add(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style(items)));
        items.items().forEach(this::add);
        events.add(new SequenceEndEvent());
      }
      case Node.Fields fields -> {
        events.add(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style(fields)));
        fields
            .entries()
            .forEach(
                (name, entry) -> {
                  add(new Node.Scalar(entry.place(), name, WORD.matcher(name).matches()));
                  add(entry.value());
                });
        events.add(new MappingEndEvent());
      }
    }
  }

  /** What is no word: it would be read as something else than text. */
  private static boolean isFlag(String text) {
    return text.equals("true") || text.equals("false");
  }

  private static FlowStyle style(Node node) {
    return height(node) <= 2 ? FlowStyle.FLOW : FlowStyle.BLOCK;
  }

  /** 0 of a word, 1 of a list of words. */
  private static int height(Node node) {
    return switch (node) {
      case Node.Scalar _ -> 0;
      case Node.Items items ->
          1 + items.items().stream().mapToInt(YamlWriter::height).max().orElse(0);
      case Node.Fields fields ->
          1
              + fields.entries().values().stream()
                  .mapToInt(entry -> height(entry.value()))
                  .max()
                  .orElse(0);
    };
  }
}
