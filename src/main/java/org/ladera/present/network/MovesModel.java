package org.ladera.present.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.lesson.model.SpreadView;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.session.Plan;
import org.ladera.session.RunFrame;
import org.ladera.text.Letters;
import org.ladera.text.Messages;
import org.ladera.timeline.Trajectory;

/**
 * Before and after of every parameter: where it began, where it is, and where the planned run ends.
 *
 * @param spoken the whole state in words
 * @param values of parameters, the same for the whole run
 * @param groups the matrices of the layers, one after the other
 */
public record MovesModel(
    String title, String reading, String spoken, PlotAxis values, List<Group> groups)
    implements CardModel {
  /** The parameters of a matrix or of the biases of a layer. */
  public record Group(String name, List<Move> moves) {
    public Group {
      moves = List.copyOf(moves);
    }
  }

  /**
   * A parameter.
   *
   * @param planned where the planned run ends; NaN where that is not known
   */
  public record Move(double start, double now, double planned) {}

  public MovesModel {
    groups = List.copyOf(groups);
  }

  /** How many parameters there are. */
  public int count() {
    return groups.stream().mapToInt(group -> group.moves().size()).sum();
  }

  /** The view of {@code spec} of this frame. */
  public static MovesModel of(
      Frame frame, SpreadView.Moves spec, Highlight highlight, Messages messages, Labels labels) {
    RunFrame run = frame.run(spec.run());
    ParameterLayout layout = new ParameterLayout(run.experiment().network());
    Trajectory plan = run.plan().map(Plan::path).filter(path -> path.count() > 0).orElse(null);
    List<Group> groups = new ArrayList<>();
    double furthest = 0;
    for (ParameterLayout.Block block : layout.blocks()) {
      List<Move> moves = new ArrayList<>();
      for (int k = block.offset(); k < block.offset() + block.size(); k++) {
        double end = plan == null ? Double.NaN : plan.get(plan.count() - 1, k);
        Move move = new Move(run.start().parameters().get(k), run.parameters().get(k), end);
        moves.add(move);
        furthest = Math.max(furthest, Math.abs(move.now() - move.start()));
      }
      groups.add(new Group(name(block, messages.letters()), moves));
    }
    return new MovesModel(
        labels.title(messages.text("moves.title"), spec, messages),
        messages.text("moves.reading"),
        messages.text(
            "moves.spoken",
            Map.of(
                "count", messages.numbers().whole(layout.count()),
                "furthest", messages.numbers().shown(furthest, 3))),
        PlotAxis.of(messages.text("moves.value"), scale(run, groups, plan), messages.numbers()),
        groups);
  }

  private static String name(ParameterLayout.Block block, Letters letters) {
    String letter =
        switch (block.kind()) {
          case WEIGHT -> "W";
          case BIAS -> "b";
          case GAMMA -> "\u03b3";
          case BETA -> "\u03b2";
        };
    return "$" + letter + letters.layer(block.layer()) + "$";
  }

  /** All that is drawn and all that the run comes through, so that the axis stands still. */
  private static Scale scale(RunFrame run, List<Group> groups, @Nullable Trajectory plan) {
    double low = 0;
    double high = 0;
    for (Group group : groups) {
      for (Move move : group.moves()) {
        low = Math.min(low, Math.min(move.start(), move.now()));
        high = Math.max(high, Math.max(move.start(), move.now()));
      }
    }
    for (Trajectory path : plan == null ? List.of(run.path()) : List.of(run.path(), plan)) {
      for (int i = 0; i < path.count(); i++) {
        for (int k = 0; k < run.parameters().size(); k++) {
          low = Math.min(low, path.get(i, k));
          high = Math.max(high, path.get(i, k));
        }
      }
    }
    double room = 0.06 * Math.max(1e-6, high - low);
    return Scale.linear(low - room, high + room);
  }
}
