package org.ladera.present.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ladera.lesson.model.SpreadView;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.network.DeltasModel.Course;
import org.ladera.present.network.DeltasModel.Range;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.OtherRuns;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.RichText;

/**
 * How large the gradient of each layer was along several runs: a strip of colours for each layer,
 * in one scale for all, so that they can be compared.
 *
 * @param spoken the present norms in words
 * @param blocks one for each run, that of the view first
 * @param range of all of them
 */
public record NormsModel(
    String title, String reading, String spoken, List<Block> blocks, Range range)
    implements CardModel {
  /** The strips of one run. */
  public record Block(String name, Course course) {}

  public NormsModel {
    blocks = List.copyOf(blocks);
  }

  /** The view of {@code spec} of this frame. */
  public static NormsModel of(
      Frame frame, SpreadView.Norms spec, Highlight highlight, Messages messages, Labels labels) {
    List<RunFrame> runs = new ArrayList<>(List.of(frame.run(spec.run())));
    runs.addAll(OtherRuns.of(frame, spec.run(), spec.runs()));
    List<Block> blocks = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (RunFrame run : runs) {
      Course course =
          new DeltasModelBuilder(
                  run,
                  frame.epochs(),
                  new ViewSpec.Deltas(run.id(), OptionalInt.empty()),
                  highlight,
                  messages)
              .course();
      Block block = new Block(labels.run(run.id(), ""), course);
      blocks.add(block);
      sentences.add(spoken(block, messages));
    }
    String title = messages.text("norms.title");
    return new NormsModel(
        title,
        messages.text("norms.reading"),
        RichText.parse(String.join(" ", sentences)).plain(),
        blocks,
        range(blocks, messages));
  }

  private static Range range(List<Block> blocks, Messages messages) {
    Range first = blocks.getFirst().course().gradient();
    int lowest = blocks.stream().mapToInt(b -> b.course().gradient().lowest()).min().orElse(0);
    int highest = blocks.stream().mapToInt(b -> b.course().gradient().highest()).max().orElse(1);
    return Range.of(first.title(), first.word(), lowest, highest, messages.numbers());
  }

  private static String spoken(Block block, Messages messages) {
    Course course = block.course();
    int point = course.pointAt(course.now());
    if (point < 0) {
      return "";
    }
    double[] first = course.layers().getFirst().gradients();
    double[] last = course.layers().getLast().gradients();
    return messages.text(
        course.layers().size() == 1 ? "norms.spoken.one" : "norms.spoken",
        Map.of(
            "name", block.name(),
            "first", messages.numbers().shown(first[point], 3),
            "last", messages.numbers().shown(last[point], 3)));
  }
}
