package org.ladera.present.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.time.TransportModel;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.text.RichText;

/** What is written about a derivative. */
class DerivativeModelTest {
  private static final Messages ES = Messages.load(Language.ES);
  private static final Messages EN = Messages.load(Language.EN);
  private static final ParameterRef W = ParameterRef.weight(1, 2, 1);
  private static final Optional<LossSpec> NONE = Optional.empty();
  private static final Optional<LossSpec> PRINTED = Optional.of(LossSpec.SSE);

  private static Frame frame(Experiment experiment, long epoch, Optional<LossSpec> claimed) {
    InlineSession session = new InlineSession();
    session.send(
        new Command.Load(new Scene(List.of(new Scene.Run(Scene.MAIN, experiment)), 4000, claimed)));
    session.send(
        new Command.Watch(
            Set.of(
                new FieldRequest.Derivative(Scene.MAIN, W, claimed),
                new FieldRequest.Gradient(Scene.MAIN, claimed, false))));
    session.send(new Command.RunTo(epoch));
    return session.newest();
  }

  private static List<String> values(DerivativeModel model) {
    return model.lines().stream().map(DerivativeModel.Line::value).toList();
  }

  /** The figures of the picture that is the standard for this instrument. */
  @Test
  void atUpdate600TheNumbersAreThoseOfTheMockup() {
    DerivativeModel model = DerivativeModel.of(frame(Xor.thesis(), 600, NONE), "main", W, ES);
    assertEquals(
        List.of("−0,0177358853", "−0,0177358915", "−0,0177358853"), values(model).subList(0, 3));
    assertEquals("razón 1,000", model.verdict().text());
    assertEquals(DerivativeModel.Verdict.Kind.PASS, model.verdict().kind());
    assertEquals("diferencia central, h = 10⁻³", plain(model.lines().get(1).label()));
    assertEquals("∂J/∂W[1]2,1", plain(model.symbol()));
    assertEquals("", model.note());
    DerivativeModel.Curve curve = model.curve().orElseThrow();
    double best = curve.steps()[curve.best()];
    assertTrue(best > 1e-6 && best < 1e-4, "best " + best);
    assertTrue(curve.level().isEmpty() && curve.kink().isEmpty());
  }

  private static String plain(String text) {
    return RichText.parse(text).plain();
  }

  @Test
  void theMissingFactorIsNamedInBothLanguages() {
    Frame frame = frame(Xor.thesis(), 600, PRINTED);
    DerivativeModel es = DerivativeModel.of(frame, "main", W, ES);
    DerivativeModel en = DerivativeModel.of(frame, "main", W, EN);
    assertEquals("razón 2,000", es.verdict().text());
    assertEquals("ratio 2.000", en.verdict().text());
    assertEquals(
        "El programa dice que su error es Σ(ŷ − y)², pero su retropropagación deriva"
            + " ½ Σ(ŷ − y)². Falta un factor 2.",
        plain(es.note()));
    assertTrue(plain(en.note()).endsWith("A factor of 2 is missing."), en.note());
    assertEquals(0.5, es.curve().orElseThrow().level().orElseThrow(), 1e-9);
    assertTrue(es.spoken().contains("razón 2,000") && es.spoken().contains("Falta un factor 2"));
  }

  @Test
  void aFactorTooManyAndAWholeOtherLossAreToldApart() {
    Optional<LossSpec> eighth =
        Optional.of(new LossSpec(LossSpec.Kind.SQUARED, Factor.HALF_PER_SAMPLE));
    String less = DerivativeModel.of(frame(Xor.thesis(), 10, eighth), "main", W, EN).note();
    assertTrue(plain(less).endsWith("There is a factor of 4 too many."), less);
    Optional<LossSpec> other =
        Optional.of(new LossSpec(LossSpec.Kind.BINARY_CROSS_ENTROPY, Factor.ONE));
    Frame frame = frame(Xor.thesis(), 10, other);
    GradientRows rows =
        GradientRows.worst(
            frame.checks().gradient("main", other, 10).orElseThrow(), 5, frame.main(), other, EN);
    assertFalse(plain(rows.note()).contains("factor"), rows.note());
    assertTrue(rows.note().contains("cross-entropy"));
    assertEquals(5, rows.rows().size());
  }

  @Test
  void theBadgeTurnsRedAndNamesTheWorst() {
    CheckBadge green = TransportModel.of(frame(Xor.thesis(), 600, NONE), ES).badge().orElseThrow();
    assertEquals(CheckBadge.Kind.PASS, green.kind());
    assertTrue(green.text().startsWith("9 derivadas comprobadas · peor error relativo "));
    CheckBadge red = TransportModel.of(frame(Xor.thesis(), 600, PRINTED), ES).badge().orElseThrow();
    assertEquals(CheckBadge.Kind.FAIL, red.kind());
    assertEquals("∂J/∂W[1]1,1: razón 2,000", plain(red.text()));
  }

  @Test
  void ratiosThatHideBehindRoundingAreWrittenOut() {
    assertEquals("1,000", CheckBadge.ratio(1, ES.numbers()));
    assertEquals("1,00001", CheckBadge.ratio(1.00001, ES.numbers()));
    assertEquals("−1,000", CheckBadge.ratio(-1, ES.numbers()));
    assertEquals("2,500", CheckBadge.ratio(2.5, ES.numbers()));
    assertEquals("1·10⁻⁵", CheckBadge.ratio(1e-5, ES.numbers()));
  }

  @Test
  void aDerivativeOfZeroSaysWhy() {
    // All weights 0: every answer is a half, and no error comes back through weights of 0.
    Experiment zeros =
        Xor.thesis().withInit(new InitSpec.Given(MatrixView.of(1, 9, new double[9])));
    DerivativeModel model = DerivativeModel.of(frame(zeros, 0, NONE), "main", W, EN);
    assertEquals("both are 0", model.verdict().text());
    assertEquals(DerivativeModel.Verdict.Kind.NONE, model.verdict().kind());
    assertEquals("Both derivatives are 0: no error reaches this unit.", plain(model.note()));
    assertTrue(model.curve().isEmpty());
  }

  @Test
  void beforeTheAnswerItSaysThatItIsComputing() {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(Scene.of(Xor.thesis(), 10)));
    DerivativeModel model = DerivativeModel.of(session.newest(), "main", W, ES);
    assertEquals("Calculando…", model.waiting());
    assertTrue(model.lines().isEmpty() && model.copied().startsWith("∂J/∂W"));
  }

  @Test
  void pointsOfTheCurveAreWalkedAndRead() {
    DerivativeModel model = DerivativeModel.of(frame(Xor.thesis(), 600, NONE), "main", W, ES);
    DerivativeModel.Curve curve = model.curve().orElseThrow();
    assertEquals(curve.best(), curve.walked(-1, 1));
    int larger = curve.walked(curve.best(), 1);
    assertTrue(curve.steps()[larger] > curve.steps()[curve.best()]);
    assertEquals(0, curve.walked(0, 1));
    assertEquals(1e-3, curve.steps()[curve.nearest(1.1e-3)], 1e-12);
    String said = model.tip(curve.nearest(1e-3), ES).orElseThrow().plain();
    assertTrue(said.startsWith("h = 0,001. error relativo 3,5"), said);
  }

  @Test
  void theViewChoosesItsParameterAndComparesWithItsOwnLossWhenAsked() {
    Frame frame = frame(Xor.thesis(), 3, PRINTED);
    ViewSpec.GradientCheck ref =
        Xor.view(ViewSpec.GradientCheck.class, "parameter", "W[1][2,1]", "own", "false");
    assertTrue(
        GradientCheckModel.wanted(ref, frame)
            .contains(new FieldRequest.Derivative("main", W, PRINTED)));
    assertTrue(
        GradientCheckModel.wanted(new ViewSpec.GradientCheck("main", ref.parameter(), true), frame)
            .contains(new FieldRequest.Derivative("main", W, NONE)));
    GradientCheckModel model = GradientCheckModel.of(frame, ref, Highlight.NONE, EN, Labels.NONE);
    assertEquals(W, model.chosen());
    assertEquals(3, model.row());
    assertEquals(ParameterRef.weight(1, 2, 2), model.beside(1).orElseThrow());
    assertEquals(ParameterRef.weight(2, 3, 1), model.beside(99).orElseThrow());
    assertEquals(ParameterRef.weight(1, 1, 1), model.beside(-99).orElseThrow());
    assertTrue(model.table().rows().stream().allMatch(r -> r.ratio().equals("2.000")));
    assertEquals("derivatives of Σ(ŷ − y)²", plain(model.reading()));
  }
}
