package org.ladera.ui.view.network;

import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.spec.Experiment;
import org.ladera.lesson.ViewRef;
import org.ladera.present.Brush;
import org.ladera.present.Labels;
import org.ladera.present.network.NetworkModel;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.InlineSession;
import org.ladera.session.Scene;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.ViewContext;

/** Pictures to look at, in {@code target/pictures}. */
class NetworkPictures {
  static final ViewRef NETWORK = Xor.view(ViewRef.Kind.NETWORK);

  @BeforeAll
  static void start() {
    Fx.start();
  }

  static Frame frame(Experiment experiment, long epoch) {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(Scene.of(experiment, 4000)));
    session.send(
        new Command.Watch(
            Set.copyOf(NetworkModel.fieldRequests(NETWORK, session.newest().main()))));
    session.send(new Command.RunTo(Math.max(epoch, 1500)));
    session.send(new Command.RunTo(epoch));
    return session.newest();
  }

  static ViewContext context(Profile profile, Language language) {
    return new ViewContext(
        new SimpleObjectProperty<>(Tokens.of(profile)),
        new SimpleObjectProperty<>(Messages.load(language)),
        intent -> {});
  }

  private static void picture(
      String name, Frame frame, Brush brush, Profile profile, Language language, int w, int h) {
    Fx.on(
        () -> {
          ViewContext context = context(profile, language);
          NetworkView view = new NetworkView(context);
          view.render(
              NetworkModel.of(frame, NETWORK, brush, context.messages().getValue(), Labels.NONE));
          Fx.keep(Fx.picture(Fx.scene(view.node(), w, h)), name);
          view.dispose();
          return null;
        });
  }

  @Test
  void networks() {
    Frame xor = frame(Xor.thesis(), 680);
    picture("network-mockup", xor, Brush.ofSample(1), Profile.DARK, Language.EN, 520, 392);
    picture("network-light", xor, Brush.NONE, Profile.LIGHT, Language.ES, 520, 392);
    picture("network-projector", xor, Brush.ofSample(1), Profile.PROJECTOR, Language.ES, 800, 600);
    picture("network-small", xor, Brush.ofSample(1), Profile.DARK, Language.ES, 240, 180);
    picture("network-4k", xor, Brush.ofSample(1), Profile.DARK, Language.EN, 3840, 2160);
    picture(
        "network-deep", frame(Xor.deep(), 100), Brush.NONE, Profile.LIGHT, Language.EN, 640, 420);
    picture(
        "network-one",
        frame(Xor.oneInput(), 100),
        Brush.NONE,
        Profile.LIGHT,
        Language.EN,
        420,
        300);
    picture(
        "network-classes",
        frame(Xor.threeClasses(), 100),
        Brush.NONE,
        Profile.LIGHT,
        Language.EN,
        520,
        392);
    picture(
        "network-lit",
        xor,
        new Brush(1, 1, 2, java.util.Optional.empty(), -1),
        Profile.DARK,
        Language.EN,
        520,
        392);
  }
}
