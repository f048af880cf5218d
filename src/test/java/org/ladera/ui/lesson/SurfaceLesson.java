package org.ladera.ui.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ladera.IceCream;
import org.ladera.Read;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.grading.Grading;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Control;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.Threshold;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;

/** A small lesson with every kind of control and check, on the data of the thesis. */
final class SurfaceLesson {
  static final ParameterRef B = ParameterRef.bias(1, 1);
  static final ParameterRef W = ParameterRef.weight(1, 1, 1);

  private static final String FORMULAS =
      """
      ```formula %s
      \\loss{J}(b,w)=\\tfrac12\\sum_i (\\,b+w\\,\\data{x_i}-y_i\\,)^2

      \\grad{\\nabla J}=\\begin{pmatrix}\\textstyle\\sum r_i\\\\ \\textstyle\\sum r_i\\,\\data{x_i}\\end{pmatrix}=\\begin{pmatrix}\\num{db[1][1]}\\\\ \\num{dW[1][1,1]}\\end{pmatrix}
      ```
      """;

  private SurfaceLesson() {}

  static Lesson lesson() {
    Scene scene = Scene.of(IceCream.experiment(0.01), 1500);
    Control rate = new Control.Rate("rate", 0.001, 0.02, List.of(), true);
    Control start = new Control.Start("start", List.of(B, W), true);
    Check predict = new Check.Choice("predict", List.of("down", "zigzag", "explode"), "explode");
    Step surface = step("surface", scene, List.of(rate, start), List.of(predict));
    Step every =
        step(
            "every",
            scene,
            List.of(
                new Control.Rate("rate", 0.001, 1, List.of(0.001, 0.01, 0.1, 1.0), true),
                new Control.Parameter("slope", W, -1, 4, false),
                new Control.BatchSize("batch", List.of(0, 4, 1))),
            List.of(
                new Check.Number("update", Read.of("W'[1][1,1]"), 1e-3, List.of("factor-2")),
                new Check.Reach("low", Read.of("J"), new Threshold(Threshold.Side.BELOW, 0.8))));
    return new Lesson(
        "surface",
        Path.of("."),
        "descend",
        List.of(
            step("first", scene, List.of(), List.of()),
            step("second", scene, List.of(), List.of()),
            surface,
            every,
            step("fifth", scene, List.of(), List.of())),
        Map.of("es", spanish(), "en", english()));
  }

  private static Step step(String id, Scene scene, List<Control> controls, List<Check> checks) {
    return new Step(id, scene, List.of(), controls, checks, List.of());
  }

  private static LessonText spanish() {
    String body =
        """
        Cada recta es un punto $(b,w)$ y tiene un costo $\\loss{J}$. Si ese costo es la altura, todas \
        las rectas juntas forman un valle. Aprender es bajar por su ladera.

        %s
        **Qué mirar.** Al principio el punto salta de una pared a otra, porque el valle es $\\num[3]{condition}$ \
        veces más curvo a lo ancho que a lo largo. Después avanza despacio por el fondo.
        """
            .formatted(FORMULAS.formatted("el costo y su gradiente"));
    return new LessonText(
        "Regresión lineal",
        Map.of(
            "first", text("Los datos y una hipótesis", "Texto.", Map.of()),
            "second", text("El costo $\\loss{J}$", "Texto.", Map.of()),
            "surface",
                text(
                    "La superficie de costo",
                    body,
                    Map.of(
                        "predict", "Predice: ¿y con $\\eta$ = 0,011?",
                        "predict.down", "baja",
                        "predict.zigzag", "zigzaguea",
                        "predict.explode", "explota",
                        "predict.right", "**Explota.** 0,011 está por encima del límite.",
                        "predict.hint", "Compara 0,011 con $2/\\lambda_{\\text{máx}}$.")),
            "every",
                text(
                    "Una actualización",
                    """
                    Los pasos, uno a uno:

                    1. se calcula $\\delt{r_i}=\\hat y_i-y_i$,
                    2. se suma,
                    3. se **resta** a `w`. Más en [la tesis](https://example.org).

                    | actualización | $b$ | $w$ |
                    |:--|--:|--:|
                    | 1 | $\\num{b'[1][1]}$ | $\\num{W'[1][1,1]}$ |
                    | 2 | 0,75 | 0,015 |

                    > El gradiente señala la subida más empinada.
                    """,
                    Map.of(
                        "update",
                        "Con $w=\\n"
                            + "um[5]{W[1][1,1]}$ y $\\grad{\\partial J/\\partial w}=\\n"
                            + "um[6]{dW[1][1,1]}$, ¿cuál es el nuevo $w$?",
                        "update.hint",
                        "$w'=w-\\eta\\,\\grad{\\partial J/\\partial w}$",
                        "low",
                        "Baja el costo $\\loss{J}$ hasta el fondo.")),
            "fifth", text("La forma cerrada", "Texto.", Map.of())));
  }

  private static LessonText english() {
    String body =
        """
        Every line is a point $(b,w)$ and has a cost $\\loss{J}$. If that cost is a height, all lines \
        together form a valley. Learning is walking down its side.

        %s
        **What to look at.** At first the point jumps from wall to wall, because the valley is $\\num[3]{condition}$ \
        times more curved across than along. Then it creeps along the bottom.
        """
            .formatted(FORMULAS.formatted("the cost and its gradient"));
    return new LessonText(
        "Linear regression",
        Map.of(
            "first", text("Data and a hypothesis", "Text.", Map.of()),
            "second", text("The cost $\\loss{J}$", "Text.", Map.of()),
            "surface",
                text(
                    "The loss surface",
                    body,
                    Map.of(
                        "predict", "Predict: and with $\\eta$ = 0.011?",
                        "predict.down", "goes down",
                        "predict.zigzag", "zigzags",
                        "predict.explode", "explodes")),
            "every",
                text(
                    "One update",
                    "The steps, one by one.",
                    Map.of("update", "What is the new $w$?", "low", "Bring $\\loss{J}$ down.")),
            "fifth", text("Closed form", "Text.", Map.of())));
  }

  private static LessonText.StepText text(String title, String body, Map<String, String> labels) {
    return new LessonText.StepText(title, body, labels);
  }

  /** A frame of the run after so many epochs. */
  static Frame frame(long epochs) {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(lesson().steps().getFirst().scene()));
    if (epochs > 0) {
      session.send(new Command.RunTo(epochs));
    }
    return session.newest();
  }

  /** Grades as a test needs it, without the lesson package's knowledge of mistakes. */
  static Verdict grade(Check check, String answer, Frame frame) {
    if (check.isPlayedAhead()) {
      return Grading.grade(check, answer, frame);
    }
    return switch (check) {
      case Check.Choice choice ->
          answer.equals(choice.right()) ? new Verdict.Right() : new Verdict.Wrong("");
      case Check.Number number -> number(number, answer, frame);
      case Check.Cells _, Check.Line _, Check.Rank _, Check.Epochs _, Check.Sketch _ ->
          Grading.grade(check, answer, frame);
      case Check.Reach reach ->
          reach.goal().isMetBy(reach.reading().value(frame).orElse(Double.NaN))
              ? new Verdict.Right()
              : new Verdict.NotYet();
    };
  }

  private static Verdict number(Check.Number check, String answer, Frame frame) {
    try {
      double typed = Double.parseDouble(answer.replace(',', '.').replace('\u2212', '-'));
      double right = check.reading().value(frame).orElseThrow();
      return Math.abs(typed - right) <= check.relative() * Math.abs(right)
          ? new Verdict.Right()
          : new Verdict.Wrong("factor-2");
    } catch (NumberFormatException e) {
      return new Verdict.Unreadable();
    }
  }
}
