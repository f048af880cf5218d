package org.ladera.ui.view;

import java.util.List;
import javafx.scene.Scene;
import org.ladera.Xor;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.lesson.ViewRef;
import org.ladera.lesson.ViewRef.Kind;
import org.ladera.present.BoundaryModel;
import org.ladera.present.Brush;
import org.ladera.present.HiddenModel;
import org.ladera.present.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

/** Writes pictures of boundary and hidden space, to be looked at. */
final class DecisionPictures {
  private DecisionPictures() {}

  public static void main(String[] args) {
    Fx.start();
    try {
      draw();
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }

  private static void draw() {
    boundary("xor-dark", Xor.thesis(), 680, Profile.DARK, Language.EN, 376, 392, 1);
    boundary("xor-light", Xor.thesis(), 680, Profile.LIGHT, Language.ES, 376, 392, 1);
    boundary("xor-projector", Xor.thesis(), 680, Profile.PROJECTOR, Language.ES, 640, 480, -1);
    boundary("xor-start", Xor.thesis(), 0, Profile.LIGHT, Language.ES, 376, 392, 1);
    boundary("xor-small", Xor.thesis(), 680, Profile.DARK, Language.ES, 240, 180, -1);
    boundary(
        "xor-wide", Xor.thesis(), 3999, Profile.DARK, Language.ES, 900, 500, 0, "edit", "true");
    boundary("three", Xor.threeClasses(), 200, Profile.PROJECTOR, Language.EN, 456, 386, -1);
    boundary("three-dark", Xor.threeClasses(), 200, Profile.DARK, Language.EN, 456, 386, 4);
    hidden("xor-dark", Xor.thesis(), 680, Profile.DARK, Language.EN, 264, 316);
    hidden("xor-light", Xor.thesis(), 680, Profile.LIGHT, Language.ES, 420, 380);
    hidden("xor-inputs", Xor.thesis(), 680, Profile.LIGHT, Language.ES, 420, 380, "layer", "0");
    hidden("xor-small", Xor.thesis(), 680, Profile.LIGHT, Language.ES, 240, 180);
    hidden("deep-2", Xor.deep(), 300, Profile.DARK, Language.EN, 420, 380, "layer", "2");
    hidden("deep-1", Xor.deep(), 300, Profile.PROJECTOR, Language.EN, 620, 480);
    NetworkSpec ten =
        NetworkSpec.of(
            2,
            LayerSpec.dense(16, ActivationSpec.TANH),
            LayerSpec.dense(10, ActivationSpec.SOFTMAX));
    for (Profile profile : Profile.values()) {
      boundary("ten-" + profile, Xor.classes(10, ten), 300, profile, Language.EN, 700, 500, -1);
    }
  }

  private static void hidden(
      String name,
      Experiment experiment,
      long epoch,
      Profile profile,
      Language language,
      int width,
      int height,
      String... options) {
    ViewRef ref = Xor.view(Kind.HIDDEN_SPACE, options);
    Frame before = Xor.after(experiment, 0);
    Frame frame =
        Xor.after(experiment, epoch, HiddenModel.wanted(ref, before).toArray(FieldRequest[]::new));
    Fx.on(
        () -> {
          Bench bench = new Bench();
          bench.tokens.set(Tokens.of(profile));
          bench.messages.set(Messages.load(language));
          HiddenSpaceView view = new HiddenSpaceView(bench.context);
          Scene scene = Fx.scene(view.node(), width, height);
          view.render(
              HiddenModel.of(frame, ref, Brush.ofSample(1), bench.messages.get(), Labels.NONE));
          Fx.picture(scene);
          view.settle();
          Fx.keep(Fx.picture(scene), "hidden-" + name);
          return List.of();
        });
  }

  private static void boundary(
      String name,
      Experiment experiment,
      long epoch,
      Profile profile,
      Language language,
      int width,
      int height,
      int lit,
      String... options) {
    ViewRef ref = Xor.view(Kind.BOUNDARY, options);
    Frame before = Xor.after(experiment, 0);
    Frame frame =
        Xor.after(
            experiment, epoch, BoundaryModel.wanted(ref, before).toArray(FieldRequest[]::new));
    Fx.on(
        () -> {
          Bench bench = new Bench();
          bench.tokens.set(Tokens.of(profile));
          bench.messages.set(Messages.load(language));
          BoundaryView view = new BoundaryView(bench.context);
          Scene scene = Fx.scene(view.node(), width, height);
          Brush brush = lit < 0 ? Brush.NONE : Brush.ofSample(lit);
          view.render(BoundaryModel.of(frame, ref, brush, bench.messages.get(), Labels.NONE));
          Fx.picture(scene);
          view.settle();
          Fx.keep(Fx.picture(scene), "boundary-" + name);
          return List.of();
        });
  }
}
