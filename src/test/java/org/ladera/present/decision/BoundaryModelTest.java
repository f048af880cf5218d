package org.ladera.present.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.landscape.Field;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.data.EditedData;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class BoundaryModelTest {
  private static final Messages EN = Messages.load(Language.EN);

  private static BoundaryModel model(Experiment experiment, long epoch, String... options) {
    ViewSpec.Boundary ref = Xor.view(ViewSpec.Boundary.class, options);
    Frame start = Xor.after(experiment, 0);
    FieldRequest[] wanted = BoundaryModel.wanted(ref, start).toArray(FieldRequest[]::new);
    return BoundaryModel.of(
        Xor.after(experiment, epoch, wanted), ref, Highlight.NONE, EN, Labels.NONE);
  }

  @Test
  void theFourRowsOfTheThesisHaveTheOutputsOfTheMockupAtEpoch680() {
    BoundaryModel model = model(Xor.thesis(), 680);
    assertEquals(
        List.of("0.259", "0.757", "0.759", "0.244"),
        model.marks().stream().map(BoundaryModel.Mark::value).toList());
    assertEquals(
        List.of(0, 1, 1, 0), model.marks().stream().map(BoundaryModel.Mark::group).toList());
    assertEquals("4 of 4 right", model.reading());
    assertTrue(model.marks().stream().noneMatch(BoundaryModel.Mark::wrong));
  }

  @Test
  void atTheStartBothRowsOfClassZeroAreWrong() {
    BoundaryModel model = model(Xor.thesis(), 0);
    assertEquals("2 of 4 right", model.reading());
    assertTrue(model.marks().get(0).wrong() && model.marks().get(3).wrong());
    assertFalse(model.marks().get(1).wrong());
  }

  @Test
  void thePictureAndTheProbeSayTheSame() {
    BoundaryModel model = model(Xor.thesis(), 680);
    Field field = model.background().orElseThrow().fields().getFirst();
    double x = field.x().at(31);
    double y = field.y().at(120);
    assertEquals(field.get(31, 120), model.probe().orElseThrow().outputs(x, y)[0], 1e-14);
  }

  @Test
  void beforeItsPictureIsThereTheModelHasPointsAndNoGround() {
    ViewSpec.Boundary ref = Xor.view(ViewSpec.Boundary.class);
    BoundaryModel model =
        BoundaryModel.of(Xor.after(Xor.thesis(), 5), ref, Highlight.NONE, EN, Labels.NONE);
    assertTrue(model.background().isEmpty());
    assertEquals(4, model.marks().size());
  }

  @Test
  void threeClassesHaveOneFieldEachThatAddUpToOne() {
    BoundaryModel model = model(Xor.threeClasses(), 50);
    List<Field> fields = model.background().orElseThrow().fields();
    assertEquals(3, fields.size());
    double sum = fields.stream().mapToDouble(f -> f.get(80, 17)).sum();
    assertEquals(1, sum, 1e-12);
    assertEquals("class 2", model.classes().get(2));
    assertEquals("3 regions", model.title());
  }

  @Test
  void whereTheAnswerIsTheSameEverywhereRoundingDecidesNothing() {
    NetworkSpec unit = NetworkSpec.of(2, LayerSpec.dense(1, ActivationSpec.SIGMOID));
    Experiment undecided =
        Xor.thesis()
            .withNetwork(unit)
            .withInit(new InitSpec.Given(MatrixView.of(1, 3, 3e-9, -2e-9, 1e-9)));
    BoundaryModel model = model(undecided, 0);
    assertEquals("answers 0.500 everywhere", model.reading());
    assertTrue(model.marks().stream().noneMatch(BoundaryModel.Mark::wrong));
    Experiment decided =
        undecided.withInit(new InitSpec.Given(MatrixView.of(1, 3, 0.03, -0.02, 0.01)));
    assertTrue(model(decided, 0).reading().endsWith("of 4 right"));
  }

  @Test
  void aNetworkOfOneInputIsToldWhatIsMissing() {
    BoundaryModel model = model(Xor.oneInput(), 0);
    assertEquals(2, model.empty().size());
    assertTrue(model.spoken().contains("two inputs"));
  }

  @Test
  void theAxesStandStillWhileAPointIsMovedInsideThem() {
    String[] edit = {"edit", "true"};
    BoundaryModel before = model(Xor.thesis(), 0, edit);
    Dataset moved = EditedData.moved(before.edit().orElseThrow(), 3, 1.3, -0.3);
    BoundaryModel after = model(Xor.thesis().withData(moved), 0, edit);
    assertEquals(before.x(), after.x());
    assertEquals(before.y(), after.y());
    assertEquals(1.3, after.marks().get(3).x());
  }

  @Test
  void anOptionSaysWhichPartOfThePlaneIsShown() {
    BoundaryModel model = model(Xor.thesis(), 0, "xRange", "-2,4", "yRange", "-1,5");
    assertEquals(-2, model.x().scale().min());
    assertEquals(5, model.y().scale().max());
    assertTrue(model.background().isPresent());
  }

  @Test
  void editedDataKeepTheirColumnsAndTheirClasses() {
    Dataset three = Xor.threeClasses().data();
    Dataset more = EditedData.added(three, 0.5, -0.25, 2);
    assertEquals(43, more.size());
    assertEquals(1, more.y().get(42, 2));
    assertEquals(0, more.y().get(42, 0));
    assertEquals(-0.25, more.x().get(42, 1));
    Dataset less = EditedData.without(more, 0);
    assertEquals(three.x().get(1, 0), less.x().get(0, 0));
    assertEquals(42, less.size());
    Dataset other = EditedData.reclassified(three, 0, 1);
    assertEquals(1, other.y().get(0, 1));
    assertEquals(0, other.y().get(0, 0));
    Dataset one = Dataset.of(new double[][] {{0, 0}}, new double[][] {{1}});
    assertEquals(one, EditedData.without(one, 0));
  }

  @Test
  void theSpokenTextReadsEveryRowAndFollowsTheLanguage() {
    assertTrue(model(Xor.thesis(), 680).spoken().contains("(0, 1), class 1: output 0.757."));
    BoundaryModel es =
        BoundaryModel.of(
            Xor.after(Xor.thesis(), 680),
            Xor.view(ViewSpec.Boundary.class),
            Highlight.ofSample(1),
            Messages.load(Language.ES),
            Labels.NONE);
    assertTrue(es.spoken().contains("Punto 2 (0; 1)"), es.spoken());
  }
}
