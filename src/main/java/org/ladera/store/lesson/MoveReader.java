package org.ladera.store.lesson;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.Step.Move;
import org.ladera.session.Command;
import org.ladera.session.Granularity;
import org.ladera.session.Scene;
import org.ladera.session.setting.Setting;
import org.ladera.session.sweep.Varied;

/** One entry of the list {@code solution}: a mapping with the move as its only field. */
final class MoveReader {
  private static final Set<String> MOVES =
      Set.of("answer", "set", "start", "runTo", "seek", "step", "reset", "reseed");
  private static final long MOST_EPOCHS = 10_000_000;
  private static final long MOST_UPDATES = 1_000_000_000;

  private final Scene scene;
  private final Experiment main;
  private final List<String> checks;

  /** As the moves before have left it. */
  private OptimizerSpec rule;

  /**
   * @param checks ids of the step's checks
   */
  MoveReader(Scene scene, List<String> checks) {
    this.scene = scene;
    main = scene.runs().getFirst().experiment();
    rule = main.optimizer();
    this.checks = checks;
  }

  Move read(FieldReader step, Node item, String field) {
    FieldReader move = step.fields(item, field, MOVES);
    if (move.node().entries().size() != 1) {
      throw step.source().refuse(item.place(), field, "move.one");
    }
    String name = move.node().entries().keySet().iterator().next();
    return switch (name) {
      case "answer" -> answer(move.fields("answer", Set.of("check", "value")));
      case "set" -> set(move);
      case "start" -> start(move);
      case "runTo" -> send(new Command.RunTo(move.whole("runTo", 1, MOST_EPOCHS)));
      case "seek" -> send(new Command.Seek(move.whole("seek", 0, MOST_UPDATES)));
      case "step" ->
          send(
              new Command.Step(
                  move.word("step", Set.of("update", "epoch")).equals("epoch")
                      ? Granularity.EPOCH
                      : Granularity.UPDATE,
                  1));
      case "reset" -> {
        move.flag("reset");
        yield send(new Command.Reset());
      }
      // An unknown name has been reported; there is nothing to read.
      default -> {
        if (!name.equals("reseed")) {
          throw new Refused();
        }
        yield send(new Command.Reseed(move.whole("reseed", 0, 4_294_967_295L)));
      }
    };
  }

  private static Move send(Command command) {
    return new Move.Send(command);
  }

  private Move answer(FieldReader answer) {
    return new Move.Answer(answer.word("check", checks), answer.text("value"));
  }

  private Move set(FieldReader move) {
    Map<String, Node.Entry> entries = move.entries("set");
    if (entries.size() != 1) {
      throw move.refuse("set", "move.one");
    }
    Map.Entry<String, Node.Entry> only = entries.entrySet().iterator().next();
    String field = move.at("set") + "." + only.getKey();
    if (only.getKey().equals("learningRate")) {
      double rate = move.number(only.getValue().value(), field, TrainingReader.RATE);
      rule = rule.withRate(rate);
      return send(new Command.Apply(new Edit.SetRate(rate), false));
    }
    List<Hyperparameter> constants = rule.rule().constants();
    for (int i = 0; i < constants.size(); i++) {
      if (constants.get(i).name().equals(only.getKey())) {
        double[] values = rule.constants();
        values[i] = move.fields("set", Set.of(only.getKey())).constant(constants.get(i));
        rule = rule.rule().with(rule.rate(), values);
        return send(new Command.Apply(new Edit.SetOptimizer(rule), false));
      }
    }
    if (Setting.isNamed(only.getKey())) {
      Varied one =
          SettingReader.varied(
              move, "set", only.getKey(), List.of(only.getValue().value()), "set", main);
      Experiment changed = one.setting().in(main, one.values().getFirst());
      return send(new Command.Load(scene.withMain(changed)));
    }
    ParameterRef ref =
        StartReader.parameter(
            move.source(), only.getValue().place(), field, only.getKey(), main.network());
    double value = move.number(only.getValue().value(), field, Bounds.ANY);
    return send(new Command.Apply(new Edit.SetParameter(ref, value), false));
  }

  private Move start(FieldReader move) {
    int count = new ParameterLayout(main.network()).count();
    double[] values = new double[count];
    int found = StartReader.parameters(move, "start", main.network(), values);
    if (found != count) {
      throw move.refuse(
          "start",
          "start.incomplete",
          "expected",
          String.valueOf(count),
          "found",
          String.valueOf(found));
    }
    return send(new Command.SetStart(new Edit.SetParameters(MatrixView.of(1, count, values))));
  }
}
