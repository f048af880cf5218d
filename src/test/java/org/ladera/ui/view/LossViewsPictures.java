package org.ladera.ui.view;

import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.ViewRef;
import org.ladera.present.Brush;
import org.ladera.present.IceCream;
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
}
