package org.ladera.present.images;

import java.util.Optional;
import org.ladera.engine.data.Accuracy;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.trace.Evaluation;
import org.ladera.landscape.gradient.Answer;
import org.ladera.lesson.model.ExamplePart;
import org.ladera.present.shared.PixelPicture;
import org.ladera.session.RunFrame;

/**
 * Examples with what the network says of them now.
 *
 * @param outputs (n × classes)
 */
record Answered(Dataset data, MatrixView outputs) {
  /** Empty where there are no such examples, or where they may not be looked at now. */
  static Optional<Answered> of(RunFrame run, ExamplePart part) {
    return switch (part) {
      case TRAIN -> Optional.of(new Answered(run.experiment().data(), run.now().outputs()));
      case VALIDATION ->
          of(run.experiment().heldOut().validation(), run.validation().map(v -> v.now()));
      case TEST -> of(run.experiment().heldOut().test(), run.test());
    };
  }

  private static Optional<Answered> of(Optional<Dataset> data, Optional<Evaluation> now) {
    return data.flatMap(d -> now.map(e -> new Answered(d, e.outputs())));
  }

  int size() {
    return data.size();
  }

  int truth(int example) {
    return Accuracy.classOf(data.y(), example);
  }

  int answer(int example) {
    return Accuracy.classOf(outputs, example);
  }

  boolean isRight(int example) {
    return truth(example) == answer(example);
  }

  /** What is said of the class that it says. */
  double certainty(int example) {
    return outputs.columns() == 1
        ? Math.max(outputs.get(example, 0), 1 - outputs.get(example, 0))
        : outputs.get(example, answer(example));
  }

  /** Examples that are no pictures are a row of pixels. */
  PixelPicture picture(int example) {
    Shape shape = data.images().orElse(new Shape(1, 1, data.x().columns()));
    return PixelPicture.of(data.x(), example, shape);
  }

  /** What the network makes of one of them. */
  static Answer answer(RunFrame run, MatrixView x) {
    return Answer.of(run.experiment().network(), run.parameters().toArray(), x);
  }
}
