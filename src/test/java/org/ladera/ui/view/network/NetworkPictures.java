package org.ladera.ui.view.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.network.DeltasModel;
import org.ladera.present.network.NetworkModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.ViewContext;

/** Pictures to look at, in {@code target/pictures}. */
class NetworkPictures {
  static final ViewSpec.Network NETWORK = Xor.view(ViewSpec.Network.class);

  @BeforeAll
  static void start() {
    Fx.start();
  }

  static Frame frame(Experiment experiment, long epoch) {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(Scene.of(experiment, 4000)));
    session.send(new Command.Watch(Set.copyOf(NetworkModel.wanted(NETWORK, session.newest()))));
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
      String name,
      Frame frame,
      Highlight highlight,
      Profile profile,
      Language language,
      int w,
      int h) {
    Fx.on(
        () -> {
          ViewContext context = context(profile, language);
          NetworkView view = new NetworkView(context);
          view.render(
              NetworkModel.of(
                  frame, NETWORK, highlight, context.messages().getValue(), Labels.NONE));
          Fx.keep(Fx.picture(Fx.scene(view.node(), w, h)), name);
          view.dispose();
          return null;
        });
  }

  @Test
  void networks() {
    Frame xor = frame(Xor.thesis(), 680);
    picture("network-mockup", xor, Highlight.ofSample(1), Profile.DARK, Language.EN, 520, 392);
    picture("network-light", xor, Highlight.NONE, Profile.LIGHT, Language.ES, 520, 392);
    picture(
        "network-projector", xor, Highlight.ofSample(1), Profile.PROJECTOR, Language.ES, 800, 600);
    picture("network-small", xor, Highlight.ofSample(1), Profile.DARK, Language.ES, 240, 180);
    picture("network-4k", xor, Highlight.ofSample(1), Profile.DARK, Language.EN, 3840, 2160);
    picture(
        "network-deep",
        frame(Xor.deep(), 100),
        Highlight.NONE,
        Profile.LIGHT,
        Language.EN,
        640,
        420);
    picture(
        "network-one",
        frame(Xor.oneInput(), 100),
        Highlight.NONE,
        Profile.LIGHT,
        Language.EN,
        420,
        300);
    picture(
        "network-classes",
        frame(Xor.threeClasses(), 100),
        Highlight.NONE,
        Profile.LIGHT,
        Language.EN,
        520,
        392);
    picture(
        "network-lit",
        xor,
        new Highlight(1, 1, 2, java.util.Optional.empty(), -1),
        Profile.DARK,
        Language.EN,
        520,
        392);
  }

  private static void deltas(
      String name,
      Frame frame,
      Highlight highlight,
      Profile profile,
      Language language,
      int w,
      int h) {
    Fx.on(
        () -> {
          ViewContext context = context(profile, language);
          DeltasView view = new DeltasView(context);
          view.render(
              DeltasModel.of(
                  frame,
                  Xor.view(ViewSpec.Deltas.class),
                  highlight,
                  context.messages().getValue(),
                  Labels.NONE));
          Fx.keep(Fx.picture(Fx.scene(view.node(), w, h)), name);
          view.dispose();
          return null;
        });
  }

  /** Fourteen hidden layers of three sigmoids. */
  static Experiment chain() {
    List<LayerSpec> layers = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      layers.add(LayerSpec.dense(3, ActivationSpec.SIGMOID));
    }
    layers.add(LayerSpec.dense(1, ActivationSpec.SIGMOID));
    return Xor.thesis()
        .withNetwork(new NetworkSpec(2, layers))
        .withInit(new InitSpec.GlorotUniform(1));
  }

  @Test
  void deltas() {
    Frame xor = frame(Xor.thesis(), 680);
    deltas("deltas-mockup", xor, Highlight.ofSample(1), Profile.DARK, Language.EN, 360, 316);
    deltas("deltas-light", xor, Highlight.NONE, Profile.LIGHT, Language.ES, 360, 316);
    deltas(
        "deltas-projector", xor, Highlight.ofSample(1), Profile.PROJECTOR, Language.ES, 800, 600);
    deltas("deltas-small", xor, Highlight.ofSample(1), Profile.DARK, Language.ES, 240, 180);
    deltas("deltas-4k", xor, Highlight.ofSample(1), Profile.DARK, Language.EN, 3840, 2160);
    Frame chain = frame(chain(), 200);
    deltas("deltas-chain", chain, Highlight.NONE, Profile.LIGHT, Language.EN, 360, 400);
    deltas("deltas-chain-large", chain, Highlight.NONE, Profile.DARK, Language.EN, 900, 800);
    deltas(
        "deltas-classes",
        frame(Xor.threeClasses(), 50),
        Highlight.ofSample(5),
        Profile.LIGHT,
        Language.EN,
        520,
        392);
    deltas(
        "deltas-many",
        frame(
            Xor.classes(
                10,
                NetworkSpec.of(
                    2,
                    LayerSpec.dense(8, ActivationSpec.TANH),
                    LayerSpec.dense(10, ActivationSpec.SOFTMAX))),
            30),
        Highlight.ofSample(40),
        Profile.DARK,
        Language.ES,
        520,
        392);
    picture("network-chain", chain, Highlight.NONE, Profile.DARK, Language.EN, 640, 400);
    picture(
        "network-wide",
        frame(
            Xor.thesis()
                .withNetwork(
                    NetworkSpec.of(
                        2,
                        LayerSpec.dense(20, ActivationSpec.RELU),
                        LayerSpec.dense(1, ActivationSpec.SIGMOID)))
                .withInit(new InitSpec.HeUniform()),
            50),
        Highlight.NONE,
        Profile.LIGHT,
        Language.EN,
        640,
        500);
  }
}
