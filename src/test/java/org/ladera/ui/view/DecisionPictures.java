package org.ladera.ui.view;

import java.util.List;
import javafx.scene.Scene;
import org.ladera.Xor;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.decision.BoundaryModel;
import org.ladera.present.decision.HiddenModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.decision.BoundaryView;
import org.ladera.ui.view.decision.HiddenSpaceView;

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
    time(Xor.thesis(), 376, 392);
    time(Xor.threeClasses(), 456, 386);
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

  /** Milliseconds of a model, of its painting and of its raster, medians after warming up. */
  private static void time(Experiment experiment, int width, int height) {
    ViewSpec.Boundary ref = Xor.view(ViewSpec.Boundary.class);
    ViewSpec.HiddenSpace space = Xor.view(ViewSpec.HiddenSpace.class);
    FieldRequest request = BoundaryModel.wanted(ref, Xor.after(experiment, 0)).iterator().next();
    Frame frame = Xor.after(experiment, 680, request);
    double[][] nanos = new double[4][301];
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          BoundaryView view = new BoundaryView(bench.context);
          Scene scene = Fx.scene(view.node(), width, height);
          HiddenSpaceView hidden = new HiddenSpaceView(bench.context);
          Fx.scene(hidden.node(), width, height);
          for (int i = 0; i < nanos[0].length; i++) {
            long a = System.nanoTime();
            BoundaryModel model =
                BoundaryModel.of(frame, ref, Highlight.NONE, bench.messages.get(), Labels.NONE);
            long b = System.nanoTime();
            view.render(model);
            long c = System.nanoTime();
            if (i % 20 == 0) {
              Fx.picture(scene);
            }
            HiddenModel other =
                HiddenModel.of(frame, space, Highlight.NONE, bench.messages.get(), Labels.NONE);
            long d = System.nanoTime();
            hidden.render(other);
            long e = System.nanoTime();
            nanos[0][i] = b - a;
            nanos[1][i] = c - b;
            nanos[2][i] = e - d;
            long f = System.nanoTime();
            HiddenModel.of(frame, space, Highlight.NONE, bench.messages.get(), Labels.NONE);
            nanos[3][i] = System.nanoTime() - f;
          }
          return List.of();
        });
    double[] raster = new double[401];
    double[] field = new double[401];
    List<org.ladera.landscape.Field> fields =
        BoundaryModel.of(frame, ref, Highlight.NONE, Messages.load(Language.EN), Labels.NONE)
            .background()
            .orElseThrow()
            .fields();
    for (int i = 0; i < raster.length; i++) {
      long a = System.nanoTime();
      org.ladera.present.decision.DecisionRaster.draw(
          fields, 300, 300, 1, org.ladera.ui.view.decision.Inks.of(Tokens.of(Profile.DARK), 3));
      long b = System.nanoTime();
      new org.ladera.landscape.DecisionGrid(
              org.ladera.landscape.LossFunction.of(experiment), frame.main().parameters())
          .outputs(
              org.ladera.landscape.DecisionGrid.InputPlane.first(2),
              new org.ladera.landscape.Axis(-1, 1, 160),
              new org.ladera.landscape.Axis(-1, 1, 160),
              () -> false);
      raster[i] = b - a;
      field[i] = System.nanoTime() - b;
    }
    for (double[] row : nanos) {
      java.util.Arrays.sort(row);
    }
    java.util.Arrays.sort(raster);
    java.util.Arrays.sort(field);
    System.out.printf(
        java.util.Locale.ROOT,
        "%dx%d model %.3f paint %.3f (99%% %.3f) hidden paint %.3f model %.3f; raster 300x300 %.3f"
            + " field %.3f ms%n",
        width,
        height,
        nanos[0][150] / 1e6,
        nanos[1][150] / 1e6,
        nanos[1][298] / 1e6,
        nanos[2][150] / 1e6,
        nanos[3][150] / 1e6,
        raster[200] / 1e6,
        field[200] / 1e6);
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
    ViewSpec.HiddenSpace ref = Xor.view(ViewSpec.HiddenSpace.class, options);
    Frame before = Xor.after(experiment, 0);
    Frame frame =
        Xor.after(experiment, epoch, HiddenModel.wanted(ref, before).toArray(FieldRequest[]::new));
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          bench.tokens.set(Tokens.of(profile));
          bench.messages.set(Messages.load(language));
          HiddenSpaceView view = new HiddenSpaceView(bench.context);
          Scene scene = Fx.scene(view.node(), width, height);
          view.render(
              HiddenModel.of(frame, ref, Highlight.ofSample(1), bench.messages.get(), Labels.NONE));
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
    ViewSpec.Boundary ref = Xor.view(ViewSpec.Boundary.class, options);
    Frame before = Xor.after(experiment, 0);
    Frame frame =
        Xor.after(
            experiment, epoch, BoundaryModel.wanted(ref, before).toArray(FieldRequest[]::new));
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          bench.tokens.set(Tokens.of(profile));
          bench.messages.set(Messages.load(language));
          BoundaryView view = new BoundaryView(bench.context);
          Scene scene = Fx.scene(view.node(), width, height);
          Highlight highlight = lit < 0 ? Highlight.NONE : Highlight.ofSample(lit);
          view.render(BoundaryModel.of(frame, ref, highlight, bench.messages.get(), Labels.NONE));
          Fx.picture(scene);
          view.settle();
          Fx.keep(Fx.picture(scene), "boundary-" + name);
          return List.of();
        });
  }
}
