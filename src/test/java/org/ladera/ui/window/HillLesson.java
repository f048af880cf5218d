package org.ladera.ui.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.IceCream;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Control;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.PlaneChoice;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Range;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Scene;
import org.ladera.session.reading.LossReading;
import org.ladera.session.reading.Scalar;

/** Lessons of ten and of two steps on the data of the thesis, to fill a window. */
final class HillLesson {
  private static final PlaneChoice PLANE =
      new PlaneChoice.Weights(
          ParameterRef.bias(1, 1),
          ParameterRef.weight(1, 1, 1),
          Optional.of(new Range(-5, 3)),
          Optional.of(new Range(-1, 4)));

  private static final List<String> SPANISH =
      List.of(
          "Los datos y una hipótesis",
          "El costo J",
          "La superficie de costo",
          "El gradiente",
          "Una actualización",
          "El descenso",
          "La tasa de aprendizaje",
          "Escalar los datos",
          "Lote y minilote",
          "La forma cerrada");
  private static final List<String> ENGLISH =
      List.of(
          "The data and a hypothesis",
          "The cost J",
          "The loss surface",
          "The gradient",
          "One update",
          "The descent",
          "The learning rate",
          "Scaling the data",
          "Batch and mini-batch",
          "The closed form");

  private HillLesson() {}

  static List<Lesson> lessons() {
    return List.of(
        lesson("linear-regression", "descent", 10, "Regresión lineal", "Linear regression"),
        deep(lesson("xor", "networks", 2, "XOR y la capa oculta", "XOR and the hidden layer")),
        lesson("softmax", "classes", 2, "Softmax", "Softmax"));
  }

  /** The first two steps are done. */
  static Progress progress() {
    Lesson lesson = lessons().getFirst();
    return Progress.NONE
        .passed(lesson.id(), lesson.steps().get(0))
        .passed(lesson.id(), lesson.steps().get(1));
  }

  private static Lesson lesson(String id, String group, int count, String es, String en) {
    List<Step> steps = new ArrayList<>();
    Map<String, LessonText.StepText> spanish = new HashMap<>();
    Map<String, LessonText.StepText> english = new HashMap<>();
    for (int i = 0; i < count; i++) {
      steps.add(step(i));
      spanish.put("s" + i, text(SPANISH.get(i), SPANISH_BODY, SPANISH_LABELS));
      english.put("s" + i, text(ENGLISH.get(i), ENGLISH_BODY, ENGLISH_LABELS));
    }
    return new Lesson(
        id,
        Path.of("."),
        group,
        steps,
        Map.of("es", new LessonText(es, spanish), "en", new LessonText(en, english)));
  }

  /** The same lesson about a network of two layers; its view needs a weight of the second one. */
  private static Lesson deep(Lesson lesson) {
    Experiment experiment =
        IceCream.experiment(0.001)
            .withNetwork(
                NetworkSpec.of(
                    1,
                    LayerSpec.dense(2, ActivationSpec.SIGMOID),
                    LayerSpec.dense(1, ActivationSpec.IDENTITY)))
            .withInit(new InitSpec.GlorotUniform(1));
    ViewSpec slice =
        new ViewSpec.Slice(
            Scene.MAIN,
            ParameterRef.weight(2, 2, 1),
            Optional.of(new Range(-4, 4)),
            List.of(0.0),
            false);
    List<Step> steps =
        lesson.steps().stream()
            .map(
                s ->
                    new Step(
                        s.id(),
                        Scene.of(experiment, 100),
                        List.of(slice),
                        List.of(),
                        List.of(),
                        List.of()))
            .toList();
    return new Lesson(lesson.id(), lesson.folder(), lesson.group(), steps, lesson.texts());
  }

  private static Step step(int index) {
    List<ViewSpec> all =
        List.of(
            new ViewSpec.Surface(Scene.MAIN, PLANE, true, List.of()),
            new ViewSpec.Data(Scene.MAIN, true, true, true, List.of()),
            new ViewSpec.Contour(Scene.MAIN, PLANE, true, List.of()),
            new ViewSpec.LossCurve(Scene.MAIN, true, List.of()));
    List<ViewSpec> table =
        List.of(
            new ViewSpec.Runs(
                Scene.MAIN,
                List.of(Scalar.RATE_NOW, LossReading.NOW, Scalar.STABLE_RATE),
                List.of()),
            new ViewSpec.Updates(
                Scene.MAIN,
                List.of(ParameterRef.bias(1, 1), ParameterRef.weight(1, 1, 1)),
                List.of(),
                false,
                List.of(1L, 2L, 3L, 10L, 100L),
                false),
            new ViewSpec.LossCurve(Scene.MAIN, true, List.of()));
    return new Step(
        "s" + index,
        Scene.of(IceCream.experiment(0.01), 1500),
        index == 4 ? table : index == 0 ? all.subList(1, 2) : index == 1 ? all.subList(2, 4) : all,
        List.of(
            new Control.Rate("rate", 0.001, 0.02, List.of(), true),
            new Control.Start(
                "start", List.of(ParameterRef.bias(1, 1), ParameterRef.weight(1, 1, 1)), true)),
        index == 2
            ? List.of(new Check.Choice("predict", List.of("down", "zigzag", "explode"), "explode"))
            : List.of(),
        List.of());
  }

  private static LessonText.StepText text(String title, String body, Map<String, String> labels) {
    return new LessonText.StepText(title, body, labels);
  }

  private static final String FORMULAS =
      """
      ```formula J
      \\loss{J}(b,w)=\\tfrac12\\sum_i (\\,b+w\\,\\data{x_i}-y_i\\,)^2

      \\grad{\\nabla J}=\\begin{pmatrix}\\textstyle\\sum r_i\\\\ \\textstyle\\sum r_i\\,\\data{x_i}\\end{pmatrix}=\\begin{pmatrix}\\num{db[1][1]}\\\\ \\num{dW[1][1,1]}\\end{pmatrix}
      ```
      """;

  private static final String SPANISH_BODY =
      """
      Cada recta es un punto $(b,w)$ y tiene un costo $\\loss{J}$. Si ese costo es la altura, todas las rectas juntas forman un valle. Aprender es bajar por su ladera.

      %s
      **Qué mirar.** Al principio el punto salta de una pared a otra, porque el valle es $\\num[3]{condition}$ veces más curvo a lo ancho que a lo largo. Después avanza despacio por el fondo.
      """
          .formatted(FORMULAS);

  private static final String ENGLISH_BODY =
      """
      Every line is a point $(b,w)$ and has a cost $\\loss{J}$. If that cost is a height, all lines together form a valley. Learning is walking down its side.

      %s
      **What to look at.** At first the point jumps from wall to wall, because the valley is $\\num[3]{condition}$ times more curved across than along. Then it creeps along the bottom.
      """
          .formatted(FORMULAS);

  private static final Map<String, String> SPANISH_LABELS =
      Map.of(
          "predict", "Predice: ¿y con $\\eta$ = 0,011?",
          "predict.down", "baja",
          "predict.zigzag", "zigzaguea",
          "predict.explode", "explota");

  private static final Map<String, String> ENGLISH_LABELS =
      Map.of(
          "predict", "Predict: and with $\\eta$ = 0.011?",
          "predict.down", "goes down",
          "predict.zigzag", "zigzags",
          "predict.explode", "explodes");
}
