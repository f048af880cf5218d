package org.ladera.ui.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.explain.ReaderNumber;
import org.ladera.lesson.markup.PlainTex;
import org.ladera.lesson.model.Control;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.reading.ParameterReading;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.control.Icons;
import org.ladera.ui.control.NumberField;

/** Where the descent begins: exact numbers, new weights, or a click on a view. */
final class StartView implements ControlView {
  /** Room for a symbol with two indices and a negative number of three digits. */
  private static final double WIDTH = 96;

  private final Control.Start control;
  private final StepScope scope;
  private final VBox box;
  private final TextFlow problem;
  private final Map<ParameterRef, NumberField> fields = new LinkedHashMap<>();
  private final Map<ParameterRef, Echo> echoes = new LinkedHashMap<>();
  private final NewestFrame newest;

  /**
   * @param surface whether a click on a view of the step sets the start as well
   */
  StartView(Control.Start control, NetworkSpec network, StepScope scope, boolean surface) {
    this.control = control;
    this.scope = scope;
    newest = scope.newest("start " + control.id());
    problem =
        scope.line(scope.messages().text("lesson.field.number"), LineStyle.danger(scope.tokens()));
    StepScope.reveal(problem, false);
    FlowPane pieces = new FlowPane(scope.px(8), scope.px(8));
    pieces.setAlignment(Pos.CENTER_RIGHT);
    for (ParameterRef ref : control.parameters()) {
      pieces.getChildren().add(field(ref, ParameterSymbol.tex(ref, network)));
    }
    if (control.reseed()) {
      pieces.getChildren().add(dice());
    }
    TextFlow label =
        scope.line(scope.label(control.id(), "lesson.start"), LineStyle.control(scope.tokens()));
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setMaxHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(pieces, Priority.ALWAYS);
    pieces.setMinWidth(scope.px(WIDTH));
    HBox head = new HBox(scope.px(8), label, pieces);
    head.setAlignment(Pos.CENTER_LEFT);
    box = new VBox(scope.px(8), head, problem);
    if (surface || scope.labels().containsKey(control.id() + ".hint")) {
      box.getChildren().add(hint());
    }
  }

  private NumberField field(ParameterRef ref, String tex) {
    NumberField field =
        new NumberField(
            scope.tokens(),
            scope.messages().numbers(),
            value -> true,
            ReaderNumber::plain,
            value -> put(ref, value),
            is -> StepScope.reveal(problem, !is));
    field.size(WIDTH);
    field.lead(scope.formulas().view(tex, 13, scope.tokens().muted(), false));
    field.name(scope.messages().text("lesson.start.of", Map.of("parameter", PlainTex.of(tex))));
    fields.put(ref, field);
    return field;
  }

  private IconButton dice() {
    IconButton button =
        new IconButton(MaterialDesignD.DICE_MULTIPLE_OUTLINE, 16, this::reseed)
            .named(scope.messages().text("lesson.start.reseed"))
            .square(scope.px(28));
    button.getStyleClass().add("outlined");
    return button;
  }

  private HBox hint() {
    FontIcon icon =
        Icons.of(
            MaterialDesignC.CURSOR_DEFAULT_CLICK_OUTLINE, scope.tokens().muted(), scope.tokens());
    TextFlow words =
        scope.line(
            scope.label(control.id() + ".hint", "lesson.start.hint"),
            LineStyle.caption(scope.tokens()));
    HBox.setHgrow(words, Priority.ALWAYS);
    return new HBox(scope.px(8), icon, words);
  }

  private void put(ParameterRef ref, ReaderNumber value) {
    newest.with(frame -> put(ref, value, frame.main()));
  }

  private Echo echo(ParameterRef ref) {
    return echoes.computeIfAbsent(ref, r -> new Echo());
  }

  private void put(ParameterRef ref, ReaderNumber value, RunFrame run) {
    double[] start = run.start().parameters().toArray();
    start[new ParameterLayout(run.experiment().network()).indexOf(ref)] = value.engine();
    echo(ref).sent(value);
    scope
        .actions()
        .send(new Command.SetStart(new Edit.SetParameters(MatrixView.of(1, start.length, start))));
  }

  private void reseed() {
    // The next seed rather than a random one: a run is its recipe.
    newest.with(
        frame -> scope.actions().send(new Command.Reseed(frame.main().experiment().seed() + 1)));
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void render(NotatedFrame moment) {
    Frame frame = moment.engine();
    newest.take(frame, () -> {});
    fields.forEach(
        (ref, field) ->
            new ParameterReading(ParameterReading.Form.START, ref)
                .value(frame, frame.main())
                .ifPresent(value -> field.show(echo(ref).heard(ReaderNumber.plain(value)))));
  }
}
