package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.ladera.lesson.grading.PlayedAhead;
import org.ladera.lesson.markup.Markup;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.theme.Type;

/**
 * Runs to be put in order: they are pressed one after the other, the first first; one that is
 * pressed again leaves the order.
 */
final class RankCard implements CheckCard {
  private final Check.Rank check;
  private final AnswerState state;
  private final StepScope scope;
  private final Judging judging;
  private final Attempts attempts;
  private final VBox box;
  private final List<PushButton> buttons = new ArrayList<>();
  private final PushButton lock;

  /** Ids of the runs that have a place, in their order. */
  private final List<String> order = new ArrayList<>();

  RankCard(Check.Rank check, AnswerState state, Grader grader, StepScope scope) {
    this.check = check;
    this.state = state;
    this.scope = scope;
    judging = new Judging(check, state, grader, scope, this::update);
    attempts = new Attempts(check, state, scope, this::update);
    if (!state.typed().isBlank()) {
      order.addAll(Check.Rank.order(state.typed()));
      order.retainAll(check.runs());
    }
    lock =
        new PushButton(
            scope.messages().text("lesson.predict.lock"),
            () -> judging.answer(Check.Rank.answer(order)));
    VBox runs = new VBox(scope.px(4));
    for (String run : check.runs()) {
      PushButton button = new PushButton("", () -> press(run));
      button.getStyleClass().add("dense");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setAlignment(Pos.CENTER_LEFT);
      buttons.add(button);
      runs.getChildren().add(button);
    }
    String question = scope.labels().getOrDefault(check.id(), check.id());
    box =
        new VBox(
            scope.px(8),
            scope.line(question, LineStyle.control(scope.tokens())),
            scope.line(scope.messages().text("lesson.rank.how"), LineStyle.caption(scope.tokens())),
            runs,
            lock,
            attempts);
    update();
  }

  private void press(String run) {
    if (!order.remove(run)) {
      order.add(run);
    }
    state.type(Check.Rank.answer(order));
    update();
  }

  private void update() {
    boolean locked = state.verdict() instanceof Verdict.Locked;
    Optional<List<String>> came = came();
    for (int i = 0; i < buttons.size(); i++) {
      String run = check.runs().get(i);
      PushButton button = buttons.get(i);
      int place = order.indexOf(run);
      button.setGraphic(row(run, place, came));
      button.hold(locked);
      button.choose(place >= 0 && came.isEmpty());
      button.show(
          came.isEmpty() || place < 0
              ? PushButton.Outcome.NONE
              : stands(run, place) ? PushButton.Outcome.RIGHT : PushButton.Outcome.WRONG);
      button.setAccessibleText(spoken(run, place));
    }
    lock.setDisable(order.size() < check.runs().size());
    StepScope.reveal(lock, !locked && !state.right());
    attempts.update(List.of());
  }

  private String name(String run) {
    return scope.labels().getOrDefault("run." + run, run);
  }

  private String spoken(String run, int place) {
    String name = Markup.plain(Markup.line(name(run)));
    return place < 0
        ? scope.messages().text("lesson.rank.spoken.none", Map.of("run", name))
        : scope.messages().text("lesson.rank.spoken", Map.of("run", name, "place", place + 1));
  }

  private HBox row(String run, int place, Optional<List<String>> came) {
    LineStyle style = new LineStyle(13, Type.Weight.MEDIUM, scope.tokens().text());
    String number =
        place < 0
            ? scope.messages().text("lesson.rank.none")
            : scope.messages().text("lesson.rank.place", Map.of("place", place + 1));
    TextFlow badge = scope.line(number, style);
    badge.setMinWidth(scope.px(18));
    TextFlow name = scope.line(name(run), style);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox row = new HBox(scope.px(8), badge, name);
    came.ifPresent(
        all -> {
          TextFlow result =
              scope.line(all.get(check.runs().indexOf(run)), LineStyle.caption(scope.tokens()));
          result.setMinWidth(Region.USE_PREF_SIZE);
          row.getChildren().add(result);
        });
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPadding(new Insets(scope.px(2), 0, scope.px(2), 0));
    return row;
  }

  /** Whether a run has, in the order given, the place that it came in at. */
  private boolean stands(String run, int place) {
    return scope
        .ahead()
        .of(check)
        .map(ahead -> ahead.places().get(check.runs().indexOf(run)))
        .filter(at -> at.holds(place))
        .isPresent();
  }

  /** What each run was ordered by, in the order offered, once it was compared. */
  private Optional<List<String>> came() {
    boolean judged =
        state.verdict() instanceof Verdict.Right || state.verdict() instanceof Verdict.Wrong;
    return scope.ahead().of(check).filter(ahead -> judged).map(this::results);
  }

  private List<String> results(PlayedAhead ahead) {
    return ahead.curves().stream()
        .map(
            curve ->
                check
                    .goal()
                    .map(
                        goal ->
                            curve.meets(goal).isPresent()
                                ? scope
                                    .messages()
                                    .text(
                                        "lesson.rank.epoch",
                                        Map.of(
                                            "epoch",
                                            scope
                                                .messages()
                                                .numbers()
                                                .whole(curve.meets(goal).getAsLong())))
                                : scope.messages().text("lesson.predict.never"))
                    .orElseGet(
                        () ->
                            Double.isNaN(curve.end())
                                ? scope.messages().text("lesson.rank.diverged")
                                : scope
                                    .messages()
                                    .numbers()
                                    .shown(PredictionModel.shown(curve.end(), curve, scope))))
        .toList();
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void render(NotatedFrame frame) {
    judging.render(frame);
  }
}
