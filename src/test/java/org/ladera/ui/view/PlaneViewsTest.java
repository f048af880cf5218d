package org.ladera.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ladera.Xor;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.loss.ContourModel;
import org.ladera.present.loss.SurfaceModel;
import org.ladera.present.shared.Highlight;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.loss.ContourView;
import org.ladera.ui.view.loss.SurfaceView;

/** Surface and contour over planes through all parameters of XOR. */
class PlaneViewsTest {
  private static final List<Class<? extends ViewSpec.OverParameters>> KINDS =
      List.of(ViewSpec.Surface.class, ViewSpec.Contour.class);

  @BeforeAll
  static void start() {
    Fx.start();
  }

  static Frame frame(ViewSpec.OverParameters ref) {
    Frame before = Xor.after(Xor.thesis(), 0);
    return Xor.after(
        Xor.thesis(), 680, SurfaceModel.wanted(ref, before).toArray(FieldRequest[]::new));
  }

  static WritableImage picture(
      Class<? extends ViewSpec.OverParameters> kind,
      String plane,
      Profile profile,
      Language language,
      int times) {
    ViewSpec.OverParameters ref = Xor.view(kind, "plane", plane);
    Frame frame = frame(ref);
    return Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          bench.tokens.set(Tokens.of(profile));
          bench.messages.set(Messages.load(language));
          return kind == ViewSpec.Surface.class
              ? surface(bench, frame, ref, times)
              : contour(bench, frame, ref, times);
        });
  }

  private static WritableImage surface(
      ViewBench bench, Frame frame, ViewSpec.OverParameters ref, int times) {
    SurfaceView view = new SurfaceView(bench.context);
    Scene scene = Fx.scene(view.node(), 700, 560);
    for (int i = 0; i < times; i++) {
      view.render(SurfaceModel.of(frame, ref, Highlight.NONE, bench.messages.get()));
      view.settle();
    }
    return Fx.picture(scene);
  }

  private static WritableImage contour(
      ViewBench bench, Frame frame, ViewSpec.OverParameters ref, int times) {
    ContourView view = new ContourView(bench.context);
    Scene scene = Fx.scene(view.node(), 700, 560);
    for (int i = 0; i < times; i++) {
      view.render(ContourModel.of(frame, ref, Highlight.NONE, bench.messages.get()));
      view.settle();
    }
    return Fx.picture(scene);
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "path"})
  void drawingTwiceChangesNothing(String plane) {
    for (Class<? extends ViewSpec.OverParameters> kind : KINDS) {
      WritableImage once = picture(kind, plane, Profile.LIGHT, Language.ES, 1);
      WritableImage twice = picture(kind, plane, Profile.LIGHT, Language.ES, 2);
      for (int y = 0; y < once.getHeight(); y++) {
        for (int x = 0; x < once.getWidth(); x++) {
          assertEquals(
              once.getPixelReader().getArgb(x, y), twice.getPixelReader().getArgb(x, y), kind + "");
        }
      }
    }
  }

  @Test
  void aPlaneThatIsNotComputedYetSaysSo() {
    ViewSpec.Contour ref = Xor.view(ViewSpec.Contour.class, "plane", "path");
    Frame bare = Xor.after(Xor.thesis(), 0);
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          ContourView view = new ContourView(bench.context);
          Fx.scene(view.node(), 400, 300);
          view.render(ContourModel.of(bare, ref, Highlight.NONE, bench.messages.get()));
          view.settle();
          return null;
        });
    assertEquals(
        0,
        ContourModel.of(bare, ref, Highlight.NONE, Messages.load(Language.ES)).terrain().stream()
            .count());
  }

  /** Writes pictures, to be looked at. */
  public static void main(String[] args) {
    Fx.start();
    try {
      for (String plane : new String[] {"random", "path"}) {
        for (Class<? extends ViewSpec.OverParameters> kind : KINDS) {
          boolean light = kind == ViewSpec.Surface.class;
          Fx.keep(
              picture(
                  kind,
                  plane,
                  light ? Profile.LIGHT : Profile.DARK,
                  light ? Language.ES : Language.EN,
                  1),
              "plane-" + kind.getSimpleName() + "-" + plane);
        }
      }
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }
}
