package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Reads YAML event by event into a {@link Node} tree: bounded in depth and size, without anchors,
 * tags and repeated names, so that no small file can become a large structure.
 */
final class YamlTree {
  private static final int DEEPEST = 20;
  private static final int MOST_NODES = 20_000;

  private final LessonSource source;
  private final String text;

  @SuppressWarnings("NullAway.Init")
  private Iterator<Event> events;

  private int nodes;

  private YamlTree(String text, LessonSource source) {
    this.text = text;
    this.source = source;
  }

  /**
   * The one document of {@code text}, which must be a mapping.
   *
   * @throws Refused at the first place where it is not what a lesson may contain
   */
  static Node.Fields read(String text, LessonSource source) {
    return new YamlTree(text, source).document();
  }

  private Node.Fields document() {
    LoadSettings settings =
        LoadSettings.builder().setUseMarks(true).setCodePointLimit(text.length() + 1).build();
    events = new Parse(settings).parseString(text).iterator();
    next();
    Event start = next();
    if (start.getEventId() == Event.ID.StreamEnd) {
      throw source.refuse(SourcePosition.FILE, "", "yaml.empty");
    }
    if (start instanceof DocumentStartEvent document && !document.getTags().isEmpty()) {
      throw source.refuse(place(start), "", "yaml.tag");
    }
    Node root = node(next(), 1);
    next();
    Event after = next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      throw source.refuse(place(after), "", "yaml.second-document");
    }
    if (root instanceof Node.Fields fields) {
      return fields;
    }
    throw source.refuse(root.place(), "", "yaml.not-fields");
  }

  private Event next() {
    try {
      return events.next();
    } catch (MarkedYamlEngineException e) {
      throw syntax(e);
    } catch (RuntimeException e) {
      // The library promises no single exception type for malformed input.
      throw source.refuse(SourcePosition.FILE, "", "yaml.syntax");
    }
  }

  private Refused syntax(MarkedYamlEngineException e) {
    SourcePosition problem = e.getProblemMark().map(YamlTree::place).orElse(SourcePosition.FILE);
    SourcePosition context = e.getContextMark().map(YamlTree::place).orElse(problem);
    String about = Optional.ofNullable(e.getContext()).orElse("");
    String what = Optional.ofNullable(e.getProblem()).orElse("");
    if (what.contains("TAB") || what.contains("'\\t'")) {
      return source.refuse(problem, "", "yaml.tab");
    }
    if (about.contains("quoted scalar")) {
      return source.refuse(context, "", "yaml.quote");
    }
    if (about.contains("flow ")) {
      return source.refuse(context, "", "yaml.bracket");
    }
    if (what.contains("mapping values are not allowed")) {
      return source.refuse(problem, "", "yaml.colon");
    }
    return source.refuse(problem, "", "yaml.syntax");
  }

  private Node node(Event event, int depth) {
    SourcePosition place = place(event);
    if (++nodes > MOST_NODES) {
      throw source.refuse(place, "", "yaml.large", "limit", String.valueOf(MOST_NODES));
    }
    if (depth > DEEPEST) {
      throw source.refuse(place, "", "yaml.deep", "limit", String.valueOf(DEEPEST));
    }
    if (event instanceof AliasEvent
        || (event instanceof NodeEvent named && named.getAnchor().isPresent())) {
      throw source.refuse(place, "", "yaml.anchor");
    }
    return switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event, place);
      case SequenceStart -> {
        refuseTag((CollectionStartEvent) event);
        yield items(place, depth);
      }
      case MappingStart -> {
        refuseTag((CollectionStartEvent) event);
        yield fields(place, depth);
      }
      case Alias,
          Comment,
          DocumentEnd,
          DocumentStart,
          MappingEnd,
          SequenceEnd,
          StreamEnd,
          StreamStart ->
          throw source.refuse(place, "", "yaml.syntax");
    };
  }

  private Node scalar(ScalarEvent event, SourcePosition place) {
    if (event.getTag().isPresent()) {
      throw source.refuse(place, "", "yaml.tag");
    }
    return new Node.Scalar(place, event.getValue(), event.isPlain());
  }

  private void refuseTag(CollectionStartEvent event) {
    if (event.getTag().isPresent()) {
      throw source.refuse(place(event), "", "yaml.tag");
    }
  }

  private Node items(SourcePosition place, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event e = next(); e.getEventId() != Event.ID.SequenceEnd; e = next()) {
      items.add(node(e, depth + 1));
    }
    return new Node.Items(place, items);
  }

  private Node fields(SourcePosition place, int depth) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    for (Event e = next(); e.getEventId() != Event.ID.MappingEnd; e = next()) {
      if (!(node(e, depth + 1) instanceof Node.Scalar name)) {
        throw source.refuse(place(e), "", "yaml.name");
      }
      Node value = node(next(), depth + 1);
      Node.Entry before = entries.putIfAbsent(name.text(), new Node.Entry(name.place(), value));
      if (before != null) {
        throw source.refuse(
            name.place(), name.text(), "yaml.twice", "line", String.valueOf(before.place().line()));
      }
    }
    return new Node.Fields(place, entries);
  }

  private static SourcePosition place(Event event) {
    return event.getStartMark().map(YamlTree::place).orElse(SourcePosition.FILE);
  }

  private static SourcePosition place(Mark mark) {
    return new SourcePosition(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
