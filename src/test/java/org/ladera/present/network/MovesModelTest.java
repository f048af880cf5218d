package org.ladera.present.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.lesson.model.SpreadView;
import org.ladera.present.network.MovesModel.Group;
import org.ladera.present.network.MovesModel.Move;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** Before and after of every parameter. */
class MovesModelTest {
  @Test
  void scale_and_shift_of_a_normalised_layer_have_letters_of_their_own() {
    LayerSpec hidden = new LayerSpec(4, ActivationSpec.TANH, true, true, 0);
    Experiment e =
        Xor.classes(3, NetworkSpec.of(2, hidden, LayerSpec.dense(3, ActivationSpec.SOFTMAX)));
    Frame frame = Xor.after(e, 3);
    MovesModel model =
        MovesModel.of(
            frame,
            new SpreadView.Moves(Scene.MAIN),
            Highlight.NONE,
            Messages.load(Language.EN),
            Labels.NONE);
    assertEquals(
        List.of("W", "b", "\u03b3", "\u03b2", "W", "b"),
        model.groups().stream().map(group -> group.name().substring(1, 2)).toList());
    // Every scale begins at 1, and is where the run has it.
    Group scales = model.groups().get(2);
    int first = 2 * 4 + 4;
    for (int k = 0; k < 4; k++) {
      Move move = scales.moves().get(k);
      assertEquals(1, move.start());
      assertEquals(frame.main().parameters().get(first + k), move.now());
    }
  }
}
