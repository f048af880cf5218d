package org.ladera.present.shared;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ladera.engine.data.Accuracy;
import org.ladera.engine.data.Dataset;
import org.ladera.landscape.gradient.Answer;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;

/**
 * The picture whose numbers are shown: the brushed example, else the picture that is looked at,
 * else that of the lesson, else the first.
 *
 * @param name how it is called
 * @param truth its class, from 0; −1 where nobody knows
 * @param sample index of the example; −1 where it is none of those
 */
public record Subject(Answer answer, String name, int truth, int sample) {
  public static Subject of(
      RunFrame run, OptionalInt ofLesson, Highlight highlight, Messages messages) {
    if (highlight.sample() < 0 && highlight.looked().isPresent()) {
      Highlight.Looked looked = highlight.looked().get();
      int inputs = run.experiment().network().inputs();
      if (looked.answer().x().columns() == inputs
          && looked.answer().outputs().columns() == run.experiment().network().outputs()) {
        return new Subject(looked.answer(), looked.name(), looked.truth(), -1);
      }
    }
    Dataset data = run.experiment().data();
    int wanted = highlight.sample() >= 0 ? highlight.sample() : ofLesson.orElse(1) - 1;
    int sample = Math.clamp(wanted, 0, data.size() - 1);
    return new Subject(
        Answer.of(run.experiment().network(), run.parameters().toArray(), data.x().rows(sample)),
        messages.text("images.example", Map.of("number", messages.numbers().whole(sample + 1))),
        Accuracy.classOf(data.y(), sample),
        sample);
  }

  /** As above where the examples are pictures; empty elsewhere. */
  public static Optional<Subject> ofPictures(
      RunFrame run, OptionalInt ofLesson, Highlight highlight, Messages messages) {
    return run.experiment().data().images().map(_ -> of(run, ofLesson, highlight, messages));
  }

  /**
   * The number of the example, from 1, or the one that a lesson names where there is no subject.
   */
  public static OptionalInt number(Optional<Subject> subject, OptionalInt ofLesson) {
    return subject.map(s -> OptionalInt.of(Math.max(0, s.sample()) + 1)).orElse(ofLesson);
  }

  /** What is seen of it. */
  public Optional<PixelPicture> picture(RunFrame run) {
    return run.experiment().data().images().map(shape -> PixelPicture.of(answer.x(), 0, shape));
  }
}
