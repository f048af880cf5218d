package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.ladera.explain.Conversion;
import org.ladera.explain.Notation;
import org.ladera.lesson.markup.Inline;
import org.ladera.lesson.markup.Markup;
import org.ladera.lesson.markup.TexNotation;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Covered;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Step;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.session.Status;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.Focus;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * The right column of the window: one step of a lesson, with its text, formulas, controls and
 * checks, and the way to the next one.
 */
public final class NarrativePane extends VBox {
  /** Width in the light profile. */
  public static final double WIDTH = 336;

  /** Width where the window is narrow. */
  public static final double NARROW = 304;

  /** Width on the projector, whose letters are larger. */
  public static final double PROJECTOR = 392;

  /** While a run is running, numbers in formulas change no faster than a person can read. */
  private static final long READABLE_NANOS = 66_000_000;

  private final Typesetter typesetter;
  private final Grader grader;
  private final NarrativeActions actions;
  private final ScrollPane scroll = Viewport.column();
  private final ReadingPlace reading = new ReadingPlace(scroll);

  private final Answers answers = new Answers();

  /** Shows what depends on it. */
  private Runnable grown = () -> {};

  /** Offers a way to what lies below the part that is seen. */
  private Runnable below = () -> {};

  private final StepAhead ahead = new StepAhead(this::renderChecks);
  private final List<ControlView> controls = new ArrayList<>();
  private final List<CheckCard> checks = new ArrayList<>();

  /** The ids of these. */
  private List<String> asked = List.of();

  private @Nullable LessonClosing closing;
  private @Nullable LiveFormulas formulas;
  private @Nullable Tokens shownTokens;
  private String place = "";

  /** Of the pieces of the step that is shown. */
  private final Map<String, NewestFrame> frames = new HashMap<>();

  private Supplier<Covered> covered = () -> Covered.NOTHING;
  private @Nullable NotatedFrame newest;
  private long refreshed;

  public NarrativePane(Typesetter typesetter, Grader grader, NarrativeActions actions) {
    this.typesetter = typesetter;
    this.grader = grader;
    this.actions = actions;
    scroll.vvalueProperty().addListener((property, was, is) -> below.run());
    scroll.viewportBoundsProperty().addListener((property, was, is) -> below.run());
    scroll.setFitToHeight(true);
    scroll.setBackground(Background.EMPTY);
    scroll.focusVisibleProperty().addListener((property, was, is) -> ring());
    scroll.setPadding(Insets.EMPTY);
    scroll.setMinHeight(120);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    setAccessibleRole(AccessibleRole.PARENT);
  }

  /** What the person has done: at first of earlier sessions, then whenever it grows. */
  public void remember(Progress progress) {
    answers.remember(progress);
    // What was covered may be seen now.
    refreshed = 0;
    grown.run();
  }

  /**
   * Shows a step in one language, one notation and one profile. Answers already given stay. The
   * numbers come with the next {@link #render}.
   *
   * @param stepIndex from 0
   */
  public void show(
      Lesson lesson, int stepIndex, Messages messages, Notation notation, Tokens tokens) {
    Step step = lesson.steps().get(stepIndex);
    turnTo(lesson.id() + "/" + step.id());
    LessonText text = lesson.text(messages.language());
    LessonText.StepText words = text.step(step.id());
    Conversion conversion = Conversion.of(step.scene().runs().getFirst().experiment(), notation);
    TexNotation written =
        new TexNotation(
            notation.inLanguage(messages.language().decimal() == ','),
            messages.language().decimal(),
            conversion);
    LiveFormulas live =
        new LiveFormulas(
            typesetter,
            tokens,
            messages.numbers(),
            written,
            (view, names) -> OpenNumbers.of(view, names, actions));
    formulas = live;
    Prose prose = new Prose(tokens, live, actions);
    ahead.open(step);
    StepScope scope =
        new StepScope(
            tokens,
            messages,
            notation,
            step.scene(),
            words.labels(),
            live,
            prose,
            ahead,
            () -> answers.person().covered(lesson.id(), step),
            actions,
            frames);
    covered = scope.covered();
    controls.clear();
    checks.clear();
    asked = step.checks().stream().map(Check::id).toList();

    VBox column = new VBox(scope.px(12));
    double side = side(tokens);
    // The ring of the focus takes two pixels at each side.
    column.setPadding(new Insets(scope.px(12) - 2, side - 2, scope.px(24), side - 2));
    column.setBackground(canvas(tokens));
    column.setMinHeight(Region.USE_PREF_SIZE);
    List<String> titles =
        lesson.steps().stream().map(s -> plain(text.step(s.id()).title())).toList();
    StepBars bars = new StepBars(titles, stepIndex, tokens, messages, actions::goTo);
    column.getChildren().add(bars.header(scope));
    if (!conversion.isIdentity()) {
      column
          .getChildren()
          .add(scope.line(messages.text("notation.converted"), LineStyle.caption(tokens)));
    }
    TextFlow title =
        scope.line(words.title(), new LineStyle(20, Type.Weight.SEMI_BOLD, tokens.text()));
    VBox.setMargin(title, new Insets(-scope.px(7), 0, -scope.px(4), 0));
    column.getChildren().add(title);
    if (stepIndex == 0) {
      LessonOpening.of(lesson, text, scope).ifPresent(column.getChildren()::add);
    }
    column.getChildren().add(prose.blocks(Markup.read(words.body(), 1).blocks()));
    addControls(column, step, scope);
    addChecks(column, lesson, step, scope);
    closing = null;
    if (stepIndex == lesson.steps().size() - 1) {
      closing = new LessonClosing(lesson, text, scope, (s, check) -> answers.of(lesson, s, check));
      column.getChildren().add(closing);
    }

    shownTokens = tokens;
    ring();
    scroll.setAccessibleText(plain(words.title()));
    reading.show(place, column);
    setBackground(canvas(tokens));
    boolean projector = tokens.profile() == Profile.PROJECTOR;
    setMinWidth(projector ? PROJECTOR : NARROW);
    setPrefWidth(projector ? PROJECTOR : WIDTH);
    StepFooter footer =
        new StepFooter(
            lesson,
            stepIndex,
            scope,
            side,
            () -> reading.goTo(controls.getFirst().node()),
            check -> reading.goTo(checks.get(step.checks().indexOf(check)).node()));
    below =
        () ->
            footer.reach(
                !controls.isEmpty() && reading.isBelow(controls.getFirst().node()),
                !checks.isEmpty() && reading.isBelow(checks.getFirst().node()));
    // What lies where is known once it has been laid out, which comes after the height.
    column
        .getChildren()
        .forEach(part -> part.layoutYProperty().addListener((property, was, is) -> below.run()));
    getChildren().setAll(scroll, Boxes.separator(), footer);
    grown =
        () -> {
          bars.show(
              lesson.steps().stream()
                  .map(s -> answers.person().of(lesson.id(), s.id()).state())
                  .toList());
          footer.show(answers.person());
        };
    grown.run();
    refreshed = 0;
    if (newest != null) {
      render(newest);
    }
  }

  private void turnTo(String next) {
    if (!next.equals(place)) {
      place = next;
      frames.clear();
      // A frame of the step before says nothing here.
      newest = null;
    }
  }

  /** The text can be scrolled by keyboard, so it shows when it has the focus. */
  private void ring() {
    if (shownTokens != null) {
      Color color = scroll.isFocusVisible() ? shownTokens.accent() : shownTokens.canvas();
      scroll.setBorder(
          new Border(
              new BorderStroke(
                  color, BorderStrokeStyle.SOLID, CornerRadii.EMPTY, new BorderWidths(2))));
    }
  }

  static String plain(String markdown) {
    List<Inline> line = Markup.line(markdown);
    return Markup.plain(line);
  }

  private void addControls(VBox column, Step step, StepScope scope) {
    if (step.controls().isEmpty()) {
      return;
    }
    column.getChildren().add(Boxes.separator());
    VBox section = new VBox(scope.px(16));
    step.controls()
        .forEach(
            control -> {
              ControlView view = ControlView.of(control, step, scope);
              controls.add(view);
              section.getChildren().add(view.node());
            });
    column.getChildren().add(section);
  }

  private void addChecks(VBox column, Lesson lesson, Step step, StepScope scope) {
    for (Check check : step.checks()) {
      AnswerState state = answers.of(lesson, step, check);
      CheckCard card = CheckCard.of(check, state, grader, scope);
      checks.add(card);
      card.node()
          .heightProperty()
          .addListener(
              (property, was, is) -> {
                if (is.doubleValue() > was.doubleValue() && card.node().isFocusWithin()) {
                  reading.showEnd(card.node(), is.doubleValue());
                }
              });
      column.getChildren().addAll(Boxes.separator(), card.node());
    }
  }

  /** Takes the numbers of a frame; changes only what differs. FX thread, once per pulse. */
  public void render(NotatedFrame frame) {
    newest = frame;
    if (formulas == null) {
      return;
    }
    controls.forEach(control -> control.render(frame));
    checks.forEach(check -> check.render(frame));
    if (closing != null) {
      closing.update();
    }
    long nanos = System.nanoTime();
    boolean running = frame.shown().main().status() instanceof Status.Running;
    boolean first = refreshed == 0;
    if (!running || first || nanos - refreshed >= READABLE_NANOS) {
      refreshed = nanos;
      Covered now = covered.get();
      formulas.refresh(name -> LiveFormulas.value(name, frame.shown(), now), running && !first);
    }
  }

  /** Brings the check with that id into sight, where the step has it, to be answered at once. */
  public void goToCheck(String id) {
    int at = asked.indexOf(id);
    if (at >= 0) {
      Region check = checks.get(at).node();
      reading.goTo(check);
      Focus.first(check).ifPresent(Focus::take);
    }
  }

  private void renderChecks() {
    NotatedFrame frame = newest;
    if (frame != null) {
      checks.forEach(check -> check.render(frame));
    }
  }

  private static double side(Tokens tokens) {
    return tokens.profile() == Profile.PROJECTOR ? 28 : 24;
  }

  private static Background canvas(Tokens tokens) {
    return new Background(new BackgroundFill(tokens.canvas(), CornerRadii.EMPTY, Insets.EMPTY));
  }
}
