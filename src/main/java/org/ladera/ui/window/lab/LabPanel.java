package org.ladera.ui.window.lab;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.Focus;
import org.ladera.ui.control.Segments;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.theme.Tokens;

/** Everything an experiment is made of, part by part, at the left of the stage. */
public final class LabPanel extends VBox {
  private static final double WIDE = 296;
  private static final double NARROW = 264;

  private final LabActions actions;
  private final VBox sections = new VBox();
  private final ScrollPane scroll = Viewport.column(sections);
  private final LayerSketch.Chosen chosen = new LayerSketch.Chosen();
  private final Set<LabPart> folded =
      EnumSet.of(LabPart.SCHEDULE, LabPart.START, LabPart.REGULARISATION);

  public LabPanel(LabActions actions) {
    this.actions = actions;
    getStyleClass().addAll("sidebar", "lab");
    setId("lab-panel");
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
  }

  public void show(LabState state, boolean narrow, Messages messages, Tokens tokens) {
    if (chosen.held) {
      return;
    }
    double width = Math.round(tokens.px(narrow ? NARROW : WIDE));
    setMinWidth(width);
    setPrefWidth(width);
    setMaxWidth(width);
    setAccessibleText(messages.text("lab.title"));
    double at = scroll.getVvalue();
    Focus.keep(this, () -> fill(new LabForm(state, actions, chosen, messages, tokens)));
    chosen.focus.map(id -> lookup("#" + id)).ifPresent(Node::requestFocus);
    chosen.focus = Optional.empty();
    // The new content has its height only after it was laid out.
    scroll.layout();
    scroll.setVvalue(at);
  }

  private void fill(LabForm f) {
    sections.setPadding(f.tokens.insets(8, 16, 16, 16));
    sections.setSpacing(f.tokens.px(10));
    sections.getChildren().clear();
    f.state.refused().ifPresent(r -> sections.getChildren().add(new LossSection(f).refused(r)));
    if (f.state.begun()) {
      sections.getChildren().add(moment(f));
    }
    boolean first = true;
    for (LabPart part : LabPart.values()) {
      if (f.state.isFunction() && !ofFunction(part)) {
        continue;
      }
      if (!first) {
        sections.getChildren().add(Boxes.separator());
      }
      first = false;
      sections.getChildren().add(section(part, f));
    }
  }

  private static boolean ofFunction(LabPart part) {
    return switch (part) {
      case DATA, OPTIMIZER, SCHEDULE, VIEWS, COMPARE -> true;
      case NETWORK, LOSS, BATCH, START, REGULARISATION, SPLIT, SWEEP -> false;
    };
  }

  /** Whether what a run can take on its way is done from here, or begins anew. */
  private Node moment(LabForm f) {
    Segments<Boolean> which =
        new Segments<>(
            List.of(true, false),
            actions::fromHere,
            "size-12",
            here -> here ? "lab-from-here" : "lab-from-start");
    which.show(here -> f.text(here ? "lab.from-here" : "lab.from-start"), f.state.fromHere());
    VBox box = new VBox(f.tokens.px(4), which, f.note(f.text("lab.from.more")));
    return box;
  }

  private Node section(LabPart part, LabForm f) {
    VBox box = new VBox(f.tokens.px(8));
    boolean closed = folded.contains(part);
    Button title = new Button(f.text(part.text()), new FontIcon(sign(closed)));
    title.getStyleClass().setAll("lab-section", "icon-16", "size-13");
    title.setId("lab-section-" + part.id());
    title.setMnemonicParsing(false);
    title.setOnAction(
        e -> {
          if (!folded.remove(part)) {
            folded.add(part);
          }
          Focus.keep(this, () -> fill(f));
        });
    HBox head = new HBox(title, Boxes.space());
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(f.tokens.px(28));
    if (f.state.begun() && !part.isLook()) {
      head.getChildren().add(1, new BranchSign(part, f));
    }
    link(part, f).ifPresent(head.getChildren()::add);
    box.getChildren().add(head);
    if (!closed) {
      box.getChildren().addAll(content(part, f));
    }
    return box;
  }

  private static org.kordamp.ikonli.Ikon sign(boolean closed) {
    return closed ? MaterialDesignC.CHEVRON_RIGHT : MaterialDesignC.CHEVRON_DOWN;
  }

  private static Optional<Node> link(LabPart part, LabForm f) {
    return switch (part) {
      case DATA -> Optional.of(new DataSection(f).replace());
      case NETWORK -> Optional.of(new NetworkSection(f).addLayer());
      case VIEWS -> Optional.of(new ViewsSection(f).add());
      case COMPARE -> Optional.of(new CompareSection(f).keep());
      case SWEEP -> Optional.of(new SweepSection(f).add());
      case LOSS, OPTIMIZER, SCHEDULE, BATCH, START, REGULARISATION, SPLIT -> Optional.empty();
    };
  }

  private static List<Node> content(LabPart part, LabForm f) {
    return switch (part) {
      case DATA -> new DataSection(f).nodes();
      case NETWORK -> new NetworkSection(f).network();
      case LOSS -> new LossSection(f).nodes();
      case OPTIMIZER -> new TrainingSections(f).optimizer();
      case SCHEDULE -> new TrainingSections(f).schedule();
      case BATCH -> new TrainingSections(f).batch();
      case START -> new StartSections(f).start();
      case REGULARISATION -> new TrainingSections(f).regularisation();
      case SPLIT -> new StartSections(f).split();
      case VIEWS -> new ViewsSection(f).nodes();
      case COMPARE -> new CompareSection(f).nodes();
      case SWEEP -> new SweepSection(f).nodes();
    };
  }
}
