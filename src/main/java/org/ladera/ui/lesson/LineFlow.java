package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.ladera.lesson.markup.Inline;
import org.ladera.lesson.markup.Markup;
import org.ladera.lesson.markup.TextPosition;
import org.ladera.lesson.model.Hotspot;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * Text with formulas, wrapped into lines. A formula stays on the line of the signs that touch it,
 * so that no full stop begins a line.
 */
final class LineFlow {
  /** Line height 1.5 less the height that the font takes by itself. */
  private static final double LEADING = 0.29;

  private static final Pattern TIMES = Pattern.compile("(?<=\\d) \u00d7 (?=\\d)");

  private final Tokens tokens;
  private final LiveFormulas formulas;
  private final TextLinks links;
  private final LineStyle style;

  private final List<Node> nodes = new ArrayList<>();
  private final List<FormulaView> views = new ArrayList<>();

  /** The signs since the last space, if a formula is among them or may follow. */
  private final List<Node> word = new ArrayList<>();

  private boolean formulaInWord;

  private LineFlow(Tokens tokens, LiveFormulas formulas, TextLinks links, LineStyle style) {
    this.tokens = tokens;
    this.formulas = formulas;
    this.links = links;
    this.style = style;
  }

  static TextFlow of(
      List<Inline> line, LineStyle style, Tokens tokens, LiveFormulas formulas, TextLinks links) {
    LineFlow builder = new LineFlow(tokens, formulas, links, style);
    TextFlow flow = builder.flow(line);
    if (!builder.views.isEmpty()) {
      flow.widthProperty()
          .addListener(
              (property, was, width) ->
                  builder.views.forEach(view -> view.setMaxWidth(width.doubleValue())));
    }
    return flow;
  }

  /** A line whose formulas stay whole, however narrow it is. */
  static TextFlow whole(
      List<Inline> line, LineStyle style, Tokens tokens, LiveFormulas formulas, TextLinks links) {
    return new LineFlow(tokens, formulas, links, style).flow(line);
  }

  private TextFlow flow(List<Inline> line) {
    add(line, style, "");
    endWord();
    // A line of formulas alone is as high as a line of text.
    nodes.addFirst(text("\u200b", style, font(style), ""));
    TextFlow flow = new TextFlow(nodes.toArray(Node[]::new));
    flow.setLineSpacing(Math.round(Type.size(tokens, style.px()) * LEADING));
    flow.setAccessibleRole(AccessibleRole.TEXT);
    flow.setAccessibleText(Markup.plain(line));
    return flow;
  }

  private void add(List<Inline> line, LineStyle now, String target) {
    for (Inline inline : line) {
      switch (inline) {
        case Inline.Words(String words) ->
            words(unbroken(formulas.words(words)), now, font(now), target);
        case Inline.Strong(List<Inline> inside) ->
            add(inside, now.weighing(Type.Weight.SEMI_BOLD), target);
        case Inline.Emphasis(List<Inline> inside) ->
            add(inside, now.weighing(Type.Weight.MEDIUM), target);
        case Inline.Code(String code) ->
            words(code, now, new Font("Monospaced", Type.size(tokens, now.px()) * 0.93), target);
        case Inline.Link(List<Inline> inside, String to) ->
            add(inside, Hotspot.of(to).isPresent() ? now : linked(now), to);
        case Inline.Formula(String tex, TextPosition place) -> {
          FormulaView view = formulas.view(tex, now.px(), now.color(), false);
          views.add(view);
          word.add(view);
          formulaInWord = true;
        }
        case Inline.LineBreak() -> words("\n", now, font(now), target);
      }
    }
  }

  /** A size such as 7 × 7 stays on one line. */
  private static String unbroken(String words) {
    return TIMES.matcher(words).replaceAll("\u00a0\u00d7\u00a0");
  }

  private LineStyle linked(LineStyle now) {
    return new LineStyle(now.px(), now.weight(), tokens.accent());
  }

  private void words(String words, LineStyle now, Font font, String target) {
    if (!target.isEmpty()) {
      // A link is one piece: one stop of the keyboard.
      endWord();
      nodes.add(text(words, now, font, target));
      return;
    }
    int from = 0;
    for (int i = 0; i <= words.length(); i++) {
      boolean space = i < words.length() && Character.isWhitespace(words.charAt(i));
      if (space && formulaInWord) {
        glue(words.substring(from, i), now, font, target);
        endWord();
        from = i;
      }
    }
    int lastSpace = words.length();
    while (lastSpace > from && !Character.isWhitespace(words.charAt(lastSpace - 1))) {
      lastSpace--;
    }
    if (lastSpace > from) {
      endWord();
      nodes.add(text(words.substring(from, lastSpace), now, font, target));
    }
    glue(words.substring(lastSpace), now, font, target);
  }

  private void glue(String signs, LineStyle now, Font font, String target) {
    if (!signs.isEmpty()) {
      word.add(text(signs, now, font, target));
    }
  }

  private void endWord() {
    if (formulaInWord && word.size() > 1) {
      nodes.add(new Glued(word));
    } else {
      nodes.addAll(word);
    }
    word.clear();
    formulaInWord = false;
  }

  private Font font(LineStyle now) {
    return Type.text(tokens, now.px(), now.weight());
  }

  private Text text(String words, LineStyle now, Font font, String target) {
    Text text = new Text(words);
    text.setFont(font);
    text.setFill(now.color());
    if (!target.isEmpty()) {
      link(text, target);
    }
    return text;
  }

  private void link(Text text, String target) {
    text.setUnderline(true);
    text.setFocusTraversable(true);
    boolean points = Hotspot.of(target).isPresent();
    text.setAccessibleRole(points ? AccessibleRole.TEXT : AccessibleRole.HYPERLINK);
    Font calm = text.getFont();
    Font focused = Type.text(tokens, style.px(), Type.Weight.SEMI_BOLD);
    text.focusVisibleProperty()
        .addListener(
            (p, was, is) -> {
              text.setFont(is ? focused : calm);
              if (points) {
                links.point(target, text, is);
              }
            });
    if (points) {
      text.hoverProperty().addListener((p, was, is) -> links.point(target, text, is));
      return;
    }
    text.setOnMouseClicked(e -> links.open(target));
    text.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
            links.open(target);
            e.consume();
          }
        });
  }
}
