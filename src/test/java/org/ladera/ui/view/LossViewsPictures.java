package org.ladera.ui.view;

import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.MatrixView;
import org.ladera.lesson.ViewRef;
import org.ladera.present.Brush;
import org.ladera.present.ContourModel;
import org.ladera.present.IceCream;
import org.ladera.present.SliceModel;
import org.ladera.present.SurfaceModel;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

/** Pictures to look at, in {@code target/pictures}. */
class LossViewsPictures {
  static final ViewRef SURFACE =
      IceCream.view(
          ViewRef.Kind.SURFACE,
          "u",
          "b[1][1]",
          "v",
          "W[1][1,1]",
          "uRange",
          "-5,3",
          "vRange",
          "-1,4");

  @BeforeAll
  static void start() {
    Fx.start();
  }

  static Frame frame(double rate, long reached, long at) {
    InlineSession session = IceCream.played(0, 1500, IceCream.experiment(rate));
    session.send(
        new Command.Watch(
            Set.copyOf(SurfaceModel.fieldRequests(SURFACE, session.newest().main()))));
    session.send(new Command.RunTo(reached));
    session.send(new Command.Seek(at));
    return session.newest();
  }

  static ViewContext context(Profile profile, Language language) {
    return new ViewContext(
        new SimpleObjectProperty<>(Tokens.of(profile)),
        new SimpleObjectProperty<>(Messages.load(language)),
        intent -> {});
  }

  private static void surface(
      String name, Frame frame, Profile profile, Language language, int width, int height) {
    Fx.on(
        () -> {
          ViewContext context = context(profile, language);
          SurfaceView view = new SurfaceView(context);
          view.render(SurfaceModel.of(frame, SURFACE, Brush.NONE, context.messages().getValue()));
          Fx.keep(Fx.picture(Fx.scene(view.node(), width, height)), name);
          view.dispose();
          return null;
        });
  }

  @Test
  void surfaces() {
    Frame frame = frame(0.01, 1500, 240);
    surface("surface-mockup", frame, Profile.LIGHT, Language.ES, 440, 376);
    surface("surface-large", frame, Profile.LIGHT, Language.ES, 1000, 760);
    surface("surface-dark", frame, Profile.DARK, Language.EN, 640, 500);
    surface("surface-projector", frame, Profile.PROJECTOR, Language.EN, 800, 600);
    surface("surface-small", frame, Profile.LIGHT, Language.ES, 240, 180);
    surface("surface-diverged", frame(0.012, 12, 12), Profile.LIGHT, Language.ES, 640, 420);
  }

  private static void contour(
      String name, Frame frame, Profile profile, Language language, int width, int height) {
    Fx.on(
        () -> {
          ViewContext context = context(profile, language);
          ContourView view = new ContourView(context);
          view.render(ContourModel.of(frame, SURFACE, Brush.NONE, context.messages().getValue()));
          Fx.keep(Fx.picture(Fx.scene(view.node(), width, height)), name);
          view.dispose();
          return null;
        });
  }

  @Test
  void contours() {
    Frame frame = frame(0.01, 1500, 240);
    contour("contour-mockup", frame, Profile.LIGHT, Language.ES, 440, 332);
    contour("contour-large", frame, Profile.LIGHT, Language.ES, 1000, 760);
    contour("contour-dark", frame, Profile.DARK, Language.EN, 640, 500);
    contour("contour-projector", frame, Profile.PROJECTOR, Language.EN, 800, 600);
    contour("contour-small", frame, Profile.LIGHT, Language.ES, 240, 180);
    contour("contour-diverged", frame(0.012, 12, 12), Profile.LIGHT, Language.ES, 640, 420);
  }

  static Experiment throughOrigin(double w) {
    return new Experiment(
        Dataset.of(new double[][] {{1}, {2}, {3}}, new double[][] {{1}, {2}, {3}}),
        NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY)),
        LossSpec.SSE.withFactor(Factor.HALF_PER_SAMPLE),
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(0.1),
        ScheduleSpec.CONSTANT,
        BatchSpec.FULL,
        new InitSpec.Given(MatrixView.of(1, 2, w, 0)),
        1);
  }

  static final ViewRef SLICE =
      IceCream.view(
          ViewRef.Kind.SLICE, "u", "W[1][1,1]", "range", "-0.5,2.5", "marks", "0,0.5,1,1.5,2");

  static Frame slice(double w) {
    InlineSession session = IceCream.played(0, 10, throughOrigin(w));
    session.send(new Command.Watch(SliceModel.fieldRequests(SLICE, session.newest().main())));
    return session.newest();
  }

  private static void slice(String name, double w, Profile profile, int width, int height) {
    Frame frame = slice(w);
    Fx.on(
        () -> {
          ViewContext context = context(profile, Language.ES);
          SliceView view = new SliceView(context);
          view.render(SliceModel.of(frame, SLICE, Brush.NONE, context.messages().getValue()));
          Fx.keep(Fx.picture(Fx.scene(view.node(), width, height)), name);
          view.dispose();
          return null;
        });
  }

  @Test
  void slices() {
    slice("slice-light", 0.3, Profile.LIGHT, 440, 332);
    slice("slice-projector", 1.7, Profile.PROJECTOR, 700, 420);
    slice("slice-dark", 1, Profile.DARK, 440, 332);
    slice("slice-small", 0, Profile.LIGHT, 240, 180);
  }
}
