package org.ladera.store.lesson;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Scene;

/**
 * One entry of the list {@code views}: its kind, its run and its options, each of the right form.
 */
final class ViewReader {
  private static final Map<String, ViewSpec.Kind> KINDS =
      Stream.of(ViewSpec.Kind.values())
          .collect(Collectors.toUnmodifiableMap(ViewSpec.Kind::word, kind -> kind));

  private final Scene scene;

  ViewReader(Scene scene) {
    this.scene = scene;
  }

  ViewSpec read(FieldReader step, Node item, String field) {
    ViewSpec.Kind kind = kind(step, item, field);
    Set<String> fields = new HashSet<>(kind.fields());
    fields.add("view");
    OptionReader o = new OptionReader(step.fields(item, field, fields), scene);
    String run = o.run();
    return switch (kind) {
      case DATA ->
          new ViewSpec.Data(
              run, o.flag("residuals", true), o.flag("drag", false), o.flag("raw", true), o.runs());
      case SURFACE -> new ViewSpec.Surface(run, o.plane(), o.flag("log", true), o.runs());
      case CONTOUR -> new ViewSpec.Contour(run, o.plane(), o.flag("log", true), o.runs());
      case LOSS_CURVE -> new ViewSpec.LossCurve(run, o.flag("log", true), o.runs());
      case SLICE ->
          new ViewSpec.Slice(run, o.parameter("u"), o.required("range"), o.numbers("marks"));
      case UPDATES ->
          new ViewSpec.Updates(
              run,
              o.parameters("parameters"),
              o.decimals("digits"),
              o.flag("truncate", false),
              o.wholes("rows", 0).stream().map(Integer::longValue).toList());
      case RUNS -> new ViewSpec.Runs(run, o.readings(), o.runs());
      case BOUNDARY ->
          new ViewSpec.Boundary(run, o.range("xRange"), o.range("yRange"), o.flag("edit", false));
      case HIDDEN_SPACE ->
          new ViewSpec.HiddenSpace(run, o.whole("layer", 0).orElse(1), o.pair("units"));
      case NETWORK ->
          new ViewSpec.Network(run, o.range("xRange"), o.range("yRange"), o.whole("sample", 1));
      case DELTAS -> new ViewSpec.Deltas(run, o.whole("sample", 1));
      case PERCEPTRON -> new ViewSpec.Perceptron(run);
      case EXAMPLES -> new ViewSpec.Examples(run, o.decimal("digits"));
      case PROBABILITIES -> new ViewSpec.Probabilities(run, o.whole("sample", 1), o.range("range"));
      case MATRIX -> new ViewSpec.Matrix(run, o.whole("sample", 1), o.whole("layer", 1));
      case ACTIVATION ->
          new ViewSpec.Activation(
              run,
              o.unit(),
              o.range("range"),
              o.range("height"),
              o.runs(),
              o.flag("input", false),
              o.flag("all", false));
      case DERIVATION -> new ViewSpec.Derivation(run, o.unit());
      case DIFFERENCE -> new ViewSpec.Difference(run, o.range("range"));
      case CHAIN -> new ViewSpec.Chain(run, o.whole("sample", 1), o.runs());
      case GRADIENT_CHECK ->
          new ViewSpec.GradientCheck(run, o.parameterIfAny("parameter"), o.flag("own", false));
      case PATHS -> new ViewSpec.Paths(run, o.parameter("parameter"), o.whole("sample", 1));
    };
  }

  private static ViewSpec.Kind kind(FieldReader step, Node item, String field) {
    if (!(item instanceof Node.Fields fields)) {
      throw step.source().refuse(item.place(), field, "field.fields");
    }
    FieldReader any = new FieldReader(step.source(), field, fields, fields.entries().keySet());
    return KINDS.get(any.word("view", KINDS.keySet()));
  }
}
