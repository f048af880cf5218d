package org.ladera.present.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ladera.landscape.DecisionGrid;
import org.ladera.landscape.ForwardPass;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Tip;
import org.ladera.present.shared.Tip.Tone;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/** Reads the network's output at any place of its plane of inputs, at one moment. */
public final class Probe {
  private static final int MOST = 3;

  private final ForwardPass forward;
  private final DecisionGrid.InputPlane plane;
  private final List<String> classes;
  private final boolean editable;
  private final Messages messages;
  private final List<Tip.Line> more;

  /**
   * @param more what else a tooltip says
   */
  Probe(
      ForwardPass forward,
      DecisionGrid.InputPlane plane,
      List<String> classes,
      boolean editable,
      Messages messages,
      List<Tip.Line> more) {
    this.more = more;
    this.forward = forward;
    this.plane = plane;
    this.classes = classes;
    this.editable = editable;
    this.messages = messages;
  }

  /** The outputs at a place, one for each unit of the last layer. */
  public double[] outputs(double x, double y) {
    return forward.outputs(plane.at(x, y)).toArray();
  }

  /** What a tooltip says at a place. */
  public Tip at(double x, double y) {
    Numbers numbers = messages.numbers();
    List<Tip.Line> lines = new ArrayList<>();
    lines.addAll(lines(outputs(x, y), classes, messages));
    lines.add(
        new Tip.Line(
            messages.text(
                "boundary.tip.place", Map.of("x", numbers.shown(x, 3), "y", numbers.shown(y, 3))),
            Tone.TEXT));
    if (editable) {
      lines.add(new Tip.Line(messages.text("boundary.tip.add"), Tone.KEYS));
    }
    lines.addAll(more);
    return new Tip(lines);
  }

  /** What the network answers at a place: its only output, or the greatest one. */
  public Asked.Answer asked(double x, double y) {
    double[] outputs = outputs(x, y);
    int greatest = 0;
    for (int i = 1; i < outputs.length; i++) {
      greatest = outputs[i] > outputs[greatest] ? i : greatest;
    }
    return new Asked.Answer(plane.at(x, y), greatest + 1);
  }

  /** The output as a number and a class, or the greatest outputs with their classes. */
  static List<Tip.Line> lines(double[] outputs, List<String> classes, Messages messages) {
    Numbers numbers = messages.numbers();
    if (outputs.length == 1) {
      String name = classes.get(outputs[0] >= 0.5 ? 1 : 0);
      return List.of(
          new Tip.Line(
              messages.text(
                  "boundary.tip.output", Map.of("value", numbers.shown(outputs[0]), "class", name)),
              Tone.TITLE));
    }
    List<Integer> order =
        IntStream.range(0, outputs.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -outputs[i]))
            .limit(MOST)
            .toList();
    List<Tip.Line> lines = new ArrayList<>();
    for (int i : order) {
      lines.add(
          new Tip.Line(
              messages.text(
                  "boundary.tip.class",
                  Map.of("class", classes.get(i), "value", numbers.shown(outputs[i]))),
              lines.isEmpty() ? Tone.TITLE : Tone.TEXT));
    }
    return lines;
  }
}
