package org.ladera.ui.window;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Conversion;
import org.ladera.explain.Quantity;
import org.ladera.explain.comparison.GivenArray;
import org.ladera.explain.comparison.ProgramComparison;
import org.ladera.lesson.markup.TexNotation;
import org.ladera.present.program.ProgramModel;
import org.ladera.present.step.Grid;
import org.ladera.present.step.OpenUpdate;
import org.ladera.present.step.Phase;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.store.python.GivenArrays;
import org.ladera.store.python.Unexportable;
import org.ladera.store.python.UnreadableArrays;
import org.ladera.store.python.WorkshopProgram;
import org.ladera.text.Messages;
import org.ladera.ui.control.Copying;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.NewestJob;
import org.ladera.ui.lesson.Paragraph;
import org.ladera.ui.program.ProgramActions;
import org.ladera.ui.program.ProgramPage;
import org.ladera.ui.program.ProgramPage.Given;

/**
 * A person's program beside the next update of the run: what was given, which part of it is looked
 * at, and where the page leads. FX thread; files are read and compared on a thread of their own.
 */
final class ProgramCheck implements ProgramActions {
  /** Some arrays, how they compare, or why they cannot be read. */
  private record Found(
      String source,
      List<GivenArray> arrays,
      Optional<ProgramComparison> comparison,
      Optional<UnreadableArrays> unreadable,
      Optional<IOException> lost) {}

  /** Where arrays come from. */
  @FunctionalInterface
  private interface Source {
    List<GivenArray> read() throws IOException, UnreadableArrays;
  }

  /** A program with more numbers in it is not read. */
  private static final int MOST_WRITTEN = 2000;

  private final MainController controller;
  private final Typesetter typesetter;
  private final NewestJob<Found> job = new NewestJob<>("program", this::receive);
  private @Nullable StepTrace trace;
  private @Nullable Found found;
  private OptionalInt line = OptionalInt.empty();
  private Optional<Grid.Cell> cell = Optional.empty();
  private ProgramModel model =
      new ProgramModel(List.of(), Optional.empty(), OptionalInt.empty(), List.of());

  ProgramCheck(MainController controller, Typesetter typesetter) {
    this.controller = controller;
    this.typesetter = typesetter;
  }

  /** The update that the next step would do, with what was given last. */
  void open() {
    Frame frame = controller.live().frame();
    if (frame == null || frame.main().experiment().function().isPresent()) {
      return;
    }
    controller.run.send(new Command.Pause());
    boolean other = !frame.main().next().equals(trace);
    trace = frame.main().next();
    if (found != null && other) {
      List<GivenArray> again = found.arrays();
      String source = found.source();
      found = null;
      take(source, () -> again);
    }
    controller.window().overlays().page(this::page, this::key);
  }

  private ProgramPage page() {
    StepTrace now = trace;
    if (now == null) {
      throw new IllegalStateException("no update is compared");
    }
    var appearance = controller.appearance();
    Messages messages = appearance.messages();
    OpenUpdate update =
        new OpenUpdate(
            now,
            new OpenUpdate.Style(appearance.notation(), messages, controller.live().labels(), 0),
            Phase.Scope.UPDATE);
    Found last = found;
    model =
        last == null || last.comparison().isEmpty()
            ? ProgramModel.of(update)
            : ProgramModel.of(update, last.comparison().get(), line, cell);
    String about =
        messages.text(
            "program.about",
            Map.of(
                "network", now.experiment().network().shape(),
                "update", messages.numbers().whole(now.update() + 1),
                "rate", messages.numbers().shown(update.trace().rate())));
    TexNotation written =
        new TexNotation(
            appearance.notation(),
            messages.numbers().decimal(),
            Conversion.of(now, appearance.notation()));
    return new ProgramPage(
        model,
        about,
        given(messages),
        template(now, messages),
        this,
        words -> Paragraph.of(words, typesetter, messages.numbers(), written, appearance.tokens()),
        typesetter,
        messages,
        appearance.tokens());
  }

  private Given given(Messages messages) {
    Found last = found;
    if (last == null) {
      return Given.NOTHING;
    }
    Optional<String> fault =
        last.unreadable()
            .map(e -> messages.text("fault.arrays." + e.key(), e.values()))
            .or(() -> last.lost().map(e -> messages.text("program.lost")));
    String source = last.source().isEmpty() ? messages.text("program.pasted") : last.source();
    return new Given(source, last.arrays().stream().map(GivenArray::name).toList(), fault);
  }

  private void take(String source, Source from) {
    StepTrace now = trace;
    if (now == null) {
      return;
    }
    OpenUpdate.Style style =
        new OpenUpdate.Style(
            controller.appearance().notation(),
            controller.appearance().messages(),
            controller.live().labels(),
            0);
    job.ask(
        () -> {
          try {
            List<GivenArray> arrays = from.read();
            StepTrace shown = new OpenUpdate(now, style, Phase.Scope.UPDATE).trace();
            return new Found(
                source,
                arrays,
                Optional.of(ProgramComparison.of(shown, arrays)),
                Optional.empty(),
                Optional.empty());
          } catch (UnreadableArrays e) {
            return new Found(source, List.of(), Optional.empty(), Optional.of(e), Optional.empty());
          } catch (IOException e) {
            return new Found(source, List.of(), Optional.empty(), Optional.empty(), Optional.of(e));
          }
        });
  }

  private void receive(Found newest) {
    found = newest;
    line = OptionalInt.empty();
    cell = Optional.empty();
    controller.window().overlays().renew();
  }

  private void key(KeyEvent event) {
    Node owner = controller.window().scene().getFocusOwner();
    if (event.getCode() == KeyCode.ENTER && owner instanceof ButtonBase button) {
      event.consume();
      button.fire();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      back();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.V) {
      event.consume();
      paste();
    } else if (event.getCode().isArrowKey() && !event.isShortcutDown()) {
      event.consume();
      move(event.getCode());
    } else {
      controller.pages().performEverywhere(event);
    }
  }

  private void move(KeyCode code) {
    model
        .beside()
        .ifPresent(
            beside -> {
              int row = beside.chosen().row();
              int column = beside.chosen().column();
              switch (code) {
                case UP -> row--;
                case DOWN -> row++;
                case LEFT -> column--;
                default -> column++;
              }
              if (row >= 0
                  && row < beside.names().rows()
                  && column >= 0
                  && column < beside.names().columns()) {
                choose(new Grid.Cell(row, column));
              }
            });
  }

  @Override
  public void back() {
    controller.window().overlays().hide();
  }

  @Override
  public void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    List<File> files = Clipboard.getSystemClipboard().getFiles();
    if (files != null && !files.isEmpty()) {
      read(files.getFirst().toPath());
    } else {
      take("", () -> GivenArrays.pasted(text == null ? "" : text));
    }
  }

  @Override
  public void chooseFile() {
    FileChooser chooser = new FileChooser();
    Messages messages = controller.appearance().messages();
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                messages.text("program.files"), "*.npz", "*.npy", "*.csv", "*.json", "*.txt"),
            new FileChooser.ExtensionFilter(messages.text("program.files.all"), "*"));
    File chosen = chooser.showOpenDialog(controller.window().scene().getWindow());
    if (chosen != null) {
      read(chosen.toPath());
    }
  }

  @Override
  public void read(Path file) {
    take(String.valueOf(file.getFileName()), () -> GivenArrays.read(file));
  }

  @Override
  public void choose(int newLine) {
    line = OptionalInt.of(newLine);
    cell = Optional.empty();
    controller.window().overlays().renew();
  }

  @Override
  public void choose(Grid.Cell newCell) {
    cell = Optional.of(newCell);
    controller.window().overlays().renew();
  }

  @Override
  public void see(Quantity number) {
    back();
    controller.stepThrough().open(number);
  }

  @Override
  public void copy(String text) {
    Copying.copy(text);
  }

  /** The update as functions to fill in; empty where it is not one of the workshops' kind. */
  private Optional<String> template(StepTrace now, Messages messages) {
    if (new ParameterLayout(now.experiment().network()).count() > MOST_WRITTEN) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          WorkshopProgram.of(now, name -> messages.text("program.template." + name)));
    } catch (Unexportable e) {
      return Optional.empty();
    }
  }
}
