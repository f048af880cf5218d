package org.ladera.ui.view.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import org.ladera.Xor;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.present.check.DerivativeModel;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.ViewBench;

/** Pictures of the gradient check to be looked at: {@code CheckPictures} as a main class. */
final class CheckPictures {
  private CheckPictures() {}

  static Frame thesis(long epoch, Optional<LossSpec> claimed, FieldRequest... wanted) {
    InlineSession session = new InlineSession();
    session.send(
        new Command.Load(
            new org.ladera.session.Scene(
                List.of(
                    new org.ladera.session.Scene.Run(org.ladera.session.Scene.MAIN, Xor.thesis())),
                4000,
                claimed)));
    session.send(new Command.Watch(Set.of(wanted)));
    session.send(new Command.RunTo(epoch));
    return session.newest();
  }

  private static void panel(Profile profile, Language language, Optional<LossSpec> claimed) {
    ParameterRef w = ParameterRef.weight(1, 2, 1);
    Frame frame = thesis(600, claimed, new FieldRequest.Derivative("main", w, claimed));
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          bench.tokens.set(Tokens.of(profile));
          bench.messages.set(Messages.load(language));
          DerivativePanel panel = new DerivativePanel(bench.context);
          double k = bench.tokens.get().scale();
          Scene scene = Fx.scene(panel.node(), (int) (290 * k), (int) (230 * k));
          panel.render(DerivativeModel.of(frame, "main", w, bench.messages.get()));
          String name = profile + "-" + language + (claimed.isPresent() ? "-claimed" : "");
          Fx.keep(Fx.picture(scene), "check-panel-" + name.toLowerCase(java.util.Locale.ROOT));
          return null;
        });
  }

  public static void main(String[] args) {
    Fx.start();
    for (Profile profile : Profile.values()) {
      panel(profile, Language.ES, Optional.empty());
      panel(profile, Language.EN, Optional.of(LossSpec.SSE));
    }
    System.exit(0);
  }
}
