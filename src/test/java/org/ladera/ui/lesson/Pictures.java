package org.ladera.ui.lesson;

import java.io.File;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.ladera.explain.Notation;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Theme;
import org.ladera.ui.theme.Tokens;

/** Draws the narrative into a folder, to be looked at: {@code Pictures DIR}. */
final class Pictures {
  private Pictures() {}

  public static void main(String[] args) throws Exception {
    Fx.start();
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    Frame frame = SurfaceLesson.frame(240);
    for (Profile profile : Profile.values()) {
      for (Language language : Language.values()) {
        for (int step : new int[] {2, 3}) {
          for (int width : profile == Profile.LIGHT ? new int[] {336, 304} : new int[] {336}) {
            String name =
                "%s-%s-%d-%d.png"
                    .formatted(profile, language, step + 1, width)
                    .toLowerCase(java.util.Locale.ROOT);
            picture(typesetter, profile, language, step, width, frame, new File(args[0], name));
          }
        }
      }
    }
    System.exit(0);
  }

  /** Types wrong answers, so that the verdicts can be seen. */
  private static void answer(NarrativePane pane) {
    pane.applyCss();
    pane.layout();
    for (javafx.scene.Node node : pane.lookupAll(".text-field")) {
      javafx.scene.control.TextField field = (javafx.scene.control.TextField) node;
      if (field.getText().isEmpty()) {
        field.setText("\u22121,0578");
        field.fireEvent(new javafx.event.ActionEvent());
      } else if (field.getText().matches("0[.,]01")) {
        field.setText("mucho");
      }
    }
    for (javafx.scene.Node node : pane.lookupAll(".push-button")) {
      if (node instanceof PushButton button && button.getText().matches("una pista|a hint")) {
        button.fire();
      }
    }
  }

  private static void picture(
      Typesetter typesetter,
      Profile profile,
      Language language,
      int step,
      int width,
      Frame frame,
      File file)
      throws Exception {
    WritableImage image =
        Fx.on(
            () -> {
              NarrativePane pane =
                  new NarrativePane(typesetter, SurfaceLesson::grade, new RecordedActions());
              Tokens tokens = Tokens.of(profile);
              double w = profile == Profile.PROJECTOR ? NarrativePane.PROJECTOR : width;
              Scene scene =
                  new Scene(pane, w, step == 2 ? 708 * (tokens.scale() > 1 ? 1.5 : 1) : 1300);
              Theme.apply(scene, tokens);
              pane.show(
                  SurfaceLesson.lesson(), step, Messages.load(language), Notation.ENGINE, tokens);
              pane.render(NotatedFrame.plain(frame));
              if (step == 3) {
                answer(pane);
                pane.render(NotatedFrame.plain(frame));
              }
              for (int i = 0; i < 4; i++) {
                pane.applyCss();
                pane.layout();
              }
              SnapshotParameters parameters = new SnapshotParameters();
              parameters.setTransform(Transform.scale(2, 2));
              return pane.snapshot(parameters, null);
            });
    ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file);
  }
}
