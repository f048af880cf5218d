package org.ladera.present.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.OtherRuns;
import org.ladera.present.shared.Tip;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.RichText;

/**
 * What several networks say over the plane of their inputs, side by side at one moment.
 *
 * @param reading how many of them have all examples right
 * @param spoken the whole state in words
 */
public record BoundariesModel(String title, String reading, String spoken, List<Cell> cells)
    implements CardModel {
  /**
   * One of them.
   *
   * @param name of its run
   * @param loss of its run, written
   * @param solved whether it has all examples right
   * @param boundary what it says
   * @param tip which run it is and how it does
   */
  public record Cell(String name, String loss, boolean solved, BoundaryModel boundary, Tip tip) {}

  public BoundariesModel {
    cells = List.copyOf(cells);
  }

  /** The view of {@code spec} of this frame. */
  public static BoundariesModel of(
      Frame frame,
      ViewSpec.Boundaries spec,
      Highlight highlight,
      Messages messages,
      Labels labels) {
    List<Cell> cells = new ArrayList<>();
    for (RunFrame run : OtherRuns.withOwn(frame, spec.run(), spec.runs())) {
      BoundaryModel boundary =
          BoundaryModel.of(frame, spec.of(run.id()), highlight, messages, labels);
      cells.add(cell(run, boundary, messages, labels));
    }
    long solved = cells.stream().filter(Cell::solved).count();
    String reading =
        messages.text(
            "boundaries.solved",
            Map.of(
                "solved", messages.numbers().whole(solved),
                "count", messages.numbers().whole(cells.size())));
    String title = messages.text("boundaries.title");
    List<String> sentences = new ArrayList<>(List.of(title + ".", reading + "."));
    cells.forEach(cell -> sentences.add(cell.tip().plain() + "."));
    sentences.add(messages.text("boundaries.keys"));
    return new BoundariesModel(
        title, reading, RichText.parse(String.join(" ", sentences)).plain(), cells);
  }

  private static Cell cell(RunFrame run, BoundaryModel boundary, Messages messages, Labels labels) {
    String name = labels.run(run.id(), run.id());
    String loss =
        messages.text(
            "boundaries.loss", Map.of("loss", messages.numbers().shown(run.now().totalLoss(), 3)));
    boolean solved =
        !boundary.marks().isEmpty()
            && boundary.marks().stream().noneMatch(BoundaryModel.Mark::wrong)
            && run.now().accuracy() == 1;
    Tip tip =
        new Tip(
            List.of(
                new Tip.Line(name, Tip.Tone.TITLE),
                new Tip.Line(loss, Tip.Tone.LOSS),
                new Tip.Line(boundary.reading(), Tip.Tone.TEXT)));
    return new Cell(name, loss, solved, boundary, tip);
  }

  /** The pictures this view needs. */
  public static Collection<FieldRequest> wanted(ViewSpec.Boundaries spec, Frame frame) {
    List<FieldRequest> all = new ArrayList<>();
    for (RunFrame run : OtherRuns.withOwn(frame, spec.run(), spec.runs())) {
      all.addAll(BoundaryModel.wanted(spec.of(run.id()), frame));
    }
    return all;
  }
}
